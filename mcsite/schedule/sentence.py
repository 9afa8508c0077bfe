"""``when:``, the dates of an event as one English sentence: ``Tuesdays 6pm-6:45pm from 6 Jan 2026 for 12 weeks, not 17 Feb``."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from mcsite.diagnostics import Misread
from mcsite.model.schedule import Day, Days
from mcsite.schedule.clock import LONGEST_NIGHT, at_midnight
from mcsite.schedule.english import day_words
from mcsite.schedule.phrases import EXAMPLE, Parts, parts_of
from mcsite.schedule.rrule import dates
from mcsite.schedule.rule import Rule, spelled_out
from mcsite.source.dates import WEEKDAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What a sentence says of a schedule, in the words of ``model.schedule.Schedule``.

    ``start`` is local, a date alone for whole days. ``duration`` is that of a timed session, ``None`` when no end was said; ``days`` counts
    whole days. ``extra`` are further days of an event without a rhythm.
    "for 12 weeks" counts calendar days and so is an ``until``; "12 times" are ``times``, sessions that are held.
    """

    start: Day
    duration: timedelta | None = None
    days: int = 1
    rule: str = ""
    times: int | None = None
    until: date | None = None
    skip: tuple[Days, ...] = ()
    extra: tuple[Day, ...] = ()


def read_sentence(text: str) -> Sentence:
    """The schedule that a sentence says.

    Raises ``Misread``: E350 not understood, E351 two readings, E352 the first day does not fit the rhythm, E353 something is missing,
    E354 the same thing said twice; and what the readers of days, times and rhythms raise: E303 when a year is missing.
    """
    parts = parts_of(text)
    if not parts.days:
        days = "on which day it begins" if parts.rule else "on which day it takes place"
        raise Misread("E353", f"the sentence does not say {days}", f"add the day with its year, for example: {EXAMPLE}")
    return _series(parts, parts.rule) if parts.rule else _one_off(parts)


def _series(parts: Parts, rule: Rule) -> Sentence:
    if len(parts.days) > 1:
        raise Misread("E351", "several days are named beside a rhythm", f"name the first day only, for example: {EXAMPLE}")
    named = parts.days[0].days()
    first, duration = _timed(parts, named.first)
    whole_rule = spelled_out(rule, first)
    _check_first_day(whole_rule, first)
    last = _last_day(parts, named, whole_rule)
    return Sentence(
        start=first,
        duration=duration,
        rule=str(whole_rule),
        times=parts.held,
        until=last,
        skip=tuple(phrase.days(named.first) for phrase in parts.excluded),
    )


def _last_day(parts: Parts, named: Days, rule: Rule) -> date | None:
    ends = [named.last] if parts.days[0].is_range else []
    ends += [parts.until.days(named.first).first] if parts.until else []
    ends += [_last_of_span(rule, named.first, *parts.span)] if parts.span else []
    if len(ends) > 1:
        raise Misread("E354", "the sentence says twice when the series ends", f"say it once, for example: {EXAMPLE}")
    return ends[0] if ends else None


def _last_of_span(rule: Rule, first: date, count: int, unit: str) -> date:
    """The last day of so many weeks, months or years of a rhythm.

    Where its days float through the month, it is dates that are counted: the last Friday for 3 months is three Fridays, though from
    30 January to 29 April there are four.
    """
    months = count * {"month": 1, "year": 12}.get(unit, 0)
    period = rule.interval * (12 if rule.frequency == "YEARLY" else 1)
    if _floating(rule) and months and months % period == 0:
        return [*islice(dates(rule, at_midnight(first), "UTC"), months // period * _floating(rule))][-1].date()
    return _after(first, count, unit)


def _floating(rule: Rule) -> int:
    """On how many days of each of its months or years a rule falls, when it names them by weekday: the first and third Tuesday are two."""
    if rule.frequency not in ("MONTHLY", "YEARLY") or rule.month_days:
        return 0
    return (len(rule.positions) or len([day for day in rule.weekdays if 0 < abs(day.nth) < 5])) * max(1, len(rule.months))  # not every month has a fifth


def _after(first: date, count: int, unit: str) -> date:
    """The last day of so many weeks, months or years that begin with ``first``."""
    if unit in ("day", "week"):
        return first + timedelta(days=count * (7 if unit == "week" else 1) - 1)
    months = first.year * 12 + first.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1])) - timedelta(days=1)


