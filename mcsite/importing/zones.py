"""Time zones of other programs as IANA names: what a TZID means.

A TZID is the name of a zone only by custom. Mozilla and Evolution put a path before it, Microsoft has names of its own, and some write
``Customized Time Zone``; then the VTIMEZONE says which hours are meant, and a zone of the same hours is looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from mcsite.diagnostics import Misread
from mcsite.importing.components import Component
from mcsite.importing.remarks import Remarks
from mcsite.importing.values import stamp_of
from mcsite.model.moment import zone, zone_names
from mcsite.render.calendars import zone_of_windows
from mcsite.schedule.rrule import TooBusyError, dates
from mcsite.schedule.rule import parse_rule
from mcsite.source.zones import zone_name

UNIVERSAL = "UTC"
_UNIVERSAL_TOO = {
    "z",
    "gmt",
    "etc/utc",
    "utc",
    "etc/gmt",
    "zulu",
    "universal",
    "etc/universal",
    "coordinated universal time",
    "(utc) coordinated universal time",
}
_WELL_KNOWN = (
    "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Lisbon", "Europe/Moscow", "America/New_York", "America/Chicago", "America/Denver",
    "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "America/Halifax", "America/St_Johns", "America/Sao_Paulo", "America/Bogota",
    "Pacific/Honolulu", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Asia/Dubai", "Asia/Jerusalem", "Australia/Sydney", "Australia/Brisbane",
    "Australia/Adelaide", "Australia/Perth", "Pacific/Auckland", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi",
)  # fmt: skip
"""Asked first, so that the hours of London are not taken for those of Guernsey."""
_LOOKED_AT = tuple(datetime(year, month, day, 12, tzinfo=UTC) for year in range(2024, 2029) for month in range(1, 13) for day in (1, 8, 15, 22))
"""Moments at which two zones of the same hours agree."""
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?::?(\d\d))?")
_IN_BRACKETS = re.compile(r"\((?:UTC|GMT)[^)]*\)\s*", re.IGNORECASE)


class Zones:
    """The zones of one calendar. ``home`` is that of the site; ``default`` the one for times without any."""

    def __init__(self, calendar: Component, home: str, remarks: Remarks) -> None:
        self.home, self.remarks = home, remarks
        self.described = {part.text("TZID"): part for part in calendar.parts if part.name == "VTIMEZONE"}
        self.known: dict[str, str | None] = {}
        said = calendar.text("X-WR-TIMEZONE")
        self.of_calendar = self.find(said) if said else None
        if said and self.of_calendar is None:
            remarks.once(f"Its time zone '{said}' is not known.")

    @property
    def default(self) -> str:
        """For floating times, and for single events in UTC: the calendar's zone, or else the site's."""
        return self.of_calendar if self.of_calendar and self.of_calendar != UNIVERSAL else self.home

    def name(self, tzid: str) -> str:
        """The IANA name of a TZID; the default, with a remark, for one that means nothing. An empty one is a floating time."""
        if not tzid:
            return self.default
        found = self.find(tzid)
        if found is None:
            self.remarks.once(f"Nothing says what its time zone '{tzid}' is: times in it were read as those of {self.default}.")
        return found or self.default

    def find(self, tzid: str) -> str | None:
        """The IANA name of a TZID, if it has one."""
        if tzid not in self.known:
            self.known[tzid] = _named(tzid) or self._described(tzid)
        return self.known[tzid]

    def _described(self, tzid: str) -> str | None:
        """By what the VTIMEZONE says: another name, or else its hours."""
        described = self.described.get(tzid) or self.described.get(tzid.strip('"'))
        if described is None:
            return None
        other = described.text("X-LIC-LOCATION")
        found = (_named(other) if other else None) or _of_same_hours(
            described, (self.home, *_WELL_KNOWN, *sorted(name for name in zone_names() if "/" in name))
        )
        if found:
            self.remarks.once(f"Its time zone '{tzid}' is taken for {found}, which has the same hours.")
        return found


def _named(tzid: str) -> str | None:
    """By its name: IANA's, also behind a path or in other letters, or Microsoft's."""
    plain = tzid.strip().strip('"').strip()
    if plain.casefold() in _UNIVERSAL_TOO:
        return UNIVERSAL
    parts = [part for part in plain.split("/") if part]
    for length in range(min(3, len(parts)), 0, -1):
        if found := _iana("/".join(parts[-length:])):
            return found
    return zone_of_windows(plain) or zone_of_windows(_IN_BRACKETS.sub("", plain))


def _iana(name: str) -> str | None:
    """The name as it must be written; that of a place for an abbreviation such as EST, which IANA knows but editors may not write."""
    found = _BY_SMALL_LETTERS.get(name.replace(" ", "_").casefold())
    if found is None:
        return None
    try:
        return zone_name(found)
    except Misread:
        return next((other for other in _WELL_KNOWN if _hours(other) == _hours(found)), None)


_BY_SMALL_LETTERS: Mapping[str, str] = {name.casefold(): name for name in sorted(zone_names())}


def _hours(name: str) -> tuple[timedelta | None, ...]:
    return tuple(moment.astimezone(zone(name)).utcoffset() for moment in _LOOKED_AT)


def _of_same_hours(described: Component, candidates: Iterable[str]) -> str | None:
    onsets = sorted(_onsets(described))
    if not onsets:
        return None
    instants = [at for at, _ in onsets]
    hours = tuple(onsets[max(bisect_right(instants, moment.replace(tzinfo=None)) - 1, 0)][1] for moment in _LOOKED_AT)
    return next((name for name in candidates if _hours(name) == hours), None)


def _onsets(described: Component) -> Iterator[tuple[datetime, timedelta]]:
    """Instants (UTC, naive) at which an offset begins to hold, from 1970 on."""
    for part in described.parts:
        begins, before, after = stamp_of(part.first("DTSTART")), _offset(part.text("TZOFFSETFROM")), _offset(part.text("TZOFFSETTO"))
        if begins is None or not isinstance(begins.at, datetime) or before is None or after is None:
            continue
        for local in (begins.at, *_repeated(part, begins.at)):
            if local.year > 1:
                yield local - before, after


def _repeated(part: Component, begins: datetime) -> Iterator[datetime]:
    """The later onsets; Outlook lets all its zones begin in 1601."""
    for line in part.all("RRULE"):
        try:
            yield from dates(parse_rule(line.value), begins.replace(year=max(begins.year, 1970), day=min(begins.day, 28)), UNIVERSAL, _LOOKED_AT[-1].date())
        except (Misread, TooBusyError):
            continue


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    span = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -span if found[1] == "-" else span
