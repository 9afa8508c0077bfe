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
from mcsite.source.dates import day, days, month, spoken
from mcsite.source.durations import is_duration
from mcsite.source.times import is_like_a_time, time_of_day, times_of_day
from mcsite.source.zones import is_zone

_CLOCK = r"(?<![\d:.])\d{1,2}[:.]\d{2}(?P<seconds>[:.]\d{2}(?:[.,]\d+)?)?"
_WITH_OFFSET = re.compile(rf"(?P<local>.*{_CLOCK})\s*(?:z|utc|(?P<sign>[+-])(?P<hours>\d{{2}}):?(?P<minutes>\d{{2}})?)", re.IGNORECASE | re.ASCII)
_LIKE_AN_OFFSET = re.compile(r".*-\s?(?:0\d|1[0-2]):(?:00|30)")
_WITH_ZONE = re.compile(r".*\d(?:\s?[ap]\.?m\.?|:\d\d)\s+\(?(?P<zone>[A-Za-z]+(?:[/_][A-Za-z]+)*)\)?", re.IGNORECASE)
_T = re.compile(r"(?<=\d)t(?=\d)", re.IGNORECASE)
_SPLITTERS = re.compile(r"(?<=\d)t(?=\d)|,?\s+(?:(?:at|from)\s+|@\s*)?", re.IGNORECASE)
_BETWEEN_MOMENTS = re.compile(r"\s*(?:\.{2,}|[…–—])\s*|\s+(?:-|to|until|till)\s+", re.IGNORECASE)
_SURE_CLOCK = re.compile(r"[:.a-z]", re.IGNORECASE)
_HOURS = re.compile(r"0?[1-9]\s?h(?:\s?\d{2})?", re.IGNORECASE | re.ASCII)
_NUMBERS_OF_A_DAY = re.compile(r"\d{4}|\d[-/]\d|\d\.\d+\.")
_WORD = re.compile(r"[^\W\d]+")
_YEAR = re.compile(r"\d{4}", re.ASCII)
_DAY_AND_MORE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:,?\s+(?:at\s+)?|,|t(?=\d))(?P<more>(?![-–—]|to\b|until\b|till\b)\S.*)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"(?:12 )?midnight|24[:.]00", re.IGNORECASE)
_LONGEST_RANGE = timedelta(hours=8)
"""Beyond this, ``18:00-05:00`` is as likely a time with an offset as a session until the next morning."""


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
    plain, offset = _without_offset(" ".join(text.split()))
    if between := _between_moments(plain):
        return Start(_stated(plain[: between.start()], None), _stated(plain[between.end() :], offset))
    on, clock = _parted(plain)
    if on is None:
        _refuse_strange_time(plain)
        return _whole_days(plain)
    first, last = times_of_day(clock)
    if last is None:
        return Start(_stated(plain, offset))
    _refuse_likely_offset(clock, first, last)
    return Start(Stated(datetime.combine(day(on), first)), last)


def stated(text: str) -> Stated:
    """A day, or a day and a time. Raises ``Misread``."""
    return _stated(*_without_offset(" ".join(text.split())))


def end(text: str) -> Stated | time:
    """A time, a day, or both. Raises ``Misread``."""
    if _HOURS.fullmatch(text):
        first, more = time_of_day(text), f"write 'duration: {text}' instead"
        raise Misread("E308", f"'{text}' can mean {first:%H:%M} or how long it takes", f"write {first:%H:%M}, or {more}")
    if is_like_a_time(text):
        return time_of_day(text)
    if is_duration(text):
        raise Misread("E306", f"'{text}' says how long it takes, not when it ends", f"write 'duration: {text}' instead")
    return stated(text) if _is_like_a_day(text) else time_of_day(text)


def only_day(text: str) -> date:
    """A day without a time. Raises ``Misread``."""
    _refuse_time(" ".join(text.split()))
    return day(text)


def which_session(text: str) -> date | datetime:
    """The day, or the local day and time, that names a session. Raises ``Misread``; E300 for a range of days."""
    if ".." in text:
        raise Misread("E300", f"'{text}' is a range of days, and sessions are named one by one", "write the day of each session, for example 2026-03-03")
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
    """A day or a range of days, without a reason. Raises ``Misread``; E300 for a time of day."""
    try:
        return Days(*days(text))
    except Misread:
        _refuse_time(" ".join(text.split()))
        raise


def _whole_days(plain: str) -> Start:
    first, last = days(plain)
    return Start(Stated(first), Stated(last) if last != first else None)


