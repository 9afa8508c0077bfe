"""For the door and for whoever leads: ``door/SLUG-DATE/sign-in.pdf`` and ``running-order.pdf`` of each session of the next two weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mcsite.build.artifact import Area, Artifact
from mcsite.diagnostics import Diagnostic
from mcsite.model.site import Edition
from mcsite.render.desk import Printing, near, printable, printed, unprintables
from mcsite.render.fonts import fonts_of
from mcsite.render.running_order import running_order_of
from mcsite.render.sign_in import is_met, sign_in_of
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme

AHEAD = timedelta(weeks=2)
"""How long before a session its sheets are there: time to print them, and to gather what is needed."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """The sheets of each session that takes place; those that are only online need nobody to sign in."""
    for path, inputs in printable(_sheets(edition, theme.strings), theme.prints, fonts_of(edition.site)):
        yield Artifact(path, printed, inputs, Area.PRIVATE, unforked=True)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """W661: no font has some of their characters."""
    yield from unprintables(_sheets(edition, theme.strings), theme.prints, fonts_of(edition.site))


def _sheets(edition: Edition, strings: Strings) -> dict[str, Printing]:
    site = edition.site
    found: dict[str, Printing] = {}
    for session in near(edition, AHEAD) if site.settings.makes("prints") else ():
        folder = f"door/{session.event.slug}-{session.key}"
        if session.status.takes_place:
            found[f"{folder}/running-order.pdf"] = running_order_of(session, site, strings)
        if is_met(session):
            found[f"{folder}/sign-in.pdf"] = sign_in_of(session, site.settings, strings)
    return found
