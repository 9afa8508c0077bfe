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
    return _range(parts[0], parts[1])


def is_like_a_time(text: str) -> bool:
    """Whether this is written as a time or a range of times, be it a possible one or not."""
    parts = _BETWEEN_TIMES.split(_FROM.sub("", text.strip()))
    return len(parts) <= 2 and all(_recognised(part) is not None for part in parts)


def _range(begins: str, ends: str) -> tuple[time, time]:
    """Both times. One that does not say its half of the day takes the one that makes the session shorter: ``11-1pm`` is 11am to 1pm."""
    first, last = _clock(begins), _clock(ends)
    if first.half and not last.half and last.hour <= 12:
        start = first.value(begins)
        return start, min((last.with_half(half).value(ends) for half in "ap"), key=lambda end: _minutes_between(start, end))
    if last.half and not first.half and first.hour <= 12:
        end = last.value(ends)
        return min((first.with_half(half).value(begins) for half in "ap"), key=lambda start: _minutes_between(start, end)), end
    for text, clock, other in ((begins, first, last), (ends, last, first)):
        if clock.needs_half() and other.hour <= 12:
            raise _morning_or_evening(text, clock)
    return first.value(begins), last.value(ends)


def _minutes_between(start: time, end: time) -> int:
    """From one time to the next at which the clock shows the other; never nothing."""
    return (end.hour * 60 + end.minute - start.hour * 60 - start.minute - 1) % 1440 + 1


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
    digits = re.fullmatch(r"([01]\d|2[0-3])([0-5]\d)", text.strip(), re.ASCII)
    advice = f"did you mean {digits[1]}:{digits[2]}?" if digits else "write hours and minutes, for example 18:30 or 6:30pm"
    return Misread("E306", f"'{text.strip()}' is not a time that can be understood", advice)