def _stated(plain: str, offset: timedelta | None) -> Stated:
    on, clock = _parted(plain)
    if on is None:
        _refuse_strange_time(plain)
        return Stated(day(plain))
    _refuse_two_midnights(clock, on)
    return Stated(datetime.combine(day(on), time_of_day(clock)), offset)


def _between_moments(plain: str) -> re.Match[str] | None:
    """What stands between two days with their times: ``2026-01-06 22:00 - 2026-01-07 02:00``."""
    if len(_YEAR.findall(plain)) < 2:
        return None
    return next((found for found in _BETWEEN_MOMENTS.finditer(plain) if _parted(plain[: found.start()])[0] and _parted(plain[found.end() :])[0]), None)


def _without_offset(plain: str) -> tuple[str, timedelta | None]:
    """``2026-01-06T18:00Z`` → the local words and an offset of nothing.

    A hyphen begins an offset only in what a program wrote, with ``T`` or seconds; by hand, ``18:00-20:00`` is a range.
    """
    found = _WITH_OFFSET.fullmatch(plain)
    if not found:
        _refuse_zone(plain)
        return plain, None
    if found["sign"] == "-" and not found["seconds"] and not _T.search(plain):
        return plain, None
    hours, minutes = int(found["hours"] or 0), int(found["minutes"] or 0)
    if hours > 15 or minutes > 59:
        raise Misread("E312", f"'{plain}' ends with something that is no difference from UTC", f"write the local time alone: {found['local']}")
    size = timedelta(hours=hours, minutes=minutes)
    return found["local"], -size if found["sign"] == "-" else size


def _refuse_zone(plain: str) -> None:
    found = _WITH_ZONE.fullmatch(plain)
    if found and is_zone(found["zone"]):
        local = plain[: found.start("zone")].rstrip(" (")
        raise Misread(
            "E312", "the time zone has a field of its own", f"write {local}, and 'timezone: Europe/London' on a line of its own if it is not the site's"
        )


def _parted(plain: str) -> tuple[str | None, str]:
    """The day and the time of a text; ``None`` when there is no time in it."""
    for found in _SPLITTERS.finditer(plain):
        before, after = plain[: found.start()], plain[found.end() :]
        if is_like_a_time(after) and _YEAR.search(before):
            return before, after
        if is_like_a_time(before) and _SURE_CLOCK.search(before) and _YEAR.search(after):
            return re.sub(r"^on\s+", "", after, flags=re.IGNORECASE), before
    return _yearless(plain)


def _yearless(plain: str) -> tuple[str | None, str]:
    """The same for a day whose year is missing, so that this is what is said of it."""
    on, _, clock = plain.rpartition(" ")
    return (on, clock) if on and not clock.isdigit() and is_like_a_time(clock) else (None, plain)


def _is_like_a_day(text: str) -> bool:
    return any(character.isdigit() for character in text) and (bool(_NUMBERS_OF_A_DAY.search(text)) or any(map(month, _WORD.findall(text))))


def _refuse_time(plain: str) -> None:
    on, clock = _parted(plain)
    if on is not None:
        raise Misread("E300", f"a day alone belongs here, without a time such as '{clock}'", f"write {day(on)}")


def _refuse_strange_time(plain: str) -> None:
    """When a day is followed by something that should be a time, it is the time that is not understood."""
    if found := _DAY_AND_MORE.fullmatch(plain):
        time_of_day(found["more"])


def _refuse_two_midnights(clock: str, on: str) -> None:
    if _MIDNIGHT.fullmatch(clock):
        first = day(on)
        message = f"midnight of {spoken(first)} can be its first or its last moment"
        raise Misread("E308", message, f"write {first} 00:00 or {first + timedelta(days=1)} 00:00")


def _refuse_likely_offset(clock: str, first: time, last: time) -> None:
    length = (datetime.combine(date.min, last) - datetime.combine(date.min, first)) % timedelta(days=1)
    if length > _LONGEST_RANGE and last < first and _LIKE_AN_OFFSET.fullmatch(clock):
        message = f"'{clock}' can mean until {last:%H:%M} the next morning, or {first:%H:%M} with a difference from UTC"
        raise Misread("E308", message, f"write {first:%H:%M} alone, and 'end: {last:%H:%M}' on a line of its own if that is the end")


def _shown(at: datetime | date) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, datetime) else at.isoformat()


def _signed(offset: timedelta) -> str:
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
