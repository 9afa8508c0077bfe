"""Single values of iCalendar: moments, lengths, places on the map (RFC 5545 3.3), in the forms that programs really write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mcsite.importing.lines import Line

_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE | re.ASCII)
_DURATION = re.compile(r"([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?", re.IGNORECASE | re.ASCII)
_GEO = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[;,]\s*(-?\d{1,3}(?:\.\d+)?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or local words with the name of a zone as it was written: ``UTC`` for a ``Z``, nothing for a floating time."""

    at: datetime | date
    zone: str = ""


def stamp(text: str, zone: str = "") -> Stamp | None:
    """``20260106``, ``20260106T180000``, ``20260106T180000Z``; also ``2026-01-06T18:00:00+00:00``. ``None`` for what is none."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return Stamp(day)
        at = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), min(int(found[6] or 0), 59))  # noqa: DTZ001 - local words
    except ValueError:
        return None
    return _with_offset(at, found[7] or "", zone)


def _with_offset(at: datetime, offset: str, zone: str) -> Stamp | None:
    if not offset:
        return Stamp(at, zone)
    if offset in "zZ":
        return Stamp(at, "UTC")
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    try:
        return Stamp(at - timedelta(minutes=-minutes if offset[0] == "-" else minutes), "UTC")
    except OverflowError:
        return None


def stamp_of(line: Line | None) -> Stamp | None:
    """The one moment of a line, with the zone that its ``TZID`` names."""
    return stamp(line.value, line.parameters.get("TZID", "")) if line else None


def stamps_of(line: Line) -> list[tuple[Stamp, timedelta | Stamp | None]]:
    """The moments of a list (EXDATE, RDATE); of a period (RFC 5545 3.3.9) also how long it is, or its end."""
    found = []
    for text in line.value.split(","):
        begins, _, ends = text.partition("/")
        moment = stamp(begins, line.parameters.get("TZID", ""))
        if moment is not None:
            found.append((moment, (duration(ends) or stamp(ends, line.parameters.get("TZID", ""))) if ends else None))
    return found


def duration(text: str) -> timedelta | None:
    """``PT1H30M``, ``P1D``, ``P2W``; ``None`` for what is no length."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def geo(text: str) -> tuple[float, float] | None:
    """``51.5033;-0.1196``, in degrees; ``None`` for what is no place on earth, and for 0;0, which programs write for "unknown"."""
    found = _GEO.match(text)
    if found is None:
        return None
    place = float(found[1]), float(found[2])
    return place if abs(place[0]) <= 90 and abs(place[1]) <= 180 and place != (0, 0) else None


def whole(text: str) -> int:
    """A number such as SEQUENCE; 0 for what is none."""
    return int(text) if re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII) else 0
