"""What one VEVENT says, with its times in zones that we know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from mcsite.diagnostics import Misread
from mcsite.importing.components import Component
from mcsite.importing.own_words import Fact, Parted, parted, title_of
from mcsite.importing.remarks import Remarks
from mcsite.importing.values import Stamp, duration, geo, stamp_of, stamps_of, whole
from mcsite.importing.zones import UNIVERSAL, Zones
from mcsite.model.moment import zone
from mcsite.source.decoding import forbidden_character
from mcsite.source.texts import line as one_line

NOT_SAID = timedelta(hours=1)
"""The length of an event that says neither when it ends nor how long it takes, or an end before its beginning."""
UNTITLED = "Untitled event"
LONGEST_TITLE = 900
"""Characters."""

_OF_GOOGLE_MEET = re.compile(r"-::~:~::[~:]+-?.*?(?:-::~:~::[~:]+-|\Z)", re.DOTALL)
"""How Google Calendar writes the address of a video call below a description."""

Point = datetime | date
"""A day, or an aware time in a zone of IANA."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vevent:
    """One VEVENT. ``end`` is exclusive, also of whole days; ``zone`` is that of its local words.

    ``instance`` is its RECURRENCE-ID; ``following`` says that it is meant for all later ones, too (RANGE=THISANDFUTURE).
    ``added`` are RDATEs with their end where they say one. ``facts`` are lines that this program put below the ``description``.
    """

    uid: str
    sequence: int
    changed: str
    start: Point
    end: Point
    zone: str
    instance: Point | None = None
    following: bool = False
    rules: tuple[str, ...] = ()
    excluding: tuple[str, ...] = ()
    added: tuple[tuple[Point, Point | None], ...] = ()
    without: tuple[Point, ...] = ()
    title: str = UNTITLED
    description: str = ""
    is_html: bool = False
    facts: tuple[Fact, ...] = ()
    location: str = ""
    geo: tuple[float, float] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    cancelled: bool = False
    tentative: bool = False
    private: bool = field(default=False)

    @property
    def whole_day(self) -> bool:
        """Whether it is about days, not hours."""
        return not isinstance(self.start, datetime)

    @property
    def length(self) -> timedelta:
        """In local words: one that ends at 04:00 does so in the night of a clock change, too."""
        return _words(self.end) - _words(self.start)


def _words(point: Point) -> datetime:
    return point.replace(tzinfo=None) if isinstance(point, datetime) else datetime.combine(point, time())


