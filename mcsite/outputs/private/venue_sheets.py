"""For those who lend a room: ``venues/SLUG/dates.pdf``, the dates of the coming six weeks with set-up times and whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Area, Artifact
from mcsite.diagnostics import Diagnostic
from mcsite.model.site import Edition
from mcsite.render.desk import printable, printed, unprintables
from mcsite.render.fonts import fonts_of
from mcsite.render.theme import Theme
from mcsite.render.venue_dates import venue_dates


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """One for each venue in which something is held."""
    for slug, inputs in printable(venue_dates(edition, theme.strings), theme.prints, fonts_of(edition.site)):
        yield Artifact(f"venues/{slug}/dates.pdf", printed, inputs, Area.PRIVATE, unforked=True)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """W661: no font has some of its characters."""
    yield from unprintables(venue_dates(edition, theme.strings), theme.prints, fonts_of(edition.site))
