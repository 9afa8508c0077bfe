"""The output folder: whose it is, what lies in it, and which of it is ours.

::

    output/public/   output/private/      the two areas, each always one whole generation
    output/.mcsite-output/files.txt       says that the folder is ours, and names every file that we made
                          lock            held by the build at work
                          next/           the previous generation: the next one is made from it
                          between/        only during an exchange, where the system needs three steps
                          made.*/         what the build at work has made and not yet published

Only a folder that carries ``files.txt`` is ever built into, and only files that it names are ever replaced or removed.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from mcsite.build.artifact import Area
from mcsite.build.exchange import repair
from mcsite.build.lock import locked
from mcsite.build.publish import Place

OWN = ".mcsite-output"
"""The folder within the output folder that shows whose it is."""
_HEAD = """\
# This folder is made by mcsite. Do not edit what is in it: the next build replaces it.
# These are the files that mcsite made; it leaves all others as they are.
"""


class Refused(Exception):  # noqa: N818 - not a failure: the program declines to do harm
    """A plain sentence for the person: what the program will not do, why, and what to do instead."""


class Seen(NamedTuple):
    """What the system says about a file: size in bytes (-1: not a plain file), time of change in nanoseconds, inode."""

    size: int
    modified: int
    inode: int


class Folder:
    """An output folder that is ours and locked."""

    def __init__(self, root: Path, lock: int) -> None:
        """``lock`` is the number of the open file that a forked child must close."""
        self.root = root
        self.lock = lock
        self.own = root / OWN
        self.made = Path(mkdtemp(prefix="made.", dir=self.own))

    def place(self, area: Area) -> Place:
        """The folders of an area."""
        return Place(self.root / area, self.own / "next" / area, self.own / "between" / area)

    def note_files(self, paths: Iterable[str]) -> None:
        """Write down the files that we made."""
        _write_list(self.own / "files.txt", paths)


def listed(root: Path) -> frozenset[str]:
    """The files of an output folder that we made, ``public/index.html``. None when the list is lost: all then count as made by others."""
    try:
        lines = (root / OWN / "files.txt").read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return frozenset()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@contextmanager
def opened(root: Path, waiting: Callable[[], None]) -> Iterator[Folder]:
    """The output folder, claimed, locked and repaired; scratch is removed at the end. Raises ``Refused`` when it is not ours."""
    _claim(root)
    with locked(root / OWN / "lock", waiting) as lock:
        for leftover in (root / OWN).glob("made.*"):
            shutil.rmtree(leftover, ignore_errors=True)
        folder = Folder(root, lock)
        try:
            for area in Area:
                place = folder.place(area)
                repair(place.present, place.beside, place.between)
                _refuse_link(place.present)
            yield folder
        finally:
            shutil.rmtree(folder.made, ignore_errors=True)


def survey(folder: Path, prefix: str) -> Iterator[tuple[str, Seen]]:
    """Every file below a folder, its path led by ``prefix``; nothing when there is no such folder."""
    waiting = [(str(folder), prefix)]
    while waiting:
        place, prefix = waiting.pop()
        try:
            entries = os.scandir(place)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    yield prefix + entry.name, _seen(entry.stat(follow_symlinks=False))


def _seen(status: os.stat_result) -> Seen:
    return Seen(status.st_size if stat.S_ISREG(status.st_mode) else -1, status.st_mtime_ns, status.st_ino)


def _claim(root: Path) -> None:
    """Mark a new or empty folder as ours; refuse one in which someone else keeps files."""
    own = root / OWN
    if (own / "files.txt").is_file():
        return
    if root.exists() and not root.is_dir():
        message = f"{root} is a file, not a folder: choose another one with --output."
        raise Refused(message)
    if root.exists() and any(not entry.name.startswith(".") for entry in root.iterdir()):
        message = f"{root} is not empty, and was not made by mcsite, so mcsite keeps out of it: choose another folder with --output, or empty this one first."
        raise Refused(message)
    own.mkdir(parents=True, exist_ok=True)
    _write_list(own / "files.txt", ())


def _refuse_link(area: Path) -> None:
    if area.is_symlink() or (area.exists() and not area.is_dir()):
        message = f"{area} is not a folder but a file or a link to elsewhere: remove it, then build again."
        raise Refused(message)


def _write_list(path: Path, paths: Iterable[str]) -> None:
    beside = path.with_name("files.new")
    beside.write_text(_HEAD + "".join(f"{line}\n" for line in sorted(paths)), "utf-8", newline="\n")
    beside.replace(path)
