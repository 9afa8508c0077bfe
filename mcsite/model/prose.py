"""Text that an editor wrote: Markdown source with its links and pictures already resolved."""

from __future__ import annotations

from dataclasses import dataclass

COPY_WIDTHS = (480, 800, 1200, 1600)
"""Pixels across of the copies of a picture: a telephone in a list, a telephone, a column of text, the same on a fine screen."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the site: its address below the site's root, size in pixels as it is seen, and what it shows.

    ``copies`` is the address of the folder that holds smaller copies of it; empty for drawings and for what moves, which are shown as they are.
    """

    path: str
    width: int
    height: int
    alt: str = ""
    copies: str = ""

    @property
    def widths(self) -> tuple[int, ...]:
        """Pixels across of its copies, ascending: never wider than the picture itself, and none that is nearly as wide as the next."""
        largest = min(self.width, COPY_WIDTHS[-1])
        return (*(width for width in COPY_WIDTHS if width * 6 <= largest * 5), largest) if self.copies else ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown body.

    ``links`` maps what was written, ``../events/swap.md``, to an address below the site's root, ``events/swap/``;
    ``pictures`` maps what was written to the picture. Addresses of other sites are not in them.

    On the pages of another than the site's main language, ``folder`` is that of the language, and ``language`` the one it is written in
    if it was not translated.
    """

    source: str = ""
    links: tuple[tuple[str, str], ...] = ()
    pictures: tuple[tuple[str, Picture], ...] = ()
    folder: str = ""
    language: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.source.strip())