class Reader:
    """Reads the events of one calendar. ``ours``: it was published with this program."""

    def __init__(self, zones: Zones, remarks: Remarks, *, called_off: bool = False, ours: bool = False) -> None:
        self.zones, self.remarks, self.called_off, self.ours = zones, remarks, called_off, ours

    def read(self, event: Component) -> Vevent | None:
        """The event, or ``None`` when it does not say when it is, which is remarked."""
        title = self._title(event)
        begins = stamp_of(event.first("DTSTART"))
        if begins is None:
            self.remarks.event(title, "It does not say when it begins: not imported.")
            return None
        repeats = bool(event.all("RRULE") or event.all("RDATE"))
        name = self._zone(begins, title, repeats=repeats)
        start = self.point(begins, name)
        if start is None:
            self.remarks.event(title, f"It begins in the year {begins.at.year}: not imported.")
            return None
        instance = event.first("RECURRENCE-ID")
        status, secrecy = event.text("STATUS").upper(), event.text("CLASS").upper()
        html, described = _description(event)
        told = self._told(event, described)
        return Vevent(
            uid=" ".join(event.text("UID").split()),
            sequence=whole(event.text("SEQUENCE")),
            changed=event.text("LAST-MODIFIED", "DTSTAMP"),
            start=start,
            end=self._end(event, title, start, name),
            zone=name,
            instance=self._naming(stamp_of(instance), name),
            following=instance is not None and instance.parameters.get("RANGE", "").upper() == "THISANDFUTURE",
            rules=tuple(line.value for line in event.all("RRULE") if line.value.strip()),
            excluding=tuple(line.value for line in event.all("EXRULE") if line.value.strip()),
            added=tuple(self._added(event, name)),
            without=tuple(point for line in event.all("EXDATE") for moment, _ in stamps_of(line) if (point := self._naming(moment, name))),
            title=title_of(title) if self.ours and status == "CANCELLED" else title,
            description=told.text,
            is_html=html and not self.ours,
            facts=told.facts,
            location=", ".join(part.strip(" ,") for part in _visible(event.text("LOCATION")).splitlines() if part.strip(" ,")),
            geo=geo(event.text("GEO")) or _apple_place(event),
            url="" if told.facts else event.text("URL"),
            categories=tuple(dict.fromkeys(word.strip() for line in event.all("CATEGORIES") for word in _separated(line.value) if word.strip())),
            cancelled=status == "CANCELLED" or self.called_off,
            tentative=status == "TENTATIVE",
            private=secrecy in {"PRIVATE", "CONFIDENTIAL"},
        )

    def _told(self, event: Component, description: str) -> Parted:
        """The description without what we said in it. The address of the page that it had is none of the one that it gets."""
        told = parted(description, event.text("URL")) if self.ours else Parted(description)
        self.remarks.drop("addresses of the pages that events had where they come from", bool(told.facts))
        return told

    def point(self, moment: Stamp, name: str) -> Point | None:
        """The moment in the words of a zone; ``None`` where the clock of that year cannot be told."""
        if not 1 < moment.at.year < 9999:
            return None
        if not isinstance(moment.at, datetime):
            return moment.at
        written = self.zones.name(moment.zone) if moment.zone else name
        try:
            return moment.at.replace(tzinfo=zone(written)).astimezone(zone(name))
        except (OverflowError, ValueError):
            return None

    def _point(self, moment: Stamp | None, name: str) -> Point | None:
        return self.point(moment, name) if moment else None

    def _naming(self, moment: Stamp | None, name: str) -> Point | None:
        """What names a session, in its own words: of whole days they are what counts, whatever clock stands behind them."""
        return self.point(moment, (moment.zone and self.zones.name(moment.zone)) or name) if moment else None

    def _zone(self, begins: Stamp, title: str, *, repeats: bool) -> str:
        """The zone in whose words an event is told. UTC is what programs write who know no better, except for a rule, which has its hours there."""
        written = self.zones.name(begins.zone) if begins.zone else self.zones.default
        if written != UNIVERSAL or not isinstance(begins.at, datetime):
            return written
        if not repeats:
            return self.zones.default
        if self.zones.of_calendar in {None, UNIVERSAL}:
            self.remarks.event(title, "It repeats at an hour of universal time (UTC): on local clocks that is another one in summer than in winter.")
            return UNIVERSAL
        self.remarks.once(f"What repeats at an hour of universal time (UTC) is read at the hour that {self.zones.default} had on the first day.")
        return self.zones.default

    def _title(self, event: Component) -> str:
        written = _visible(event.text("SUMMARY"))
        try:
            written = one_line(written[:LONGEST_TITLE])
        except Misread:  # nothing of it can be seen
            written = ""
        if not written:
            self.remarks.drop("events without a title: called " + UNTITLED) if event.first("RECURRENCE-ID") is None else None
            return UNTITLED
        return written

    def _end(self, event: Component, title: str, start: Point, name: str) -> Point:
        """The exclusive end. What says none, or none after its beginning, is a day long, or an hour, which is remarked."""
        ends = self._point(stamp_of(event.first("DTEND")), name)
        length = duration(event.text("DURATION"))
        if ends is None and length is not None:
            ends = _after(start, length)
        if not isinstance(start, datetime):
            last = ends.date() if isinstance(ends, datetime) else ends
            return last if last is not None and last > start else start + timedelta(days=1)
        if ends is not None and not isinstance(ends, datetime):
            ends = datetime.combine(ends, time(), start.tzinfo)
        if ends is None or ends <= start:
            self.remarks.event(title, "It says no end after its beginning: one hour is assumed.")
            return start + NOT_SAID
        return ends

    def _added(self, event: Component, name: str) -> Iterator[tuple[Point, Point | None]]:
        for line in event.all("RDATE"):
            for moment, more in stamps_of(line):
                begins = self._point(moment, name)
                if begins is not None:
                    yield begins, _after(begins, more) if isinstance(more, timedelta) else self._point(more, name)


def _after(start: Point, length: timedelta) -> Point | None:
    """So much later, in local words."""
    try:
        return start + length
    except OverflowError:
        return None


def _description(event: Component) -> tuple[bool, str]:
    """Whether it is HTML for sure, and the text: what Outlook has as HTML beside the plain text is the better of the two."""
    for line in (*event.all("X-ALT-DESC"), *event.all("STYLED-DESCRIPTION")):
        if "html" in line.parameters.get("FMTTYPE", "").lower() and line.value.strip():
            return True, _visible(line.text)
    return False, _OF_GOOGLE_MEET.sub("", _visible(event.text("DESCRIPTION"))).strip()


def _apple_place(event: Component) -> tuple[float, float] | None:
    line = event.first("X-APPLE-STRUCTURED-LOCATION")
    return geo(line.value.removeprefix("geo:")) if line else None


def _separated(value: str) -> Iterator[str]:
    """The words of a list, in which a comma of the text has a backslash."""
    word = ""
    for part in value.replace("\\\\", "\x00").replace("\\,", "\x01").split(","):
        word = part.replace("\x01", ",").replace("\\;", ";").replace("\x00", "\\")
        yield " ".join(_visible(word).split())


def _visible(text: str) -> str:
    """Without signs that may not travel into pages and calendars."""
    kept = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return "".join(character for character in kept if character in "\n\t" or not forbidden_character(character))
