"""The dates of an event as its author meant them, before they become sessions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from mcsite.model.people import Person
from mcsite.model.places import Venue


@dataclass(frozen=True, slots=True)
class Days:
    """Days, first to last inclusive, with the author's reason."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs in one session; ``None`` means: as in the event. ``end`` is local, without zone."""

    title: str | None = None
    venue: Venue | None = None
    hosts: tuple[Person, ...] | None = None
    end: datetime | date | None = None
    capacity: int | None = None
    summary: str | None = None
    note: str | None = None
    online: str | None = None


Day = date | datetime
"""Names a session by its original date, or by date and time where a day has two. Datetimes are local, without zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When an event takes place.

    ``start`` is local, without zone; a date alone means whole days. ``duration`` is that of a timed session;
    ``days`` the number of days of a whole-day one. ``rule`` is an RFC 5545 RRULE value without ``RRULE:`` and
    without the author's ``times``/``until``/``confirmed_until``, or empty for a one-off.
    ``times`` sessions are held however many dates are skipped; ``until`` and ``confirmed_until`` are inclusive.
    """

    start: datetime | date
    timezone: str
    duration: timedelta = timedelta(hours=1)
    days: int = 1
    rule: str = ""
    times: int | None = None
    until: date | None = None
    confirmed_until: date | None = None
    skip: tuple[Days, ...] = ()
    cancelled: tuple[tuple[Day, str], ...] = ()
    moved: tuple[tuple[Day, datetime | date], ...] = ()
    changed: tuple[tuple[Day, Change], ...] = ()
    extra: tuple[datetime | date, ...] = ()
    closed: tuple[Days, ...] = field(default=())
