"""The fast door: has anything changed at all since the last build? Answered before anything heavy is imported.

A build leaves a note: how it was asked for, what the system said about every file that it read, every file that it wrote and
the program itself, and until when the answer holds. If all of that still stands, there is nothing to do. The slightest
difference, or a note that is missing, damaged or of another program, leads the long way round, which always gives the right answer.

Only ``os``, ``sys``, ``marshal``, ``time`` and ``zlib`` may be imported here: the rest costs more than the answer.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
import zlib

NOTE = os.path.join(".mcsite", "last-build")
"""Where the note lies in a site's folder."""
SETTLED = 50_000_000
"""Nanoseconds: a file changed so shortly before it was looked at may change again without the system's clock showing it."""
SETTLED_COARSE = 2_100_000_000
"""The same for file systems that count in whole seconds, or two."""

_SHIPPED = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "_shipped")
"""What an installed program has with it: of that a build reads the default theme, which is looked at by itself. The rest are a thousand files."""

_FORM = 2
"""Of ``marshal``: the last one in which equal values always have equal bytes."""

Facts = tuple[str, int, int, int, int]
"""A file: its path, time of change and of change of status (ns), size, inode."""
Tree = list[Facts] | None
"""Every file below a folder; none for a folder of which the system's word does not tell all."""


class Look:
    """What the system says, before anything is read, of the folders that a build reads and of the program."""

    def __init__(self, folders: list[str], program: list[str]) -> None:
        """``program`` are folders in which only the coming and going of entries counts: where packages are installed."""
        self.moment = time.time_ns()
        self.trees = {folder: _tree(folder) for folder in folders}
        self.program = {folder: os.stat(folder).st_mtime_ns for folder in program}

    @property
    def spelled(self) -> dict[str, bytes]:
        """The trees as bytes, which are equal when these are."""
        return {folder: marshal.dumps(tree, _FORM) for folder, tree in self.trees.items()}

    @property
    def settled(self) -> bool:
        """Whether a later change of any file is sure to show."""
        return all(tree is not None and all(_settled(file, self.moment) for file in tree) for tree in self.trees.values())


class Note:
    """What a build that succeeded leaves.

    ``trees`` are the folders that it read, ``paths`` the files of its output, each on a line, and ``facts`` what is known of these: all as bytes, which
    are compared as they are, and cost nothing to read. ``since`` and ``until``, in seconds since 1970, are the moments between which the answer
    holds; both are none when the moment was said on the command line or in the environment. ``said`` is what went to standard output and to
    standard error.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - a record, spelled without dataclasses for the sake of the start
        self,
        asked: list[object],
        trees: dict[str, bytes],
        program: dict[str, int],
        paths: str,
        facts: bytes,
        since: float | None,
        until: float | None,
        said: tuple[str, str],
    ) -> None:
        """Everything that must still stand."""
        self.asked, self.trees, self.program, self.paths, self.facts = asked, trees, program, paths, facts
        self.since, self.until, self.said = since, until, said

    @classmethod
    def of(cls, arguments: list[str], look: Look, files: dict[str, tuple[int, int]], holds: tuple[float, float] | None, said: tuple[str, str]) -> Note:
        """That of a build; ``files`` are those of its output with size and time of change (ns), ``holds`` the moments between which the answer does."""
        facts = [fact for both in files.values() for fact in both]
        since, until = holds or (None, None)
        return cls(asked(arguments), look.spelled, look.program, "\n".join(files), marshal.dumps(facts, _FORM), since, until, said)

    def stands(self, arguments: list[str]) -> bool:
        """Whether a build that is asked for in this way would do nothing, and say what the last one said."""
        try:
            return self.asked == asked(arguments) and self._in_time() and self._untouched()
        except OSError:
            return False

    def leave(self, site: str) -> None:
        """Write the note into a site's cache. One that cannot be written is none."""
        body = marshal.dumps((self.asked, self.trees, self.program, self.paths, self.facts, self.since, self.until, self.said))
        path = os.path.join(site, NOTE)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(f"{path}.new", "wb") as file:
                file.write(zlib.crc32(body).to_bytes(4, "big") + body)
            os.replace(f"{path}.new", path)
        except OSError:
            return

    def _in_time(self) -> bool:
        return self.since is None or self.until is None or self.since <= time.time() < self.until

    def _untouched(self) -> bool:
        look = Look(list(self.trees), list(self.program))
        return look.program == self.program and look.spelled == self.trees and _facts(self.paths) == self.facts


def answer(arguments: list[str]) -> tuple[str, str] | None:
    """What the last build said, if it would say the same now; else none."""
    note = _read(os.path.join(_site(arguments), NOTE)) if "build" in arguments else None
    return note.said if note and note.stands(arguments) else None


def asked(arguments: list[str]) -> list[object]:
    """How the program was called, as far as it matters to what it does, and by which Python."""
    return [1, sys.version, arguments, os.getcwd(), os.environ.get("SOURCE_DATE_EPOCH")]


def _read(path: str) -> Note | None:
    try:
        with open(path, "rb") as file:
            data = file.read()
        if zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4]:  # marshal trusts its input
            return None
        return Note(*marshal.loads(data[4:]))  # noqa: S302 - the checksum says that we wrote it
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _site(arguments: list[str]) -> str:
    """The site's folder. A spelling that only the full command line understands leads the long way."""
    for place, argument in enumerate(arguments[:-1]):
        if argument == "--site":
            return arguments[place + 1]
    return next((argument[len("--site=") :] for argument in arguments if argument.startswith("--site=")), ".")


def _tree(folder: str) -> Tree:
    found: list[Facts] = []
    waiting = [("", folder)]
    while waiting:
        prefix, place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name != "__pycache__" and entry.path != _SHIPPED:  # the former is Python's own, made anew at will
                            waiting.append((f"{prefix}{entry.name}/", entry.path))
                    elif entry.is_symlink() and entry.is_dir():
                        return None  # what lies in it is not looked at
                    else:
                        status = entry.stat()
                        found.append((prefix + entry.name, status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino))
        except FileNotFoundError:
            if place != folder:
                return None
    return sorted(found)


def _settled(file: Facts, moment: int) -> bool:
    _, changed, status_changed, _, _ = file
    return moment - max(changed, status_changed) > (SETTLED if changed % 1_000_000_000 else SETTLED_COARSE)


def _facts(paths: str) -> bytes:
    """Size and time of change of each file. Raises ``OSError`` when one is not there."""
    facts: list[int] = []
    for path in paths.split("\n") if paths else ():
        status = os.lstat(path)
        facts += (status.st_size, status.st_mtime_ns)
    return marshal.dumps(facts, _FORM)
