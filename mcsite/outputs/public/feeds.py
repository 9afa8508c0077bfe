"""The calendars that people follow: everything, one kind, tag, venue, neighbourhood or host, and each series.

``calendar.ics`` and ``calendar/FACET/VALUE.ics`` hold the sessions of some months back and ahead; a value whose sessions
are all outside still has its feed, so that whoever follows it is told of the next season. ``events/SLUG/calendar.ics``
holds all sessions of a series, and answers under the former names of the event too.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite import kept
from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.site import Edition
from mcsite.model.window import shown
from mcsite.render.calendars import calendar
from mcsite.render.entries import Entry, Head, entries_of, head_of
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme

_PAGES = {"hosts": "people"}
"""Facets whose pages are in a collection of another name."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """One artifact for each feed."""
    settings = edition.site.settings
    if settings.makes("calendars"):
        window = _Windowed(edition, theme.strings)
        yield window.feed(addresses.FEED_ALL, "", addresses.CALENDAR, edition.site.sessions)
        for facet, sessions in edition.facets.items():
            page = addresses.entry(_PAGES.get(facet.name, facet.name), facet.slug)
            yield window.feed(addresses.facet_feed(facet.name, facet.slug), facet.title, page, sessions)
        for event in edition.site.events:
            if event.is_series:
                yield from _of_series(edition, theme.strings, event)


def make(head: Head, entries: tuple[Entry, ...]) -> bytes:
    """The bytes of a feed."""
    return calendar(head, entries)


class _Windowed:
    """The feeds that show the days around the edition's own."""

    def __init__(self, edition: Edition, strings: Strings) -> None:
        self.edition, self.strings = edition, strings
        self.entries = entries_of(edition, strings)
        self.shown = shown(edition)

    def feed(self, address: str, part: str, page: str, sessions: tuple[Session, ...]) -> Artifact:
        entries = tuple(self.entries[session.event.slug, session.key] for session in sessions if session.identity.uid in self.shown)
        return Artifact(address, make, {"head": head_of(self.edition, self.strings, address, part, page), "entries": entries})


def _of_series(edition: Edition, strings: Strings, event: Event) -> Iterator[Artifact]:
    entries = entries_of(edition, strings)
    own = tuple(entries[event.slug, session.key] for session in edition.sessions_of[event.slug])
    head = kept.the_same(head_of(edition, strings, addresses.event_feed(event.slug), event.title, addresses.event(event.slug)), _of_series, event)
    yield from kept.again(_files, head, event, own)


def _files(head: Head, event: Event, entries: tuple[Entry, ...]) -> tuple[Artifact, ...]:
    """The same feed under each name that the event has or had."""
    inputs = {"head": head, "entries": entries}
    return tuple(Artifact(addresses.event_feed(slug), make, inputs, origin=event.origin) for slug in (event.slug, *event.aliases))
