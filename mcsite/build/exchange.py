"""Two folders change places.

Where the system can, in one step: no one ever sees neither, or half. Linux: renameat2(2) with RENAME_EXCHANGE; macOS:
renamex_np(2) with RENAME_SWAP. Elsewhere in three, with a name in between that tells an interrupted run's successor what to do.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EPERM}


def exchange(one: Path, other: Path, between: Path) -> None:
    """Let two folders of one file system change places; ``between`` is a free name, for systems that need three steps."""
    if not _at_once(one, other):
        one.rename(between)
        try:
            other.rename(one)
        except OSError:
            between.rename(one)
            raise
        between.rename(other)


def repair(one: Path, other: Path, between: Path) -> None:
    """Undo or finish an exchange in three steps that was interrupted."""
    if between.exists() and not one.exists():
        between.rename(one)
    elif between.exists() and not other.exists():
        between.rename(other)


def _at_once(one: Path, other: Path) -> bool:
    """Exchange in one step; false when this system or file system has no such step."""
    call = _system_call(os.fsencode(one), os.fsencode(other))
    if call == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT or call is None:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _system_call(one: bytes, other: bytes) -> int | None:
    """0 when done, -1 with ``errno`` when not, none when there is no such call."""
    if sys.platform not in {"linux", "darwin"}:
        return None
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            return int(library.renamex_np(one, other, _RENAME_SWAP))
        return int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    except AttributeError:
        return None
