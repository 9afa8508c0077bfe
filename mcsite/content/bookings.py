"""What an event says of its places: which sessions are booked out, and how many places of which are taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mcsite.model.schedule import Day
from mcsite.model.signup import Count
from mcsite.schedule.clock import at_midnight, attached
from mcsite.schedule.english import moment_words, nearest_words, typed
from mcsite.schedule.occurrence import Occurrence
from mcsite.schedule.problem import Problem, Way
from mcsite.source.counts import Counts


@dataclass(frozen=True, slots=True)
class Bookings:
    """``full``: which sessions are booked out, all, none, or those of the given days.

    ``counts`` are places taken by session; of an event with one session only, which needs no day, by ``None``.
    """

    full: Collection[Day] | bool = False
    counts: tuple[tuple[Day | None, Count], ...] = ()

    @classmethod
    def of(cls, full: Collection[Day] | bool, counts: Counts | None, timezone: str) -> Bookings:
        """With the moment of counting in its zone. Raises ``Misread`` E311 when that has an offset of another zone."""
        if counts is None:
            return cls(full)
        as_of = attached(at_midnight(counts.as_of.local(timezone)), timezone)
        return cls(full, tuple((day, Count(taken, as_of)) for day, taken in counts.taken))

    def problems(self, occurrences: Collection[Occurrence]) -> Iterator[Problem]:
        """What is said of sessions that are never held, or of one that could be any."""
        for way, day, why in self._days():
            if not any(_is_on(day, occurrence) for occurrence in occurrences):
                known = sorted({occurrence.day for occurrence in occurrences})
                yield Problem(way, "E340", f"there is no session on {moment_words(day)}, {why}", nearest_words(at_midnight(day).date(), known))
        if len(occurrences) > 1 and any(day is None for day, _ in self.counts):
            message = "it does not say of which session so many places are taken"
            yield Problem(("taken",), "E701", message, "write for example {2026-01-06: 7, as_of: 2026-01-05 20:00}")

    def count(self, occurrence: Occurrence) -> Count | None:
        """What was counted for a session."""
        return next((count for day, count in self.counts if day is None or _is_on(day, occurrence)), None)

    def fills(self, occurrence: Occurrence, capacity: int | None) -> bool:
        """Whether a session has no room: because its author says so, or because all its places were counted as taken."""
        count = self.count(occurrence)
        if count and capacity is not None and count.taken >= capacity:
            return True
        return self.full if isinstance(self.full, bool) else any(_is_on(day, occurrence) for day in self.full)

    def _days(self) -> Iterator[tuple[Way, Day, str]]:
        """Every day that is named, the way to it, and what cannot be if there is no session on it."""
        for position, day in enumerate(() if isinstance(self.full, bool) else self.full):
            yield ("full", position), day, "so none can be booked out"
        for counted, _ in self.counts:
            if counted is not None:
                yield ("@key", "taken", typed(counted)), counted, "so no places of it can be taken"


def _is_on(day: Day, occurrence: Occurrence) -> bool:
    """Whether a session is meant by a day, or by its day and time."""
    return day in (occurrence.original, occurrence.day)
