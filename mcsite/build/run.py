"""Build: artifacts become files, as few as possible, published as one whole generation."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mcsite.build import manifest
from mcsite.build.artifact import Area, Artifact
from mcsite.build.fingerprint import Fingerprints, Parts, digest, maker_name
from mcsite.build.folder import OWN, Folder, Refused, opened
from mcsite.build.manifest import Manifest, Record
from mcsite.build.program import program_digest
from mcsite.build.publish import Changes, folders_of, prepare
from mcsite.build.reasons import why
from mcsite.build.workers import Made, Task, make
from mcsite.diagnostics import Diagnostic
from mcsite.render.theme_error import ThemeError


@dataclass(frozen=True)
class Report:
    """What a build did. Paths are relative to the output folder: ``public/index.html``.

    ``reasons`` are those of every file that was made, though perhaps into the same bytes. ``kept`` are files of others.
    With ``diagnostics``, mistakes of the theme that only making shows, nothing was published. ``files`` is what the system
    says of each file of the output that is ours: size and time of change in nanoseconds.
    """

    reasons: Mapping[str, str]
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: Mapping[str, tuple[int, int]] | None = None

    @property
    def unchanged(self) -> int:
        """The number of files that stayed as they were."""
        return len(self.files or ()) - len(self.written)


@dataclass(frozen=True)
class Watch:
    """How a build tells what it is doing: ``progress(done, total)`` of what is to be made; ``waiting()`` for another build."""

    progress: Callable[[int, int], None] = lambda _done, _total: None
    waiting: Callable[[], None] = lambda: None


def run(artifacts: Iterable[Artifact], output: Path, cache: Path | None, *, jobs: int = 1, watch: Watch | None = None) -> Report:
    """Make what differs from the last build and publish it. ``cache`` none: remember nothing.

    Raises ``Refused`` when the output folder is not ours, ``OSError`` when the machine fails (the site then is as it was),
    ``MakerError`` and ``TypeError`` when a maker or a plan is wrong.
    """
    watch = watch or Watch()
    wanted = _wanted(artifacts)
    program = program_digest()
    memory = manifest.place(cache, output) if cache else None
    with _giving_way(output), opened(output, watch.waiting) as folder:
        before = manifest.load(memory) if memory else manifest.EMPTY
        build = _Build(folder, wanted, before if before.program == program else _old(before))
        report, records = build.run(jobs, watch)
        if memory and records and (records != before.records or before.program != program):
            manifest.save(memory, Manifest(program, records))
    return report


@dataclass(frozen=True, slots=True)
class _Wanted:
    artifact: Artifact
    maker: str
    parts: Parts


class _Build:
    def __init__(self, folder: Folder, wanted: Mapping[str, _Wanted], before: Manifest) -> None:
        self.folder, self.wanted, self.before = folder, wanted, before.records
        self.live = folder.survey()
        self.listed = folder.files()
        self.ours = self.listed | self.before.keys()
        self.removed = tuple(sorted(path for path in self.live if path in self.ours and path not in wanted))
        self.kept = tuple(sorted(path for path in self.live if path not in self.ours and path not in wanted))
        self._contents: dict[str, bytes] = {}

    def run(self, jobs: int, watch: Watch) -> tuple[Report, Mapping[str, Record]]:
        """The report, and the records of the next manifest: none when nothing could be published."""
        self._refuse_blocked()
        reasons = {path: reason for path, wanted in self.wanted.items() if (reason := self._why(path, wanted))}
        made, mistakes = self._make(reasons, jobs, watch)
        if mistakes:
            return Report(reasons, diagnostics=mistakes), {}
        new = {path: self.folder.made / outcome.file for path, outcome in made.items() if outcome.file}
        self._refuse_overwriting(new)
        self._publish(new)
        records = {path: self._record(path, wanted, made.get(path)) for path, wanted in self.wanted.items()}
        files = {path: (record.size, record.modified) for path, record in records.items()}
        return Report(reasons, tuple(sorted(new)), self.removed, self.kept, (), files), records

    def _why(self, path: str, wanted: _Wanted) -> str:
        return why(wanted.maker, wanted.parts, self.before.get(path), self.live.get(path), lambda: self._content(path))

    def _content(self, path: str) -> bytes:
        """The digest of the file that is published now; empty when there is none."""
        if path not in self._contents:
            seen, record = self.live.get(path), self.before.get(path)
            if seen is None or seen.size < 0:
                self._contents[path] = b""
            elif record and (seen.size, seen.modified) == (record.size, record.modified):
                self._contents[path] = record.digest
            else:
                self._contents[path] = digest((self.folder.root / path).read_bytes())
        return self._contents[path]

    def _make(self, paths: Iterable[str], jobs: int, watch: Watch) -> tuple[dict[str, Made], tuple[Diagnostic, ...]]:
        tasks = {path: Task(self.wanted[path].artifact, self._content(path)) for path in paths}
        done = 0

        def progress(count: int) -> None:
            nonlocal done
            done += count
            watch.progress(done, len(tasks))

        outcomes = make(tuple(tasks.values()), self.folder.made, jobs, progress, (self.folder.lock,))
        made = {}
        mistakes = set()
        for path, outcome in zip(tasks, outcomes, strict=True):
            if isinstance(outcome, Made):
                made[path] = outcome
            elif isinstance(outcome, ThemeError):
                mistakes.add(outcome.diagnostic)
            else:
                raise outcome
        return made, tuple(sorted(mistakes))

    def _publish(self, new: Mapping[str, Path]) -> None:
        """Both areas are prepared before either is exchanged. The list of our files never lacks one that is there."""
        commits = [prepare(self._changes(area, new), self.folder.place(area)) for area in (Area.PRIVATE, Area.PUBLIC)]
        if not self.wanted.keys() <= self.listed:
            self.folder.note_files(self.wanted.keys() | self.listed)
        for commit in commits:
            commit()
        if self.wanted.keys() != self.listed:
            self.folder.note_files(self.wanted)

    def _changes(self, area: Area, new: Mapping[str, Path]) -> Changes:
        head = f"{area}/"
        cut = len(head)
        gone = frozenset(path[cut:] for path in self.removed if path.startswith(head))
        arriving = {path[cut:]: file for path, file in new.items() if path.startswith(head)}
        if not gone and not arriving:
            return Changes({}, {}, gone)
        stays = {path[cut:]: seen.inode for path, seen in self.live.items() if path.startswith(head) and path not in new}
        return Changes({path: inode for path, inode in stays.items() if path not in gone}, arriving, gone)

    def _record(self, path: str, wanted: _Wanted, made: Made | None) -> Record:
        if made is None:
            before, seen = self.before[path], self.live[path]
            return before._replace(modified=seen.modified)
        modified = made.modified if made.file else self.live[path].modified
        return Record(wanted.maker, wanted.parts, made.digest, made.size, modified)

    def _refuse_blocked(self) -> None:
        """A file of someone else's where we need a folder, or in a folder where we need a file."""
        blocked = [path for path in self.kept if path in folders_of(self.wanted)] if self.kept else []
        blocked += sorted(folders_of(self.kept) & self.wanted.keys())
        self._refuse(blocked)

    def _refuse_overwriting(self, new: Mapping[str, Path]) -> None:
        self._refuse(sorted(path for path in new if path in self.live and path not in self.ours))

    def _refuse(self, paths: list[str]) -> None:
        if paths:
            names = ", ".join(str(self.folder.root / path) for path in paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
            message = f"{names}: not made by mcsite, and in the way of what it makes. Move it elsewhere, then build again."
            raise Refused(message)


@contextmanager
def _giving_way(output: Path) -> Iterator[None]:
    """When the disk is full, give back what the next generation takes up."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            shutil.rmtree(output / OWN / "next", ignore_errors=True)
        raise


def _wanted(artifacts: Iterable[Artifact]) -> dict[str, _Wanted]:
    fingerprints = Fingerprints()
    return {f"{artifact.area}/{_safe(artifact.path)}": _Wanted(artifact, maker_name(artifact), fingerprints.of_inputs(artifact)) for artifact in artifacts}


def _safe(path: str) -> str:
    """The path, if it cannot lead out of the output folder on any system; else ``ValueError``: a plan must not contain it."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or any(sign in path for sign in "\\:\0\n\r") or os.path.isabs(path):  # noqa: PTH117 - no object for each
        message = f"an artifact may not have the path {path!r}"
        raise ValueError(message)
    return path


def _old(before: Manifest) -> Manifest:
    """Of what another program made, the files are known but not how they were made."""
    return Manifest(before.program, {path: record._replace(maker="") for path, record in before.records.items()})
