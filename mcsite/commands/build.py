"""``mcsite build``: checks, then builds; nothing published changes unless everything succeeded."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from mcsite.build.artifact import Area
from mcsite.build.program import PACKAGE, package_folders
from mcsite.build.run import Report, Watch, run
from mcsite.commands.built_as import keep_how
from mcsite.commands.memory import remembering
from mcsite.commands.options import Setting, Wishes, clock, everywhere, for_building
from mcsite.commands.previous import prepared_as_wished
from mcsite.commands.quick import Look, Note
from mcsite.commands.saying import aside, contents, count, out, problems, screen_columns, verdict
from mcsite.commands.screen import Progress, show_stages
from mcsite.commands.timings import lines, trace
from mcsite.ledger.changes import changes, is_first
from mcsite.ledger.fullness import fullness
from mcsite.ledger.telling import summary_of
from mcsite.model.addresses import LEDGER
from mcsite.outputs.private.late_changes import FOLDER
from mcsite.pipeline import Prepared
from mcsite.shipped import shipped
from mcsite.stopwatch import measured, stage

CONTENT_HAS_ERRORS = 1


@click.command("build")
@for_building
@click.option(
    "--profile", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write where the time went, as a trace for Perfetto or speedscope."
)
@everywhere
@click.pass_context
def command(context: click.Context, /, profile: Path | None, **typed: Any) -> int:  # noqa: ANN401 - the options of ``for_building``
    """Check all files, then build the site. Nothing that is published changes unless everything succeeds.

    With -v it says where the time went, stage by stage.
    """
    now, fixed = clock()
    return _Building(Setting.of(context), Wishes(**typed), now, time.perf_counter(), fixed, profile).run()


@dataclass(frozen=True)
class _Building:
    setting: Setting
    wishes: Wishes
    now: datetime
    started: float
    fixed: bool
    profile: Path | None = None

    def run(self) -> int:
        with measured(time.perf_counter_ns if self._timed else None, time.process_time_ns()) as laps:
            done = self._build()
        if self.profile:
            self.profile.write_text(trace(laps), "utf-8", newline="\n")
        if self.setting.verbose:
            show_stages(lines(laps))
        return done

    @property
    def _timed(self) -> bool:
        """Whether somebody wants to know where the time goes. Such a build leaves no note: the next that asks is to be measured, too."""
        return self.setting.verbose or self.profile is not None

    def _build(self) -> int:
        site, cache = self.setting.site, self.wishes.cache_of(self.setting.site)
        with stage("Look at all files"):
            look = Look([str(folder) for folder in self._read_folders()], [str(folder) for folder in package_folders()]) if cache else None
        with remembering(cache):
            prepared = prepared_as_wished(site, self.wishes, self.now)
            if prepared.broken or (self.wishes.strict and prepared.diagnostics):
                return self._nothing_built(prepared.diagnostics)
            with Progress(wanted=not self.setting.quiet) as progress:
                output = self.wishes.output_of(site)
                report = run(prepared.artifacts, output, cache, bundles=prepared.bundles, jobs=self.wishes.jobs, watch=Watch(progress, self._waiting))
        if report.diagnostics:
            return self._nothing_built(tuple(sorted({*prepared.diagnostics, *report.diagnostics})))
        self._say_problems(prepared.diagnostics)
        self._say_done(prepared, report)
        keep_how(self.wishes, site, self.now)
        if look and look.settled and self.wishes.previous is None and not self._timed:
            self._note(look, prepared, report).leave(str(site))
        return 0

    def _read_folders(self) -> tuple[Path, ...]:
        site = self.setting.site
        return site / "content", site / "assets", site / "themes", shipped("themes/default"), PACKAGE

    def _say_problems(self, diagnostics: tuple[Any, ...]) -> None:
        """All of them, once: as JSON they are one list."""
        out(problems(diagnostics, self.wishes.format, self.setting.site, screen_columns()))

    def _nothing_built(self, diagnostics: tuple[Any, ...]) -> int:
        self._say_problems(diagnostics)
        aside(f"Nothing was built: {verdict(diagnostics)}")
        return CONTENT_HAS_ERRORS

    def _waiting(self) -> None:
        aside("Waiting for another mcsite that is building into the same folder …")

    def _say_done(self, prepared: Prepared, report: Report) -> None:
        if self.wishes.explain:
            for line in _explained(report):
                aside(line)
        if self.setting.verbose:
            for path in report.written:
                aside(f"wrote    {path}")
        if not self.setting.quiet:
            seconds = time.perf_counter() - self.started
            for line in _notes(prepared, report, self.wishes.output_of(self.setting.site)):
                aside(line)
            aside(f"{_summary(prepared, report)} ({seconds:.2f} s)")
            if news := _news(prepared):
                aside(f"For followers: {news}")
            if report.written or report.removed:
                aside(f"The site is in {self.wishes.output_of(self.setting.site) / 'public'}")

    def _note(self, look: Look, prepared: Prepared, report: Report) -> Note:
        """What the next build may repeat if it finds everything as it is now."""
        edition = prepared.edition
        moving = not self.fixed and self.wishes.now is None and edition is not None
        again = Report({}, files=report.files, kept=report.kept, left_out=report.left_out)
        output = self.wishes.output_of(self.setting.site)
        lines = [] if self.setting.quiet else [*_notes(prepared, again, output), _summary(prepared, again)]
        return Note.of(
            self.setting.arguments,
            look,
            {str(output / path): facts for path, facts in report.files.items()},
            (self.now.timestamp(), edition.holds_until.timestamp()) if moving and edition else None,
            (problems(prepared.diagnostics, self.wishes.format, self.setting.site), "\n".join(lines)),
        )


def _explained(report: Report) -> list[str]:
    made = [f"made     {path}  because {reason}" for path, reason in report.reasons.items()]
    return [*made, *(f"removed  {path}" for path in report.removed)]


def _notes(prepared: Prepared, report: Report, output: Path) -> list[str]:
    """What is not published, what is not ours, and what will not fit for ever."""
    waiting = [f"held back: {held.path}: {held.reason}" for held in prepared.held_back]
    late = [f"changed at short notice, please tell people: {folder}" for folder in _kits(prepared, output)]
    kept = ", ".join(report.kept[:5]) + (f" and {len(report.kept) - 5} more" if len(report.kept) > 5 else "")
    full = fullness(report.files.get(f"{Area.PUBLIC}/{LEDGER}", (0, 0))[0])
    left_out = [f"warning: {reason}" for reason in (*report.left_out, full) if reason]
    return [*waiting, *late, *left_out, *([f"kept, though not made by mcsite: {kept} in {output}"] if kept else [])]


def _kits(prepared: Prepared, output: Path) -> list[Path]:
    """The folders in which there are drafts to tell of late changes."""
    kits = {Path(artifact.path).parent for artifact in prepared.artifacts if artifact.area is Area.PRIVATE and artifact.path.startswith(FOLDER)}
    return [output / Area.PRIVATE / kit for kit in sorted(kits)]


def _news(prepared: Prepared) -> str:
    """What followers will see change, in one line; of drafts nobody is told. The next build finds it done, so it is in no note."""
    if prepared.edition is None or is_first(prepared.edition):
        return "the first publication"
    return summary_of(prepared.edition, (change for change in changes(prepared.edition) if not change.draft))


def _summary(prepared: Prepared, report: Report) -> str:
    """``14 events, 63 sessions, 212 files; 3 written, 209 unchanged, 0 removed``."""
    whole = f"{contents(prepared.edition)}, {count(len(report.files), 'file')}" if prepared.edition else ""
    if not report.written and not report.removed:
        return f"Nothing changed: {whole}"
    return f"{whole}; {len(report.written):,} written, {report.unchanged:,} unchanged, {len(report.removed):,} removed"
