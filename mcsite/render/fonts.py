"""Which fonts stand in print: those that come with the typesetter, four declared packages, and a site's own in ``assets/fonts/``.

Never those of the system: the same content must give the same bytes on every machine. All declared ones are under the SIL Open Font
Licence. What they cover between them: Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, and signs; a site brings the rest.

Of the two for Arabic, Plex comes first: its letters are whole, with their dots. Noto, which has letters that Plex lacks, draws dots apart from
letters, and whoever copies such a text out of a PDF, or has it read aloud, gets each of them twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mcsite.model.library import AssetFile
from mcsite.model.site import Site

ROOM = "assets/fonts/"
"""Where a site's own fonts lie."""
ENDINGS = (".otf", ".ttf")
"""What the typesetter reads; web fonts (WOFF) it does not."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """A site's own font files; the others are the same everywhere."""

    own: tuple[AssetFile, ...] = ()

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders to take fonts from, in one order on every system."""
        return (*_declared(), *sorted({str(Path(file.source).parent) for file in self.own}))


def fonts_of(site: Site) -> Fonts:
    """The fonts of a site."""
    return Fonts(tuple(file for file in site.assets if file.path.startswith(ROOM) and file.path.lower().endswith(ENDINGS)))


def _declared() -> tuple[str, ...]:
    import fontpkg_ibm_plex_sans_arabic as arabic  # noqa: PLC0415 - only where something is printed
    import fontpkg_noto_sans_arabic as more_arabic  # noqa: PLC0415 - the same
    import fontpkg_noto_sans_devanagari as devanagari  # noqa: PLC0415 - the same
    import fontpkg_source_sans_3 as latin  # noqa: PLC0415 - the same

    return tuple(str(Path(package.ROOT) / "files") for package in (latin, arabic, more_arabic, devanagari))
