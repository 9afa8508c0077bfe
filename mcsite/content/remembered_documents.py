"""Documents that were read before: a file that is as it was, or of which only the text has changed, need not be taken apart again.

What the lines between the hyphens mean depends on themselves, on where they stand and on the kind of the file; so they are remembered
apart from the text below them. Whatever holds a mistake is always read anew.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Collection
from hashlib import blake2b

from mcsite import kept, memo
from mcsite.content.shared_out import in_turn
from mcsite.diagnostics import Diagnostic
from mcsite.model.origin import Origin
from mcsite.source.decoding import Undecodable, decoded
from mcsite.source.document import Document
from mcsite.source.files import SourceFile
from mcsite.source.halves import Halves, halves

_WHOLE, _FIELDS = "document", "document's fields"

DocumentRead = tuple[Document | None, tuple[Diagnostic, ...]]
_Reader = Callable[[SourceFile], DocumentRead]


def documents_of(files: Collection[SourceFile], read: _Reader, jobs: int = 1) -> Collection[DocumentRead]:
    """What ``read`` gives for each file, in their order; so many processes may read."""
    found = {file.path: kept.recall(_WHOLE, file) for file in files}
    keyed = [(file, _digest((file.path, file.kind, file.slug, file.language, file.data))) for file in files if found[file.path] is None]
    memo.foresee(_WHOLE, [key for _, key in keyed])
    anew = sum(memo.recall(_WHOLE, key) is None for _, key in keyed)
    for file, key in in_turn(keyed, anew, lambda one: _document_of(*one, read), jobs):
        found[file.path] = kept.keep(_document_of(file, key, read), _WHOLE, file)
    return found.values()


def _document_of(file: SourceFile, key: bytes, read: _Reader) -> DocumentRead:
    known = memo.recall(_WHOLE, key)
    if known is not None:
        fields, places, body_line, body = marshal.loads(known)  # noqa: S302 - the memory is believed only where it came about
        return Document(file.path, file.kind, file.slug, fields, Origin(file.path, places, body_line), body), ()
    found = _halves(file)
    document, notes = (found and _with_other_text(file, found)) or read(file)
    if document is not None and not notes:
        origin = document.origin
        memo.keep(_WHOLE, key, marshal.dumps((dict(document.fields), dict(origin.places), origin.body_line, document.body)))
        if found:
            memo.keep(_FIELDS, _key_of_fields(file, found), marshal.dumps((dict(document.fields), dict(origin.places))))
    return document, notes


def _with_other_text(file: SourceFile, found: Halves) -> DocumentRead | None:
    """A file of which the lines between the hyphens were read before."""
    known = memo.recall(_FIELDS, _key_of_fields(file, found))
    if known is None:
        return None
    fields, places = marshal.loads(known)  # noqa: S302 - see above
    return Document(file.path, file.kind, file.slug, fields, Origin(file.path, places, found.body_line), found.body), ()


def _halves(file: SourceFile) -> Halves | None:
    try:
        return halves(decoded(file.data, file.path))
    except Undecodable:
        return None


def _key_of_fields(file: SourceFile, found: Halves) -> bytes:
    return _digest((file.kind, file.language, found.before, found.fields))


def _digest(value: object) -> bytes:
    """Equal values have equal digests, whether or not their parts are shared."""
    return blake2b(marshal.dumps(value, 2), digest_size=20).digest()  # type: ignore[arg-type]  # text, bytes and numbers
