"""From an event's schedule to its dated occurrences.

The regular dates come from ``series``, what is said of single ones from ``exceptions``; here they become occurrences with a key, a
number, a time in the zone and a status. What is wrong with a schedule before and after that is asked in ``soundness``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from mcsite.model.event import Status
from mcsite.model.moment import When
from mcsite.model.schedule import Change, Day, Days, Schedule
from mcsite.schedule.clock import at_midnight, attached
from mcsite.schedule.exceptions import Exceptions, Sessions, exceptions
from mcsite.schedule.occurrence import Expansion, Occurrence
from mcsite.schedule.series import Series, regular
from mcsite.schedule.soundness import wrong_with_occurrences, wrong_with_originals, wrong_with_schedule

__all__ = ["Expansion", "Occurrence", "expand"]


def expand(schedule: Schedule) -> Expansion:
    """Every session of an event. Where an error is among the problems, the occurrences may be incomplete."""
    wrong = wrong_with_schedule(schedule)
    series = Series(problems=wrong) if wrong else regular(schedule)
    if not series.held:
        return Expansion((), (), series.problems)
    extras = [_extra(schedule, day) for day in schedule.extra]
    originals = sorted({*series.held, *extras})
    named = exceptions(schedule, Sessions(not _is_timed(schedule), tuple(originals), dict(series.skipped)))
    occurrences = tuple(_published(schedule, _occurrences(schedule, series, originals, named)))
    doubled = wrong_with_originals(schedule, [*series.held, *extras])
    problems = (*series.problems, *doubled, *named.problems, *wrong_with_occurrences(schedule, occurrences))
    return Expansion(occurrences, tuple(_skipped(schedule, series)), problems)


def _is_timed(schedule: Schedule) -> bool:
    return isinstance(schedule.start, datetime)


def _extra(schedule: Schedule, day: Day) -> datetime:
    """An extra session's local time: a date alone takes the event's hour."""
    return day if isinstance(day, datetime) else datetime.combine(day, at_midnight(schedule.start).time())


def _occurrences(schedule: Schedule, series: Series, originals: Sequence[datetime], named: Exceptions) -> Iterator[Occurrence]:
    keys = _keys(originals)
    regular_ones = frozenset(series.held)
    numbered = bool(schedule.rule or schedule.extra)
    of = len(originals) if numbered and series.ends else None
    for number, original in enumerate(originals, 1):
        status, reason, moved_to = _fate(schedule, original, named)
        change = named.changed.get(original)
        yield Occurrence(
            original=original if _is_timed(schedule) else original.date(),
            key=keys[original],
            when=_when(schedule, moved_to or original, change),
            moved_from=_when(schedule, original, None) if moved_to else None,
            status=status,
            reason=reason,
            number=number if numbered else None,
            of=of,
            change=change,
            extra=original not in regular_ones,
        )


def _keys(originals: Sequence[datetime]) -> Mapping[datetime, str]:
    """The date; with the time where a day has two."""
    on_day = Counter(moment.date() for moment in originals)
    return {moment: f"{moment:%Y-%m-%d}" if on_day[moment.date()] == 1 else f"{moment:%Y-%m-%d-%H%M}" for moment in originals}


def _fate(schedule: Schedule, original: datetime, named: Exceptions) -> tuple[Status, str, datetime | None]:
    """Status, reason, and the new local time of a moved session."""
    if original in named.cancelled:
        return Status.CANCELLED, named.cancelled[original], None
    if original not in named.moved:
        return Status.SCHEDULED, "", None
    target = named.moved[original]
    moved_to = target if isinstance(target, datetime) else datetime.combine(target, at_midnight(schedule.start).time())
    return Status.MOVED, "", moved_to


def _when(schedule: Schedule, start: datetime, change: Change | None) -> When:
    """The time of a session. Its length is one of local words: one that lasts from 23:00 to 04:00 does so in the night of a clock change too."""
    changed_end = change.end if change else None
    if _is_timed(schedule):
        end = at_midnight(changed_end) if changed_end else start + schedule.duration
        return When(attached(start, schedule.timezone), attached(end, schedule.timezone), schedule.timezone)
    return When(start.date(), changed_end or start.date() + timedelta(days=schedule.days - 1), schedule.timezone)


def _published(schedule: Schedule, occurrences: Iterator[Occurrence]) -> Iterator[Occurrence]:
    """Those that are certain: nothing beyond ``confirmed_until``."""
    last = schedule.confirmed_until or date.max
    return (occurrence for occurrence in occurrences if occurrence.day <= last)


def _skipped(schedule: Schedule, series: Series) -> Iterator[Days]:
    last = schedule.confirmed_until or date.max
    return (Days(moment.date(), moment.date(), reason) for moment, reason in series.skipped if moment.date() <= last)
