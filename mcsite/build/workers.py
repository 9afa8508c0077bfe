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
import pickle
import selectors
import signal
import struct
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, Self

from mcsite import memo, stopwatch
from mcsite.build import spawned
from mcsite.build.artifact import Artifact
from mcsite.build.making import Outcome, Task, WorkerLostError, make_one

SHARE = 150
"""A further process pays for itself from about so many artifacts of ordinary effort."""
_CHUNK = 24
_MANY = 20
_NUMBER = struct.Struct("!I")


class Message(NamedTuple):
    """What a child reports of a chunk: the outcomes by the numbers of their tasks, what it worked out, and how long it took."""

    outcomes: dict[int, Outcome]
    worked_out: tuple[memo.Entry, ...]
    measured: tuple[stopwatch.Lap, ...]


def make(tasks: Sequence[Task], scratch: Path, jobs: int, progress: Callable[[int], None], inherited: Sequence[int] = ()) -> list[Outcome]:
    """The outcome of each task, in order. ``inherited`` are open files that forked children must close."""
    count = min(jobs, len(tasks), sum(task.artifact.effort for task in tasks) // SHARE)
    if count < 2 or not hasattr(os, "fork"):
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
    """Forked processes, each with a pipe on which it reports."""

    def __init__(self, tasks: Sequence[Task], numbers: Sequence[int], scratch: Path, count: int, inherited: Sequence[int]) -> None:
        self._tasks, self._scratch = tasks, scratch
        self._chunks = _chunks(tasks, numbers)
        self._queue, fill = os.pipe()
        os.write(fill, b"".join(_NUMBER.pack(number) for number in range(len(self._chunks))))
        os.close(fill)
        gc.collect()
        gc.freeze()  # pages that the collector does not touch stay shared
        self._children: dict[int, int] = {}
        for _ in range(count):
            self._hire(inherited)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        gc.unfreeze()
        os.close(self._queue)
        for report, child in self._children.items():
            os.close(report)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)

    def outcomes(self) -> Iterator[dict[int, Outcome]]:
        """The outcomes of each chunk, as they come in, until every child has ended."""
        with selectors.DefaultSelector() as selector:
            for report in self._children:
                selector.register(report, selectors.EVENT_READ)
            while selector.get_map():
                for key, _ in selector.select():
                    message = _receive(key.fd)
                    if message is None:
                        selector.unregister(key.fd)
                    else:
                        memo.adopt(message.worked_out)
                        stopwatch.adopt(message.measured)
                        yield message.outcomes

    def _hire(self, inherited: Sequence[int]) -> None:
        reader, writer = os.pipe()
        parent = os.getpid()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads: they are the typesetter's, which no child uses
            child = os.fork()
        if child:
            os.close(writer)
            self._children[reader] = child
            return
        try:
            for handle in (reader, *self._children, *inherited):
                os.close(handle)
            gc.disable()
            memo.harvest()  # what the parent worked out is the parent's to keep
            stopwatch.harvest()
            self._work(writer, parent)
        finally:
            os._exit(0)  # what is missing is seen by the parent; a child must not go on with the parent's business

    def _work(self, report: int, parent: int) -> None:
        while (taken := os.read(self._queue, _NUMBER.size)) and os.getppid() == parent:
            numbers = self._chunks[_NUMBER.unpack(taken)[0]]
            outcomes = dict(zip(numbers, _make_here(self._tasks, numbers, self._scratch, lambda _: None), strict=True))
            _send(report, Message(outcomes, memo.harvest(), stopwatch.harvest()))


def _send(handle: int, message: Message) -> None:
    data = pickle.dumps(message)
    data = _NUMBER.pack(len(data)) + data
    while data:
        data = data[os.write(handle, data) :]


def _receive(handle: int) -> Message | None:
    """The next message, or none when the other side has ended, be it in the middle of one."""
    head = _read(handle, _NUMBER.size)
    body = _read(handle, _NUMBER.unpack(head)[0]) if head else b""
    return pickle.loads(body) if body else None  # noqa: S301 - our own child wrote it


def _read(handle: int, size: int) -> bytes:
    data = b""
    while len(data) < size and (part := os.read(handle, size - len(data))):
        data += part
    return data if len(data) == size else b""
