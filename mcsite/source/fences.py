"""Fenced code in Markdown (CommonMark 4.5): found once, so that the scanner of links and the renderer agree on what is code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OPENING = re.compile(r"( *)(`{3,}|~{3,})([^\n]*)")


@dataclass(frozen=True, slots=True)
class Fence:
    """Lines ``first`` to ``last`` (indices, fences included). An unclosed fence reaches to the end and has ``closed`` false."""

    first: int
    last: int
    indent: int
    word: str
    closed: bool

    def code(self, lines: Sequence[str]) -> str:
        """What stands between the fences, without the indentation of the opening one."""
        inside = lines[self.first + 1 : self.last + (0 if self.closed else 1)]
        return "".join(_dedented(line, self.indent) + "\n" for line in inside)


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """Every fenced block, in order. Indentation is free, so that fences inside list items count too."""
    number = 0
    while number < len(lines):
        opening = _opening(lines[number])
        if opening is None:
            number += 1
            continue
        closing = _closing(lines, number + 1, opening[2])
        last = len(lines) - 1 if closing is None else closing
        yield Fence(number, last, len(opening[1]), _first_word(opening[3]), closing is not None)
        number = last + 1


def _opening(line: str) -> re.Match[str] | None:
    found = _OPENING.fullmatch(line)
    return found if found and not (found[2][0] == "`" and "`" in found[3]) else None


def _closing(lines: Sequence[str], start: int, marks: str) -> int | None:
    for number in range(start, len(lines)):
        text = lines[number].strip()
        if text.startswith(marks) and not text.strip(marks[0]):
            return number
    return None


def _first_word(text: str) -> str:
    return next(iter(text.split()), "")


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]
