"""The regular dates of an event: where its rule begins and ends, and which of its dates are skipped.

Three ways of counting meet here. ``times`` counts sessions that are held, so a skipped date does not eat one; COUNT in a raw
rule counts dates, as RFC 5545 does; ``until`` and ``confirmed_until`` are last days, inclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from mcsite.diagnostics import Misread
from mcsite.model.schedule import Days, Schedule
from mcsite.schedule import ends, pattern
from mcsite.schedule.clock import at_midnight
from mcsite.schedule.english import day_words, nearest_words, typed
from mcsite.schedule.problem import Problem
from mcsite.schedule.rrule import LAST_DAY, TooBusyError, dates
from mcsite.schedule.rule import Rule, parse_rule
from mcsite.schedule.short_months import short_months


@dataclass(frozen=True, slots=True)
class Series:
    """The regular dates as local times (midnight for whole days), in order.

    ``skipped`` are those that are not held, with the author's or the site's reason. ``ends`` says whether the series has an end of its own.
    """

    held: tuple[datetime, ...] = ()
    skipped: tuple[tuple[datetime, str], ...] = ()
    ends: bool = True
    problems: tuple[Problem, ...] = ()


def regular(schedule: Schedule) -> Series:
    """What start and rule say, less the skipped and the closed days."""
    if not schedule.rule:
        return Series((at_midnight(schedule.start),), problems=tuple(_needing_a_rule(schedule)))
    try:
        rule = parse_rule(schedule.rule)
        wrong = pattern.wrong_with_rule(schedule, rule) or ends.wrong_with_end(schedule, rule) or pattern.wrong_with_start(schedule, rule)
        return Series(problems=(wrong,)) if wrong else _laid_out(schedule, rule)
    except Misread as misread:
        return Series(problems=(Problem.of(("repeat",), misread),))
    except TooBusyError:
        return Series(problems=(ends.too_many(),))


def _needing_a_rule(schedule: Schedule) -> Iterator[Problem]:
    given = {"times": schedule.times, "until": schedule.until, "confirmed_until": schedule.confirmed_until, "skip": schedule.skip}
    for name, value in given.items():
        if value:
            message = f"'{name}' says something about a series, but this event does not repeat"
            yield Problem((name,), "E349", message, f"add, for instance, repeat: weekly, or remove '{name}'")


def _laid_out(schedule: Schedule, rule: Rule) -> Series:
    held: list[datetime] = []
    skipped: list[tuple[datetime, str]] = []
    named = frozenset(at_midnight(day).date() for day, _ in (*schedule.cancelled, *schedule.moved))
    for moment in dates(rule, at_midnight(schedule.start), schedule.timezone, _last_day(schedule, rule)):
        reason = _reason_not_held(schedule, moment.date(), named)
        if reason is None:
            held.append(moment)
        else:
            skipped.append((moment, reason))
        if len(held) == schedule.times or len(held) + len(skipped) > ends.MOST_DATES:
            break
    wrong = ends.wrong_with_dates(schedule, rule, held, len(skipped))
    if wrong:
        return Series(problems=(wrong,))
    return Series(tuple(held), tuple(skipped), ends.has_end(schedule, rule), tuple(_notes(schedule, rule, held, skipped)))


def _last_day(schedule: Schedule, rule: Rule) -> date:
    """How far to look: for an open series up to the confirmed day, or further if an exception names a later one."""
    if ends.has_end(schedule, rule) or schedule.confirmed_until is None:
        return schedule.until or LAST_DAY
    exceptions = (*schedule.cancelled, *schedule.moved, *schedule.changed)
    return max(schedule.confirmed_until, *(days.first for days in schedule.skip), *(at_midnight(day).date() for day, _ in exceptions), date.min)


def _reason_not_held(schedule: Schedule, day: date, named: frozenset[date]) -> str | None:
    """Why there is no session on a day of the rule, or ``None`` when there is one; the author's own reason comes first.

    Of a ``named`` day the author says that its session was cancelled or moved: the site's closed days add nothing to that.
    """
    lists = schedule.skip if day in named else (*schedule.skip, *schedule.closed)
    reasons = [days.reason for days in lists if days.first <= day <= days.last]
    return next((reason for reason in reasons if reason), "") if reasons else None


def _notes(schedule: Schedule, rule: Rule, held: list[datetime], skipped: list[tuple[datetime, str]]) -> Iterator[Problem]:
    yield from _unused_skips(schedule, held, [moment for moment, _ in skipped])
    yield from ends.until_in_doubt(schedule, rule, held)
    yield from short_months(rule, held)


def _unused_skips(schedule: Schedule, held: list[datetime], skipped: list[datetime]) -> Iterator[Problem]:
    """Skips on which there would not have been a session anyway: most likely a slip."""
    known = sorted(moment.date() for moment in (*held, *skipped))
    for days in schedule.skip:
        if not any(days.first <= moment.date() <= days.last for moment in skipped):
            yield _unused_skip(days, known)


def _unused_skip(days: Days, known: list[date]) -> Problem:
    if days.first == days.last:
        return Problem(("@key", "skip", typed(days.first)), "E340", f"there is no session on {day_words(days.first)} to skip", nearest_words(days.first, known))
    message = f"no session falls between {day_words(days.first)} and {day_words(days.last)}, so there is none to skip"
    return Problem(("@key", "skip", f"{days.first}..{days.last}"), "W311", message, nearest_words(days.first, known))
