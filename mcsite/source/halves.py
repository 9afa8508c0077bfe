"""A content file in two: the lines between the first two lines of hyphens, and the Markdown below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

FENCE = re.compile(r"-{3,}\s*")
_CLOSING = re.compile(r"(?:-{3,}|\.{3})\s*")


@dataclass(frozen=True, slots=True)
class Halves:
    """``before`` is the number of empty lines above the first hyphens; ``body_line`` the line of the file on which the body begins, from 1."""

    before: int
    fields: str
    body: str
    body_line: int


def halves(text: str) -> Halves | None:
    """The halves of a text; ``None`` where there are no two lines of hyphens, or two versions of a file that were not put together."""
    whole = text.lstrip()
    lines, before = whole.rstrip().split("\n"), text[: len(text) - len(whole)].count("\n")
    if not FENCE.fullmatch(lines[0]) or ("<<<<<<<" in whole and conflict(lines) is not None):
        return None
    closing = next((number for number, line in enumerate(lines[1:], 1) if line[:1] in "-." and _CLOSING.fullmatch(line)), None)
    if closing is None:
        return None
    first = closing + 1
    while first < len(lines) and not lines[first].strip():
        first += 1
    return Halves(before, "\n".join(lines[1:closing]), "\n".join(lines[first:]).rstrip(), before + first + 1)


def conflict(lines: list[str]) -> int | None:
    """The line, from 0, on which a merge conflict begins."""
    begun = (number for number, line in enumerate(lines) if line.startswith("<<<<<<<"))
    return next((number for number in begun if any(later.startswith((">>>>>>>", "=======")) for later in lines[number:])), None)
