"""Publishing is a transaction: an area's folder is always one whole generation of files.

The next generation is put together beside, from the one before the present: files that stay are hard links to the present
ones, new ones are moved in, and then the two folders are exchanged in one step. What was exchanged out stays as the
material of the generation after, so that an edit costs as many steps as files differ, not as many as there are.

A change of a single file needs no exchange: replacing it in one step is the same.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mcsite.build.exchange import exchange

FEW = 64
"""Up to so many files are flushed to the disk one by one; more are cheaper in one sweep."""


@dataclass(frozen=True)
class Place:
    """The folders of an area, all on one file system: what is published, what comes next, and a name for exchanges in three steps."""

    present: Path
    beside: Path
    between: Path


@dataclass(frozen=True)
class Changes:
    """What the next generation of an area differs in. Paths are relative to the area's folder, with ``/``.

    ``stays``: path to inode of every file that stays, whoever made it; ``new``: path to a finished file, on the same file
    system, that is moved in; ``gone``: the paths that are no more.
    """

    stays: Mapping[str, int]
    new: Mapping[str, Path]
    gone: frozenset[str]

    def __len__(self) -> int:
        """How many files differ."""
        return len(self.new) + len(self.gone)


def prepare(changes: Changes, place: Place) -> Callable[[], None]:
    """Put the next generation together beside the present one. The function that is returned publishes it, in one step."""
    if not changes:
        return _nothing
    if not place.present.is_dir():
        _assemble(changes, place)  # with nothing before it that a power cut could spoil: no flush
        return partial(_first, place)
    _flush(changes.new.values())
    if len(changes) == 1:
        return partial(_replace_one, changes, place.present)
    _assemble(changes, place)
    return partial(exchange, place.present, place.beside, place.between)


def _nothing() -> None:
    """Nothing differs."""


def _first(place: Place) -> None:
    place.beside.rename(place.present)


def _replace_one(changes: Changes, present: Path) -> None:
    for path, file in changes.new.items():
        (present / path).parent.mkdir(parents=True, exist_ok=True)
        file.replace(present / path)
    for path in changes.gone:
        (present / path).unlink(missing_ok=True)
        _prune((present / path).parent, present)


def _prune(folder: Path, top: Path) -> None:
    """Remove folders that have become empty, up to the area's own."""
    with suppress(OSError):  # not empty: that is where it ends
        while folder != top:
            folder.rmdir()
            folder = folder.parent


def _assemble(changes: Changes, place: Place) -> None:
    folders = folders_of((*changes.stays, *changes.new))
    place.beside.mkdir(parents=True, exist_ok=True)
    place.between.parent.mkdir(parents=True, exist_ok=True)
    have = _clear(place.beside, changes, folders)
    for folder in sorted(folders - have):
        os.mkdir(f"{place.beside}/{folder}")  # noqa: PTH102 - by the thousand, plain calls are a third of the price
    for path in changes.stays.keys() - have:
        link(f"{place.present}/{path}", f"{place.beside}/{path}")
    for path, file in changes.new.items():
        os.replace(file, f"{place.beside}/{path}")  # noqa: PTH105 - the same


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder that holds one of these files, or holds such a folder."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _clear(beside: Path, changes: Changes, folders: set[str]) -> set[str]:
    """Take out of the older generation what the next one has not, or has in another form; gives the files and folders left."""
    left: set[str] = set()
    waiting = [("", str(beside))]
    while waiting:
        prefix, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if path in folders:
                        left.add(path)
                        waiting.append((f"{path}/", entry.path))
                    else:
                        shutil.rmtree(entry.path)
                elif changes.stays.get(path) == entry.inode():
                    left.add(path)
                elif path not in changes.new:
                    os.unlink(entry.path)  # noqa: PTH108 - the same
    return left


def link(source: str, target: str) -> None:
    """Let a file be in both generations; where it cannot, copy it with its time of change."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def _flush(files: Iterable[Path]) -> None:
    """Have the bytes on the disk before anything refers to them."""
    files = list(files)
    if len(files) > FEW and hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        handle = os.open(file, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
