"""One artifact made: its bytes in a scratch file, or what kept it from being made. Whichever process does it, the same comes of it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mcsite import stopwatch
from mcsite.build.artifact import Artifact, family
from mcsite.build.fingerprint import digest
from mcsite.render.theme_error import ThemeError


@dataclass(frozen=True, slots=True)
class Task:
    """An artifact to be made; ``before`` is the digest of the file that is published now, or empty."""

    artifact: Artifact
    before: bytes


class Made(NamedTuple):
    """What came of a task. ``file`` is the name of a scratch file, or empty when the bytes are those published already."""

    digest: bytes
    size: int
    modified: int
    file: str


class MakerError(Exception):
    """A maker raised what it should not: a bug. Carries the trace of the process in which it happened."""

    def __init__(self, path: str, error: str, trace: str) -> None:
        """``path`` is that of the artifact."""
        super().__init__(path, error, trace)
        self.trace = trace

    def __str__(self) -> str:
        """The artifact and the last line of the trace."""
        return f"{self.args[0]}: {self.args[1]}"


class WorkerLostError(Exception):
    """A process ended before its work was done, as when a system that has run out of memory stops it."""

    def __init__(self) -> None:
        super().__init__("a process of the build was stopped from outside, perhaps because memory ran out; --jobs 1 takes the least")


Outcome = Made | ThemeError | OSError | MakerError
"""A file, a theme's mistake, the machine's refusal, or a bug."""


def make_one(task: Task, file: Path) -> Outcome:
    """What comes of a task; new bytes are written to ``file``."""
    artifact = task.artifact
    try:
        with stopwatch.stage(family(artifact), artifact.path) as making:
            data = artifact.make(**artifact.inputs)
            making.counted(1, "file")
        mark = digest(data)
        return Made(mark, len(data), 0, "") if mark == task.before else _write(data, mark, file)
    except (ThemeError, OSError) as error:
        return error
    except Exception as error:  # noqa: BLE001 - whatever a maker raises, the artifact is named
        return MakerError(artifact.path, f"{type(error).__name__}: {error}", traceback.format_exc())


def _write(data: bytes, mark: bytes, file: Path) -> Made:
    with file.open("xb") as out:
        out.write(data)
    return Made(mark, len(data), file.stat().st_mtime_ns, file.name)
