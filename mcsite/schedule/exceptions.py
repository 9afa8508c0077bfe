"""Which session an exception means: ``cancelled``, ``moved`` and ``changed`` name it by its original date.

A date is enough where a day has one session; where it has two, the time is needed. What hits no session, or hits one that
another list speaks of otherwise, is a problem that names the nearest dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from mcsite.model.schedule import Change, Day, Schedule
from mcsite.schedule.clock import at_midnight
from mcsite.schedule.english import day_words, listed, moment_words, nearest_words, typed
from mcsite.schedule.problem import Problem, Way

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions that exceptions may name: original times in order, and those that are skipped with the reason."""

    whole_day: bool
    held: tuple[datetime, ...]
    skipped: Mapping[datetime, str] = field(default_factory=dict)

    def on(self, day: Day) -> list[datetime]:
        """The held ones that a date, or a date and time, names."""
        if isinstance(day, datetime):
            return [moment for moment in self.held if moment == day]
        return [moment for moment in self.held if moment.date() == day]

    def written(self, moment: datetime) -> str:
        """A session as an editor names it: by its date, with the time where a day has two."""
        return typed(moment.date() if self.whole_day or len(self.on(moment.date())) == 1 else moment)


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """What one list says of which session."""

    of: Mapping[datetime, T]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What the lists say, by the original time of each session."""

    cancelled: Mapping[datetime, str]
    moved: Mapping[datetime, Day]
    changed: Mapping[datetime, Change]
    problems: tuple[Problem, ...]


def exceptions(schedule: Schedule, sessions: Sessions) -> Exceptions:
    """The three lists, each entry joined to its session."""
    cancelled = _matched("cancelled", schedule.cancelled, sessions)
    moved = _matched("moved", schedule.moved, sessions)
    changed = _matched("changed", schedule.changed, sessions)
    both = tuple(_cancelled_and_moved(sessions, moment) for moment in sorted(cancelled.of.keys() & moved.of.keys()))
    return Exceptions(cancelled.of, moved.of, changed.of, (*cancelled.problems, *moved.problems, *changed.problems, *both))


def _matched(name: str, entries: Iterable[tuple[Day, T]], sessions: Sessions) -> Matched[T]:
    found: dict[datetime, T] = {}
    problems: list[Problem] = []
    for day, value in entries:
        hits = sessions.on(day)
        if len(hits) == 1 and hits[0] not in found:
            found[hits[0]] = value
        else:
            problems.append(_unmatched(name, day, hits, sessions))
    return Matched(found, tuple(problems))


def _unmatched(name: str, day: Day, hits: list[datetime], sessions: Sessions) -> Problem:
    way = ("@key", name, typed(day))
    if len(hits) > 1:
        choice = listed([sessions.written(moment) for moment in hits], "or")
        return Problem(way, "E343", f"there are {len(hits)} sessions on {day_words(day)}; which one is {name}?", f"write {choice}")
    if hits:
        return Problem(way, "E341", f"the session of {moment_words(day)} stands twice in '{name}'", "keep one of the two")
    missed = [moment for moment in sessions.skipped if moment.date() == at_midnight(day).date()]
    return _skipped_too(way, name, day, sessions.skipped[missed[0]]) if missed else _no_session(way, name, day, sessions)


def _skipped_too(way: Way, name: str, day: Day, reason: str) -> Problem:
    why = f" ({reason})" if reason else ""
    message = f"the session of {day_words(day)} is {name}, but that day is also skipped, or closed for the whole site{why}"
    help_ = f"keep one: 'skip' if nobody was ever told of it, '{name}' if it was announced"
    return Problem(way, "E341", message, help_)


def _no_session(way: Way, name: str, day: Day, sessions: Sessions) -> Problem:
    same_day = [moment for moment in sessions.held if moment.date() == at_midnight(day).date()]
    if same_day:
        help_ = f"that day has {listed([_exactly(sessions, moment) for moment in same_day])}"
    else:
        help_ = nearest_words(at_midnight(day).date(), sorted({moment.date() for moment in sessions.held}))
    return Problem(way, "E340", f"there is no session on {moment_words(day)}, so none can be {name}", help_)


def _exactly(sessions: Sessions, moment: datetime) -> str:
    return typed(moment.date() if sessions.whole_day else moment)


def _cancelled_and_moved(sessions: Sessions, moment: datetime) -> Problem:
    written = sessions.written(moment)
    message = f"the session of {day_words(moment)} is both cancelled and moved"
    help_ = "if it takes place at the new time, remove it from 'cancelled'; if it does not take place at all, remove it from 'moved'"
    return Problem(("@key", "cancelled", written), "E341", message, help_)
