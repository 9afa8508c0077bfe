"""What a schedule was understood to mean, said back to its author: the rhythm in words, and every date with its weekday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mcsite.model.event import Status
from mcsite.model.moment import When
from mcsite.model.schedule import Days, Schedule
from mcsite.schedule.english import listed, ordinal, short_day
from mcsite.schedule.occurrence import Expansion, Occurrence
from mcsite.schedule.rule import Rule, Weekday, parse_rule
from mcsite.schedule.vocabulary import ORDINALS
from mcsite.source.dates import MONTHS, WEEKDAYS

_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}


def spoken(schedule: Schedule, expansion: Expansion) -> tuple[str, ...]:
    """Lines for a terminal: first the whole, then each session and each skipped day in order."""
    dated = [(occurrence.day, _session(occurrence)) for occurrence in expansion.occurrences]
    dated += [(days.first, _skipped(days)) for days in expansion.skipped]
    return (*_whole(schedule, expansion), *(line for _, line in sorted(dated, key=lambda entry: entry[0])), *_open_end(schedule, expansion))


def rule_words(rule: Rule) -> str:
    """A rule in words, or as it is where it has no short ones."""
    if rule.names_times or rule.year_days or rule.weeks or (rule.months and rule.frequency != "YEARLY"):
        return f"RRULE:{rule}"
    days = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}.get(rule.frequency, _no_words)(rule)
    if days is None:
        return f"RRULE:{rule}"
    if rule.frequency == "WEEKLY" and rule.interval == 1:
        return f"every {days}"
    unit = _UNITS[rule.frequency]
    every = f"every {unit}" if rule.interval == 1 else f"every {rule.interval} {unit}s"
    return f"{every} on {days}" if days else every


def time_words(when: When) -> str:
    """``Tue 6 Jan 2026, 18:00-18:45``; the day of the end too where it is another one."""
    if isinstance(when.start, datetime) and isinstance(when.end, datetime):
        end = f"{when.end:%H:%M}" if when.end.date() == when.start.date() else f"{short_day(when.end)}, {when.end:%H:%M}"
        return f"{short_day(when.start)}, {when.start:%H:%M}-{end}"
    return short_day(when.start) if when.start == when.end else f"{short_day(when.start)} to {short_day(when.end)}"


def _whole(schedule: Schedule, expansion: Expansion) -> Iterator[str]:
    if schedule.rule and expansion.occurrences:
        first, last = expansion.occurrences[0], expansion.occurrences[-1]
        count = len(expansion.occurrences)
        sessions = "1 session" if count == 1 else f"{count} sessions"
        yield f"{rule_words(parse_rule(schedule.rule))}: {sessions} from {short_day(first.day)} to {short_day(last.day)}, times of {schedule.timezone}"


def _session(occurrence: Occurrence) -> str:
    number = f"{occurrence.number} of {occurrence.of}: " if occurrence.of else f"{occurrence.number}: " if occurrence.number else ""
    reason = f": {occurrence.reason}" if occurrence.reason else ""
    moved = f", moved from {time_words(occurrence.moved_from)}" if occurrence.moved_from else ""
    cancelled = f", cancelled{reason}" if occurrence.status is Status.CANCELLED else ""
    return f"{number}{time_words(occurrence.when)}{moved}{cancelled}{', extra' if occurrence.extra else ''}"


def _skipped(days: Days) -> str:
    return f"no session {short_day(days.first)}" + (f": {days.reason}" if days.reason else "")


def _open_end(schedule: Schedule, expansion: Expansion) -> Iterator[str]:
    if schedule.confirmed_until and all(occurrence.of is None for occurrence in expansion.occurrences):
        yield f"certain up to {short_day(schedule.confirmed_until)}; later sessions are not published yet"


def _no_words(_: Rule) -> str | None:
    return None


def _daily(rule: Rule) -> str | None:
    return None if rule.weekdays or rule.month_days or rule.positions else ""


def _weekly(rule: Rule) -> str | None:
    return None if rule.positions else listed([WEEKDAYS[weekday.day] for weekday in rule.weekdays])


def _monthly(rule: Rule) -> str | None:
    if rule.weekdays and rule.month_days:
        return None
    if rule.positions:
        workdays = rule.weekdays == tuple(Weekday(0, day) for day in range(5))
        return f"the {_which(rule.positions[0])} weekday" if workdays and len(rule.positions) == 1 else None
    if rule.month_days:
        return _month_days(rule) if min(rule.month_days) > 0 else "the last day" if rule.month_days == (-1,) else None
    if any(not -1 <= weekday.nth <= 5 or not weekday.nth for weekday in rule.weekdays):
        return None
    return listed([f"the {_which(weekday.nth)} {WEEKDAYS[weekday.day]}" for weekday in rule.weekdays])


def _month_days(rule: Rule) -> str:
    return listed([f"the {ordinal(day)}" for day in rule.month_days])


def _yearly(rule: Rule) -> str | None:
    if rule.positions or (rule.weekdays and rule.month_days) or len(rule.months) != 1:
        return None
    if rule.month_days:
        return f"{rule.month_days[0]} {MONTHS[rule.months[0] - 1]}" if len(rule.month_days) == 1 and rule.month_days[0] > 0 else None
    days = _monthly(rule)
    return f"{days} of {MONTHS[rule.months[0] - 1]}" if days else None


def _which(nth: int) -> str:
    return "last" if nth == -1 else ORDINALS[nth - 1] if 1 <= nth <= len(ORDINALS) else ordinal(nth)
