"""A person's mistake as a value: where it is, what was understood, and what to write instead.

Diagnostics are collected, never raised; exceptions are for bugs and for the disk. Codes are grouped in
families: E0 the site as a whole, E1 files and front matter, E2 references and links, E3 dates and times,
E4 pictures and downloads, E5 the theme, E6 the output, E7 values of fields, E9 what was published before; W for warnings, alike.
Each code has a folder in ``tests/bad`` with its explanation and the smallest site that shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 200
"""Characters of a message or of a help line."""


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a warning does so with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: path relative to the site (with ``/``), line and column from 1, length in characters.

    Line 0 means the file as a whole; column 0 the line as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One mistake. Sorts by place, so that a report reads from top to bottom. A very long message, which cites what was written, loses its middle."""

    span: Span
    code: str
    message: str
    help: str = ""

    def __post_init__(self) -> None:
        if len(self.message) > LONGEST:
            object.__setattr__(self, "message", _brief(self.message))

    @property
    def severity(self) -> Severity:
        """A code that begins with ``E`` is an error, with ``W`` a warning."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING


class Misread(ValueError):  # noqa: N818 - not a failure of the program: a value that a person must write differently
    """What a reader of one value says when it cannot understand it; whoever knows the place makes it a ``Diagnostic``."""

    def __init__(self, code: str, message: str, help: str = "") -> None:  # noqa: A002 - the same word as in Diagnostic
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help

    def at(self, span: Span) -> Diagnostic:
        """The same, placed. What is very long, because it cites what was written, loses its middle."""
        return Diagnostic(span, self.code, self.message, _brief(self.help))


def _brief(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 81]}…{text[-80:]}"
