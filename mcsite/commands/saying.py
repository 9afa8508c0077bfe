"""What commands say: results to standard output, everything about the work to standard error."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import IO, Any

import click

from mcsite import report
from mcsite.diagnostics import Diagnostic, Severity
from mcsite.model.site import Edition
from mcsite.report import ReadLine

_COLOURS: tuple[tuple[re.Pattern[str], dict[str, Any]], ...] = (
    (re.compile(r"^\S.*:\d+:\d+:(?=$| (?:error|warning)\[)", re.MULTILINE), {"bold": True}),
    (re.compile(r"\berror\[E\d{3}\]"), {"fg": "red", "bold": True}),
    (re.compile(r"\bwarning\[W\d{3}\]"), {"fg": "yellow", "bold": True}),
    (re.compile(r"^( +\| +)(\^+)", re.MULTILINE), {"fg": "cyan"}),
)


class Refusal(click.ClickException):
    """A plain sentence instead of a result: what was asked for makes no sense here, and what would."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """To standard error, without a lecture on the usage."""
        click.echo(f"mcsite: {self.message}", file=file or sys.stderr)


def problems(diagnostics: Iterable[Diagnostic], style: str, site: Path, columns: int | None = None) -> str:
    """The report of all problems in one of the three formats, without colours; ``columns`` as in ``report.as_text``."""
    if style == "json":
        return report.as_json(diagnostics)
    return report.as_github(diagnostics) if style == "github" else report.as_text(diagnostics, reader(site), columns)


def verdict(diagnostics: Iterable[Diagnostic]) -> str:
    """``2 errors and 1 warning. 'mcsite explain E203' says more about the first error.``; nothing when there are no problems."""
    found = tuple(diagnostics)
    if not found:
        return ""
    errors = [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]
    counts = [count(number, word) for number, word in ((len(errors), "error"), (len(found) - len(errors), "warning")) if number]
    which = " about the first error" if 0 < len(errors) < len(found) else " about the first" if len({each.code for each in found}) > 1 else ""
    return f"{' and '.join(counts)}. 'mcsite explain {(errors or found)[0].code}' says more{which}."


def contents(edition: Edition) -> str:
    """``14 events, 63 sessions``."""
    return f"{count(len(edition.site.events), 'event')}, {count(len(edition.site.sessions), 'session')}"


def on_site(site: Path) -> str:
    """`` --site my-site``, as it is typed behind a command; nothing for the folder in which one is."""
    if site == Path():
        return ""
    return f' --site "{site}"' if " " in str(site) else f" --site {site}"


def count(number: int, word: str) -> str:
    """``1 event``, ``2 events``, ``1,200 events``."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def reader(site: Path) -> ReadLine:
    """Gives a line of a file of the site as it stands there."""

    @cache
    def lines(path: str) -> list[str]:
        try:
            data = (site / path).read_bytes()
        except OSError:
            return []
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line(path: str, number: int) -> str:
        return lines(path)[number - 1] if number <= len(lines(path)) else ""

    return line


def out(text: str) -> None:
    """To standard output, coloured where someone looks at it."""
    click.echo(coloured(text) if _seen(sys.stdout) else text, nl=False, color=_seen(sys.stdout))


def fitted(text: str) -> str:
    """A passage broken between words where the terminal ends; as it is for a file or another program."""
    columns = screen_columns()
    return textwrap.fill(text, columns, break_long_words=False, break_on_hyphens=False) if columns else text


def aside(text: str) -> None:
    """A line to standard error."""
    sys.stdout.flush()
    click.echo(text, err=True)


def screen_columns() -> int | None:
    """How wide the terminal is that standard output goes to; none for a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def coloured(text: str) -> str:
    """A report with the words marked that the eye looks for."""
    for pattern, style in _COLOURS:
        text = pattern.sub(_in(style), text)
    return text


def _in(style: Mapping[str, Any]) -> Callable[[re.Match[str]], str]:
    return lambda found: click.style(found[0], **style)


def _seen(stream: object) -> bool:
    """Whether a person looks at it, and wants colours (no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and bool(getattr(stream, "isatty", bool)())
