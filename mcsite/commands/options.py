"""What can be said to several commands, and what it means: the site, the clock, how a build is done."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from mcsite import __version__
from mcsite.content.options import Options
from mcsite.diagnostics import Misread
from mcsite.source.addresses import site_address

_MOST_JOBS = 8
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Setting:
    """What holds for every command: ``arguments`` is the command line. The rest is said before the command's name or after it; the last word counts."""

    arguments: list[str] = field(default_factory=list)
    site: Path = Path()
    quiet: bool = False
    verbose: bool = False

    @classmethod
    def of(cls, context: click.Context) -> Setting:
        """That of the command at work."""
        return context.find_root().ensure_object(cls)


@dataclass(frozen=True)
class Wishes:
    """How a build, or what leads to one, is to be done, as it was typed."""

    output: Path | None
    base_url: str | None
    now: datetime | None
    drafts: bool
    strict: bool = False
    jobs: int = 1
    no_cache: bool = False
    explain: bool = False
    format: str = "text"
    previous: str | None = None

    def options(self, clock: datetime) -> Options:
        """What the reading of the site is told."""
        return Options(self.now or clock, self.base_url, self.drafts, jobs=self.jobs)

    def output_of(self, site: Path) -> Path:
        """The output folder."""
        return self.output or site / "output"

    def cache_of(self, site: Path) -> Path | None:
        """The cache folder, if one is to be used."""
        return None if self.no_cache else cache_of(site)


def cache_of(site: Path) -> Path | None:
    """A site's cache folder; none where there is no site, for nothing is to be left in other folders."""
    return site / ".mcsite" if (site / "content").is_dir() else None


def moment(text: str) -> datetime:
    """A date and time; without a zone the site's is meant."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        message = f"'{text}' is not a moment. Write a date and a time like 2026-01-05T09:00."
        raise click.BadParameter(message) from None


def _address(text: str) -> str:
    try:
        return site_address(text)
    except Misread as misread:
        message = f"{misread.message}. {misread.help}"
        raise click.BadParameter(message) from None


def clock() -> tuple[datetime, bool]:
    """The present moment, and whether it stands still: SOURCE_DATE_EPOCH (reproducible-builds.org, 1.1) takes the clock's place."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return datetime.now(UTC), False
    try:
        return datetime.fromtimestamp(int(fixed), UTC), True
    except (ValueError, OverflowError, OSError):
        message = f"the environment's SOURCE_DATE_EPOCH is '{fixed}': it must be a number of seconds since 1970, or not be set."
        raise click.UsageError(message) from None


def everywhere(command: F) -> F:
    """Adds the options that every command has."""
    for option in (
        click.version_option(__version__, prog_name="mcsite", message="%(prog)s %(version)s"),
        click.option("--site", type=_FOLDER, metavar="DIR", help="The site's folder.  [default: .]", expose_value=False, callback=_note),
        click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.", expose_value=False, callback=_note),
        click.option("-v", "--verbose", is_flag=True, help="Say more; of a bug, show the trace.", expose_value=False, callback=_note),
    ):
        command = option(command)
    return command


def for_reading(command: F) -> F:
    """Adds the options that say which site, as of when, is meant, and what was published before it."""
    for option in reversed((
        click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="The output folder.  [default: SITE/output]"),
        click.option("--base-url", type=_address, metavar="URL", help="Takes the place of base_url in content/site.md."),
        click.option("--now", type=moment, metavar="MOMENT", help="As seen from this moment, such as 2026-01-05T09:00.  [default: the clock]"),
        click.option("--drafts", is_flag=True, help="A preview: with drafts, and with events that wait for their publish_on."),
        click.option(
            "--previous",
            metavar="PATH|live|URL|none",
            help="What was published last: a ledger.json, the site itself, or the site at that address.  [default: the one in the output folder]",
        ),
        click.option("--no-cache", is_flag=True, help="Neither use nor write the cache, SITE/.mcsite."),
    )):  # fmt: skip
        command = option(command)
    return command


def for_building(command: F) -> F:
    """Adds the options of ``build`` and of what does the same without publishing."""
    for option in reversed((
        click.option("--strict", is_flag=True, help="Warnings are errors."),
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            default=_jobs,
            help="How many processes may read and make files.  [default: one for each processor]",
        ),
        click.option("--explain", is_flag=True, help="Say of each file why it is made."),
        click.option("--format", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How problems are written."),
    )):  # fmt: skip
        command = option(command)
    return for_reading(command)


def _note(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value and parameter.name:
        setattr(Setting.of(context), parameter.name, value)


def _jobs() -> int:
    mine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(mine, _MOST_JOBS)
