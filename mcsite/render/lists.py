"""Where a Markdown list begins, what its items hold, and where it ends (CommonMark 5.2 and 5.3).

Python-Markdown wants four spaces, and a blank line before; people type two, three or none. This reads lists the way
they are typed; ``prose`` puts it in the place of Python-Markdown's own list reader. Knows text alone, no library.

One rule is more generous than CommonMark: a marker that stands two spaces deeper than that of its item is nested in it,
also below ``10. ten``, where CommonMark wants four.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MARKER = re.compile(r"( {0,3})([-+*]|(\d{1,9})([.)]))(?: +|$)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
_NO_PARAGRAPH = re.compile(r" {0,3}(?:#{1,6} |\x02)")
"""A heading, or the placeholder of something already set aside: nothing that another line continues."""
_BEGINS = re.compile(r" {0,3}(?:#{1,6} |>|\x02)")
"""A line that begins something of its own. (\\x02 is Python-Markdown's mark of what it has set aside.)"""
_INTERRUPTS = re.compile(r" {0,3}(?:[-+*]|1[.)]) +\S")


@dataclass(slots=True)
class Listing:
    """One list. ``start`` is the first number of an ordered one; ``items`` are the dedented lines of each item."""

    ordered: bool
    start: int
    loose: bool = False
    items: list[list[str]] = field(default_factory=list)


class Lines:
    """The lines of a row of blocks (texts that blank lines separate), read one by one.

    What was not read stays in ``blocks``. A block is only opened when its first line is asked for.
    """

    def __init__(self, blocks: list[str]) -> None:
        self.blocks = blocks
        self.position = 0

    def peek(self) -> str | None:
        """The next line, ``""`` between two blocks, or ``None`` at the end."""
        if not self.blocks:
            return None
        block = self.blocks[0]
        if self.position > len(block):
            return "" if len(self.blocks) > 1 else None
        end = block.find("\n", self.position)
        return block[self.position : end if end >= 0 else len(block)]

    def skip(self) -> None:
        """Go past the line that ``peek`` showed."""
        block = self.blocks[0]
        if self.position > len(block):
            self.blocks.pop(0)
            self.position = 0
        else:
            end = block.find("\n", self.position)
            self.position = end + 1 if end >= 0 else len(block) + 1

    def close(self) -> None:
        """Leave in ``blocks`` what was not read."""
        if self.blocks and self.position:
            rest = self.blocks[0][self.position :]
            if rest.strip():
                self.blocks[0] = rest
            else:
                self.blocks.pop(0)
        self.position = 0


def beginning(block: str) -> int | None:
    """Where in a block its first list begins: at its first line, or at a later one that may interrupt a paragraph."""
    if _marker(block.split("\n", 1)[0]):
        return 0
    position = block.find("\n") + 1
    while position:
        end = block.find("\n", position)
        line = block[position : end if end >= 0 else len(block)]
        if _INTERRUPTS.match(line) and not _RULE.fullmatch(line):
            return position
        position = end + 1
    return None


def take(lines: Lines) -> Listing:
    """The list that begins at the next line; afterwards ``lines`` stands behind it."""
    first = _marker(lines.peek() or "")
    if first is None:
        raise ValueError("there is no list here")
    found = Listing(first[3] is not None, int(first[3] or 1))
    parted = False
    while (line := lines.peek()) is not None and (marker := _marker(line)) and _kind(marker) == _kind(first):
        item = _item(lines, marker)
        found.items.append(item.text)
        found.loose |= parted or item.loose
        parted = item.blanks > 0
    return found


def _marker(line: str) -> re.Match[str] | None:
    return None if _RULE.fullmatch(line) else _MARKER.match(line)


def _kind(marker: re.Match[str]) -> str:
    return marker[4] or marker[2]


@dataclass(slots=True)
class _Item:
    """An item as far as it was read. Text belongs to it from column ``depth`` on, nested lists already from ``nested_from``.

    ``in_list`` (the marks of a nested list, or nothing) and ``in_paragraph`` say what the last line of text was part of;
    ``blanks`` counts the blank lines since. ``loose`` is whether such lines part the item's own blocks.
    """

    text: list[str]
    depth: int
    nested_from: int
    in_list: str
    in_paragraph: bool
    blanks: int = 0
    loose: bool = False

    def accept(self, line: str) -> bool:
        """Add a line, or answer that it belongs to this item no more."""
        if not line.strip():
            self.blanks += 1
            return True
        own = self._own(line)
        if self.blanks and (own is None or not any(self.text)):
            return False
        if own is None and not self._continued_by(line):
            return False
        self._add(line if own is None else own)
        return True

    def _own(self, line: str) -> str | None:
        """The line without the item's indentation, or ``None`` when it is not indented enough to belong."""
        indent = len(line) - len(line.lstrip(" "))
        if indent >= self.depth:
            return line[self.depth :]
        if indent >= self.nested_from and _marker(line[indent:]):
            return line[indent:]
        return None

    def _continued_by(self, line: str) -> bool:
        """Whether an unindented line goes on with the paragraph that was being written (CommonMark 5.1, lazy continuation)."""
        return self.in_paragraph and not (_marker(line) or _BEGINS.match(line) or _RULE.fullmatch(line))

    def _add(self, text: str) -> None:
        follows = self.in_paragraph and not self.blanks
        marker = _marker(text) if self.in_list or not follows or _INTERRUPTS.match(text) else None
        kind = _kind(marker) if marker else ""
        deeper = bool(self.in_list) and text.startswith("  ")
        nested = deeper or (bool(kind) and kind == self.in_list)
        self.loose |= self.blanks > 0 and not nested
        self.in_list = self.in_list if deeper else kind or ("" if self.blanks else self.in_list)
        self.in_paragraph = not _NO_PARAGRAPH.match(text.lstrip(" ") if nested else text) and (follows or bool(self.in_list) or not text.startswith("    "))
        self.text.extend([""] * self.blanks)
        self.text.append(text)
        self.blanks = 0


def _item(lines: Lines, marker: re.Match[str]) -> _Item:
    depth, text = _content(lines.peek() or "", marker)
    in_paragraph = bool(text) and not _NO_PARAGRAPH.match(text) and not text.startswith("    ")
    nested = _marker(text)
    item = _Item([text], depth, len(marker[1]) + 2, _kind(nested) if nested else "", in_paragraph)
    lines.skip()
    while (line := lines.peek()) is not None and item.accept(line):
        lines.skip()
    return item


def _content(line: str, marker: re.Match[str]) -> tuple[int, str]:
    """The column at which an item's text begins, and the text. Five blanks or more begin code one blank after the marker."""
    bare = len(marker[1]) + len(marker[2])
    usual = marker.end() - bare <= 4 and marker.end() < len(line)
    depth = marker.end() if usual else bare + 1
    return depth, line[depth:] if line[depth:].strip() else ""
