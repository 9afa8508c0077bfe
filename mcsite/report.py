"""Diagnostics as people and programs read them: text with an excerpt, JSON, and GitHub's workflow commands.

What comes from content is shown, never obeyed: control characters and those that turn the direction of text around do
not reach a terminal or a log, and a line of ours cannot be begun by someone else.
"""

from __future__ import annotations

import json
import textwrap
import unicodedata
from collections.abc import Callable, Iterable

from mcsite.diagnostics import Diagnostic, Span

WIDEST = 100
"""Columns of an excerpt; longer lines are cut around the caret."""
_NARROWEST = 20
_UNBOUNDED = 1_000_000
_HELP = "     = "
"""Before a help that has lines of its own."""

TAB = 4

ReadLine = Callable[[str, int], str]
"""Path and number of a line (from 1) → its text as it stands in the file, or nothing when there is none."""


def as_text(diagnostics: Iterable[Diagnostic], read_line: ReadLine, columns: int | None = None) -> str:
    """For people, each with its line; with ``columns``, nothing is wider than that, unless a single word is.

    ::

        content/events/swap.md:3:8: error[E203]: there is no venue 'librery'
           3 | venue: librery
             |        ^^^^^^^ did you mean 'library'?
    """
    return "".join(f"{line}\n" for diagnostic in diagnostics for line in _text(diagnostic, read_line, columns or _UNBOUNDED))


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """For programs: a list of objects with code, severity, path, line, column, message and help."""
    return json.dumps([_object(diagnostic) for diagnostic in diagnostics], indent=2) + "\n"


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """For GitHub Actions: one ``::error`` or ``::warning`` a line, which GitHub shows beside the line of the file."""
    return "".join(_command(diagnostic) for diagnostic in diagnostics)


def shown(text: str) -> str:
    """Text on one line without anything that a terminal would obey."""
    return "".join(_visible(character) for character in text)


def _text(diagnostic: Diagnostic, read_line: ReadLine, columns: int) -> list[str]:
    span = diagnostic.span
    line, column = _place(span)
    head = _wrapped(f"{shown(span.path)}:{line}:{column}: {diagnostic.severity}[{diagnostic.code}]: {shown(diagnostic.message)}", columns, "  ")
    below = _help(diagnostic.help, columns)
    text = read_line(span.path, line).rstrip("\r\n") if span.line else ""
    if not text.strip():
        return [*head, *below]
    excerpt, caret = _excerpt(text, column, span.length if span.column else 1, min(WIDEST, max(columns - len(_HELP), _NARROWEST)))
    marked = f"     | {caret} {shown(diagnostic.help)}".rstrip()
    beside = "\n" not in diagnostic.help and _width(marked) <= columns
    return [*head, f"{line:>4} | {excerpt}", *([marked] if beside else [f"     | {caret}", *below])]


def _help(text: str, columns: int) -> list[str]:
    """The help below its line: of several answers each on a line of its own, that goes on further in."""
    first, *others = text.splitlines() or [""]
    further_in = " " * (len(_HELP) + 2 * bool(others))
    answers = [f"{_HELP}{shown(first)}", *(f"{' ' * len(_HELP)}{shown(other)}" for other in others)] if first else []
    return [line for answer in answers for line in _wrapped(answer, columns, further_in)]


def _wrapped(text: str, columns: int, indent: str) -> list[str]:
    if _width(text) <= columns:
        return [text]
    return textwrap.wrap(text, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _place(span: Span) -> tuple[int, int]:
    """Line and column, both from 1, as programs that read ``path:line:column`` expect them; what concerns all of a file or a line is at its beginning."""
    return max(1, span.line), max(1, span.column)


def _excerpt(line: str, column: int, length: int, widest: int) -> tuple[str, str]:
    """A line as it can be printed in ``widest`` columns, and carets below the ``length`` characters from ``column`` (from 1)."""
    cells = _cells(line)
    first = min(column - 1, len(cells))
    before = sum(_width(cell) for cell in cells[:first])
    marked = sum(_width(cell) for cell in cells[first : first + length])
    whole = "".join(cells).rstrip()
    excerpt, shift = _cut(whole, before, widest)
    caret = max(1, min(marked, widest - (before - shift)))
    return excerpt, " " * (before - shift) + "^" * caret


def _cells(line: str) -> list[str]:
    """What is printed for each character of a line: tabs as blanks up to the next stop, the unprintable as a sign."""
    cells: list[str] = []
    at = 0
    for character in line:
        cell = " " * (TAB - at % TAB) if character == "\t" else _visible(character)
        cells.append(cell)
        at += _width(cell)
    return cells


def _cut(whole: str, at: int, widest: int) -> tuple[str, int]:
    """The part of a line in ``widest`` columns around a column, with ``…`` where something is left out, and how many columns it moved to the left."""
    if _width(whole) <= widest:
        return whole, 0
    skip = max(0, at - widest // 2)
    start = _index(whole, skip) if skip else 0
    dropped = _width(whole[:start])
    end = _index(whole, dropped + widest - 2)
    return ("…" if start else "") + whole[start:end] + ("…" if end < len(whole) else ""), dropped - (1 if start else 0)


def _index(text: str, column: int) -> int:
    """The first character that begins at a column or behind it."""
    at = 0
    for position, character in enumerate(text):
        if at >= column and _width(character):
            return position
        at += _width(character)
    return len(text)


def _width(text: str) -> int:
    """Columns that a terminal uses: two for wide characters (UAX 11) and emoji, none for what joins the one before."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= character <= "\U0001f3ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _visible(character: str) -> str:
    if character in "\n\r\t":
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Zl", "Zp") or (category == "Cf" and character not in "\u200c\u200d"):
        return chr(0x2400 + ord(character)) if character < " " else "\N{REPLACEMENT CHARACTER}"
    return character


def _object(diagnostic: Diagnostic) -> dict[str, str | int]:
    line, column = _place(diagnostic.span)
    return {
        "code": diagnostic.code, "severity": str(diagnostic.severity), "path": diagnostic.span.path, "line": line, "column": column,
        "message": diagnostic.message, "help": diagnostic.help,
    }  # fmt: skip


def _command(diagnostic: Diagnostic) -> str:
    """A workflow command; see ``actions/toolkit``, "workflow commands", for what must be escaped."""
    span = diagnostic.span
    properties = [f"file={_property(span.path)}"]
    properties += [f"line={span.line}"] if span.line else []
    properties += [f"col={span.column}"] if span.column else []
    properties.append(f"title={_property(diagnostic.code)}")
    help_ = "".join(f"%0A{_data(part)}" for part in diagnostic.help.splitlines())
    return f"::{diagnostic.severity} {','.join(properties)}::{_data(diagnostic.message)}{help_}\n"


def _data(text: str) -> str:
    return shown(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
