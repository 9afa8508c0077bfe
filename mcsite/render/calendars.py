"""Calendars as iCalendar text (RFC 5545, RFC 7986). The only importer of icalendar.

Each VEVENT is written once, however many calendars carry it, and remembered by its content; a calendar is its head, one
VTIMEZONE for each zone, and the VEVENTs, joined. Nothing depends on the clock: DTSTAMP is the time of the last real change.

There is no METHOD: a feed is looked at, not sent, and ``PUBLISH`` asks for an ORGANIZER (RFC 5546 3.2.1). There is no RDATE.
A calendar without sessions is still a calendar: it carries the site's time zone, because RFC 5545 3.6 asks for a component.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component, Event, vDuration, vRecur, vText
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from mcsite.memo import foresee, remember
from mcsite.model.event import Status
from mcsite.model.moment import When, instant
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
    ordered = sorted(entries, key=lambda entry: (instant(entry.when.begins), entry.uid, str(entry.instance or "")))
    if len(ordered) > 1:
        foresee("vevent", [entry.key for entry in ordered])
    return b"".join((_opening(head), *_zones(head, ordered), *map(vevent, ordered), _END))


def vevent(entry: Entry) -> bytes:
    """One VEVENT, from ``BEGIN`` to ``END`` with its line ends."""
    return remember("vevent", entry.key, lambda: _bytes(_event(entry)))


def zone_of_windows(name: str) -> str | None:
    """The IANA name of what Windows calls ``Eastern Standard Time``, as the Unicode CLDR has it; ``None`` for what it has not."""
    return WINDOWS_TO_OLSON.get(name)


def _opening(head: Head | None) -> bytes:
    """All of a calendar that stands before its components."""
    opening = Calendar()
    opening.add("VERSION", "2.0")
    opening.add("PRODID", PRODUCT)
    opening.add("CALSCALE", "GREGORIAN")
    if head:
        _describe(opening, head)
    return _bytes(opening).removesuffix(_END)


def _bytes(component: Component) -> bytes:
    return b"".join(folded(line) + b"\r\n" for line in component.content_lines() if line)


def _describe(opening: Calendar, head: Head) -> None:
    """The name and its like, each as RFC 7986 and as clients have called it before."""
    for name, text in (("NAME", head.name), ("X-WR-CALNAME", head.name), ("DESCRIPTION", head.description), ("X-WR-CALDESC", head.description)):
        if text:
            opening.add(name, vText(tidy_line(text)))
    opening.add("X-WR-TIMEZONE", vText(head.timezone))
    opening.add("URL", head.url)
    opening.add("SOURCE", head.source, parameters={"VALUE": "URI"})
    opening.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    opening.add("X-PUBLISHED-TTL", vText("PT12H"))


def _zones(head: Head | None, entries: list[Entry]) -> Iterable[bytes]:
    """A VTIMEZONE for each zone that is used, good for all its years."""
    years: dict[str, list[int]] = {}
    for entry in entries:
        if not entry.when.whole_day and entry.when.timezone != _UNIVERSAL:
            last = max(entry.when.last_day, entry.recurrence.last) if entry.recurrence else entry.when.last_day
            years.setdefault(entry.when.timezone, []).extend((entry.when.first_day.year, last.year))
    if not entries and head:
        years[head.timezone] = [head.year]
    return (vtimezone(name, min(years[name]), max(years[name])) for name in sorted(years))


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("UID", vText(entry.uid))
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", entry.modified)
    event.add("LAST-MODIFIED", entry.modified)
    _add_times(event, entry)
    event.add("STATUS", _STATUS.get(entry.status, "CONFIRMED"))
    event.add("SUMMARY", vText(entry.headline))
    event.add("DESCRIPTION", vText(entry.description))
    if entry.location:
        event.add("LOCATION", vText(entry.location))
    if entry.geo:
        event.add("GEO", tuple(_degrees(value) for value in entry.geo))
    event.add("URL", entry.url)
    event.add("CATEGORIES", list(entry.categories))
    return event


def _add_times(event: Event, entry: Entry) -> None:
    zone = entry.when.timezone
    _add_time(event, "DTSTART", entry.when.start, zone)
    _add_time(event, "DTEND", _exclusive_end(entry.when), zone)
    if entry.recurrence:
        event.add("RRULE", vRecur.from_ical(entry.recurrence.rule))
        for start in entry.recurrence.without:
            _add_time(event, "EXDATE", start, zone)
    if entry.instance is not None:
        _add_time(event, "RECURRENCE-ID", entry.instance, zone)


def _add_time(event: Event, name: str, value: datetime | date, zone: str) -> None:
    """A day, or a local time with its zone (RFC 5545 3.3.5).

    In universal time is what has no other, and the second of two equal hours, which a local time cannot say.
    """
    if not isinstance(value, datetime):
        event.add(name, value)
    elif value.fold or zone == _UNIVERSAL:
        event.add(name, value.astimezone(UTC))
    else:
        event.add(name, value.replace(tzinfo=None), parameters={"TZID": zone})


def _exclusive_end(when: When) -> datetime | date:
    return when.end if isinstance(when.end, datetime) else when.end + timedelta(days=1)


def _degrees(value: float) -> float:
    return 0.0 if abs(value) < _NEAREST else round(value, 6)
