"""Build: artifacts become files, as few as possible, published as one whole generation."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp

from mcsite.build import manifest
from mcsite.build.artifact import Area, Artifact
from mcsite.build.bundle import Bundle, remembered, unpacked
from mcsite.build.comparison import Comparison, Wanted
from mcsite.build.folder import OWN, Folder, Refused, listed, opened
from mcsite.build.gathering import Gathering, Later, gathered
from mcsite.build.making import Made, Task
from mcsite.build.manifest import Manifest, Record
from mcsite.build.mirror import mirroring
from mcsite.build.publish import Changes, folders_of, prepare
from mcsite.build.workers import make
from mcsite.diagnostics import Diagnostic
from mcsite.render.left_out import LeftOut
from mcsite.render.theme_error import ThemeError
from mcsite.stopwatch import stage


@dataclass(frozen=True)
class Report:
    """What a build did. Paths are relative to the output folder: ``public/index.html``.

    ``reasons`` are those of every file that was made, though perhaps into the same bytes. ``kept`` are files of others.
    With ``diagnostics``, mistakes of the theme that only making shows, nothing was published. ``files`` is what the system
    says of each file of the output that is ours: size and time of change in nanoseconds. ``left_out`` says what this machine cannot make.
    """

    reasons: Mapping[str, str]
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    @property
    def unchanged(self) -> int:
        """The number of files that stayed as they were."""
        return len(self.files) - len(self.written)


@dataclass(frozen=True)
class Watch:
    """How a build tells what it is doing: ``progress(done, total)`` of what is to be made; ``waiting()`` for another build."""

    progress: Callable[[int, int], None] = lambda _done, _total: None
    waiting: Callable[[], None] = lambda: None


def run(  # noqa: PLR0913 - what to make, where, and how
    artifacts: Iterable[Artifact], output: Path, cache: Path | None, *, bundles: Iterable[Later] = (), jobs: int = 1, watch: Watch | None = None
) -> Report:
    """Make what differs from the last build and publish it. ``cache`` none: remember nothing.

    Raises ``Refused`` when the output folder is not ours, ``OSError`` when the machine fails (the site then is as it was),
    ``MakerError`` and ``TypeError`` when a maker or a plan is wrong.
    """
    watch = watch or Watch()
    with _giving_way(output), opened(output, watch.waiting) as folder:
        places = [folder.place(area) for area in (Area.PRIVATE, Area.PUBLIC)]
        with mirroring(places, len(listed(output)), jobs) as mirrored:
            compared = Comparison.of(artifacts, output, cache)
            return _Build(folder, compared, tuple(bundles), mirrored).run(jobs, watch, cache)


def explain(artifacts: Iterable[Artifact], output: Path, cache: Path | None, bundles: Iterable[Later] = ()) -> Report:
    """What ``run`` would make and remove, and why; nothing is made or written. Of a bundle that is to be made, the folder stands for the files."""
    compared, later = Comparison.of(artifacts, output, cache), tuple(bundles)
    compared, unknown = _foreseen(compared, [each for each in later if isinstance(each, Gathering)])
    for bundle in (each for each in later if isinstance(each, Bundle)):
        members = remembered(bundle)
        compared = compared.joined_by(members or ())
        if members is None:
            unknown[f"{bundle.area}/{bundle.folder}"] = "its inputs changed"
    removed = tuple(path for path in compared.unwanted() if path not in unknown and not path.startswith(tuple(each for each in unknown if each.endswith("/"))))
    return Report(compared.reasons() | unknown, removed=removed, kept=compared.foreign())


def _foreseen(compared: Comparison, gatherings: Iterable[Gathering]) -> tuple[Comparison, dict[str, str]]:
    """A comparison joined by those gatherings of which every piece stays as it is, and why the others will be made again."""
    new, paths, unknown, known = compared.reasons(), _paths(compared), {}, []
    for gathering in gatherings:
        if any(f"{gathering.area}/{path}" in new for path in gathering.pieces(paths[gathering.area]).values()):
            unknown[f"{gathering.area}/{gathering.path}"] = "its pieces are made again"
        else:
            known.append(gathered(gathering, paths[gathering.area], _Pieces(compared, gathering.area)))
    return compared.joined_by(known), unknown


def _paths(compared: Comparison) -> dict[Area, tuple[str, ...]]:
    """Everything that is wanted, by area, in order."""
    return {area: tuple(sorted(path.removeprefix(f"{area}/") for path in compared.wanted if path.startswith(f"{area}/"))) for area in Area}


@dataclass(frozen=True)
class _Pieces:
    """Digests of what was made, or stays as it was, and where its bytes are until all is published. Called with the path of a wanted file."""

    compared: Comparison
    area: Area
    made: Mapping[str, Made] = field(default_factory=dict)

    def __call__(self, path: str) -> tuple[bytes, Path]:
        whole = f"{self.area}/{path}"
        now, lying = self.made.get(whole), self.compared.root / whole
        if now is None:
            return self.compared.records[whole].digest, lying
        return now.digest, Path(now.file) if now.file else lying


@dataclass
class _Build:
    folder: Folder
    compared: Comparison
    bundles: tuple[Later, ...]
    mirrored: Callable[[], object]

    def run(self, jobs: int, watch: Watch, cache: Path | None) -> Report:
        self._refuse(self._blocked(self.compared.foreign()))
        reasons, single = self.compared.reasons(), self.compared.wanted
        made, mistakes = self._make(reasons, jobs, watch)
        if mistakes:
            return Report(reasons, diagnostics=mistakes)
        left_out = self._unpack()
        self._gather(made, single)
        of_bundles = self.compared.reasons(known=single)
        made |= self._make(of_bundles, 1, watch)[0]
        removed, kept = self.compared.unwanted(), self.compared.foreign()
        self._refuse(self._blocked(kept))
        new = {path: Path(outcome.file) for path, outcome in made.items() if outcome.file}
        self._refuse(sorted(path for path in new if path in self.compared.live and not self.compared.is_ours(path)))
        with stage("Publishing") as publishing:
            self._publish(new, removed)
            publishing.counted(len(new) + len(removed), "file")
        records = {path: self._record(path, wanted, made.get(path)) for path, wanted in self.compared.wanted.items()}
        if cache:
            with stage("Noting what was made"):
                self._note(cache, records)
        files = {path: (record.size, record.modified) for path, record in records.items()}
        return Report(reasons | of_bundles, tuple(sorted(new)), removed, kept, (), files, left_out)

    def _unpack(self) -> tuple[str, ...]:
        """Want the files of the bundles too: now, when what they are made of was worked out for everything else. What is left out, and why."""
        left_out = []
        for bundle in (each for each in self.bundles if isinstance(each, Bundle)):
            try:
                with stage("Indexes", bundle.folder):
                    self.compared = self.compared.joined_by(unpacked(bundle))
            except LeftOut as reason:
                left_out.append(str(reason))
        return tuple(left_out)

    def _gather(self, made: Mapping[str, Made], single: Mapping[str, Wanted]) -> None:
        """Want what is made of other files too, now that these are known. They are what was planned singly, not the files of bundles."""
        whole = replace(self.compared, wanted=single)
        paths = _paths(whole)
        gatherings = [each for each in self.bundles if isinstance(each, Gathering)]
        self.compared = self.compared.joined_by(gathered(each, paths[each.area], _Pieces(whole, each.area, made)) for each in gatherings)

    def _make(self, paths: Iterable[str], jobs: int, watch: Watch) -> tuple[dict[str, Made], tuple[Diagnostic, ...]]:
        """What was made, and the mistakes of the theme that came out. Raises whatever else a maker met."""
        tasks = {path: Task(self.compared.wanted[path].artifact, self.compared.digest_of(path)) for path in paths}
        if not tasks:
            return {}, ()
        scratch = Path(mkdtemp(dir=self.folder.made))
        done = 0

        def progress(count: int) -> None:
            nonlocal done
            done += count
            watch.progress(done, len(tasks))

        made: dict[str, Made] = {}
        mistakes = set()
        with stage("Making") as making:
            outcomes = make(tuple(tasks.values()), scratch, jobs, progress, (self.folder.lock,))
            making.counted(len(tasks), "file")
        for path, outcome in zip(tasks, outcomes, strict=True):
            if isinstance(outcome, Made):
                made[path] = outcome._replace(file=str(scratch / outcome.file) if outcome.file else "")
            elif isinstance(outcome, ThemeError):
                mistakes.add(outcome.diagnostic)
            else:
                raise outcome
        return made, tuple(sorted(mistakes))

    def _publish(self, new: Mapping[str, Path], removed: Iterable[str]) -> None:
        """Both areas are prepared before either is exchanged. The list of our files never lacks one that is there."""
        wanted, ours = self.compared.wanted.keys(), self.compared.listed
        if new or removed:
            self.mirrored()
        commits = [prepare(self._changes(area, new, removed), self.folder.place(area)) for area in (Area.PRIVATE, Area.PUBLIC)]
        if not wanted <= ours:
            self.folder.note_files(wanted | ours)
        for commit in commits:
            commit()
        if wanted != ours:
            self.folder.note_files(wanted)

    def _changes(self, area: Area, new: Mapping[str, Path], removed: Iterable[str]) -> Changes:
        head = f"{area}/"
        cut = len(head)
        gone = frozenset(path[cut:] for path in removed if path.startswith(head))
        arriving = {path[cut:]: file for path, file in new.items() if path.startswith(head)}
        if not gone and not arriving:
            return Changes({}, {}, gone)
        stays = {path[cut:]: seen.inode for path, seen in self.compared.live.items() if path.startswith(head) and path not in new}
        return Changes({path: inode for path, inode in stays.items() if path not in gone}, arriving, gone)

    def _record(self, path: str, wanted: Wanted, made: Made | None) -> Record:
        if made is None:
            return self.compared.records[path]._replace(modified=self.compared.live[path].modified)
        return Record(wanted.maker, wanted.parts, made.digest, made.size, made.modified if made.file else self.compared.live[path].modified)

    def _note(self, cache: Path, records: Mapping[str, Record]) -> None:
        now = Manifest(self.compared.program, records)
        if now != self.compared.memory:
            manifest.save(manifest.place(cache, self.folder.root), now)

    def _blocked(self, foreign: tuple[str, ...]) -> list[str]:
        """Files of others where we need a folder, and those in a folder where we need a file."""
        needed = folders_of(self.compared.wanted) if foreign else set()
        return [path for path in foreign if path in needed or folders_of([path]) & self.compared.wanted.keys()]

    def _refuse(self, paths: list[str]) -> None:
        if paths:
            names = ", ".join(str(self.folder.root / path) for path in paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
            message = f"{names}: not made by mcsite, and in the way of what it makes. Move it elsewhere, then build again."
            raise Refused(message)


@contextmanager
def _giving_way(output: Path) -> Iterator[None]:
    """When the disk is full, give back what the next generation takes up, and say which disk it is."""
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        shutil.rmtree(output / OWN / "next", ignore_errors=True)
        raise OSError(error.errno, error.strerror, str(output)) from error
