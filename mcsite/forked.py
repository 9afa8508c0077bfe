"""A process that is forked to share the work: it begins with everything that was read and imported, and reports what came of it.

What it worked out and how long that took travel with each report, and are adopted by the process that hears it. A child has no business but
its work: whatever becomes of that, it ends with it. Where a system cannot fork (Windows), ``CAN_FORK`` says so.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import warnings
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from mcsite import memo, stopwatch

CAN_FORK = hasattr(os, "fork")
Report = Callable[[object], None]
"""How a child reports: anything that can be pickled."""
_SIZE = struct.Struct("!I")


class Child(NamedTuple):
    """A process at work, and the open file from which its reports are heard."""

    process: int
    reports: int


def fork(work: Callable[[Report], None], inherited: Iterable[int] = ()) -> Child:
    """A child that does this work. ``inherited`` are open files of the parent that the child must close."""
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads: they are the typesetter's, which no child uses
        process = os.fork()
    if process:
        os.close(writer)
        return Child(process, reader)
    try:
        for handle in (reader, *inherited):
            os.close(handle)
        gc.disable()
        memo.harvest()  # what the parent worked out is the parent's to keep
        stopwatch.harvest()
        work(lambda report: _send(writer, (report, memo.harvest(), stopwatch.harvest())))
    finally:
        os._exit(0)  # what is missing is seen by the parent; a child must not go on with the parent's business


def hear(reports: int) -> tuple[object, ...]:
    """The next report, alone in a tuple; an empty one when the child has ended, be it in the middle of a report."""
    head = _read(reports, _SIZE.size)
    body = _read(reports, _SIZE.unpack(head)[0]) if head else b""
    if not body:
        return ()
    report, worked_out, measured = pickle.loads(body)  # noqa: S301 - our own child wrote it
    memo.adopt(worked_out)
    stopwatch.adopt(measured)
    return (report,)


def dismiss(children: Sequence[Child]) -> None:
    """End them, if they have not ended."""
    for child in children:
        os.close(child.reports)
        with suppress(ProcessLookupError):
            os.kill(child.process, signal.SIGKILL)
        os.waitpid(child.process, 0)


def _send(handle: int, report: object) -> None:
    data = pickle.dumps(report)
    data = _SIZE.pack(len(data)) + data
    while data:
        data = data[os.write(handle, data) :]


def _read(handle: int, size: int) -> bytes:
    parts = []
    while size and (part := os.read(handle, size)):
        parts.append(part)
        size -= len(part)
    return b"" if size else b"".join(parts)
