"""From the date fields of an event's form to its ``Schedule``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mcsite.content.entries import ChangeForm
from mcsite.content.forms import EventForm
from mcsite.diagnostics import Diagnostic, Misread
from mcsite.model.library import Workshop
from mcsite.model.origin import Origin
from mcsite.model.schedule import Change, Day, Days, Schedule
from mcsite.schedule.clock import LONGEST_NIGHT
from mcsite.schedule.english import typed
from mcsite.schedule.sentence import read_sentence
from mcsite.schedule.words import rule_of
from mcsite.source.moments import Stated

USUAL_LENGTH = timedelta(hours=1)
"""The length of a session when nothing says it; a warning says so."""

_ANY_DAY = date(2024, 1, 1)
Changed = Callable[[ChangeForm, int, Day], Change]
"""Makes a change with resolved references of a form; the number is its position, the moment that at which its session begins."""


@dataclass(frozen=True, slots=True)
class Basics:
    """What both ways of writing dates, fields or a sentence, come to."""

    start: datetime | date
    end: datetime | date | time | None = None
    duration: timedelta | None = None
    days: int | None = None
    rule: str = ""
    times: int | None = None
    until: date | None = None
    skip: tuple[Days, ...] = ()
    extra: tuple[Day, ...] = ()


@dataclass(slots=True)
class DatesReader:
    """Reads the dates of one event; everything that cannot be understood is added to ``notes``."""

    form: EventForm
    origin: Origin
    timezone: str
    notes: list[Diagnostic]

    def schedule(self, workshop: Workshop | None, changed: Changed, closed: tuple[Days, ...]) -> Schedule | None:
        """The schedule, or ``None`` when the start or the rule cannot be understood (noted)."""
        basics = self._of_sentence() if self.form.when else self._of_fields()
        if basics is None:
            return None
        length, days = self._length(basics, workshop)
        moved, added = self._moved(), basics.extra + self._extra()
        return Schedule(
            start=basics.start,
            timezone=self.timezone,
            duration=length,
            days=days,
            rule=basics.rule,
            times=basics.times,
            until=basics.until,
            confirmed_until=self.form.confirmed_until,
            skip=basics.skip + self.form.skip,
            cancelled=self.form.cancelled,
            moved=moved,
            changed=self._changed(changed, basics.start, dict(moved), added),
            extra=added,
            closed=closed if basics.rule else (),
        )

    def check_words(self) -> None:
        """Note what is wrong with the words of the rhythm, whenever it may begin."""
        self._rule(_ANY_DAY)

    def _of_sentence(self) -> Basics | None:
        try:
            read = read_sentence(self.form.when)
        except Misread as misread:
            self.notes.append(misread.at(self.origin.span("when")))
            return None
        return Basics(read.start, None, read.duration, read.days, read.rule, read.times, read.until, read.skip, read.extra)

    def _of_fields(self) -> Basics | None:
        form = self.form
        if form.start is None:
            return None
        start = self._local(form.start.begins, "start")
        if start is None:
            return None
        ends = form.ends
        end = self._local(ends, "end" if form.end else "start") if isinstance(ends, Stated) else ends
        rule = self._rule(start)
        return None if rule is None else Basics(start, end, form.duration, None, rule, form.times, form.until)

    def _rule(self, start: datetime | date) -> str | None:
        if not self.form.repeat:
            return ""
        try:
            return rule_of(self.form.repeat, start)
        except Misread as misread:
            self.notes.append(misread.at(self.origin.span("repeat")))
            return None

    def _length(self, basics: Basics, workshop: Workshop | None) -> tuple[timedelta, int]:
        """The duration of a timed session, and the number of days of a whole-day one."""
        if not isinstance(basics.start, datetime):
            return USUAL_LENGTH, self._days(basics)
        if basics.duration is not None:
            return basics.duration, 1
        if basics.end is None:
            return self._unsaid_length(workshop), 1
        return self._ended(basics.start, basics.end), 1

    def _days(self, basics: Basics) -> int:
        if basics.days is not None:
            return basics.days
        if isinstance(basics.end, (datetime, time)):
            self._note(Misread("E360", "the start is a day without a time, but the end has a time", "write a time in 'start', too, or a day in 'end'"), "end")
            return 1
        if basics.end is not None:
            return (basics.end - basics.start).days + 1
        return max(1, basics.duration // timedelta(days=1)) if basics.duration else 1

    def _unsaid_length(self, workshop: Workshop | None) -> timedelta:
        if workshop and workshop.minutes:
            return timedelta(minutes=workshop.minutes)
        said = "when" if self.form.when else "start"
        help_ = "say it behind the beginning, for example 18:00-18:45" if self.form.when else "add a line such as 'end: 18:45' or 'duration: 45 min'"
        self._note(Misread("W360", "nothing says when it ends; one hour is assumed", help_), said)
        return USUAL_LENGTH

    def _ended(self, start: datetime, end: datetime | date | time) -> timedelta:
        if isinstance(end, datetime):
            return end - start
        if isinstance(end, time):
            return _until_clock(start, end)
        self._note(Misread("E361", "the start has a time, but the end is a day without one", f"write for example 'end: {end} 17:00'"), "end")
        return USUAL_LENGTH

    def _moved(self) -> tuple[tuple[Day, datetime | date], ...]:
        found = []
        for day, target in self.form.moved:
            moved = datetime.combine(day, target) if isinstance(target, time) else self._local(target, "moved", typed(day))
            if moved is not None:
                found.append((day, moved))
        return tuple(found)

    def _changed(self, changed: Changed, start: Day, moved: Mapping[Day, Day], added: Iterable[Day]) -> tuple[tuple[Day, Change], ...]:
        held: dict[Day, Day] = {moment.date(): moment for moment in added if isinstance(moment, datetime)}
        held.update(moved)
        days = enumerate(self.form.changed)
        return tuple((day, changed(form, position, _begins(start, held.get(day, day)))) for position, (day, form) in days)

    def _extra(self) -> tuple[datetime | date, ...]:
        found = (self._local(stated, "extra", position) for position, stated in enumerate(self.form.extra))
        return tuple(moment for moment in found if moment is not None)

    def _local(self, stated: Stated, *way: str | int) -> datetime | date | None:
        try:
            return stated.local(self.timezone)
        except Misread as misread:
            self._note(misread, *way)
            return None

    def _note(self, misread: Misread, *way: str | int) -> None:
        self.notes.append(misread.at(self.origin.span(*way)))


def end_of_change(begins: Day, end: Stated | time | None, timezone: str) -> datetime | date | None:
    """The local end that a change gives to the session that begins then. Raises ``Misread`` for an offset that disagrees with the zone."""
    if end is None or isinstance(end, Stated):
        return end.local(timezone) if end else None
    return begins + _until_clock(begins, end) if isinstance(begins, datetime) else datetime.combine(begins, end)


def _begins(start: Day, day: Day) -> Day:
    """When the session of a day begins: a day alone takes the hour of the event."""
    return datetime.combine(day, start.time()) if isinstance(start, datetime) and not isinstance(day, datetime) else day


def _until_clock(start: datetime, end: time) -> timedelta:
    """From a moment to the next time that the clock shows ``end``; not positive when that is further off than a night. Midnight to midnight is a day."""
    length = datetime.combine(start, end) - start
    overnight = length + timedelta(days=1)
    is_night = length < timedelta() and overnight <= LONGEST_NIGHT
    return overnight if is_night or start.time() == end == time() else length
