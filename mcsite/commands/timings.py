"""Where the time of a build went: as a table for a person, and as a trace for a viewer.

The trace is in the Trace Event Format ("JSON Object Format", complete events: ``ph`` X, ``ts`` and ``dur`` in microseconds), which
Perfetto, speedscope and the developer tools of Chromium open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mcsite.commands.saying import count
from mcsite.stopwatch import Lap

_WORTH_A_LINE = 1_000_000
"""Nanoseconds: of the stages within another, shorter ones are only in the trace."""
_MILLISECOND = 1_000_000
_MICROSECOND = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """A stage in the table: how deep it lies in others, what it was about (``15 files``), and how long all its laps took together."""

    depth: int
    name: str
    about: str
    milliseconds: float


def lines(laps: Iterable[Lap]) -> tuple[Line, ...]:
    """The stages in the order in which they began, each once; those within one, the longest first, as far as they took any time to speak of."""
    return tuple(_lines(sorted(laps, key=lambda lap: (lap.begun, lap.depth)), 0))


def trace(laps: Iterable[Lap]) -> str:
    """All laps as JSON."""
    found = sorted(laps, key=lambda lap: (lap.begun, lap.depth))
    own = found[0].process if found else 0
    events = [*_processes(found, own), *(_event(lap, found[0].begun) for lap in found)]
    return json.dumps({"traceEvents": events, "displayTimeUnit": "ms"}, ensure_ascii=False)


def _lines(laps: Sequence[Lap], depth: int) -> Iterator[Line]:
    """``laps`` are those of one stage and of all within, in order of time."""
    together: dict[str, list[Lap]] = {}
    within: dict[str, list[Lap]] = {}
    name = ""
    for lap in laps:
        if lap.depth == depth:
            name = lap.name
            together.setdefault(name, []).append(lap)
        else:
            within.setdefault(name, []).append(lap)
    took = {name: sum(lap.took for lap in found) for name, found in together.items()}
    for name in took if depth == 0 else sorted(took, key=lambda name: -took[name]):
        if depth and took[name] < _WORTH_A_LINE:
            continue
        yield _line(together[name])
        yield from _lines(within.get(name, []), depth + 1)


def _line(laps: Sequence[Lap]) -> Line:
    processes = len({lap.process for lap in laps})
    number, unit = sum(lap.number for lap in laps), laps[0].unit
    about = count(number, unit) if unit else ""
    return Line(laps[0].depth, laps[0].name, f"{about} in {processes} processes" if processes > 1 else about, sum(lap.took for lap in laps) / _MILLISECOND)


def _event(lap: Lap, begin: int) -> dict[str, object]:
    return {
        "name": lap.name,
        "cat": "file" if lap.detail else "stage",
        "ph": "X",
        "ts": (lap.begun - begin) / _MICROSECOND,
        "dur": lap.took / _MICROSECOND,
        "pid": lap.process,
        "tid": lap.process,
        "args": {key: value for key, value in {f"{lap.unit}s": lap.number, "of": lap.detail}.items() if value},
    }


def _processes(laps: Iterable[Lap], own: int) -> Iterator[dict[str, object]]:
    """The names that a viewer shows for the processes (metadata events)."""
    for process in dict.fromkeys(lap.process for lap in laps):
        name = "mcsite" if process == own else "mcsite, making files"
        yield {"name": "process_name", "ph": "M", "pid": process, "tid": process, "args": {"name": name}}
