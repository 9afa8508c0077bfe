"""What the readers of all kinds begin with: the form of a document, or every reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mcsite.content.reading import Illustrated, Reading
from mcsite.model.origin import Origin
from mcsite.source.document import Document
from mcsite.source.form import Form, fill

F = TypeVar("F", bound=Form)


def form_of(kind: type[F], document: Document, reading: Reading, look_over: Callable[[F, Document], object] | None = None) -> tuple[F, Origin] | None:
    """The document's form and the places of its fields, or ``None`` with every reason noted.

    What is sound of a broken document is looked over all the same, so that its author hears of everything at once: its links and its
    picture here, the rest by ``look_over``, which is given a form without the fields in which something is wrong, and the document.
    """
    filled = fill(kind, document)
    reading.notes += filled.diagnostics
    if filled.form is not None:
        return filled.form, filled.document.origin
    reading.prose(document)
    if isinstance(filled.sound, Illustrated):
        reading.picture(filled.sound, filled.document.origin)
    if look_over and filled.sound is not None:
        look_over(filled.sound, filled.document)
    return None
