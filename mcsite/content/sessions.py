"""From an event and its dates to sessions: the values that pages, feeds, handouts and mails are all made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from mcsite.content.bookings import Bookings
from mcsite.model import addresses
from mcsite.model.event import UNSETTLED, Event, Session, Status
from mcsite.model.moment import instant
from mcsite.model.schedule import Change
from mcsite.model.settings import Settings
from mcsite.schedule.occurrence import Occurrence

T = TypeVar("T")

_AS_IN_THE_EVENT = Change()


def sessions_of(settings: Settings, event: Event, occurrences: Iterable[Occurrence], bookings: Bookings) -> tuple[Session, ...]:
    """The sessions of one event, in order of their original dates, and not settled yet."""
    return tuple(_session(settings, event, occurrence, bookings) for occurrence in occurrences)


def in_order(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Sessions as lists show them: by the instant they begin, then by event and key."""
    return tuple(sorted(sessions, key=lambda session: (instant(session.when.begins), session.event.slug, session.key)))


def _session(settings: Settings, event: Event, occurrence: Occurrence, bookings: Bookings) -> Session:
    change = occurrence.change or _AS_IN_THE_EVENT
    venue = _either(change.venue, event.venue)
    status, reason = _fate(event, occurrence)
    capacity = _either(change.capacity, event.capacity)
    return Session(
        event=event,
        key=occurrence.key,
        address=_address(settings, event, occurrence.key),
        when=occurrence.when,
        identity=UNSETTLED,
        status=status,
        reason=reason,
        moved_from=occurrence.moved_from,
        number=occurrence.number,
        of=occurrence.of,
        title=_either(change.title, event.title),
        summary=_either(change.summary, event.summary),
        note=change.note or "",
        venue=venue,
        online=_either(change.online, event.online),
        hosts=_either(change.hosts, event.hosts),
        neighbourhood=venue.neighbourhood if change.venue and venue else event.neighbourhood,
        capacity=capacity,
        full=bookings.fills(occurrence, capacity),
        count=bookings.count(occurrence),
    )


def _fate(event: Event, occurrence: Occurrence) -> tuple[Status, str]:
    """Status and reason. A session that was cancelled by itself stays so, whatever becomes of the event."""
    if event.status is Status.SCHEDULED or occurrence.status is Status.CANCELLED:
        return occurrence.status, occurrence.reason
    return event.status, event.reason


def _either(changed: T | None, otherwise: T) -> T:
    return otherwise if changed is None else changed


def _address(settings: Settings, event: Event, key: str) -> str:
    own = event.is_series and settings.makes("sessions")
    return addresses.session(event.slug, key) if own else addresses.event(event.slug)
