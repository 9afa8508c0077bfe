"""A series in RRULE form, for those who would rather add it once than follow it: ``events/SLUG/series.ics``.

One VEVENT carries the rule; each session that differs from it is a VEVENT of the same UID with its RECURRENCE-ID, and each
extra one a VEVENT of its own. The UID is that of the event, not of any session: what is added so is not what is followed.
Where no rule would be read alike everywhere, there is no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from mcsite import kept
from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.ledger import Ledger, Published
from mcsite.model.schedule import Schedule
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.calendars import calendar
from mcsite.render.entries import Entry, Head, Recurrence, entries_of, entry_of, head_of
from mcsite.render.follow import rule_of, series_file
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme
from mcsite.schedule.portable import PortableRule


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session of the series: its entry, the start that a rule gives it, and whether it must stand by itself whatever the dates say."""

    key: str
    entry: Entry
    planned: datetime | date
    apart: bool


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """One artifact for each series that has a rule, also under the event's former names."""
    settings, strings = edition.site.settings, theme.strings
    entries, remembered = entries_of(edition, strings), _remembered(edition.ledger)
    for event in edition.site.events:
        sessions, address = edition.sessions_of[event.slug], series_file(event, settings)
        if sessions and address:
            head = kept.the_same(_head(edition, strings, event, address), event)
            own = tuple(entries[event.slug, each.key] for each in sessions)
            yield from kept.again(_of_event, head, settings, strings, event, sessions, own, remembered.get(sessions[0].identity.series, ()))


def _of_event(  # noqa: PLR0913, PLR0917 - all that it depends on
    head: Head, settings: Settings, strings: Strings, event: Event, sessions: tuple[Session, ...], entries: tuple[Entry, ...], remembered: tuple[Published, ...]
) -> tuple[Artifact, ...]:
    """The same file under each name that the event has or had."""
    meetings = tuple(Meeting(each.key, entry, (each.moved_from or each.when).start, each.full) for each, entry in zip(sessions, entries, strict=True))
    series = _series(sessions, entry_of(_plain(event, sessions[0]), settings, strings), remembered)
    inputs = {"head": head, "schedule": event.schedule, "series": series, "meetings": meetings}
    return tuple(Artifact(addresses.event_rule(slug), make, inputs, origin=event.origin) for slug in (event.slug, *event.aliases))


def make(head: Head, schedule: Schedule, series: Entry, meetings: tuple[Meeting, ...]) -> bytes:
    """The bytes of a file, with the name that the feed of the series has."""
    rule = rule_of(schedule)
    if rule is None:
        message = "a series without a rule was planned a file"
        raise ValueError(message)
    return calendar(head, _entries(rule, series, meetings))


def _head(edition: Edition, strings: Strings, event: Event, address: str) -> Head:
    """In the zone of the event: some clients repeat a rule whose times are in UTC in the zone that the calendar names."""
    return replace(head_of(edition, strings, address, event.title, addresses.event(event.slug)), timezone=event.schedule.timezone)


def _entries(rule: PortableRule, series: Entry, meetings: tuple[Meeting, ...]) -> Iterator[Entry]:
    """The rule first, then what differs from it, then what is extra."""
    extra = {occurrence.key for occurrence in rule.singles}
    differing = {occurrence.key for occurrence in rule.overrides}
    yield replace(series, when=rule.first, recurrence=Recurrence(rule.rule, rule.exdates, max(_day(each) for each in meetings)))
    for each in meetings:
        if each.key in extra:
            yield each.entry
        elif each.apart or each.key in differing:
            yield replace(each.entry, uid=series.uid, sequence=series.sequence, instance=each.planned)


def _day(meeting: Meeting) -> date:
    return meeting.planned.date() if isinstance(meeting.planned, datetime) else meeting.planned


def _remembered(ledger: Ledger) -> dict[str, tuple[Published, ...]]:
    """Every session ever published, by the permanent name of its event."""
    found: dict[str, list[Published]] = {}
    for known in ledger.sessions:
        found.setdefault(known.series, []).append(known)
    return {series: tuple(group) for series, group in found.items()}


def _series(sessions: tuple[Session, ...], entry: Entry, remembered: tuple[Published, ...]) -> Entry:
    """The entry that is to carry the rule, made of that of the event as such.

    Its SEQUENCE is that of the calendar it comes from and the sum of those of all sessions that the series ever had, so that it rises
    with every change of one of them; a withdrawn one counts once more. Sessions that are gone still count: were it to fall, clients
    would ignore what follows.
    """
    present = {session.identity.uid: session.identity.sequence for session in sessions}
    gone = {known.uid: known.sequence + known.withdrawn for known in remembered if known.uid not in present}
    return replace(
        entry,
        uid=_uid(sessions[0].identity.series, present | gone),
        sequence=sessions[0].event.sequence + sum((present | gone).values()),
        modified=max([*(session.identity.modified for session in sessions), *(known.modified for known in remembered)]),
    )


def _plain(event: Event, session: Session) -> Session:
    """The event as such, without what is said of a single session."""
    return replace(
        session,
        address=addresses.event(event.slug),
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


def _uid(series: str, uids: Iterable[str]) -> str:
    """The permanent name of the event, unless a session has or had it: one that was alone when it was first published."""
    return f"series-{series}" if series in uids else series
