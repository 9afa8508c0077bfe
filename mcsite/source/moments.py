"""A day with or without a time: ``2026-01-06``, ``2026-01-06 18:00``, ``6 Jan 2026 6pm-6:45pm``, ``2026-01-06T18:00:00+00:00``.

Times are local words; the zone is said elsewhere. An offset that was written all the same is kept, so that whoever
knows the zone can compare: ``Stated.local``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mcsite.diagnostics import Misread
from mcsite.model.moment import zone
from mcsite.model.schedule import Days
from mcsite.source.dates import day, days, spoken
from mcsite.source.times import is_like_a_time, time_of_day, times_of_day

_OFFSET = re.compile(r"(?<=\d)\s*(?:(z|utc)|([+-])(\d{2}):?(\d{2})?)$", re.IGNORECASE | re.ASCII)
_HAS_CLOCK = re.compile(r"\d[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*$")
_SPLITTERS = re.compile(r"(?<=\d)t(?=\d)|,?\s+(?:at\s+|from\s+|@\s*)?|,\s*", re.IGNORECASE)
_PLACELESS = re.compile(r"(?:noon|midnight|midday|24[:.]00)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """A day, or a local day and time without zone; ``offset`` from UTC only when the author wrote one."""

    at: datetime | date
    offset: timedelta | None = None

    def local(self, timezone: str) -> datetime | date:
        """The local words in that zone. Raises ``Misread`` E311 with both readings when a written offset is not that of the zone."""
        if self.offset is None or not isinstance(self.at, datetime):
            return self.at
        there = (self.at - self.offset).replace(tzinfo=zone("UTC")).astimezone(zone(timezone)).replace(tzinfo=None)
        if there == self.at:
            return self.at
        message = f"{_shown(self.at)}{_signed(self.offset)} is {_shown(there)} in {timezone}"
        raise Misread("E311", message, f"write the local time without an offset: {_shown(there)}, or {_shown(self.at)} if that is what clocks there show")


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of an event, and its end where both were written together: ``2026-01-06 18:00-18:45``."""

    begins: Stated
    ends: Stated | time | None = None


def start(text: str) -> Start:
    """A beginning, perhaps with an end. Raises ``Misread``."""
    plain = " ".join(text.split())
    moment, clock = _parted(plain)
    if moment is None:
        return _without_clock(plain)
    if "-" not in clock and is_like_a_time(clock):
        return Start(_stated(plain))
    on = day(moment)
    first, last = times_of_day(clock)
    return Start(Stated(datetime.combine(on, first)), last)


def stated(text: str) -> Stated:
    """A day, or a day and a time. Raises ``Misread``."""
    return _stated(" ".join(text.split()))


def end(text: str) -> Stated | time:
    """A time, a day, or both. Raises ``Misread``."""
    return time_of_day(text) if is_like_a_time(text) else stated(text)


def which_session(text: str) -> date | datetime:
    """The day, or the local day and time, that names a session. Raises ``Misread``."""
    found = stated(text)
    if found.offset is not None:
        raise Misread("E312", f"'{text}' names a session by its local time, so it cannot have an offset", f"write {_shown(found.at)}")
    return found.at


def name_of_session(text: str) -> str:
    """The name by which the place of an exception is asked for: ``2026-02-17``, or ``2026-02-17 18:00``. Raises ``Misread``."""
    return _shown(stated(text).at)


def name_of_days(text: str) -> str:
    """The same for days off: ``2026-02-17``, or ``2026-04-01..2026-04-14``. Raises ``Misread``."""
    first, last = days(text)
    return first.isoformat() if first == last else f"{first}..{last}"


def off_days(text: str) -> Days:
    """A day or a range of days, without a reason. Raises ``Misread``."""
    return Days(*days(text))


def _without_clock(plain: str) -> Start:
    first, last = days(plain)
    return Start(Stated(first), Stated(last) if last != first else None)


def _stated(plain: str) -> Stated:
    bare, offset = _without_offset(plain)
    moment, clock = _parted(bare)
    if moment is None:
        return Stated(day(bare))
    _refuse_two_midnights(clock, moment)
    return Stated(datetime.combine(day(moment), time_of_day(clock)), offset)


def _without_offset(plain: str) -> tuple[str, timedelta | None]:
    """``2026-01-06T18:00Z`` → the local words and an offset of nothing. The hyphens of a day alone are no offset."""
    found = _OFFSET.search(plain)
    if not found or not _HAS_CLOCK.search(plain[: found.start()]):
        return plain, None
    hours, minutes = int(found[3] or 0), int(found[4] or 0)
    if hours > 15 or minutes > 59:
        raise Misread("E312", f"'{found[0].strip()}' is not a difference from UTC", "write the local time without it")
    size = timedelta(hours=hours, minutes=minutes)
    return plain[: found.start()], -size if found[2] == "-" else size


def _parted(plain: str) -> tuple[str | None, str]:
    """The day and the time of a text; ``None`` when there is no time in it."""
    for found in _SPLITTERS.finditer(plain):
        clock = plain[found.end() :]
        if is_like_a_time(clock) and _could_be_a_day(plain[: found.start()]) and not _is_rest_of_a_day(plain, found.start(), clock):
            return plain[: found.start()], clock
    return None, plain


def _could_be_a_day(text: str) -> bool:
    return sum(character.isdigit() for character in text) > 2 or text.count(" ") > 0


def _is_rest_of_a_day(plain: str, position: int, clock: str) -> bool:
    """In ``6 Jan 2026`` what follows the month is a year, in ``Tue 6 Jan`` what follows the weekday a day."""
    return clock.isdigit() and re.search(r"\d{4}", plain[:position]) is None


def _refuse_two_midnights(clock: str, moment: str) -> None:
    if not _PLACELESS.fullmatch(clock) or clock.casefold() in ("noon", "midday"):
        return
    on = day(moment)
    after = on + timedelta(days=1)
    raise Misread("E308", f"midnight of {spoken(on)} can be its first or its last moment", f"write {on} 00:00 or {after} 00:00")


def _shown(at: datetime | date) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, datetime) else at.isoformat()


def _signed(offset: timedelta) -> str:
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
