"""What a schedule expands to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mcsite.model.event import Status
from mcsite.model.moment import When
from mcsite.model.schedule import Change, Day, Days
from mcsite.schedule.clock import at_midnight
from mcsite.schedule.english import typed
from mcsite.schedule.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One session of an event, before it gets its identity.

    ``original`` is the local time, or the day, at which the rule, the start or ``extra`` put it; ``key`` names it by that: ``2026-01-06``,
    or ``2026-01-06-1800`` where a day has two. ``when`` is the time at which it takes place or would have, ``moved_from`` the original time of
    a moved one. ``number`` counts sessions in order of their original dates, from 1, and ``of`` is how many there are in a series that has an end.
    """

    original: Day
    key: str
    when: When
    moved_from: When | None = None
    status: Status = Status.SCHEDULED
    reason: str = ""
    number: int | None = None
    of: int | None = None
    change: Change | None = None
    extra: bool = False

    @property
    def day(self) -> date:
        """The local day of the original time."""
        return at_midnight(self.original).date()

    @property
    def written(self) -> str:
        """As an editor names it: the date, with the time where a day has two sessions."""
        return typed(self.day if self.key == f"{self.day}" else self.original)

    @property
    def planned(self) -> When:
        """The original time, in its zone."""
        return self.moved_from or self.when


@dataclass(frozen=True, slots=True)
class Expansion:
    """The occurrences in order of their original times, the days that are skipped, one by one, and everything that is wrong."""

    occurrences: tuple[Occurrence, ...]
    skipped: tuple[Days, ...]
    problems: tuple[Problem, ...]
