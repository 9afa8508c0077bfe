"""Placeholders in a text: ``{{ session.when }}``, ``{{ venue.name or "online" }}``. Names from a fixed list, nothing else: no code, no loops.

Reading goes over the text once, and never fails: what is not understood is a ``Fault`` with its place, and stays text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mcsite.diagnostics import Diagnostic, Misread, Span
from mcsite.model.filling import Part, Slot
from mcsite.model.vocabulary import MEANT, WORDS
from mcsite.source.nearest import nearest

OPEN = "{{"
_FOUND = re.compile(r"\{\{(?P<inside>[^{}\n]{0,300})\}\}|\{\{|(?<!\{)\{[ \t]*(?P<single>[A-Za-z_]+\.[A-Za-z_]+)[ \t]*\}(?!\})")
_INSIDE = re.compile(r"(?P<name>[A-Za-z_]+(?:\.[A-Za-z_]+)*)(?:\s+or\s+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|“(?P<curly>[^”]*)”))?")
_KNOWN = tuple(word.name for word in WORDS)
_HOW = 'write a name alone, {{ session.when }}, or with other words for want of it, {{ venue.name or "online" }}'


@dataclass(frozen=True, slots=True)
class Template:
    """What was read: the parts in order, and every reason why it cannot be filled in."""

    parts: tuple[Part, ...]
    faults: tuple[Diagnostic, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Its placeholders."""
        return tuple(part for part in self.parts if isinstance(part, Slot))


def has_placeholders(text: str) -> bool:
    """Whether there is anything to fill in."""
    return OPEN in text


def template(text: str, path: str, first_line: int = 1) -> Template:
    """The parts of a text; ``first_line`` is the number of its first line in the file."""
    parts: list[Part] = []
    faults: list[Diagnostic] = []
    done = 0
    for found, span in _located(text, path, first_line):
        try:
            slot = _slot(found, span)
        except Misread as wrong:
            faults.append(wrong.at(span))
            continue
        if slot:
            parts += [text[done : found.start()], slot]
            done = found.end()
    return Template(tuple(part for part in (*parts, text[done:]) if part), tuple(faults))


def _located(text: str, path: str, first_line: int) -> Iterator[tuple[re.Match[str], Span]]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for found in _FOUND.finditer(text):
        line = bisect_right(starts, found.start()) - 1
        yield found, Span(path, first_line + line, found.start() - starts[line] + 1, found.end() - found.start())


def _slot(found: re.Match[str], span: Span) -> Slot | None:
    """Raises ``Misread``; nothing for what only looks a little like a placeholder."""
    if found["single"]:
        if found["single"].lower() in _KNOWN:
            raise Misread("E770", f"'{found[0]}' has one bracket on each side, and stays as it is", f"write {{{{ {found['single'].lower()} }}}}")
        return None
    if found["inside"] is None:
        raise Misread("E770", "here begins a placeholder, and nothing ends it on this line", _HOW)
    inside = _INSIDE.fullmatch(found["inside"].strip())
    if inside is None:
        raise Misread("E770", f"'{found[0]}' is not a name that can be filled in", _HOW)
    name = inside["name"].lower()
    if name not in _KNOWN:
        raise _unknown(name)
    instead = next((words for words in (inside["double"], inside["single"], inside["curly"]) if words is not None), None)
    return Slot(name, instead, span)


def _unknown(name: str) -> Misread:
    close = MEANT.get(name) or nearest(name, _KNOWN, likeness=0.7)
    group = [other for other in _KNOWN if other.startswith(f"{name.partition('.')[0]}.")]
    help_ = f"did you mean {{{{ {close} }}}}?" if close else f"known here: {', '.join(group)}" if group else "'mcsite fields merge' lists all that there are"
    return Misread("E771", f"there is nothing called '{name}' to fill in", help_)
