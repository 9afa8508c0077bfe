"""A series in RRULE form, for those who would rather add it once than follow it: ``events/SLUG/series.ics``.

One VEVENT carries the rule; each session that differs from it is a VEVENT of the same UID with its RECURRENCE-ID, and each
extra one a VEVENT of its own. The UID is that of the event, not of any session: what is added so is not what is followed.
Where no rule would be read alike everywhere, there is no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.calendars import calendar
from mcsite.render.entries import Entry, Recurrence, entries_of, entry_of
from mcsite.render.theme import Theme
from mcsite.schedule.expand import expand
from mcsite.schedule.portable import PortableRule, portable


def plan(edition: Edition, _theme: Theme) -> Iterator[Artifact]:
    """One artifact for each series that has a rule, also under the event's former names."""
    if edition.site.settings.makes("calendars"):
        for event in edition.site.events:
            rule = portable(event.schedule, expand(event.schedule)) if event.schedule.rule else None
            if rule:
                inputs = {"entries": tuple(_entries(edition, event, rule))}
                for slug in (event.slug, *event.aliases):
                    yield Artifact(addresses.event_rule(slug), make, inputs, origin=event.origin)


def make(entries: tuple[Entry, ...]) -> bytes:
    """The bytes of a file: it is added once, so it has no name of its own."""
    return calendar(None, entries)


def _entries(edition: Edition, event: Event, rule: PortableRule) -> Iterator[Entry]:
    """The rule first, then what differs from it, then what is extra."""
    known, settings = entries_of(edition), edition.site.settings
    sessions = {session.key: session for session in edition.sessions_of[event.slug]}
    extra = {occurrence.key for occurrence in rule.singles}
    regular = [session for key, session in sessions.items() if key not in extra]
    series = _series(settings, event, rule, regular)
    yield series
    differing = {occurrence.key for occurrence in rule.overrides} | {session.key for session in regular if session.full}
    for session in regular:
        if session.key in differing:
            instance = (session.moved_from or session.when).start
            yield replace(known[event.slug, session.key], uid=series.uid, sequence=series.sequence, instance=instance)
    yield from (known[event.slug, key] for key in sorted(extra))


def _series(settings: Settings, event: Event, rule: PortableRule, regular: list[Session]) -> Entry:
    """The entry that carries the rule: the event as such, without what is said of a single session.

    Its SEQUENCE is the sum of the sessions', so that it rises with every change of one of them.
    """
    plain = replace(
        regular[0],
        address=addresses.event(event.slug),
        when=rule.first,
        status=event.status,
        reason=event.reason,
        moved_from=None,
        number=None,
        title=event.title,
        summary=event.summary,
        note="",
        venue=event.venue,
        online=event.online,
        neighbourhood=event.neighbourhood,
        full=False,
    )
    return replace(
        entry_of(plain, settings),
        uid=f"{event.identity or event.slug}@{settings.host}",
        sequence=sum(session.identity.sequence for session in regular),
        modified=max(session.identity.modified for session in regular),
        recurrence=Recurrence(rule.rule, rule.exdates, max((session.moved_from or session.when).last_day for session in regular)),
    )
