"""The only door to pagefind: from documents to the files of an index, which its script reads piece by piece in the browser.

It is given small documents of our own, not the made pages: so the index does not change with the theme, holds nothing but what is
meant to be found, and its inputs are plain values like those of any other output. Without filters its files are the same on every
machine, and named by their content, so that one edit changes few of them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from mcsite.model import addresses
from mcsite.model.prose import Prose
from mcsite.render.left_out import LeftOut
from mcsite.render.prose import to_html

_LOW = ' data-pagefind-weight="0.1"'
"""Of words in what is over or called off, which is found, but late."""
_NOT_USED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
"""What pagefind brings for those who have no page of their own to search on."""
_REPEATED = 200
"""Characters of what pagefind says when it fails that are repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Something to be found. ``kind`` is the collection that its page is in; ``minor``: it is over, or called off."""

    address: str
    title: str
    kind: str
    texts: tuple[str, ...] = ()
    prose: tuple[Prose, ...] = ()
    minor: bool = False


def index(documents: tuple[Document, ...], language: str, base_path: str) -> dict[str, bytes]:
    """The files of an index by their names. Raises ``LeftOut`` where pagefind cannot be run."""
    if not documents:
        return {}
    with TemporaryDirectory(prefix="mcsite-search-") as scratch:
        folder = Path(scratch)
        for document in documents:
            page = folder / "site" / addresses.file_of(document.address)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(_page(document, language, base_path), "utf-8", newline="\n")
        _run(folder)
        return dict(_files(folder / "index"))


def _page(document: Document, language: str, base_path: str) -> str:
    """A page as pagefind reads it. The title of something minor is a paragraph of it: words in a heading make a page come first."""
    title = escape(document.title)
    heading, weight = (f'<p data-pagefind-meta="over">{title}</p>', _LOW) if document.minor else (f"<h1>{title}</h1>", "")
    paragraphs = [f"<p>{escape(text)}</p>" for text in document.texts if text]
    content = "\n".join([heading, *paragraphs, *(to_html(prose, base_path) for prose in document.prose)])  # as on its page, so it is remembered
    head = f'<!doctype html>\n<html lang="{escape(language)}"><meta charset="utf-8">'
    return f'{head}<body data-pagefind-body data-pagefind-meta="kind:{document.kind}"{weight}>\n{content}\n</body></html>\n'


def _run(folder: Path) -> None:
    """Index ``site/`` into ``index/``. In a folder of its own, where no settings of others lie."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - it comes as a program for some systems only

        command = [str(get_executable()), "--site", "site", "--output-path", "index", "--silent"]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - our own words
    except ImportError:
        raise LeftOut("there is no pagefind for this Python and system, so the search page finds titles only") from None
    except OSError as error:
        raise LeftOut(f"pagefind cannot be run here ({error.strerror or error}), so the search page finds titles only") from error
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())[:_REPEATED]
        raise LeftOut(f"pagefind failed ({said or done.returncode}), so the search page finds titles only")


def _files(folder: Path) -> Iterable[tuple[str, bytes]]:
    found: Iterator[Path] = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(_NOT_USED))
    return ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in found)
