"""The dates of a rule: the only door to dateutil.

dateutil by itself searches up to the year 9999 for a rule that never matches, and cuts the first week or month short when
the series begins inside it. So it is asked for one calendar year at a time, for the days and times that fit, and the three
things that go across years are done here: every nth period (INTERVAL), the choice within a period (BYSETPOS), and the end.
Week numbers (BYWEEKNO) are reckoned here too: dateutil miscounts a year's last week.

Everything is local words without zone; only an UNTIL in UTC needs the zone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import groupby, islice, takewhile

from dateutil import rrule as dateutil_rrule

from mcsite.model.moment import zone
from mcsite.schedule.rule import Rule, Weekday, spelled_out
from mcsite.source.dates import FIRST_YEAR, LAST_YEAR

LAST_DAY = date(LAST_YEAR, 12, 31)

MOST_CANDIDATES = 200_000
"""So many days and times are looked at for one rule before it is given up: about seven a day up to 2099."""


class TooBusyError(ValueError):
    """The rule names so many times that it cannot be laid out."""


def dates(rule: Rule, start: datetime, timezone: str, last: date = LAST_DAY) -> Iterator[datetime]:
    """The local times of a rule in order, the first not before ``start``, the last not after the day ``last``.

    ``start`` is not added when it does not fit the pattern. A missing part of the rule is taken from it, as the RFC says.
    Raises ``TooBusyError`` while it runs.
    """
    whole = _completed(rule, start)
    end = min(_end(rule, timezone), datetime.combine(last, time.max))
    held = takewhile(lambda moment: moment <= end, (moment for moment in _endless(whole, start, end.year) if moment >= start))
    return islice(held, rule.count)


def _end(rule: Rule, timezone: str) -> datetime:
    """The last possible moment in local words; a date includes its whole day."""
    until = rule.until
    if until is None or until.year > LAST_YEAR:
        return datetime.combine(LAST_DAY, time.max)
    if not isinstance(until, datetime) or until.year < FIRST_YEAR:
        return datetime.combine(until, time.max)
    return until.astimezone(zone(timezone)).replace(tzinfo=None) if until.tzinfo else until


def _completed(rule: Rule, start: datetime) -> Rule:
    """The same rule with every part said that it leaves to its start."""
    return replace(spelled_out(rule, start), hours=_hours(rule, start), minutes=_minutes(rule, start), seconds=rule.seconds or (start.second,))


def _hours(rule: Rule, start: datetime) -> tuple[int, ...]:
    return rule.hours or ((start.hour,) if rule.daily_or_slower else tuple(range(24)))


def _minutes(rule: Rule, start: datetime) -> tuple[int, ...]:
    return rule.minutes or ((start.minute,) if rule.frequency != "MINUTELY" else tuple(range(60)))


def _endless(rule: Rule, start: datetime, last_year: int) -> Iterator[datetime]:
    """Every time that a completed rule names, from the beginning of the period in which ``start`` lies."""
    period = _PERIODS["WEEK-YEARLY" if rule.weeks else rule.frequency]
    first = period(rule, start)
    for index, group in groupby(_candidates(rule, _begin(rule, start), last_year), key=lambda moment: period(rule, moment)):
        if (index - first) % rule.interval == 0:
            yield from _chosen(group, rule.positions)


def _chosen(group: Iterator[datetime], positions: tuple[int, ...]) -> Iterator[datetime]:
    """Those at the given places of a period, from 1, or from -1 for the last; all when no place is given."""
    if not positions:
        return group
    members = list(group)
    places = {position - 1 if position > 0 else len(members) + position for position in positions}
    return (member for place, member in enumerate(members) if place in places)


_PERIODS: dict[str, Callable[[Rule, datetime], int]] = {
    "YEARLY": lambda _, moment: moment.year,
    "WEEK-YEARLY": lambda rule, moment: _week_number(moment.date(), rule.week_start)[0],
    "MONTHLY": lambda _, moment: moment.year * 12 + moment.month,
    "WEEKLY": lambda rule, moment: (moment.toordinal() - 1 - rule.week_start) // 7,
    "DAILY": lambda _, moment: moment.toordinal(),
    "HOURLY": lambda _, moment: moment.toordinal() * 24 + moment.hour,
    "MINUTELY": lambda _, moment: (moment.toordinal() * 24 + moment.hour) * 60 + moment.minute,
}


def _begin(rule: Rule, start: datetime) -> datetime:
    """The beginning of the period in which ``start`` lies, or a little before it."""
    day = start.date()
    if rule.weeks:
        day = date(_week_number(day, rule.week_start)[0], 1, 1) - timedelta(days=3)
    elif rule.frequency == "YEARLY":
        day = day.replace(month=1, day=1)
    elif rule.frequency == "MONTHLY":
        day = day.replace(day=1)
    elif rule.frequency == "WEEKLY":
        day -= timedelta(days=(day.weekday() - rule.week_start) % 7)
    return datetime.combine(day, time())


def _candidates(rule: Rule, begin: datetime, last_year: int) -> Iterator[datetime]:
    """The times that fit everything but INTERVAL and BYSETPOS, in order."""
    looked_at = 0
    for year in range(begin.year, min(last_year, LAST_YEAR) + 1):
        for moment in _within_a_year(rule, max(begin, datetime(year, 1, 1))):  # noqa: DTZ001 - local words by design
            looked_at += 1
            if looked_at > MOST_CANDIDATES:
                raise TooBusyError
            if not rule.weeks or _in_weeks(moment.date(), rule):
                yield moment


_TO_THE_END_OF_TIME = 10_000
"""An interval in years after which there is no second period: dateutil stops with the first."""


def _within_a_year(rule: Rule, begin: datetime) -> dateutil_rrule.rrule:
    """The days and times of one year, from ``begin`` on, that fit the rule's parts."""
    return dateutil_rrule.rrule(
        dateutil_rrule.YEARLY,
        dtstart=begin,
        interval=_TO_THE_END_OF_TIME,
        bymonth=rule.months or (tuple(range(1, 13)) if rule.frequency == "MONTHLY" else None),
        bymonthday=rule.month_days or None,
        byyearday=rule.year_days or None,
        byweekday=_weekdays(rule),
        byhour=rule.hours,
        byminute=rule.minutes,
        bysecond=rule.seconds,
    )


def _weekdays(rule: Rule) -> list[dateutil_rrule.weekday]:
    """Every weekday when none is named. Where ordinals and plain days are mixed, dateutil wants both, so plain ones become all ordinals."""
    named = rule.weekdays or tuple(Weekday(0, day) for day in range(7))
    if any(weekday.nth for weekday in named):
        every = range(1, 6 if rule.frequency == "MONTHLY" or rule.months else 54)
        named = tuple(Weekday(nth, weekday.day) for weekday in named for nth in ((weekday.nth,) if weekday.nth else every))
    return [dateutil_rrule.weekday(weekday.day, weekday.nth or None) for weekday in named]


def _in_weeks(day: date, rule: Rule) -> bool:
    _, number, weeks = _week_number(day, rule.week_start)
    return number in rule.weeks or number - weeks - 1 in rule.weeks


def _week_number(day: date, week_start: int) -> tuple[int, int, int]:
    """The year a day's week belongs to, its number in it, and how many weeks that year has; week 1 is the first with four days."""
    middle = day + timedelta(days=3 - (day.weekday() - week_start) % 7)
    last = date(middle.year, 12, 31)
    last_middle = last - timedelta(days=(last.weekday() - week_start - 3) % 7)
    return middle.year, (middle.timetuple().tm_yday + 6) // 7, (last_middle.timetuple().tm_yday + 6) // 7
