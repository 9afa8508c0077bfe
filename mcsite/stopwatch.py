"""Where the time goes: the stages of a build, one within another, measured only while somebody wants to know.

Like ``memo``, it is there for all rooms and changes nothing that they make. It has no clock of its own: a command that wants to
know brings one (``measured``), and without one a stage is an empty bracket. Processes that a build forks go on measuring; what they
measured they hand back (``harvest``), and the parent keeps it (``adopt``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple


class Lap(NamedTuple):
    """One run through a stage.

    ``begun`` and ``took`` are nanoseconds of the clock that was brought; ``depth`` is how many stages it lies in; ``process`` is the
    number that the system gave to the process. ``number`` says of how many things (``unit``: ``file``) it was, ``detail`` of which one.
    """

    name: str
    begun: int
    took: int
    depth: int
    process: int
    number: int
    unit: str
    detail: str


@dataclass(slots=True)
class Stage:
    """A stage at work. What it was about is often known only at its end: ``counted`` says it then."""

    count: int = 0
    unit: str = ""

    def counted(self, count: int, unit: str) -> None:
        """Say of how many things it was: ``counted(3, "file")``."""
        self.count, self.unit = count, unit


class _Watch:
    def __init__(self, clock: Callable[[], int]) -> None:
        self.clock = clock
        self.depth = 0
        self.laps: list[Lap] = []


_watch: _Watch | None = None


@contextmanager
def measured(clock: Callable[[], int] | None, already: int = 0) -> Iterator[list[Lap]]:
    """Measure by this clock (nanoseconds); gives the laps, which grow. No clock: measure nothing.

    ``already`` nanoseconds went by before anybody could measure: they are the first lap.
    """
    global _watch  # noqa: PLW0603 - one build, one watch
    if clock is None:
        yield []
        return
    watch = _watch = _Watch(clock)
    if already:
        watch.laps.append(Lap("Start", clock() - already, already, 0, os.getpid(), 0, "", ""))
    try:
        yield watch.laps
    finally:
        _watch = None


@contextmanager
def stage(name: str, detail: str = "") -> Iterator[Stage]:
    """Whatever is done within is done in the stage of this name."""
    here, watch = Stage(), _watch
    if watch is None:
        yield here
        return
    watch.depth += 1
    begun = watch.clock()
    try:
        yield here
    finally:
        watch.depth -= 1
        watch.laps.append(Lap(name, begun, watch.clock() - begun, watch.depth, os.getpid(), here.count, here.unit, detail))


def clock() -> Callable[[], int] | None:
    """The clock that is measured by, for a process that begins anew."""
    return _watch.clock if _watch else None


def harvest() -> tuple[Lap, ...]:
    """What this process measured since it was last asked, for its parent. A forked child asks first when it begins."""
    if _watch is None:
        return ()
    laps = tuple(_watch.laps)
    _watch.laps.clear()
    return laps


def adopt(laps: Iterable[Lap]) -> None:
    """Take over what another process measured."""
    if _watch is not None:
        _watch.laps.extend(laps)
