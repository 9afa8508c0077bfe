"""The terminal as a surface: progress and tables. The only door to rich, which is imported when something is really drawn."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from types import TracebackType
from typing import Any, Self

from mcsite.commands.timings import Line
from mcsite.report import shown

_PATIENCE = 0.7
"""Seconds after which a build is long enough to show how far it is."""
_EVERY = 0.1
_GAP = 2
"""Blanks between columns, and before the first."""
_BESIDE = " · "
"""Between a title and a place that follows it."""


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
    """A heading or a note across the table, or a session: day, hours, title, place, and what is not as usual."""

    heading: str = ""
    note: str = ""
    day: str = ""
    hours: str = ""
    title: str = ""
    place: str = ""
    mark: str = ""

    @property
    def is_session(self) -> bool:
        """Whether it has cells."""
        return not self.heading and not self.note


def show_rows(rows: Iterable[Row]) -> None:
    """Draw sessions as a table on standard output. Where it is too narrow for a column of places, they follow the titles, or stand below."""
    from rich.console import Console  # noqa: PLC0415 - imported when something is drawn

    console = Console(highlight=False, markup=False, emoji=False)
    listed = tuple(rows)
    widths = _widths([row for row in listed if row.is_session], console.width)
    for are_sessions, group in groupby(listed, key=lambda row: row.is_session):
        if are_sessions:
            console.print(_table(group, widths))
        else:
            for row in group:
                console.print(f"\n{shown(row.heading or row.note)}", style="bold" if row.heading else "dim")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A title, with what stands beside it in pale letters, and lines that each begin with a word."""

    title: str
    beside: str
    lines: tuple[tuple[str, str], ...]


def show_heading(heading: str, note: str) -> None:
    """Draw what is said of all that follows, on standard output."""
    from rich.console import Console  # noqa: PLC0415 - imported when something is drawn

    console = Console(highlight=False, markup=False, emoji=False)
    console.print(f"\n{shown(heading)}", style="bold underline")
    if note:
        console.print(shown(note), style="dim")


def show_labelled(groups: Iterable[Labelled]) -> None:
    """Draw titles and their lines on standard output. Words stand in a column of their own; what follows them goes on behind it, not below."""
    from rich.console import Console  # noqa: PLC0415 - imported when something is drawn
    from rich.padding import Padding  # noqa: PLC0415 - the same

    console = Console(highlight=False, markup=False, emoji=False)
    for group in groups:
        apart = _GAP if _length(group.title) + _GAP + _length(group.beside) <= console.width else 0
        console.print()
        console.print(shown(group.title), style="bold", end=" " * apart if apart else "\n")
        if group.beside or apart:
            console.print(shown(group.beside), style="dim")
        console.print(Padding.indent(_labelled(group.lines), _GAP))


def show_stages(stages: Iterable[Line]) -> None:
    """Draw where the time went, on standard error."""
    from rich.console import Console  # noqa: PLC0415 - imported when something is drawn
    from rich.table import Table  # noqa: PLC0415 - the same

    table = Table("Where the time went", "", box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("ms", justify="right")
    for line in stages:
        table.add_row(" " * _GAP * line.depth + shown(line.name), line.about, f"{line.milliseconds:,.0f}", style="dim" if line.depth else "")
    Console(stderr=True, highlight=False, markup=False, emoji=False).print("", table)


def _labelled(lines: tuple[tuple[str, str], ...]) -> Any:  # noqa: ANN401 - rich is imported when something is drawn
    from rich.table import Table  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    table = Table.grid(padding=(0, _GAP))
    table.add_column(width=max((_length(word) for word, _ in lines), default=0))
    table.add_column()
    for word, text in lines:
        table.add_row(Text(shown(word), style="yellow"), Text(shown(text)))
    return table


def _widths(sessions: list[Row], screen: int) -> tuple[int, ...]:
    """Of day, hours, title with what is not as usual, and place, alike for all months; without place where there is no room for such a column."""
    day, hours, title, marked, place = (max(map(_length, texts)) for texts in zip(*map(_texts, [Row(), *sessions]), strict=True))
    left = screen - day - hours - 3 * _GAP  # the first gap is before the day
    if title + _GAP + place <= left:
        return day, hours, min(marked, left - _GAP - place), place
    return day, hours, left


def _texts(row: Row) -> tuple[str, ...]:
    return row.day, row.hours, row.title, f"{row.title}  {row.mark}" if row.mark else row.title, row.place


def _length(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 - imported when something is drawn

    return cell_len(shown(text))


def _table(sessions: Iterable[Row], widths: tuple[int, ...]) -> Any:  # noqa: ANN401 - rich is imported when something is drawn
    from rich.padding import Padding  # noqa: PLC0415 - the same
    from rich.table import Table  # noqa: PLC0415 - the same

    table = Table.grid(padding=(0, _GAP))
    for width in widths:
        table.add_column(width=width)
    for row in sessions:
        table.add_row(row.day, row.hours, *_what_and_where(row, widths[2], apart=len(widths) > 3))
    return Padding.indent(table, _GAP)


def _what_and_where(row: Row, width: int, *, apart: bool) -> list[Any]:
    """The title with what is not as usual, and the place, in a cell of its own or not."""
    from rich.text import Text  # noqa: PLC0415 - imported when something is drawn

    what = Text().append(shown(row.title), style="strike" if row.mark.startswith("cancelled") else "")
    if row.mark:
        what.append(f"  {shown(row.mark)}", style="yellow")
    place = Text(shown(row.place), style="dim")
    if apart:
        return [what, place]
    fits = what.cell_len + len(_BESIDE) + place.cell_len <= width
    return [what.append(_BESIDE if fits else "\n").append_text(place) if row.place else what]