def _check_first_day(rule: Rule, first: Day) -> None:
    """In ``Tuesdays from 5 Jan 2026`` that day is a Monday: one of the two is a slip."""
    start = at_midnight(first)
    fitting = next(dates(rule, start, "UTC"), None)
    if fitting == start:
        return
    message = f"the sentence begins on {day_words(first)}, but that is not a day of its rhythm"
    if fitting is None:
        raise Misread("E352", message, "change the rhythm or the day")
    raise Misread("E352", message, f"write from {day_words(fitting)}, or a rhythm that includes {WEEKDAYS[start.weekday()]}s")


def _timed(parts: Parts, first: date) -> tuple[Day, timedelta | None]:
    """The start with its time, and how long it lasts; an end that is not later than the start is on the next day."""
    if not parts.clock:
        if parts.length:
            raise Misread("E353", "the sentence says how long it lasts, but not at what time it begins", "add the time, for example: at 18:00")
        return first, None
    if len(parts.clock) > 1:
        raise Misread("E354", "the sentence names several times of day", "name one time, or an event for each of them")
    begins, ends = parts.clock[0]
    start = datetime.combine(first, begins)
    if ends is None:
        return start, parts.length
    if parts.length:
        message = f"the sentence says twice how long it lasts: from {begins:%H:%M} to {ends:%H:%M}, and a length"
        raise Misread("E354", message, "keep the end or the length; for two sessions a day, write an event for each of them")
    return start, _up_to(start, ends)


def _up_to(start: datetime, ends: time) -> timedelta:
    end = datetime.combine(start.date(), ends)
    length = (end if end > start else end + timedelta(days=1)) - start
    if end <= start and length > LONGEST_NIGHT and not start.time() == ends == time():
        raise Misread("E346", f"the sentence ends at {ends:%H:%M}, before it begins at {start:%H:%M}", "write the earlier time first, for example 18:00-19:30")
    return length


def _one_off(parts: Parts) -> Sentence:
    if parts.held or parts.excluded or (parts.span and parts.span[1] != "day"):
        raise Misread("E353", "the sentence tells of a series, but not how often it repeats", f"write for example: {EXAMPLE}")
    named = [phrase.days() for phrase in parts.days]
    first, last = named[0].first, _last_of_one(parts, named[0])
    if parts.until and len(parts.clock) == 2:
        return _from_then_to_then(parts, first, last)
    start, duration = _timed(parts, first)
    if last != first and parts.clock:
        raise _two_readings_of_a_range(first, last)
    extra = tuple(datetime.combine(days.first, start.time()) if isinstance(start, datetime) else days.first for days in named[1:])
    return Sentence(start=start, duration=duration, days=(last - first).days + 1, extra=extra)


def _last_of_one(parts: Parts, named: Days) -> date:
    if parts.until:
        return parts.until.days(named.first).first
    return _after(named.first, *parts.span) if parts.span else named.last


def _from_then_to_then(parts: Parts, first: date, last: date) -> Sentence:
    """``14 March 2026 10:00 to 15 March 2026 16:00``."""
    begins, ends = (clock[0] for clock in parts.clock)
    start, end = datetime.combine(first, begins), datetime.combine(last, ends)
    if end <= start or any(clock[1] for clock in parts.clock):
        raise Misread("E354", "the sentence does not say one beginning and one later end", "write for example: 14 March 2026 10:00 to 15 March 2026 16:00")
    return Sentence(start=start, duration=end - start)


def _two_readings_of_a_range(first: date, last: date) -> Misread:
    message = f"several days with times, {day_words(first)} to {day_words(last)}, can mean those hours on each day, or one gathering through the night"
    return Misread("E351", message, f"write: daily 10:00-16:00 from {first} to {last}, or: {first} 10:00 to {last} 16:00")
