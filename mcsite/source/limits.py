"""What a Markdown text may ask of the renderer, checked before it is rendered: no text can keep it busy for more than a second.

The figures are far beyond what anyone writes for people to read. They were measured: without them 20 KB of brackets take
minutes, because Python-Markdown looks for the partner of every one. The rules go over the text once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic, Span

LONGEST = 50_000
"""Characters of one text: about eight thousand words."""
LINES_WITHOUT_BLANK = 300
HEADINGS = 300
NOTES = 300
TAGS = 1_500
"""``<`` signs: a table of three hundred cells written in HTML has that many."""
DEEPEST = 12
"""Lists and quotations inside each other."""
FARTHEST = 40
"""Columns before a list marker."""
SEARCHING = 600_000
"""Characters looked through, all in all, for the bracket that belongs to a bracket."""

_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_BRACKETS_END = re.compile(r"\n[ \t]*(?=\n)|\n(?= {0,3}[-+*] +[^\s-])")
"""Where a run of text ends in which brackets may find each other: at a blank line, or where a list item begins."""
_HEADING = re.compile(r"^[ \t>]*#{1,6}[^#\n]|\n[ \t>]*[=-]+[ \t]*$", re.MULTILINE)
_SIGN = re.compile(r">|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
_PREFIX = re.compile(rf"^(?:[ \t]*(?:{_SIGN.pattern}))+", re.MULTILINE)
_BRACKETS = re.compile(r"\\.|\[|\]\(|\]|\)", re.DOTALL)


def excesses(body: str, path: str, first_line: int = 1) -> tuple[Diagnostic, ...]:
    """What must be shortened before the text can be rendered, at most one diagnostic a rule."""
    rules = (_too_long,) if len(body) > LONGEST else (_too_many_notes, _too_many_tags, _too_many_headings, _too_dense, _too_deep, _too_tangled)
    found = [excess for rule in rules if (excess := rule(body))]
    return tuple(Diagnostic(Span(path, first_line + body.count("\n", 0, offset)), *words) for offset, *words in found)


Excess = tuple[int, str, str, str]
"""Offset, code, message, help."""


def _too_long(body: str) -> Excess:
    return 0, "E240", f"this text has {len(body):,} characters; {LONGEST:,} are the most for one page", "divide it into several pages and link them"


def _too_many_notes(body: str) -> Excess | None:
    return _too_many([found.start() for found in re.finditer(r"\[\^", body)], NOTES, "footnote marks") if body.count("[^") > NOTES else None


def _too_many_tags(body: str) -> Excess | None:
    return _too_many([found.start() for found in re.finditer("<", body)], TAGS, "signs <") if body.count("<") > TAGS else None


def _too_many(offsets: list[int], most: int, name: str) -> Excess | None:
    if len(offsets) <= most:
        return None
    return (
        offsets[most],
        "E241",
        f"this text holds {len(offsets):,} {name}; {most:,} are the most for one page",
        "divide it into several pages, or write it with fewer",
    )


def _too_many_headings(body: str) -> Excess | None:
    return _too_many([found.start() for found in _HEADING.finditer(body)], HEADINGS, "headings")


def _too_dense(body: str) -> Excess | None:
    if body.count("\n") < LINES_WITHOUT_BLANK:
        return None
    for start, block in _runs(body, _BLANK_LINE):
        lines = block.count("\n") + 1
        if lines > LINES_WITHOUT_BLANK:
            return start, "E241", f"here begin {lines:,} lines without a blank one; {LINES_WITHOUT_BLANK} are the most", "put blank lines between its parts"
    return None


def _too_deep(body: str) -> Excess | None:
    for found in _PREFIX.finditer(body):
        signs = list(_SIGN.finditer(found[0]))
        column = len(found[0][: signs[0].start()].expandtabs(4))
        if len(signs) > DEEPEST or (column > FARTHEST and signs[0][0] != ">"):
            return found.start(), "E242", f"lists and quotations stand more than {DEEPEST} deep in each other here", "write it with fewer levels"
    return None


def _too_tangled(body: str) -> Excess | None:
    """Brackets without a partner make Python-Markdown look to the end of the block, from each of them."""
    cost = 0
    for start, block in _runs(body, _BRACKETS_END):
        cost += _searching(block)
        if cost > SEARCHING:
            return start, "E241", "too many brackets [ or ( without their partner stand here", "close them, or put a backslash before each: \\["
    return None


def _runs(body: str, end: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The parts of a text with the offset at which each begins, without the line ends before and after."""
    done = 0
    for stop in (*(found.start() for found in end.finditer(body)), len(body)):
        block = body[done:stop]
        text = block.lstrip("\n")
        yield done + len(block) - len(text), text.rstrip("\n")
        done = stop


def _searching(block: str) -> int:
    """How many characters are looked through for the partners of a block's brackets."""
    if "[" not in block:
        return 0
    cost, square, round_ = 0, list[int](), list[int]()
    for found in _BRACKETS.finditer(block):
        sign, at = found[0], found.start()
        if sign == "[":
            square.append(at)
        elif sign == ")" and round_:
            cost += at - round_.pop()
        elif sign[0] == "]":
            cost += 5 * (at - square.pop()) if square else 0
            if sign == "](":
                round_.append(at)
    return cost + sum(5 * (len(block) - at) for at in square) + sum(len(block) - at for at in round_)
