"""Former addresses of events that were renamed: ``events/OLD/`` leads to ``events/NEW/``, and so do the pages of its sessions."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.forwarding import forwarding_page
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """A page for each ``aliases:`` of each event, and for each session page below it; one that is taken is passed over (``checks.names``)."""
    settings = edition.site.settings
    taken = {event.slug for event in edition.site.events}
    for event in edition.site.events if settings.makes("pages") else ():
        for old in event.aliases:
            if old not in taken:
                taken.add(old)
                yield from _pages(settings, theme.strings, event, old, edition.sessions_of[event.slug])


def _pages(settings: Settings, strings: Strings, event: Event, old: str, sessions: tuple[Session, ...]) -> Iterator[Artifact]:
    here = addresses.event(event.slug)
    moved = [(addresses.event(old), event.title, here)]
    moved += [(addresses.session(old, session.key), session.title, session.address) for session in sessions if session.address != here]
    for address, title, new in moved:
        target = {"href": addresses.href(settings, new), "canonical": addresses.absolute(settings, new)}
        yield Artifact(addresses.file_of(address), forwarding_page, {"title": title, **target, "strings": strings}, origin=event.origin)
