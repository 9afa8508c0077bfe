"""VTIMEZONE components (RFC 5545 3.6.5) that every calendar reads alike. The only reader of the ``tzdata`` package's files.

A zone with a simple yearly rule is written as one DAYLIGHT and one STANDARD with a yearly RRULE, the form that Outlook asks
for. A zone without one, or whose rule did not hold in all the years asked for, is written as one part per change of the clock.
RDATE is never used: engines disagree about it. The text depends on the zone and the years alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from itertools import pairwise

from mcsite.model.moment import zone

_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_NEW_YEAR_1970 = datetime(1970, 1, 1)  # noqa: DTZ001 - a local time, as VTIMEZONE wants it
_NAME = r"<([^>]+)>|([A-Za-z]+)"
_OFFSET = r"([+-]?\d+(?::\d+){0,2})"
_CHANGE = r",M(\d+)\.(\d)\.(\d)(?:/([+-]?\d+(?::\d+){0,2}))?"
_FOOTER = re.compile(rf"(?:{_NAME}){_OFFSET}(?:{_NAME}){_OFFSET}?{_CHANGE}{_CHANGE}")


@dataclass(frozen=True, slots=True)
class _Change:
    """The clock is changed: ``at`` is the instant (UTC, naive), ``before`` and ``after`` are offsets from UTC."""

    at: datetime
    before: timedelta
    after: timedelta


@dataclass(frozen=True, slots=True)
class _Yearly:
    """A day and time of each year: the ``week``-th ``weekday`` (Sunday is 0; week 5 is the last) of ``month``, at a local ``time``."""

    month: int
    week: int
    weekday: int
    time: timedelta

    @property
    def simple(self) -> bool:
        """Whether the change falls on the named day itself, not on one before or after it."""
        return timedelta() <= self.time < timedelta(days=1)

    @property
    def rule(self) -> str:
        """As an RFC 5545 recurrence rule."""
        week = -1 if self.week == 5 else self.week
        return f"FREQ=YEARLY;BYMONTH={self.month};BYDAY={week}{_DAYS[self.weekday]}"

    def in_year(self, year: int) -> datetime:
        """The local time of the change in one year."""
        first = date(year, self.month, 1)
        day = first + timedelta(days=(self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1))
        if day.month != self.month:
            day -= timedelta(days=7)
        return datetime.combine(day, datetime.min.time()) + self.time


@dataclass(frozen=True, slots=True)
class _Part:
    """One STANDARD or DAYLIGHT; ``start`` is local, on the clock as it was before."""

    start: datetime
    before: timedelta
    after: timedelta
    name: str
    daylight: bool
    yearly: _Yearly | None = None

    def lines(self) -> Iterator[str]:
        kind = "DAYLIGHT" if self.daylight else "STANDARD"
        yield f"BEGIN:{kind}"
        yield f"DTSTART:{self.start:%Y%m%dT%H%M%S}"
        if self.yearly:
            yield f"RRULE:{self.yearly.rule}"
        yield f"TZNAME:{self.name}"
        yield f"TZOFFSETFROM:{_offset(self.before)}"
        yield f"TZOFFSETTO:{_offset(self.after)}"
        yield f"END:{kind}"


@cache
def vtimezone(name: str, first: int, last: int) -> bytes:
    """The VTIMEZONE of an IANA name, right for every local time from the ``first`` to the ``last`` year, inclusive."""
    parts = _parts(name, first - 1, last)  # what holds on the first of January began the year before
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}", *(line for part in parts for line in part.lines()), "END:VTIMEZONE", ""]
    return "\r\n".join(lines).encode("ascii")


def _parts(name: str, first: int, last: int) -> tuple[_Part, ...]:
    changes = tuple(_changes(name, first, last))
    if not changes:
        return (_fixed(name, _NEW_YEAR_1970, datetime(first, 1, 1, tzinfo=UTC)),)
    return _as_rule(name, first, last, changes) or _one_by_one(name, first, changes)


def _changes(name: str, first: int, last: int) -> Iterator[_Change]:
    """Every change of the clock in these years, found by asking the zone day by day and then halving."""
    days = range((date(last + 1, 1, 2) - date(first, 1, 1)).days)
    start = datetime(first, 1, 1, tzinfo=UTC)
    for before, after in pairwise(start + timedelta(days=day) for day in days):
        if _at(name, before) != _at(name, after):
            moment = _bisect(name, before, after)
            yield _Change(moment.replace(tzinfo=None), _at(name, before), _at(name, after))


def _bisect(name: str, before: datetime, after: datetime) -> datetime:
    """The first second of the new offset."""
    old = _at(name, before)
    while (gap := int((after - before).total_seconds())) > 1:
        middle = before + timedelta(seconds=gap // 2)
        before, after = (middle, after) if _at(name, middle) == old else (before, middle)
    return after


def _at(name: str, moment: datetime) -> timedelta:
    return moment.astimezone(zone(name)).utcoffset() or timedelta()


def _as_rule(name: str, first: int, last: int, changes: Iterable[_Change]) -> tuple[_Part, ...]:
    """The two yearly parts, in order of the year; nothing where the zone's rule does not say exactly these changes."""
    parts = tuple(_rule_parts(name, first))
    said = {_Change(part.yearly.in_year(year) - part.before, part.before, part.after) for part in parts if part.yearly for year in range(first, last + 1)}
    return tuple(sorted(parts, key=lambda part: part.start)) if said == set(changes) else ()


