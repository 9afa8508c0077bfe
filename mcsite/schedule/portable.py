"""A series as one recurrence rule that every calendar reads alike, for ``series.ics``.

Calendars differ about much of RFC 5545: a start that is off the pattern, week numbers, several parts that limit one another, days that a
month does not have (Outlook takes the last one, and a fifth Monday for the last), the length of a session in the night of a clock change.
So the dates are written in one of a few plain forms, the author's if it is one, else the first that yields exactly the same dates; and
where none does, there is no rule. A session that differs in anything from the pattern is written out by itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from math import gcd

from mcsite.model.event import Status
from mcsite.model.moment import When, instant
from mcsite.model.schedule import Day, Schedule
from mcsite.schedule.clock import at_midnight, attached, is_one_moment
from mcsite.schedule.occurrence import Expansion, Occurrence
from mcsite.schedule.rrule import dates
from mcsite.schedule.rule import Rule, Weekday, parse_rule, spelled_out
from mcsite.schedule.short_months import EVERY_MONTH_HAS

PLAIN_PLACES = (-1, 1, 2, 3, 4)
"""Places in a month that every month has."""

LONGEST_STEP = 52
"""In weeks; calendars made for people do not offer longer ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortableRule:
    """The regular sessions as a rule.

    ``first`` is the time of the VEVENT that carries ``rule``, an RRULE value with UNTIL (in UTC; a date for whole days). ``exdates`` are
    aware, or dates, like ``first``. Each of ``overrides`` is a VEVENT with the same UID and the RECURRENCE-ID ``planned.start``;
    each of ``singles`` has a UID of its own.
    """

    first: When
    rule: str
    exdates: tuple[datetime | date, ...]
    overrides: tuple[Occurrence, ...]
    singles: tuple[Occurrence, ...]


def portable(schedule: Schedule, expansion: Expansion) -> PortableRule | None:
    """The rule that yields exactly the sessions of the expansion in every calendar, or ``None`` when there is no such form."""
    regular = [occurrence for occurrence in expansion.occurrences if not occurrence.extra]
    if not schedule.rule or not regular:
        return None
    rule = parse_rule(schedule.rule)
    first, last = at_midnight(regular[0].original), at_midnight(regular[-1].original)
    missing = [moment for moment in _skipped(schedule, expansion) if first < moment < last]
    pattern = sorted([*(at_midnight(occurrence.original) for occurrence in regular), *missing])
    plain = None if rule.names_times or not _sound(schedule, pattern) else _plain_form(rule, pattern)
    if plain is None:
        return None
    return PortableRule(
        first=regular[0].planned,
        rule=str(replace(plain, until=_until(schedule, last))),
        exdates=tuple(_in_zone(schedule, moment) for moment in missing),
        overrides=tuple(occurrence for occurrence in regular if _stands_alone(occurrence, regular[0].planned)),
        singles=tuple(occurrence for occurrence in expansion.occurrences if occurrence.extra),
    )


def _skipped(schedule: Schedule, expansion: Expansion) -> Iterator[datetime]:
    hour = at_midnight(schedule.start).time()
    return (datetime.combine(days.first, hour) for days in expansion.skipped)


def _sound(schedule: Schedule, pattern: Sequence[datetime]) -> bool:
    """Whether every date of the pattern, skipped and moved ones too, begins and ends at a time that exists once."""
    if not isinstance(schedule.start, datetime):
        return True
    ends = [moment + schedule.duration for moment in pattern]
    return all(is_one_moment(attached(moment, schedule.timezone)) for moment in (*pattern, *ends))


def _until(schedule: Schedule, last: datetime) -> date | datetime:
    """The end of the last day: some calendars lose a session that begins at the very UNTIL."""
    if not isinstance(schedule.start, datetime):
        return last.date()
    return attached(datetime.combine(last.date(), time(23, 59, 59)), schedule.timezone).astimezone(UTC)


def _in_zone(schedule: Schedule, moment: datetime) -> Day:
    return attached(moment, schedule.timezone) if isinstance(schedule.start, datetime) else moment.date()


