"""From an event and its dates to sessions: the values that pages, feeds, handouts and mails are all made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from mcsite.model import addresses
from mcsite.model.event import UNSETTLED, Event, Session, Status
from mcsite.model.moment import instant
from mcsite.model.schedule import Change, Day
from mcsite.model.settings import Settings
from mcsite.schedule.clock import at_midnight
from mcsite.schedule.english import moment_words, nearest_words
from mcsite.schedule.expand import Occurrence
from mcsite.schedule.problem import Problem

T = TypeVar("T")

_AS_IN_THE_EVENT = Change()


def sessions_of(settings: Settings, event: Event, occurrences: Iterable[Occurrence], full: Collection[Day] | bool) -> tuple[Session, ...]:
    """The sessions of one event, in order of their original dates, and not settled yet.

    ``full`` says which are booked out: all, none, or those of the given days.
    """
    return tuple(_session(settings, event, occurrence, _is_full(full, occurrence)) for occurrence in occurrences)


def never_held(full: Collection[Day] | bool, occurrences: Collection[Occurrence]) -> Iterator[Problem]:
    """Days that are said to be booked out though there is no session on them."""
    for position, day in enumerate(() if isinstance(full, bool) else full):
        if not any(_is_full((day,), occurrence) for occurrence in occurrences):
            known = sorted({occurrence.day for occurrence in occurrences})
            message = f"there is no session on {moment_words(day)}, so none can be booked out"
            yield Problem(("full", position), "E340", message, nearest_words(at_midnight(day).date(), known))


def in_order(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Sessions as lists show them: by the instant they begin, then by event and key."""
    return tuple(sorted(sessions, key=lambda session: (instant(session.when.begins), session.event.slug, session.key)))


def _is_full(full: Collection[Day] | bool, occurrence: Occurrence) -> bool:
    if isinstance(full, bool):
        return full
    return occurrence.original in full or occurrence.day in full


def _session(settings: Settings, event: Event, occurrence: Occurrence, full: bool) -> Session:
    change = occurrence.change or _AS_IN_THE_EVENT
    venue = _either(change.venue, event.venue)
    status, reason = _fate(event, occurrence)
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
        capacity=_either(change.capacity, event.capacity),
        full=full,
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
