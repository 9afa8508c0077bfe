"""How long something takes: ``45 min``, ``1h30``, ``1 hour 30 minutes``, ``1.5 hours``, ``90`` (minutes), ``PT45M``, ``2 days``."""

from __future__ import annotations

import re
from datetime import timedelta

from mcsite.diagnostics import Misread

LONGEST = timedelta(days=366)

_NUMBER = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_UNITS = {"day": 1440, "hour": 60, "minute": 1, "week": 10080}
_PART = re.compile(_NUMBER + r"\s*(weeks?|wks?|w|days?|d|hours?|hrs?|hr|h|minutes?|mins?|min|m)\b\.?", re.IGNORECASE | re.ASCII)
_HOURS_AND_MINUTES = re.compile(r"(\d{1,3})(?::|\s?h\s?|\s?hrs?\s|\s?hours?\s)(\d{2})", re.IGNORECASE | re.ASCII)
_ISO = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE | re.ASCII)
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SPOKEN = {
    "half an hour": 30, "half hour": 30, "an hour": 60, "an hour and a half": 90, "1 and a half hours": 90, "a day": 1440, "all day": 1440,
}  # fmt: skip


def duration(text: str) -> timedelta:
    """A length of time above nothing and up to a year. Raises ``Misread`` E309."""
    minutes = _minutes(_plain(text))
    if minutes is None:
        raise Misread("E309", f"'{text}' is not a length of time that can be understood", "write for example 45 min, 1h30 or 2 hours")
    length = timedelta(minutes=minutes)
    if not timedelta() < length <= LONGEST:
        raise Misread("E309", f"'{text}' is {'no time at all' if not length else 'longer than a year'}", "write for example 45 min, 1h30 or 2 hours")
    return length


def whole_minutes(text: str) -> int:
    """The same in minutes, rounded down."""
    return duration(text) // timedelta(minutes=1)


def is_duration(text: str) -> bool:
    """Whether this is written as a length of time."""
    return _minutes(_plain(text)) is not None


def _plain(text: str) -> str:
    """Small letters, single blanks, and numbers as digits."""
    words = " ".join(text.casefold().split())
    words = re.sub(r"(?<!\d)½", "0.5", words).replace("½", ".5")
    return re.sub(r"[a-z]+", lambda word: str(_COUNTED.index(word[0]) + 1) if word[0] in _COUNTED else word[0], words)


def _minutes(plain: str) -> float | None:
    if plain in _SPOKEN:
        return _SPOKEN[plain]
    if re.fullmatch(r"\d{1,5}", plain, re.ASCII):
        return int(plain)
    if found := _HOURS_AND_MINUTES.fullmatch(plain):
        return int(found[1]) * 60 + int(found[2]) if int(found[2]) < 60 else None
    if plain.startswith("p"):
        return _iso_minutes(plain)
    return _added_minutes(plain)


def _iso_minutes(plain: str) -> float | None:
    """ISO 8601 and RFC 5545 3.3.6: ``PT1H30M``."""
    found = _ISO.fullmatch(plain)
    if found is None or not any(found.groups()) or len(plain) > 20:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return weeks * 10080 + days * 1440 + hours * 60 + minutes + seconds / 60


def _added_minutes(plain: str) -> float | None:
    """``1 hour 30 minutes``: the sum of parts with nothing but commas and "and" between them."""
    rest = re.sub(r",|\band\b|&", " ", _PART.sub(" ", plain))
    parts = _PART.findall(plain)
    if rest.strip() or not parts:
        return None
    return sum(float(number.replace(",", ".")) * _unit(word) for number, word in parts)


def _unit(word: str) -> int:
    return next(minutes for unit, minutes in _UNITS.items() if unit[0] == word[0].casefold())