def _rule_parts(name: str, year: int) -> Iterator[_Part]:
    """What the zone file's last line says (RFC 9636 3.3): ``GMT0BST,M3.5.0/1,M10.5.0``; its offsets count westwards."""
    found = _FOOTER.fullmatch(_footer(name))
    if not found:
        return
    usual, summer = found[1] or found[2], found[4] or found[5]
    offset = -_duration(found[3])
    shifted = -_duration(found[6]) if found[6] else offset + timedelta(hours=1)
    begin, end = _yearly(found.groups()[6:10]), _yearly(found.groups()[10:14])
    if begin.simple and end.simple:
        yield _Part(begin.in_year(year), offset, shifted, summer, shifted > offset, begin)
        yield _Part(end.in_year(year), shifted, offset, usual, offset > shifted, end)


def _yearly(words: tuple[str | None, ...]) -> _Yearly:
    month, week, weekday, time = words
    return _Yearly(int(month or 0), int(week or 0), int(weekday or 0), _duration(time or "2"))


@cache
def _footer(name: str) -> str:
    data = resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    return data.rstrip(b"\n").rsplit(b"\n", 1)[-1].decode("ascii")


def _duration(text: str) -> timedelta:
    """``-3:30`` as a span of time: hours, minutes, seconds."""
    hours, minutes, seconds = (*map(int, text.lstrip("+-").split(":")), 0, 0)[:3]
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -span if text.startswith("-") else span


def _one_by_one(name: str, first: int, changes: Iterable[_Change]) -> tuple[_Part, ...]:
    """A part for how the first year began, and one for each change."""
    start = _fixed(name, datetime(first, 1, 1), datetime(first, 1, 1, tzinfo=UTC))  # noqa: DTZ001 - a local time, as VTIMEZONE wants it
    return (start, *(_single(name, change) for change in changes))


def _single(name: str, change: _Change) -> _Part:
    """A change forward that is no change of what is usual there begins summer time."""
    before, after = (moment.replace(tzinfo=UTC).astimezone(zone(name)) for moment in (change.at - timedelta(seconds=1), change.at))
    daylight = change.after > change.before and before.dst() != after.dst()
    return _Part(change.at + change.before, change.before, change.after, after.tzname() or name, daylight)


def _fixed(name: str, start: datetime, moment: datetime) -> _Part:
    """The offset at one moment, as if it had always been."""
    local = moment.astimezone(zone(name))
    offset = local.utcoffset() or timedelta()
    return _Part(start, offset, offset, local.tzname() or name, daylight=False)


def _offset(value: timedelta) -> str:
    """``+0530``; with seconds where there are any, as in local mean time."""
    seconds = int(value.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{minutes:02}" + (f"{rest:02}" if rest else "")
