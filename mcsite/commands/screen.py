"""The terminal as a surface: progress and tables. The only door to rich, which is imported when something is really drawn."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from types import TracebackType
from typing import Any, Self

from mcsite.report import shown

_PATIENCE = 0.7
"""Seconds after which a build is long enough to show how far it is."""
_EVERY = 0.1
_WIDE = 90
"""Columns from which a place has a column of its own."""


class Progress:
    """How far a build is, on a terminal, once it takes long. Wiped away at the end."""

    def __init__(self, *, wanted: bool) -> None:
        """``wanted`` false: say nothing."""
        self._wanted = wanted and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._bar: Any = None

    def __enter__(self) -> Self:
        """Nothing is drawn yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Leave the terminal as it was."""
        if self._bar:
            self._bar.stop()

    def __call__(self, done: int, total: int) -> None:
        """So many files of so many are made."""
        if self._wanted and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            self._draw(done, total)

    def _draw(self, done: int, total: int) -> None:
        from rich.console import Console  # noqa: PLC0415 - a build that is soon done draws nothing
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - the same
        from rich.progress import Progress as Bar  # noqa: PLC0415 - the same

        if self._bar is None:
            columns = (TextColumn("Making"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeRemainingColumn())
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)  # a thread would not go with forks
            self._bar.start()
            self._bar.add_task("", total=total)
        self._bar.update(0, completed=done, refresh=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A heading across the table, or a session: day, hours, title, place, and what is not as usual."""

    heading: str = ""
    day: str = ""
    hours: str = ""
    title: str = ""
    place: str = ""
    mark: str = ""


def show_rows(rows: Iterable[Row]) -> None:
    """Draw sessions as a table on standard output. Where it is narrow, the place goes below the title."""
    from rich.console import Console  # noqa: PLC0415 - imported when something is drawn
    from rich.padding import Padding  # noqa: PLC0415 - the same
    from rich.table import Table  # noqa: PLC0415 - the same

    console = Console(highlight=False, markup=False, emoji=False)
    wide = console.width >= _WIDE
    for headed, group in groupby(rows, key=lambda row: bool(row.heading)):
        table = Table.grid(padding=(0, 2), expand=False)
        for row in group:
            if headed:
                console.print(f"\n{shown(row.heading)}", style="bold")
            else:
                table.add_row(*_cells(row, wide=wide))
        if not headed:
            console.print(Padding.indent(table, 2))


def _cells(row: Row, *, wide: bool) -> list[Any]:
    from rich.text import Text  # noqa: PLC0415 - imported when something is drawn

    what = Text(shown(row.title), style="strike" if row.mark.startswith("cancelled") else "")
    if row.mark:
        what.append(f"  {shown(row.mark)}", style="not strike yellow")
    place = Text(shown(row.place) or " ", style="dim")  # a column without a character would be measured wrongly
    if wide:
        return [row.day, row.hours, what, place]
    return [row.day, row.hours, what.append("\n").append_text(place) if row.place else what]
