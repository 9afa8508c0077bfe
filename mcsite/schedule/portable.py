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
from mcsite.schedule.clock import at_midnight, attached, names_one_moment
from mcsite.schedule.occurrence import Expansion, Occurrence
from mcsite.schedule.rrule import dates
from mcsite.schedule.rule import Rule, Weekday, parse_rule
from mcsite.schedule.short_months import EVERY_MONTH_HAS

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
    return all(names_one_moment(moment, schedule.timezone) for moment in (*pattern, *ends))


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
    authors = replace(rule, count=None, until=None)
    forms = ([_spelled_out(authors, pattern[0])] if _is_plain(authors) else []) + list(_forms(pattern))
    return next((form for form in forms if _yields(form, pattern)), None)


def _yields(form: Rule, pattern: Sequence[datetime]) -> bool:
    return list(dates(form, pattern[0], "UTC", pattern[-1].date())) == list(pattern)


def _is_plain(rule: Rule) -> bool:
    """Whether the rule is of a form that calendars read alike."""
    nth = all(weekday.nth in (-1, 1, 2, 3, 4) for weekday in rule.weekdays)
    if rule.year_days or rule.weeks or rule.names_times or (rule.months and rule.frequency != "YEARLY") or (rule.weekdays and rule.month_days):
        return False
    match rule.frequency:
        case "DAILY":
            return not (rule.weekdays or rule.month_days or rule.positions)
        case "WEEKLY":
            return not rule.positions
        case "MONTHLY" if rule.positions:
            return len(rule.positions) == 1 and rule.positions[0] in (-1, 1, 2, 3, 4) and bool(rule.weekdays) and not any(day.nth for day in rule.weekdays)
        case "MONTHLY":
            return nth and all(day == -1 or 1 <= day <= EVERY_MONTH_HAS for day in rule.month_days)
        case _:
            return not rule.positions and nth and len(rule.months) == 1 and all(1 <= day <= monthrange(2025, rule.months[0])[1] for day in rule.month_days)


def _spelled_out(rule: Rule, first: datetime) -> Rule:
    """The same with the days named that it takes from its start: a yearly rule by its month and day, a weekly one by its weekday."""
    if rule.weekdays or rule.month_days or rule.frequency == "DAILY":
        return rule
    return replace(rule, weekdays=(Weekday(0, first.weekday()),)) if rule.frequency == "WEEKLY" else replace(rule, month_days=(first.day,))


def _forms(pattern: Sequence[datetime]) -> Iterator[Rule]:
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
    yield Rule(frequency="DAILY", interval=_step([day.toordinal() for day in days]))


def _step(indexes: Sequence[int]) -> int:
    """The greatest step that leads from each index to the next."""
    return gcd(*(later - earlier for earlier, later in pairwise(indexes))) or 1
