"""One build at a time in an output folder.

The lock is the system's, on an open file: it ends with the process that holds it, however that ends, so none can be left behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, *, wait: bool) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # LK_LOCK gives up after ten tries, a second apart

else:
    import fcntl

    def _lock(handle: int, *, wait: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, waiting: Callable[[], None]) -> Iterator[int]:
    """Hold the lock of this file; call ``waiting`` once if another process holds it, and wait. Gives the open file's number.

    A forked child must close that number, or the lock lives as long as the child.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _lock(handle, wait=False)
        except OSError:
            waiting()
            _lock(handle, wait=True)
        yield handle
    finally:
        os.close(handle)
