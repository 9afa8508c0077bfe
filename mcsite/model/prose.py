"""Text that an editor wrote: Markdown source with its links and pictures already resolved."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the site: its address below the site's root, size in pixels, and what it shows."""

    path: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown body.

    ``links`` maps what was written, ``../events/swap.md``, to an address below the site's root, ``events/swap/``;
    ``pictures`` maps what was written to the picture. Addresses of other sites are not in them.
    """

    source: str = ""
    links: tuple[tuple[str, str], ...] = ()
    pictures: tuple[tuple[str, Picture], ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.source.strip())
