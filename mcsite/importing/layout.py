"""Sessions as the dates of an event file: the shortest of a few ways to write them that means exactly these sessions.

Whether it does is not reasoned, but seen: each way is laid out as any event's dates are, and compared with what was meant. The last
way, every start by itself, fits always. A session that no file of a series can hold stands ``apart``, and becomes an event of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from mcsite.importing.repeats import repeat_words
from mcsite.importing.sessions import Meant
from mcsite.model.event import Status
from mcsite.model.moment import zone, zone_names
from mcsite.model.schedule import Change, Day, Days, Schedule
from mcsite.schedule.clock import is_one_moment
from mcsite.schedule.expand import expand
from mcsite.schedule.portable import plain_forms
from mcsite.schedule.rrule import TooBusyError, dates
from mcsite.schedule.rule import Rule
from mcsite.schedule.soundness import LONGEST
from mcsite.schedule.words import rule_of

MOST = 2_000
"""Sessions that one file holds; ``times`` goes no further."""
_FEW = 3
"""From so many sessions on a rhythm is looked for that nobody named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The dates of an event file. ``of`` are the sessions by the local words, or the day, that name them in the file."""

    schedule: Schedule
    repeat: str = ""
    of: Mapping[Day, Meant]

    @property
    def ends(self) -> datetime | date:
        """The end of the first session by the pattern; of whole days the last day."""
        start = self.schedule.start
        return start + self.schedule.duration if isinstance(start, datetime) else start + timedelta(days=self.schedule.days - 1)


@dataclass(frozen=True, slots=True)
class Spread:
    """``together`` fit into one file, in this layout, if there are any; ``apart`` need one each."""

    together: Layout | None
    apart: tuple[Meant, ...]


def spread(sessions: Sequence[Meant], rule: Rule | None, timezone: str, closed: tuple[Days, ...], endless_until: date | None) -> Spread:
    """The layout of the sessions of one event, all of one ``base``. ``endless_until`` is the day up to which a series without end is certain."""
    placed, apart = _placed(sessions)
    if not placed:
        return Spread(None, apart)
    layouts = _Layouts(placed, timezone, closed, endless_until)
    found = next(layout for layout in layouts.ways(rule) if layouts.holds(layout) or not layout.repeat)
    return Spread(found, apart)


def _placed(sessions: Sequence[Meant]) -> tuple[dict[Day, Meant], tuple[Meant, ...]]:
    """By local words; sessions that cannot stand in one file with the others are left over."""
    whole_day = _is_whole_day(sessions)
    placed: dict[Day, Meant] = {}
    apart: list[Meant] = []
    taken: set[datetime | date] = set()
    for each in sessions:
        name = _named(each, whole_day=whole_day)
        begins = each.start.astimezone(UTC) if isinstance(each.start, datetime) else each.start
        if name is None or name in placed or (begins in taken and not each.cancelled):
            apart.append(each)
            continue
        placed[name] = each
        if not each.cancelled:
            taken.add(begins)
    return placed, tuple(apart)


def _is_whole_day(sessions: Sequence[Meant]) -> bool:
    return not isinstance(sessions[0].base.start, datetime)


def _named(session: Meant, *, whole_day: bool) -> Day | None:
    """The original words by which a file can name it; ``None`` where it cannot stand among the others.

    One that is called off and moved counts as called off where it was moved to: nothing can be both. Where the pattern names
    a time that does not exist once, the real one stands for it.
    """
    if isinstance(session.start, datetime) is whole_day:
        return None
    if not isinstance(session.start, datetime) or not isinstance(session.end, datetime):
        return session.start if session.cancelled else session.planned
    if not (_is_sure(session.start) and _is_sure(session.end)):
        return None
    planned = session.planned
    sound = isinstance(planned, datetime) and _is_sure(planned) and not session.cancelled
    return words(planned if sound else session.start)


def _is_sure(moment: datetime) -> bool:
    """Whether its words exist once, whichever of two equal hours it is in."""
    return is_one_moment(moment.replace(fold=0))


class _Layouts:
    """The ways to write certain sessions."""

    def __init__(self, placed: dict[Day, Meant], timezone: str, closed: tuple[Days, ...], endless_until: date | None) -> None:
        self.of = dict(sorted(placed.items()))
        self.names = list(self.of)
        self.base = next(iter(self.of.values())).base
        self.timezone, self.closed, self.endless_until = timezone, closed, endless_until
        self.length = self._usual_length()

    def ways(self, rule: Rule | None) -> Iterator[Layout]:
        """From the best to the plainest."""
        originals = [_midnight(name) for name in self.names]
        if len(originals) > 1 or self.endless_until:
            if rule is not None and rule.daily_or_slower:
                yield from self._by_rule(rule, original=True)
            if len(originals) >= _FEW:
                for form in plain_forms(originals):
                    yield from self._by_rule(form, original=False)
        yield self._one_by_one()

    def holds(self, layout: Layout) -> bool:
        """Whether it means the sessions, and nothing is wrong with it."""
        expansion = expand(layout.schedule)
        if any(problem.code.startswith("E") for problem in expansion.problems):
            return False
        found = {occurrence.original: occurrence for occurrence in expansion.occurrences}
        return found.keys() == self.of.keys() and all(
            (occurrence.when.start, _exclusive(occurrence.when.end)) == (self.of[name].start, self.of[name].end)
            and (occurrence.status is Status.CANCELLED) == self.of[name].cancelled
            for name, occurrence in found.items()
        )

    def _by_rule(self, rule: Rule, *, original: bool) -> Iterator[Layout]:
        """As start and rule, less the dates without a session, and with those that are on no date of the rule; of a guessed rule only if there are none."""
        regular = self._regular(replace(rule, count=None, until=None))
        dated = set(regular)
        skipped, extra = [name for name in regular if name not in self.of], [name for name in self.names if name not in dated]
        if dated.isdisjoint(self.of) or (not original and (skipped or extra)):
            return
        held = [name for name in regular if name in self.of]
        closed = [name for name in held if self._is_closed(name)]
        start = _midnight(regular[0])
        repeat = repeat_words(rule, start)
        schedule = replace(
            self._schedule(regular[0], sorted([*extra, *closed])),
            rule=rule_of(repeat, start),
            skip=tuple(Days(day, day) for name in skipped if self.endless_until or name < held[-1] for day in [_midnight(name).date()]),
            closed=self.closed,
        )
        yield Layout(schedule=self._ended(schedule, rule, held, counted=not closed), repeat=repeat, of=self.of)

    def _regular(self, rule: Rule) -> list[Day]:
        """The dates of a rule from the first session that is one of them; none if that is not among the first few."""
        try:
            start = next((name for name in self.names[:_FEW] if next(dates(rule, _midnight(name), "UTC"), None) == _midnight(name)), None)
            return [] if start is None else [self._like(moment) for moment in dates(rule, _midnight(start), "UTC", self._horizon)]
        except TooBusyError:
            return []

    @property
    def _horizon(self) -> date:
        """The last day that is looked at."""
        last = _midnight(self.names[-1]).date()
        return max(self.endless_until, last) if self.endless_until else last

    def _ended(self, schedule: Schedule, rule: Rule, held: Sequence[Day], *, counted: bool) -> Schedule:
        """With the end that its author would have written: how many, if the rule counts, else the last day."""
        if self.endless_until:
            return replace(schedule, confirmed_until=self._horizon)
        if rule.count is not None and counted:
            return replace(schedule, times=len(held))
        return replace(schedule, until=_midnight(held[-1]).date())

    def _one_by_one(self) -> Layout:
        return Layout(schedule=self._schedule(self.names[0], self.names[1:]), of=self.of)

    def _schedule(self, start: Day, extra: Sequence[Day]) -> Schedule:
        differing = {name: each for name, each in self.of.items() if not each.cancelled}
        on_day = Counter(_midnight(name).date() for name in self.names)
        keys = {name: name if on_day[_midnight(name).date()] > 1 else _midnight(name).date() for name in self.names}
        return Schedule(
            start=start,
            timezone=self.timezone,
            duration=self.length,
            days=max(1, self.length.days),
            extra=tuple(extra),
            cancelled=tuple((keys[name], "") for name, each in self.of.items() if each.cancelled),
            moved=tuple((keys[name], words(each.start)) for name, each in differing.items() if words(each.start) != name),
            changed=tuple((keys[name], Change(end=_last(each.end))) for name, each in self.of.items() if self._other_end(each)),
        )

    def _other_end(self, session: Meant) -> bool:
        return _midnight(words(session.end)) - _midnight(words(session.start)) != self.length

    def _usual_length(self) -> timedelta:
        """That which most sessions have; of equally many the first."""
        lengths = Counter(_midnight(words(each.end)) - _midnight(words(each.start)) for each in self.of.values())
        return lengths.most_common(1)[0][0]

    def _like(self, moment: datetime) -> Day:
        return moment if isinstance(self.names[0], datetime) else moment.date()

    def _is_closed(self, name: Day) -> bool:
        """Whether the site is closed for series then; of a session that is called off or moved it makes nothing."""
        session, day = self.of[name], _midnight(name).date()
        named = session.cancelled or words(session.start) != name
        return not named and any(days.first <= day <= days.last for days in self.closed)


def shortened(session: Meant) -> Meant:
    """The session, cut to the length that one may have."""
    start = _midnight(words(session.start))
    if _midnight(words(session.end)) - start <= LONGEST:
        return session
    end = start + LONGEST
    return replace(session, end=end.replace(tzinfo=session.end.tzinfo) if isinstance(session.end, datetime) else end.date())


def unmistakable(session: Meant) -> tuple[Meant, str]:
    """The same instants in the words of a zone whose clocks never change, and that zone: the same hours where their distance to UTC is whole."""
    if not isinstance(session.start, datetime) or not isinstance(session.end, datetime):
        return session, session.says.zone
    distance = session.start.utcoffset() or timedelta()
    west = -distance // timedelta(hours=1)
    name = f"Etc/GMT{west:+d}" if west and distance % timedelta(hours=1) == timedelta() and f"Etc/GMT{west:+d}" in zone_names() else "UTC"
    start, end = (point.astimezone(zone(name)) for point in (session.start, session.end))
    return replace(session, planned=start, start=start, end=end), name


def words(point: datetime | date) -> Day:
    """Local words without the zone."""
    return point.replace(tzinfo=None) if isinstance(point, datetime) else point


def _midnight(name: Day) -> datetime:
    return name if isinstance(name, datetime) else datetime.combine(name, time())


def _last(end: datetime | date) -> Day:
    """An end as files say it: of whole days the last one."""
    return words(end) if isinstance(end, datetime) else end - timedelta(days=1)


def _exclusive(end: datetime | date) -> datetime | date:
    return end if isinstance(end, datetime) else end + timedelta(days=1)
