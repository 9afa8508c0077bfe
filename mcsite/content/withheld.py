"""Which files of ``assets/`` wait for publication: a picture of a draft tells as much as the draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote

from mcsite.content.targets import has_page
from mcsite.model.library import AssetFile
from mcsite.source.document import Document
from mcsite.source.raw import Raw

_ASSETS = "assets/"


def published_assets(assets: Collection[AssetFile], shown: Collection[Document], held: Iterable[Document]) -> tuple[AssetFile, ...]:
    """All files but those that only drafts, files of a later day, and people who are not public speak of; sorted by path."""
    open_ones = [document for document in shown if has_page(document)]
    secret = [*held, *(document for document in shown if not has_page(document))]
    hidden = _all_text(secret)
    doubtful = [file for file in assets if file.path.removeprefix(_ASSETS) in hidden]
    public = _all_text(open_ones) if doubtful else ""
    waiting = {file.path for file in doubtful if file.path.removeprefix(_ASSETS) not in public}
    return tuple(sorted((file for file in assets if file.path not in waiting), key=lambda file: file.path))


def _all_text(documents: Iterable[Document]) -> str:
    """Everything that stands in some documents, with the names of files as they are on the disk."""
    return unquote("\n".join(text for document in documents for text in (document.body, *_texts(document.fields))))


def _texts(raw: Raw) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for name, value in raw.items():
            yield name
            yield from _texts(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _texts(value)
