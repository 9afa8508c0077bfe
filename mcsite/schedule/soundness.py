"""What can be wrong with a schedule as a whole, before it is laid out, and with its sessions, after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from mcsite.model.event import Status
from mcsite.model.moment import When, instant
from mcsite.model.schedule import Day, Schedule
from mcsite.schedule.clock import at_midnight, doubt, is_one_moment
from mcsite.schedule.ends import nothing_confirmed
from mcsite.schedule.english import day_words, moment_words, typed
from mcsite.schedule.occurrence import Occurrence
from mcsite.schedule.problem import Problem, Way
from mcsite.source.dates import FIRST_YEAR, LAST_YEAR

LONGEST = timedelta(days=31)
"""A session is not longer than this."""
_HALF_A_DAY = timedelta(hours=12)
_LIKELY = timedelta(hours=4)
"""How long a session is at most if its end was meant to be in the evening, not in the morning."""


def wrong_with_schedule(schedule: Schedule) -> tuple[Problem, ...]:
    """Mistakes after which its sessions cannot be laid out."""
    return tuple(_years(schedule)) or (*_lengths(schedule), *_kinds(schedule))


def wrong_with_originals(schedule: Schedule, originals: Sequence[datetime]) -> Iterator[Problem]:
    """Two sessions that begin within the same minute: they could not be told apart."""
    together = Counter(moment.replace(second=0) if moment.second else moment for moment in originals)
    for moment in sorted(moment for moment, count in together.items() if count > 1):
        shown = moment if isinstance(schedule.start, datetime) else moment.date()
        extra = [index for index, day in enumerate(schedule.extra) if at_midnight(day).date() == moment.date()]
        way: Way = ("extra", extra[-1]) if extra else ("repeat",)
        yield Problem(way, "E342", f"two sessions of this event begin on {moment_words(shown)}", "remove one of them, or give it another time")


def wrong_with_occurrences(schedule: Schedule, occurrences: Sequence[Occurrence]) -> Iterator[Problem]:
    """Times that do not exist or coincide, ends before starts, dates beyond what is confirmed or on closed days."""
    for occurrence in occurrences:
        yield from _time_in_doubt(schedule, occurrence)
        yield from _changed_end(occurrence)
    yield from _same_instant(schedule, occurrences)
    yield from _beyond_what_is_confirmed(schedule)
    if schedule.confirmed_until and not occurrences:
        yield nothing_confirmed(schedule.confirmed_until)
    yield from _on_closed_days(schedule, occurrences)


def _lengths(schedule: Schedule) -> Iterator[Problem]:
    length = schedule.duration if isinstance(schedule.start, datetime) else timedelta(days=schedule.days)
    if length <= timedelta():
        yield _end_before_start(schedule.start, length)
    if length > LONGEST:
        yield Problem(("end",), "E346", f"one session would last more than {LONGEST.days} days", "for an event that comes again, write 'repeat' and 'until'")


def _end_before_start(start: Day, length: timedelta) -> Problem:
    if not isinstance(start, datetime):
        return Problem(("end",), "E346", "the event ends before it begins", f"leave 'end' out for one day, or give it a day after {start}")
    end = start + length
    message = f"the event ends on {moment_words(end)}, but begins on {moment_words(start)}"
    if end.date() == start.date():
        message = f"the event ends at {end:%H:%M}, but begins at {start:%H:%M}"
    if timedelta() < length + _HALF_A_DAY <= _LIKELY:
        return Problem(("end",), "E346", message, f"did you mean {end + _HALF_A_DAY:%H:%M}?")
    night = f"{start.date() + timedelta(days=1)} 01:00"
    return Problem(("end",), "E346", message, f"give 'end' a later time, or with a date: {night} is after midnight")


def _kinds(schedule: Schedule) -> Iterator[Problem]:
    """Hours in an event of whole days, or an end without an hour in a timed one."""
    timed = isinstance(schedule.start, datetime)
    values: list[tuple[Way, Day]] = [(("extra", index), day) for index, day in enumerate(schedule.extra)]
    values += [(("moved", typed(day)), target) for day, target in schedule.moved]
    values += [(("changed", typed(day), "end"), change.end) for day, change in schedule.changed if change.end]
    for way, value in values:
        if isinstance(value, datetime) and not timed:
            yield Problem(way, "E347", f"{typed(value)} has a time, but this event takes whole days", f"write {value:%Y-%m-%d}, or give 'start' a time")
        elif way[-1] == "end" and timed and not isinstance(value, datetime):
            yield Problem(way, "E347", f"{typed(value)} is a day, but this event ends at a time", "write a time, for instance 19:30")


def _years(schedule: Schedule) -> Iterator[Problem]:
    days: list[tuple[Way, Day]] = [(("start",), schedule.start)]
    days += [(("extra", index), day) for index, day in enumerate(schedule.extra)]
    days += [(("moved", typed(day)), target) for day, target in schedule.moved]
    for way, day in days:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield Problem(way, "E338", f"the year {day.year} is too far away", f"dates are from {FIRST_YEAR} to {LAST_YEAR}")


def _way(schedule: Schedule, occurrence: Occurrence, otherwise: str) -> Way:
    """The field in which an occurrence's time was written."""
    if occurrence.moved_from:
        return ("moved", occurrence.written)
    days = [at_midnight(day).date() for day in schedule.extra]
    return ("extra", days.index(occurrence.day)) if occurrence.extra else (otherwise,)


