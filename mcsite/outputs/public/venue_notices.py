"""Notices for the doors of venues, as PDF to print: ``venues/SLUG/notice.pdf``, what is held there next and what of it has changed."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.diagnostics import Diagnostic
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.desk import printable, printed, unprintables
from mcsite.render.fonts import fonts_of
from mcsite.render.theme import Theme
from mcsite.render.venue_notice import venue_notices


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """One for each venue with something to say in the coming four weeks."""
    notices = venue_notices(edition, theme.strings)
    for page, inputs in printable(notices, theme.prints, fonts_of(edition.site)):
        yield Artifact(addresses.printed(page, "notice"), printed, inputs, origin=notices[page].origin, unforked=True)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """W661: no font has some of its characters."""
    yield from unprintables(venue_notices(edition, theme.strings), theme.prints, fonts_of(edition.site))
