"""When the sessions of an event take place, as RFC 5545 3.8.5 means it: rule, additions, exceptions, and what differs in single ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from mcsite.diagnostics import Misread
from mcsite.importing.bundles import Bundle
from mcsite.importing.remarks import Remarks
from mcsite.importing.vevents import Point, Vevent
from mcsite.model.moment import zone
from mcsite.schedule.rrule import LAST_DAY, TooBusyError, dates
from mcsite.schedule.rule import Rule, parse_rule
from mcsite.source.dates import FIRST_YEAR, LAST_YEAR

MOST = 20_000
"""Sessions of one event: daily for half a century. Beyond, it is a rule gone wild."""
MOST_WITHIN_DAYS = 2_000
"""Sessions of a rule that names several times a day in a way that we do not have."""
_FIRST, _LAST = datetime(2, 1, 1), datetime(9998, 1, 1)  # noqa: DTZ001 - local words
_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """One session: where the pattern puts it, when it is (``end`` exclusive), and the VEVENT that says what it is.

    ``base`` is the VEVENT that speaks for it and its neighbours, ``says`` the one that speaks for it alone, or the same.
    """

    planned: Point
    start: Point
    end: Point
    base: Vevent
    says: Vevent

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.says.cancelled


@dataclass(frozen=True, slots=True)
class Program:
    """All sessions of an event, in order of ``planned``. ``endless`` says that they go on after the last; ``rule`` is the pattern, if one rule is."""

    sessions: tuple[Meant, ...]
    rule: Rule | None = None
    endless: bool = False


def program(bundle: Bundle, until: date, remarks: Remarks) -> Program:
    """The sessions of one event; an endless series is followed up to a day, or up to the last session of which something is said."""
    if bundle.master is None:
        return Program(tuple(_kept(sorted((_alone(each, bundle.first.zone) for each in bundle.overrides), key=_order), bundle, remarks)))
    return _Expansion(bundle, bundle.master, until, remarks).program()


def _alone(event: Vevent, timezone: str) -> Meant:
    """A session of which the series is not in the file."""
    start, end = _in(timezone, event.start), _in(timezone, event.end)
    return Meant(planned=start, start=start, end=end, base=event, says=event)


class _Expansion:
    """The sessions of an event with a master."""

    def __init__(self, bundle: Bundle, master: Vevent, until: date, remarks: Remarks) -> None:
        self.bundle, self.master, self.until, self.remarks = bundle, master, until, remarks
        self.rules = [rule for text in master.rules if (rule := self._rule(text))]
        self.away = {self._name(each) for each in master.without}
        self.endless = any(not rule.has_end for rule in self.rules)

    def program(self) -> Program:
        planned = self._planned()
        if planned is None:
            return Program(())
        overrides = {self._name(each.instance): each for each in self.bundle.overrides if each.instance is not None}
        following = sorted((each for each in self.bundle.overrides if each.following), key=lambda each: _instant(each.instance or each.start))
        found = [self._session(point, end, overrides, following) for point, end in planned]
        names = {name for point, _ in planned for name in (self._name(point), _day(point))}
        strays = [each for name, each in overrides.items() if name not in names and not each.cancelled and not self._is_excluded(each.instance)]
        sessions = [each for each in found if not each.says.private] + [_stray(each, self.master) for each in strays if not each.private]
        pattern = self.rules[0] if len(self.rules) == 1 and not self.master.excluding else None
        return Program(tuple(_kept(sorted(sessions, key=_order), self.bundle, self.remarks)), pattern, self.endless)

    def _planned(self) -> list[tuple[Point, Point | None]] | None:
        """Every start that is not excluded, in order, with the end of those that an RDATE gave one."""
        try:
            found: dict[Point, Point | None] = dict.fromkeys([self.master.start, *self._by_rule()])
            away = {point for text in self.master.excluding for point in self._dates(_parsed(text))}
        except TooBusyError:
            self.remarks.event(self.master.title, "It repeats so often that it cannot be laid out: not imported.")
            return None
        found |= {point: end for point, end in self.master.added if isinstance(point, datetime) is not self.master.whole_day}
        return sorted(((point, end) for point, end in found.items() if point not in away and not self._is_excluded(point)), key=lambda pair: _instant(pair[0]))

    def _by_rule(self) -> Iterator[Point]:
        for rule in self.rules:
            within_days = not rule.daily_or_slower
            most = MOST_WITHIN_DAYS if within_days else MOST
            points = list(islice(self._dates(rule), most + 1))
            if len(points) > most:
                raise TooBusyError
            if within_days:
                self.remarks.event(self.master.title, "It repeats within days, for which there are no words: each session is written by itself.")
            yield from points

    def _dates(self, rule: Rule | None) -> Iterator[Point]:
        """The dates of a rule, in the zone of the event."""
        if rule is None:
            return
        named = [each.instance for each in self.bundle.overrides if each.instance is not None]
        last = LAST_DAY if rule.has_end else max([self.until, _day(self.master.start), *map(_day, named)])
        for local in dates(rule, _words(self.master.start), self.master.zone, min(last, LAST_DAY)):
            yield local.date() if self.master.whole_day else local.replace(tzinfo=zone(self.master.zone))

    def _rule(self, text: str) -> Rule | None:
        parts = {part.partition("=")[0].strip().upper() for part in text.split(";")}
        try:
            rule = parse_rule(_mended(text))
        except Misread as misread:
            self.remarks.event(self.master.title, f"Its rule '{text[:80]}' could not be read ({misread.message}): only the dates that are named are written.")
            return None
        if {"COUNT", "UNTIL"} <= parts:
            self.remarks.event(self.master.title, "Its rule has two ends, COUNT and UNTIL: UNTIL was taken.")
        if rule.until is not None and not isinstance(rule.until, datetime) and not self.master.whole_day:
            self.remarks.event(self.master.title, f"Its rule ends on {rule.until} without a time: a session on that very day is included.")
        return rule

    def _session(self, point: Point, end: Point | None, overrides: dict[Point, Vevent], following: Sequence[Vevent]) -> Meant:
        base = next((each for each in reversed(following) if _instant(each.instance or each.start) <= _instant(point)), self.master)
        own = overrides.get(self._name(point)) or overrides.get(_day(point))
        planned = point if base is self.master else _shifted(point, base)
        if own is None:
            return Meant(planned=planned, start=planned, end=end or _later(planned, base.length), base=base, says=base)
        start, ends = _in(self.master.zone, own.start), _in(self.master.zone, own.end)
        return Meant(planned=start if own.following else planned, start=start, end=ends, base=base, says=own)

    def _name(self, point: Point) -> Point:
        """By which a session is known: its instant, or its day where days are all that there is."""
        return _day(point) if self.master.whole_day else point.astimezone(UTC) if isinstance(point, datetime) else point

    def _is_excluded(self, point: Point | None) -> bool:
        return point is not None and not self.away.isdisjoint((self._name(point), _day(point)))


def _mended(text: str) -> str:
    """Without parts that no RFC knows or that are empty, and with one end: UNTIL, where there are two."""
    parts = [part.strip() for part in text.split(";") if part.partition("=")[0].strip().upper() in _PARTS and part.partition("=")[2].strip()]
    if any(part.upper().startswith("UNTIL") for part in parts):
        parts = [part for part in parts if not part.upper().startswith("COUNT")]
    return ";".join(parts)


def _parsed(text: str) -> Rule | None:
    try:
        return parse_rule(_mended(text))
    except Misread:
        return None


def _stray(event: Vevent, master: Vevent) -> Meant:
    """A single session that is on no date of the series: it takes place besides."""
    start, end = _in(master.zone, event.start), _in(master.zone, event.end)
    return Meant(planned=start, start=start, end=end, base=master, says=event)


def _shifted(point: Point, base: Vevent) -> Point:
    """Where a change for all following sessions puts one of them: as much earlier or later in local words as the one that it names."""
    named = base.instance if base.instance is not None else base.start
    if isinstance(point, datetime) and isinstance(named, datetime) and isinstance(base.start, datetime):
        here = point.tzinfo
        return _plus(_words(point), _words(base.start.astimezone(here)) - _words(named.astimezone(here))).replace(tzinfo=here)
    if isinstance(base.start, datetime):
        return datetime.combine(_plus(_words(_day(point)), base.start.date() - _day(named)), base.start.timetz())
    return _plus(_words(_day(point)), base.start - _day(named)).date()


def _in(name: str, point: Point) -> Point:
    return point.astimezone(zone(name)) if isinstance(point, datetime) else point


def _later(start: Point, length: timedelta) -> Point:
    ends = _plus(_words(start), length)
    return ends.replace(tzinfo=start.tzinfo) if isinstance(start, datetime) else ends.date()


def _plus(at: datetime, span: timedelta) -> datetime:
    """So much later, or the beginning or the end of the years that a clock can tell; sessions of those years are not kept."""
    try:
        return min(max(at + span, _FIRST), _LAST)
    except OverflowError:
        return _LAST if span > timedelta() else _FIRST


def _kept(sessions: Iterable[Meant], bundle: Bundle, remarks: Remarks) -> Iterator[Meant]:
    """Those of the years that calendars agree about."""
    lost = 0
    for each in sessions:
        if FIRST_YEAR <= each.start.year <= LAST_YEAR and FIRST_YEAR <= each.planned.year <= LAST_YEAR and each.end.year <= LAST_YEAR + 1:
            start, end = _real(each.start), _real(each.end)
            yield replace(each, start=start, end=end if _instant(end) > _instant(start) else _later(start, _words(each.end) - _words(each.start)))
        else:
            lost += 1
    if lost:
        remarks.event(bundle.first.title, f"{lost} of its sessions are before {FIRST_YEAR} or after {LAST_YEAR}: not imported.")


def _real(point: Point) -> Point:
    """For words that the clock leaves out in spring, those that it shows then; else the same."""
    return point.astimezone(UTC).astimezone(point.tzinfo) if isinstance(point, datetime) else point


def _order(session: Meant) -> tuple[datetime, datetime]:
    return _instant(session.planned), _instant(session.start)


def _instant(point: Point) -> datetime:
    """For sorting: the instant; of a whole day its midnight in UTC."""
    return point.astimezone(UTC) if isinstance(point, datetime) else datetime.combine(point, time(), UTC)


def _day(point: Point) -> date:
    return point.date() if isinstance(point, datetime) else point


def _words(point: Point) -> datetime:
    return point.replace(tzinfo=None) if isinstance(point, datetime) else datetime.combine(point, time())
