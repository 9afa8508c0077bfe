"""Where a series ends, and what can be wrong with that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from mcsite.model.schedule import Schedule
from mcsite.schedule.clock import at_midnight
from mcsite.schedule.english import day_words
from mcsite.schedule.problem import Problem
from mcsite.schedule.rrule import LAST_DAY
from mcsite.schedule.rule import Rule
from mcsite.source.dates import LAST_YEAR

_SOME_MONTHS = timedelta(weeks=12)
"""What is proposed as an end lies so much later than the start."""
MOST_DATES = 5_000
"""So many dates one event may have."""


def has_end(schedule: Schedule, rule: Rule) -> bool:
    """Whether the series is over some day, as against merely confirmed up to one."""
    return rule.has_end or schedule.times is not None or schedule.until is not None


def wrong_with_end(schedule: Schedule, rule: Rule) -> Problem | None:
    """Two ends, or none at all."""
    own = "COUNT" if rule.count is not None else "UNTIL"
    for name in ("times", "until"):
        if rule.has_end and getattr(schedule, name) is not None:
            return Problem((name,), "E334", f"the series has two ends: {own} in the rule, and '{name}'", f"keep one: remove '{name}', or {own} from the rule")
    if has_end(schedule, rule) or schedule.confirmed_until:
        return None
    message = "the series has no end, so nobody could know how far its dates are certain"
    later = at_midnight(schedule.start).date() + _SOME_MONTHS
    help_ = f"add times: 12 (sessions), or until: {later} (last possible day), or confirmed_until: {later} (goes on, but is certain up to that day)"
    return Problem(("repeat",), "E335", message, help_)


def wrong_with_dates(schedule: Schedule, rule: Rule, held: Sequence[datetime], skipped: int) -> Problem | None:
    """Dates that are too many, too few, or too far away."""
    if len(held) + skipped > MOST_DATES:
        return too_many()
    if not held:
        return _nothing_left(schedule, skipped)
    if schedule.times and len(held) < schedule.times:
        return _times_not_reached(schedule, schedule.times, len(held))
    cut_short = rule.count is not None and len(held) + skipped < rule.count
    if cut_short or any(_beyond(day) for day in (rule.until, schedule.until, schedule.confirmed_until)):
        return Problem(("repeat",), "E338", f"the series goes on beyond the year {LAST_YEAR}", "give it an earlier end")
    return None


def too_many() -> Problem:
    """More dates than an event may have."""
    return Problem(("repeat",), "E338", f"the series has more than {MOST_DATES:,} dates", "give it an earlier end, or let it repeat less often")


def until_in_doubt(schedule: Schedule, rule: Rule, held: Sequence[datetime]) -> Iterator[Problem]:
    """UNTIL as a date beside a timed start: RFC 5545 forbids it, and readers differ about that very day."""
    until = rule.until
    if until is None or isinstance(until, datetime) or not isinstance(schedule.start, datetime) or held[-1].date() != until:
        return
    message = f"UNTIL names {day_words(until)} without a time; it is read as including the session on that day"
    yield Problem(("repeat",), "W313", message, f"take UNTIL out of the rule and write until: {until}, which includes the day")


def _beyond(day: date | None) -> bool:
    return day is not None and day.year > LAST_YEAR


def _nothing_left(schedule: Schedule, skipped: int) -> Problem:
    if skipped:
        message = "every date of the series is skipped or a closed day of the site: no session is left"
        return Problem(("repeat",), "E337", message, "leave at least one date")
    if schedule.confirmed_until and not schedule.until:
        return nothing_confirmed(schedule.confirmed_until)
    return Problem(("repeat",), "E337", f"the series ends before its first session on {day_words(schedule.start)}", "give it a later end, or an earlier start")


def nothing_confirmed(last: date) -> Problem:
    """What is said of a series of which no session is published, because all are after the last day that is confirmed."""
    message = f"no session of the series is published: all are after 'confirmed_until', {day_words(last)}"
    return Problem(("confirmed_until",), "E337", message, "write a later day there, or 'draft: yes' as long as no session is certain")


def _times_not_reached(schedule: Schedule, times: int, held: int) -> Problem:
    message = f"'times' asks for {times} sessions, but only {held} fit until {day_words(schedule.until or LAST_DAY)}"
    return Problem(("times",), "E339", message, f"write times: {held}, or " + ("remove 'until'" if schedule.until else "let it repeat more often"))
