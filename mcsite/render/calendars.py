"""Calendars as iCalendar text (RFC 5545, RFC 7986). The only importer of icalendar.

Each VEVENT is written once, however many calendars carry it, and remembered by its content; a calendar is its head, one
VTIMEZONE for each zone, and the VEVENTs, joined. Nothing depends on the clock: DTSTAMP is the time of the last real change.

There is no METHOD: a feed is looked at, not sent, and ``PUBLISH`` asks for an ORGANIZER (RFC 5546 3.2.1). There is no RDATE.
A calendar without sessions is still a calendar: it carries the site's time zone, because RFC 5545 3.6 asks for a component.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from operator import attrgetter

from icalendar import Event, vDatetime, vDuration, vRecur, vText, vUri
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from mcsite.memo import foresee, remember
from mcsite.model.event import Status
from mcsite.model.moment import When
from mcsite.render.entries import Entry, Head
from mcsite.render.folding import folded
from mcsite.render.tidy import tidy_line
from mcsite.render.timezones import vtimezone

PRODUCT = "-//mcsite//Community calendar//EN"
REFRESH = timedelta(hours=12)
"""How often a feed asks to be fetched, also said as ``PT12H``; most clients decide for themselves."""
_END = b"END:VCALENDAR\r\n"
_STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}
_UNIVERSAL = "UTC"
"""The one zone that is not named, but written as a ``Z`` after the time."""
_NEAREST = 1e-4
"""Degrees (11 m). A smaller float would be written with an exponent, which RFC 5545 3.3.7 has not."""


def calendar(head: Head | None, entries: Iterable[Entry]) -> bytes:
    """A calendar of these entries by time, then UID. Without a head it is the file of one session, and has no name of its own."""
    ordered = sorted(entries, key=attrgetter("order"))
    if len(ordered) > 1:
        foresee("vevent", [entry.key for entry in ordered])
    return b"".join((*_opening(head), *_zones(head, ordered), *map(vevent, ordered), _END))


def vevent(entry: Entry) -> bytes:
    """One VEVENT, from ``BEGIN`` to ``END`` with its line ends."""
    return remember("vevent", entry.key, lambda: b"".join(_lines(entry)))


def zone_of_windows(name: str) -> str | None:
    """The IANA name of what Windows calls ``Eastern Standard Time``, as the Unicode CLDR has it; ``None`` for what it has not."""
    return WINDOWS_TO_OLSON.get(name)


def _opening(head: Head | None) -> Iterator[bytes]:
    """All of a calendar that stands before its components, in the order in which icalendar writes it.

    The name and its like are said twice: as RFC 7986 has it, and as clients have called it before.
    """
    yield b"BEGIN:VCALENDAR\r\n"
    yield from (_text(name, text) for name, text in (("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")))
    if head:
        about = (("DESCRIPTION", head.description), ("X-WR-CALDESC", head.description), ("NAME", head.name), ("X-WR-CALNAME", head.name))
        yield from (_text(name, tidy_line(text)) for name, text in about if text)
        interval = vDuration(REFRESH).to_ical()  # type: ignore[no-untyped-call]  # the same
        yield _line(_with("REFRESH-INTERVAL", "VALUE", "DURATION") + interval.decode())
        yield _line(_with("SOURCE", "VALUE", "URI") + vUri(head.source).to_ical().decode())
        yield _line(f"URL:{vUri(head.url).to_ical().decode()}")
        yield from (_text(name, text) for name, text in (("X-PUBLISHED-TTL", "PT12H"), ("X-WR-TIMEZONE", head.timezone)))


def _zones(head: Head | None, entries: list[Entry]) -> Iterable[bytes]:
    """A VTIMEZONE for each zone that is used, good for all its years."""
    years: dict[str, set[int]] = {}
    for entry in entries:
        if not entry.when.whole_day and entry.when.timezone != _UNIVERSAL:
            years.setdefault(entry.when.timezone, set()).update(entry.years)
    if not entries and head:
        years[head.timezone] = {head.year}
    return (vtimezone(name, min(years[name]), max(years[name])) for name in sorted(years))


def _lines(entry: Entry) -> Iterator[bytes]:
    """The lines of a VEVENT, in the order in which icalendar writes them: what matters first, then the others by name.

    Its types spell each value. Whole properties are asked of it once where many sessions share them, and so are names with parameters:
    it takes ten times as long over a component as over the values in it.
    """
    zone = entry.when.timezone
    yield b"BEGIN:VEVENT\r\n"
    yield _text("SUMMARY", entry.headline)
    yield _time("DTSTART", entry.when.start, zone)
    yield _time("DTEND", _exclusive_end(entry.when), zone)
    yield _shared("DTSTAMP", entry.modified)
    yield _text("UID", entry.uid)
    if entry.instance is not None:
        yield _time("RECURRENCE-ID", entry.instance, zone)
    yield _shared("SEQUENCE", entry.sequence)
    if entry.recurrence:
        yield _property("RRULE", vRecur.from_ical(entry.recurrence.rule))
        yield from (_time("EXDATE", start, zone) for start in entry.recurrence.without)
    yield _categories(entry.categories)
    yield _text("DESCRIPTION", entry.description)
    if entry.geo:
        yield _shared("GEO", tuple(_degrees(value) for value in entry.geo))
    yield _shared("LAST-MODIFIED", entry.modified)
    if entry.location:
        yield _text("LOCATION", entry.location)
    yield _shared("STATUS", _STATUS.get(entry.status, "CONFIRMED"))
    yield _line(f"URL:{vUri(entry.url).to_ical().decode()}")
    yield b"END:VEVENT\r\n"


def _line(line: str) -> bytes:
    return folded(line) + b"\r\n"


def _text(name: str, text: str) -> bytes:
    return _line(f"{name}:{vText(text).to_ical().decode()}")


def _time(name: str, value: datetime | date, zone: str) -> bytes:
    """A day, or a local time with its zone (RFC 5545 3.3.5).

    In universal time is what has no other, and the second of two equal hours, which a local time cannot say.
    """
    if not isinstance(value, datetime):
        return _property(name, value)
    if value.fold or zone == _UNIVERSAL:
        return _property(name, value.astimezone(UTC))
    local = vDatetime(value.replace(tzinfo=None)).to_ical()  # type: ignore[no-untyped-call]  # icalendar's own
    return _line(_with(name, "TZID", zone) + local.decode())


@lru_cache(maxsize=1024)
def _with(name: str, parameter: str, value: str) -> str:
    """``DTSTART;TZID=Europe/London:``."""
    return str(Event().content_line(name, vText("", params={parameter: value})))


@lru_cache(maxsize=4096)
def _categories(names: tuple[str, ...]) -> bytes:
    return _property("CATEGORIES", list(names))


def _property(name: str, value: object) -> bytes:
    """One property as icalendar writes it by itself."""
    alone = Event()
    alone.add(name, value)
    return _line(alone.content_line(name, alone[name]))


_shared = lru_cache(maxsize=4096)(_property)
"""Properties that are the same in many VEVENTs."""


def _exclusive_end(when: When) -> datetime | date:
    return when.end if isinstance(when.end, datetime) else when.end + timedelta(days=1)


def _degrees(value: float) -> float:
    return 0.0 if abs(value) < _NEAREST else round(value, 6)