def _time_in_doubt(schedule: Schedule, occurrence: Occurrence) -> Iterator[Problem]:
    when = occurrence.when
    if not isinstance(when.start, datetime) or not isinstance(when.end, datetime) or (is_one_moment(when.start) and is_one_moment(when.end)):
        return
    changed = occurrence.change is not None and occurrence.change.end is not None
    end_way = ("changed", occurrence.written, "end") if changed else _way(schedule, occurrence, "end")
    doubts = (
        doubt(_way(schedule, occurrence, "start"), "the session", when.start, schedule.timezone),
        doubt(end_way, "the end of the session", when.end, schedule.timezone),
    )
    yield from (problem for problem in doubts if problem)


def _changed_end(occurrence: Occurrence) -> Iterator[Problem]:
    when = occurrence.when
    if occurrence.change is None or occurrence.change.end is None:
        return
    way = ("changed", occurrence.written, "end")
    start, end = at_midnight(when.start), at_midnight(when.end)
    if end < start or (end == start and not when.whole_day):
        yield Problem(way, "E346", f"the session of {day_words(occurrence.day)} would end before it begins", "give it a later end")
    elif end - start > LONGEST:
        yield Problem(way, "E346", f"the session of {day_words(occurrence.day)} would last more than {LONGEST.days} days", "give it an earlier end")


def _same_instant(schedule: Schedule, occurrences: Sequence[Occurrence]) -> Iterator[Problem]:
    """A moved session that lands on another one which takes place, or where it was."""
    at: dict[datetime, Occurrence] = {}
    for occurrence in occurrences:
        if occurrence.moved_from == occurrence.when:
            yield Problem(_way(schedule, occurrence, "start"), "E342", "this session is moved to the time that it has anyway", "write the new time")
        if occurrence.status is not Status.CANCELLED:
            other = at.setdefault(instant(occurrence.when.begins), occurrence)
            if other is not occurrence:
                yield _coinciding(schedule, occurrence if occurrence.moved_from else other)


def _coinciding(schedule: Schedule, moved: Occurrence) -> Problem:
    message = f"two sessions of this event would begin on {moment_words(_local(moved.when))}"
    return Problem(_way(schedule, moved, "repeat"), "E342", message, "remove one of them, or give it another time")


def _local(when: When) -> Day:
    return when.start.replace(tzinfo=None) if isinstance(when.start, datetime) else when.start


def _beyond_what_is_confirmed(schedule: Schedule) -> Iterator[Problem]:
    last = schedule.confirmed_until or date.max
    named: list[tuple[Way, Day]] = [(("extra", index), day) for index, day in enumerate(schedule.extra)]
    named += [(("moved", typed(day)), target) for day, target in schedule.moved if at_midnight(day).date() <= last]
    for way, day in named:
        if at_midnight(day).date() > last:
            message = f"{day_words(day)} lies after 'confirmed_until', {day_words(last)}, beyond which nothing is published"
            yield Problem(way, "E348", message, f"write confirmed_until: {at_midnight(day).date()}, or an earlier date here")


def _on_closed_days(schedule: Schedule, occurrences: Sequence[Occurrence]) -> Iterator[Problem]:
    """Sessions that the author put on a day on which the site says no series meets."""
    if not (schedule.rule or schedule.extra):
        return
    for occurrence in occurrences:
        day = occurrence.when.first_day
        closed = next((days for days in schedule.closed if days.first <= day <= days.last), None)
        if closed and occurrence.status is not Status.CANCELLED:
            why = f" ({closed.reason})" if closed.reason else ""
            message = f"this session is on {day_words(day)}, a day on which the site is closed for series{why}"
            yield Problem(_way(schedule, occurrence, "start"), "W312", message, "choose another day, if this was not meant")