def _stands_alone(occurrence: Occurrence, first: When) -> bool:
    """Whether it differs from the pattern, be it only that the clocks change between its beginning and its end."""
    altered = occurrence.status is not Status.SCHEDULED or occurrence.change is not None
    return altered or _elapsed(occurrence.when) != _elapsed(first)


def _elapsed(when: When) -> timedelta:
    """Whole days have no clock; their length is that of the words."""
    return when.last_day - when.first_day if when.whole_day else instant(when.ends) - instant(when.begins)


def _plain_form(rule: Rule, pattern: Sequence[datetime]) -> Rule | None:
    """The first form, the author's own before all, that yields exactly these dates."""
    authors = spelled_out(replace(rule, count=None, until=None), pattern[0])
    return next((form for form in (authors, *plain_forms(pattern)) if _is_plain(form) and _yields(form, pattern)), None)


def _yields(form: Rule, pattern: Sequence[datetime]) -> bool:
    return list(dates(form, pattern[0], "UTC", pattern[-1].date())) == list(pattern)


def _is_plain(rule: Rule) -> bool:
    """Whether the rule is of a form that calendars read alike."""
    if rule.year_days or rule.weeks or rule.names_times or (rule.weekdays and rule.month_days):
        return False
    plain = {"DAILY": _is_plain_daily, "WEEKLY": _is_plain_weekly, "MONTHLY": _is_plain_monthly, "YEARLY": _is_plain_yearly}
    return rule.frequency in plain and plain[rule.frequency](rule)


def _is_plain_daily(rule: Rule) -> bool:
    return not (rule.months or rule.weekdays or rule.month_days or rule.positions)


def _is_plain_weekly(rule: Rule) -> bool:
    return not (rule.months or rule.positions)


def _is_plain_monthly(rule: Rule) -> bool:
    """Days that every month has, or a weekday's first to fourth or last; or that of several weekdays together: the last working day."""
    if rule.months:
        return False
    if rule.positions:
        return len(rule.positions) == 1 and rule.positions[0] in PLAIN_PLACES and not any(weekday.nth for weekday in rule.weekdays)
    return _has_plain_weekdays(rule) and all(day == -1 or 1 <= day <= EVERY_MONTH_HAS for day in rule.month_days)


def _is_plain_yearly(rule: Rule) -> bool:
    """In one month, on days that it has in each of the years."""
    if rule.positions or len(rule.months) != 1:
        return False
    year = 2024 if rule.interval % 4 == 0 else 2025
    return _has_plain_weekdays(rule) and all(1 <= day <= monthrange(year, rule.months[0])[1] for day in rule.month_days)


def _has_plain_weekdays(rule: Rule) -> bool:
    return all(weekday.nth in PLAIN_PLACES for weekday in rule.weekdays)


def plain_forms(pattern: Sequence[datetime]) -> Iterator[Rule]:
    """Plain rules that might fit the dates, those with a step that a person would choose; ``_yields`` decides."""
    days = [moment.date() for moment in pattern]
    first = days[0]
    weekdays = tuple(Weekday(0, day) for day in sorted({day.weekday() for day in days}))
    weeks, months = _step([(day.toordinal() - 1) // 7 for day in days]), _step([day.year * 12 + day.month for day in days])
    if weeks <= LONGEST_STEP:
        yield Rule(frequency="WEEKLY", interval=weeks, weekdays=weekdays)
    if first.day <= EVERY_MONTH_HAS:
        yield Rule(frequency="MONTHLY", interval=months, month_days=(first.day,))
        yield Rule(frequency="MONTHLY", interval=months, weekdays=(Weekday((first.day + 6) // 7, first.weekday()),))
    yield Rule(frequency="MONTHLY", interval=months, weekdays=(Weekday(-1, first.weekday()),))
    yield Rule(frequency="YEARLY", interval=_step([day.year for day in days]), months=(first.month,), month_days=(first.day,))
    yield Rule(frequency="MONTHLY", interval=months, month_days=(-1,))
    yield Rule(frequency="DAILY", interval=_step([day.toordinal() for day in days]))


def _step(indexes: Sequence[int]) -> int:
    """The greatest step that leads from each index to the next."""
    return gcd(*(later - earlier for earlier, later in pairwise(indexes))) or 1
