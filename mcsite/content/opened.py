"""A file of ``content/``, opened: its fields as the form of its kind spells them, and its Markdown."""

from __future__ import annotations

from mcsite.content.forms import FORMS
from mcsite.diagnostics import Diagnostic
from mcsite.source.document import Document
from mcsite.source.files import SourceFile
from mcsite.source.form import keys_of
from mcsite.source.frontmatter import read
from mcsite.source.spelling import respelt


def opened(file: SourceFile) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The document, if there is one, and everything that is wrong with it."""
    result, form = read(file), FORMS[file.kind]
    return (respelt(result.document, keys_of(form), form.spellings) if result.document else None), result.diagnostics
