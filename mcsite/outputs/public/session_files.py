"""One session in a file, to add to a calendar once: ``events/SLUG/YYYY-MM-DD/session.ics``, of a one-off ``events/SLUG/session.ics``.

It has the same UID as in the feeds, so that who adds the session and follows the feed too is not shown it twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite import kept
from mcsite.build.artifact import Artifact
from mcsite.model.origin import Origin
from mcsite.model.site import Edition
from mcsite.render.calendars import calendar
from mcsite.render.entries import Entry, entries_of
from mcsite.render.follow import session_file
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """One artifact for each session of the families that the site makes."""
    settings, entries = edition.site.settings, entries_of(edition, theme.strings)
    for session in edition.site.sessions:
        if address := session_file(session, settings):
            yield kept.again(_file, address, entries[session.event.slug, session.key], session.event.origin)


def _file(address: str, entry: Entry, origin: Origin) -> Artifact:
    return Artifact(address, make, {"entry": entry}, origin=origin)


def make(entry: Entry) -> bytes:
    """The bytes of a file of one session: it has no name, so that no client opens it as a calendar of its own."""
    return calendar(None, (entry,))
