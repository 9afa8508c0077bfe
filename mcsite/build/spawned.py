"""Makers whose library has threads of its own (``Artifact.unforked``), shared out among processes that begin anew.

A forked process would wait for threads that it does not have, and threads of ours gain nothing: the typesetter works on one sheet at a time.
A process that begins anew can use it, but has to import and to read the fonts again, which takes as long as some tens of sheets.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mcsite import stopwatch
from mcsite.build.making import Outcome, Task, WorkerLostError, make_one

SHARE = 40
"""A further process pays for itself from about so many sheets."""
_CHUNK = 8

Parcel = tuple[tuple[int, Task, Path], ...]
"""The numbers of some tasks, the tasks, and their scratch files."""
Parts = Iterator[dict[int, Outcome]]
"""The outcomes of some tasks by their numbers, as they come in."""


@contextmanager
def spawned(tasks: Sequence[Task], numbers: Sequence[int], scratch: Path, count: int) -> Iterator[Callable[[], Parts]]:
    """Processes at work on these tasks for as long as the bracket is open, and the outcomes. Raises ``WorkerLostError``."""
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415 - only builds with many sheets need it
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - the same
    from multiprocessing import get_context  # noqa: PLC0415 - the same

    pool = ProcessPoolExecutor(count, get_context("spawn"), _begin)
    try:
        parcels = [tuple((number, tasks[number], scratch / str(number)) for number in numbers[at : at + _CHUNK]) for at in range(0, len(numbers), _CHUNK)]
        pending = [pool.submit(_work, parcel, stopwatch.clock()) for parcel in parcels]

        def outcomes() -> Parts:
            try:
                for done in as_completed(pending):
                    found, laps = done.result()
                    stopwatch.adopt(laps)
                    yield found
            except BrokenProcessPool as error:
                raise WorkerLostError from error

        yield outcomes
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Who interrupts the build means the first process, which then ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(parcel: Parcel, clock: Callable[[], int] | None) -> tuple[dict[int, Outcome], tuple[stopwatch.Lap, ...]]:
    with stopwatch.measured(clock) as laps:
        outcomes = {number: make_one(task, file) for number, task, file in parcel}
    return outcomes, tuple(laps)
