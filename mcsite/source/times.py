"""Times of day as people write them: ``18:30``, ``18.30``, ``6pm``, ``6:30 p.m.``, ``18h30``, ``noon``, and ranges of them.

A range shares what it says once: in ``6-8pm`` both are evening.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from mcsite.diagnostics import Misread

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:(?:[:.h]|h )(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.0+)?)?)?(?P<h>\s?h|\s?uhr)?\s*(?P<half>[ap])?(?(half)\.?\s?m?\.?)",
    re.IGNORECASE | re.ASCII,
)
_WORDS = {"noon": (12, "p"), "midday": (12, "p"), "12 noon": (12, "p"), "midnight": (12, "a"), "12 midnight": (12, "a")}
_BETWEEN_TIMES = re.compile(r"\s*(?:[-–—\u2212\u2010\u2011]|\.{2,}|…|\b(?:to|until|till|til)\b)\s*", re.IGNORECASE)
_FROM = re.compile(r"^(?:from|at|@)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time that was recognised but perhaps lacks its half of the day: ``half`` is ``a``, ``p`` or empty."""

    hour: int
    minute: int = 0
    second: int = 0
    half: str = ""
    bare: bool = False

    def needs_half(self) -> bool:
        """``6`` alone can be morning or evening; ``18`` and ``6:30`` cannot."""
        return self.bare and not self.half and self.hour <= 12

    def with_half(self, half: str) -> _Clock:
        return _Clock(self.hour, self.minute, self.second, half)

    def value(self, text: str) -> time:
        hour = self.hour
        if self.half:
            if not 1 <= hour <= 12:
                raise Misread("E307", f"'{text}' is not a time: {hour} with am or pm does not exist", f"write {hour:02d}:{self.minute:02d}")
            hour = hour % 12 + (12 if self.half == "p" else 0)
        if hour == 24 and self.minute == self.second == 0:
            return time()
        if hour > 23 or self.minute > 59 or self.second > 59:
            raise Misread("E307", f"there is no time {text}", "hours go from 00 to 23 and minutes from 00 to 59, for example 18:30")
        return time(hour, self.minute, self.second)


def time_of_day(text: str) -> time:
    """One time; ``24:00`` and ``midnight`` are 00:00. Raises ``Misread``: E306 not understood, E307 no such time, E308 morning or evening."""
    clock = _clock(text)
    if clock.needs_half():
        raise _morning_or_evening(text, clock)
    return clock.value(text)


def times_of_day(text: str) -> tuple[time, time | None]:
    """A time, or the two of a range. Raises ``Misread``."""
    parts = _BETWEEN_TIMES.split(_FROM.sub("", text.strip()))
    if len(parts) == 1:
        return time_of_day(parts[0]), None
    if len(parts) != 2:
        raise _not_a_time(text)
    return _range(text, _clock(parts[0]), _clock(parts[1]))


def is_like_a_time(text: str) -> bool:
    """Whether this is written as a time or a range of times, be it a possible one or not."""
    parts = _BETWEEN_TIMES.split(_FROM.sub("", text.strip()))
    return len(parts) <= 2 and all(_recognised(part) is not None for part in parts)


def _range(text: str, first: _Clock, last: _Clock) -> tuple[time, time]:
    if first.half and not last.half and last.hour <= 12:
        begins = first.value(text)
        return begins, _soonest_after(begins, last, text)
    if last.half and not first.half and first.hour <= 12:
        ends = last.value(text)
        same, other = first.with_half(last.half).value(text), first.with_half("a" if last.half == "p" else "p").value(text)
        return (same if same < ends else other), ends
    if first.needs_half() and (last.needs_half() or last.hour <= 12):
        raise _morning_or_evening(text, first)
    if last.needs_half() and first.hour <= 12:
        raise _morning_or_evening(text, last)
    return first.value(text), last.value(text)


def _soonest_after(begins: time, last: _Clock, text: str) -> time:
    readings = [last.with_half(half).value(text) for half in "ap"]
    later = [reading for reading in readings if reading > begins]
    return min(later or readings)


def _clock(text: str) -> _Clock:
    found = _recognised(text)
    if found is None:
        raise _not_a_time(text)
    return found


def _recognised(text: str) -> _Clock | None:
    plain = " ".join(text.casefold().split())
    if plain in _WORDS:
        return _Clock(_WORDS[plain][0], half=_WORDS[plain][1])
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return None
    bare = found["minute"] is None and not found["h"]
    return _Clock(int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0), found["half"] or "", bare)


def _morning_or_evening(text: str, clock: _Clock) -> Misread:
    early, late = f"{clock.hour % 12:02d}:{clock.minute:02d}", f"{clock.hour % 12 + 12:02d}:{clock.minute:02d}"
    return Misread("E308", f"'{text.strip()}' can mean {early} or {late}", f"write {early}, {late}, or add am or pm")


def _not_a_time(text: str) -> Misread:
    return Misread("E306", f"'{text.strip()}' is not a time that can be understood", "write hours and minutes, for example 18:30 or 6:30pm")
