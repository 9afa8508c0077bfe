"""Makers at work, in this process or shared out among several.

Makers are pure, so it does not matter which process runs them, or in which order. Processes are forked, so that they begin
with everything that was read and imported; where a system cannot fork (Windows), all work is done in this one. Chunks of
artifacts are taken from one queue: a pipe filled beforehand with their numbers. Artifacts of one folder, which share prose
and calendar entries, are in one chunk; see ``_stages`` for the order. What cannot be made in a fork is made in this process, or, when
there is much of it, in others that begin anew (``spawned``).

What was made is written to scratch files and only its digest travels, so that a large site does not pile up in memory.
"""

from __future__ import annotations

import gc
import os
import selectors
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import groupby
from pathlib import Path
from typing import Self

from mcsite.build import spawned
from mcsite.build.artifact import Artifact
from mcsite.build.making import Outcome, Task, WorkerLostError, make_one
from mcsite.forked import CAN_FORK, Child, Report, dismiss, fork, hear

SHARE = 150
"""A further process pays for itself from about so many artifacts of ordinary effort."""
_CHUNK = 24
_MANY = 20
_NUMBER = struct.Struct("!I")


def make(tasks: Sequence[Task], scratch: Path, jobs: int, progress: Callable[[int], None], inherited: Sequence[int] = ()) -> list[Outcome]:
    """The outcome of each task, in order. ``inherited`` are open files that forked children must close."""
    count = min(jobs, len(tasks), sum(task.artifact.effort for task in tasks) // SHARE)
    if count < 2 or not CAN_FORK:
        return list(_make_here(tasks, range(len(tasks)), scratch, progress))
    found: dict[int, Outcome] = {}
    unforked = [number for number, task in enumerate(tasks) if task.artifact.unforked]
    samples, *waves = _stages(tasks, unforked)
    found.update(zip(samples, _make_here(tasks, samples, scratch, progress), strict=True))
    anew = min(count, len(unforked) // spawned.SHARE)
    with spawned.spawned(tasks, unforked, scratch, anew) if anew > 1 else nullcontext() as begun:
        for wave in waves:
            with _Crew(tasks, wave, scratch, count, inherited) as crew:
                if unforked and not begun:  # while the first children work; what they report waits in their pipes
                    found.update(zip(unforked, _make_here(tasks, unforked, scratch, progress), strict=True))
                    unforked = []
                _collect(crew.outcomes(), found, progress)
        _collect(begun() if begun else (), found, progress)
    if len(found) < len(tasks):
        raise WorkerLostError
    return [found[number] for number in range(len(tasks))]


def _collect(parts: Iterable[dict[int, Outcome]], found: dict[int, Outcome], progress: Callable[[int], None]) -> None:
    for outcomes in parts:
        found.update(outcomes)
        progress(len(outcomes))


def _stages(tasks: Sequence[Task], unforked: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """The numbers of the other tasks in three lots, so that no two processes have to work out the same.

    First, made before the fork, one artifact of each maker that has many: what they import and prepare, all children then have.
    Next what is about single things; last, forked anew, what is gathered from many, such as feeds, of which the parts are known by then.
    """
    by_maker: dict[object, list[int]] = {}
    apart = set(unforked)
    for number, task in enumerate(tasks):
        if number not in apart:
            by_maker.setdefault(task.artifact.make, []).append(number)
    breadth = [_breadth(task.artifact) for task in tasks]
    samples = sorted(min(numbers, key=breadth.__getitem__) for numbers in by_maker.values() if len(numbers) > _MANY)
    done = apart.union(samples)
    rest = [number for number in range(len(tasks)) if number not in done]
    return samples, [number for number in rest if breadth[number] < _MANY], [number for number in rest if breadth[number] >= _MANY]


def _breadth(artifact: Artifact) -> int:
    """How many things an artifact is made of."""
    return max((len(value) for value in artifact.inputs.values() if isinstance(value, tuple)), default=0)


def _make_here(tasks: Sequence[Task], numbers: Sequence[int], scratch: Path, progress: Callable[[int], None]) -> Iterator[Outcome]:
    for number in numbers:
        yield make_one(tasks[number], scratch / str(number))
        progress(1)


def _chunks(tasks: Sequence[Task], numbers: Sequence[int]) -> list[list[int]]:
    """The numbers of tasks, shared out so that those of one folder (``events/swap``) stay together."""

    def folder(number: int) -> tuple[str, list[str]]:
        artifact = tasks[number].artifact
        return artifact.area, artifact.path.split("/")[:2]

    chunks: list[list[int]] = [[]]
    efforts = [0]
    share = max(_CHUNK, sum(tasks[number].artifact.effort for number in numbers) // 8000)  # 8000 numbers fit a pipe of any system
    for _, group in groupby(sorted(numbers, key=folder), key=folder):
        if efforts[-1] >= share:
            chunks.append([])
            efforts.append(0)
        together = list(group)
        chunks[-1] += together
        efforts[-1] += sum(tasks[number].artifact.effort for number in together)
    return chunks


class _Crew:
    """Forked processes that take chunks from one queue."""

    def __init__(self, tasks: Sequence[Task], numbers: Sequence[int], scratch: Path, count: int, inherited: Sequence[int]) -> None:
        self._tasks, self._scratch = tasks, scratch
        self._chunks = _chunks(tasks, numbers)
        self._queue, fill = os.pipe()
        os.write(fill, b"".join(_NUMBER.pack(number) for number in range(len(self._chunks))))
        os.close(fill)
        gc.collect()
        gc.freeze()  # pages that the collector does not touch stay shared
        self._parent = os.getpid()
        self._children: list[Child] = []
        for _ in range(count):
            self._children.append(fork(self._work, (*(child.reports for child in self._children), *inherited)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        gc.unfreeze()
        os.close(self._queue)
        dismiss(self._children)

    def outcomes(self) -> Iterator[dict[int, Outcome]]:
        """The outcomes of each chunk by the numbers of their tasks, as they come in, until every child has ended."""
        with selectors.DefaultSelector() as selector:
            for child in self._children:
                selector.register(child.reports, selectors.EVENT_READ)
            while selector.get_map():
                for key, _ in selector.select():
                    heard = hear(key.fd)
                    if not heard:
                        selector.unregister(key.fd)
                    yield from heard  # type: ignore[misc]  # what ``_work`` says

    def _work(self, report: Report) -> None:
        while (taken := os.read(self._queue, _NUMBER.size)) and os.getppid() == self._parent:
            numbers = self._chunks[_NUMBER.unpack(taken)[0]]
            report(dict(zip(numbers, _make_here(self._tasks, numbers, self._scratch, lambda _: None), strict=True)))
