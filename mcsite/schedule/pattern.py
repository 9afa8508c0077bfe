"""Whether a rule may stand in an event, and whether the start is one of its dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mcsite.model.schedule import Day, Schedule
from mcsite.schedule.clock import at_midnight
from mcsite.schedule.english import day_words, listed, moment_words, typed
from mcsite.schedule.problem import Problem
from mcsite.schedule.rrule import dates
from mcsite.schedule.rule import Rule
from mcsite.source.dates import LAST_YEAR, WEEKDAYS


def wrong_with_rule(schedule: Schedule, rule: Rule) -> Problem | None:
    """What a rule may not say in an event, whatever its dates."""
    if not rule.daily_or_slower:
        message = f"an event may repeat daily or less often, not {rule.frequency}"
        return Problem(("repeat",), "E333", message, "for several sessions a day write, for instance, RRULE:FREQ=DAILY;BYHOUR=9,10,11")
    if rule.names_times and not isinstance(schedule.start, datetime):
        return Problem(("start",), "E347", "the rule names hours, but the event takes whole days", "give 'start' a time too, for instance 2026-01-06 18:00")
    return None


def wrong_with_start(schedule: Schedule, rule: Rule) -> Problem | None:
    """A start that is not one of the rule's dates: calendars read it in different ways, so it is not accepted."""
    start = at_midnight(schedule.start)
    first = next(dates(replace(rule, count=None, until=None), start, schedule.timezone), None)
    if first is None:
        message = f"no date from {day_words(start)} to the year {LAST_YEAR} fits this rule"
        return Problem(("repeat",), "E337", message, "look at its days and months: is there, say, a 30 February among them?")
    if first == start:
        return None
    fitting = first if isinstance(schedule.start, datetime) else first.date()
    return _off_the_pattern(schedule.start, fitting, rule)


def _off_the_pattern(start: Day, fitting: Day, rule: Rule) -> Problem:
    message = f"the start, {moment_words(start)}, is not one of the days on which the event repeats; the first that is: {moment_words(fitting)}"
    return Problem(("start",), "E336", message, f"write start: {typed(fitting)}, or {_mended_rule(rule, start)}")


def _mended_rule(rule: Rule, start: Day) -> str:
    """The rule with the weekday of the start instead of its only one, or beside its several ones."""
    if rule.frequency != "WEEKLY" or rule.positions or rule.months or rule.names_times:
        return "change 'repeat' so that this day is one of its days"
    kept = {weekday.day for weekday in rule.weekdays} if len(rule.weekdays) > 1 else set()
    names = listed([WEEKDAYS[day] for day in sorted({*kept, start.weekday()})])
    return f"repeat: every {names}" if rule.interval == 1 else f"repeat: every {rule.interval} weeks on {names}"
