"""A site in a folder of its own, for tests that read as stories: write, build, change, build, see.

    def test_a_moved_session_keeps_its_page(site):
        site.write("events/swap.md", "title: Swap\nstart: 2026-01-06 18:00").build()
        ...
        assert "Swap" in site.read("events/swap/index.html")

``build`` and ``check`` go down the corridor in this process; ``command`` is the program as a person runs it.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import dedent

from mcsite.build.run import Report, run
from mcsite.content.options import Options
from mcsite.diagnostics import Diagnostic
from mcsite.ledger.document import read
from mcsite.model.ledger import EMPTY, Ledger
from mcsite.pipeline import Prepared, prepare

REPOSITORY = Path(__file__).resolve().parent.parent
NOW = "2026-01-05T09:00"
"""The moment of every story, unless it says otherwise: a Monday."""

SITE_MD = """\
---
title: Moving Well
base_url: https://example.org/
timezone: Europe/London
---
Welcome.
"""
"""The smallest settings that there can be."""
UNPRINTED = SITE_MD.replace("\n---\n", "\noutputs: [pages, sessions, calendars, search, mails, editor]\n---\n", 1)
"""The same without what is typeset, which takes most of the time of a build."""


@dataclass(frozen=True)
class Outcome:
    """What came of a build. Without a ``report`` nothing was built, and the diagnostics say why."""

    diagnostics: tuple[Diagnostic, ...]
    report: Report | None

    @property
    def codes(self) -> list[str]:
        """The codes of the diagnostics, in the order of the report."""
        return [diagnostic.code for diagnostic in self.diagnostics]

    @property
    def written(self) -> set[str]:
        """The public files that the build wrote."""
        return {path.removeprefix("public/") for path in self._report.written if path.startswith("public/")}

    @property
    def removed(self) -> set[str]:
        """The public files that the build removed."""
        return {path.removeprefix("public/") for path in self._report.removed if path.startswith("public/")}

    @property
    def _report(self) -> Report:
        if self.report is None:
            raise AssertionError("nothing was built:\n" + "\n".join(map(str, self.diagnostics)))
        return self.report


@dataclass(frozen=True)
class Story:
    """A site: its folder, and what one can do with it."""

    root: Path

    @property
    def output(self) -> Path:
        """The output folder."""
        return self.root / "output"

    def write(self, path: str, content: str | bytes) -> "Story":
        """Put a file into ``content/``, or, where the path begins so, into ``assets/`` or ``themes/``.

        Text is written with its common indentation taken off; text for ``content/`` that has no fences is all front matter.
        """
        target = self.path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = dedent(content)
            if target.suffix == ".md" and not content.startswith("---"):
                content = f"---\n{content.strip()}\n---\n"
            content = content.encode()
        target.write_bytes(content)
        return self

    def path(self, path: str) -> Path:
        """Where ``write`` puts a file."""
        return self.root / path if path.startswith(("assets/", "themes/", "content/")) else self.root / "content" / path

    def remove(self, path: str) -> "Story":
        """Take a file away."""
        self.path(path).unlink()
        return self

    def rename(self, path: str, to: str) -> "Story":
        """Give a file another name."""
        self.path(path).rename(self.path(to))
        return self

    def settings(self, *lines: str) -> "Story":
        """Add lines to the front matter of ``site.md``, in place of those of the same fields."""
        text = self.path("site.md").read_text("utf-8")
        for line in lines:
            text = re.sub(rf"^{re.escape(line.partition(':')[0])}:.*\n", "", text, count=1, flags=re.MULTILINE) if ":" in line else text
        before = next(mark for mark in ("\noutputs:", "\n---\n") if mark in text)
        return self.write("site.md", text.replace(before, "\n" + "\n".join(lines) + before, 1))

    def copy_of(self, root: Path) -> "Story":
        """Become a copy of another site: its content, assets and themes."""
        for folder in ("content", "assets", "themes"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
            if (root / folder).is_dir():
                shutil.copytree(root / folder, self.root / folder)
        return self

    @property
    def ledger(self) -> Ledger:
        """What was published last."""
        file = self.output / "public" / "ledger.json"
        return read(file.read_bytes()) if file.exists() else EMPTY

    def prepare(self, now: str = NOW, base_url: str | None = None, *, drafts: bool = False, previous: Ledger | None = None, jobs: int = 1) -> Prepared:
        """Load, check and plan, by default against what was published last."""
        return prepare(self.root, Options(datetime.fromisoformat(now), base_url, drafts, self.ledger if previous is None else previous, jobs))

    def check(self, now: str = NOW) -> tuple[Diagnostic, ...]:
        """The problems of the site, as values."""
        return self.prepare(now).diagnostics

    def build(self, now: str = NOW, base_url: str | None = None, *, drafts: bool = False, jobs: int = 1, previous: Ledger | None = None) -> Outcome:
        """Build in this process; with errors, nothing is built."""
        prepared = self.prepare(now, base_url, drafts=drafts, previous=previous, jobs=jobs)
        if prepared.broken:
            return Outcome(prepared.diagnostics, None)
        report = run(prepared.artifacts, self.output, self.root / ".mcsite", bundles=prepared.bundles, jobs=jobs)
        return Outcome(tuple(sorted({*prepared.diagnostics, *report.diagnostics})), None if report.diagnostics else report)

    def command(
        self, *arguments: str, python: tuple[str, ...] = (), cwd: Path | None = None, stdin: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run ``mcsite`` as a person does. ``python`` are options of the interpreter; ``environment`` is added to the present one."""
        command = [sys.executable, *python, "-m", "mcsite", *arguments, "--site", str(self.root)]
        return subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", check=False, cwd=cwd or self.root, env=surroundings(**environment))

    def read(self, path: str) -> str:
        """The text of a public file."""
        return (self.output / "public" / path).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Every public file by its path."""
        return tree(self.output / "public")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, with ``/``, sorted."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def surroundings(**changes: str) -> Mapping[str, str]:
    """The environment of a command: the present one without what would change the outcome, and these changes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MCSITE", "SOURCE_DATE", "COVERAGE", "COLUMNS"))}
    return {**kept, "PYTHONPATH": str(REPOSITORY), "NO_COLOR": "1", **changes}
