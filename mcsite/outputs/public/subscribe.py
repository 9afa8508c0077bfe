"""How following works: one clear path for each calendar app, how to stop, how late a change arrives, and every calendar there is to choose from.

Made where both pages and calendars are. An own page ``content/pages/subscribe.md`` would claim the same address, and is told so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Session
from mcsite.model.site import Edition
from mcsite.model.window import shown
from mcsite.render.entries import part_of
from mcsite.render.frame import frame_of
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme, fill


@dataclass(frozen=True, slots=True)
class Choice:
    """One calendar to follow. ``facet`` is one of ``addresses.FACETS``, or empty for that of everything; ``name`` is what clients call it.

    ``coming`` sessions are in it now, so many of them ``off``: cancelled or postponed.
    """

    facet: str
    slug: str
    title: str
    name: str
    feed: str
    coming: int
    off: int


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``subscribe/index.html``."""
    settings = edition.site.settings
    if settings.makes("pages") and settings.makes("calendars"):
        everything = _choice(edition, ("", "", settings.title), settings.title, addresses.FEED_ALL, _in_window(edition, edition.site.sessions))
        inputs = theme.inputs(
            "subscribe.html", frame_of(edition, theme.strings), addresses.SUBSCRIBE, everything=everything, choices=_parts(edition, theme.strings)
        )
        yield Artifact(addresses.file_of(addresses.SUBSCRIBE), fill, inputs)


def _parts(edition: Edition, strings: Strings) -> tuple[Choice, ...]:
    """The calendar of each value of a facet that has something in it, by facet and title."""
    found = []
    for facet, sessions in edition.facets.items():
        if inside := _in_window(edition, sessions):
            name = part_of(edition.site.settings, strings, facet.title)
            found.append(_choice(edition, (facet.name, facet.slug, facet.title), name, addresses.facet_feed(facet.name, facet.slug), inside))
    return tuple(sorted(found, key=lambda choice: (choice.facet, choice.title.casefold(), choice.slug)))


def _choice(edition: Edition, what: tuple[str, str, str], name: str, feed: str, sessions: tuple[Session, ...]) -> Choice:
    coming = [session for session in sessions if session.identity.uid in edition.coming_uids]
    return Choice(*what, name=name, feed=feed, coming=len(coming), off=sum(not session.status.takes_place for session in coming))


def _in_window(edition: Edition, sessions: Iterable[Session]) -> tuple[Session, ...]:
    inside = shown(edition)
    return tuple(session for session in sessions if session.identity.uid in inside)
