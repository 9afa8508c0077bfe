"""Changes as Markdown of GitHub's kind (github.github.com/gfm), to be read in a pull request or a workflow's summary.

Titles, places and reasons come from content: they are shown as they are, and nothing in them formats, links, notifies anybody or
mentions an issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mcsite.diagnostics import Diagnostic
from mcsite.ledger.telling import Passage, Section
from mcsite.ledger.vanished import answers
from mcsite.report import shown

LARGEST = 60_000
"""Bytes: GitHub takes 65,536 characters in a comment, and whoever posts it may want to add some."""
MARK = "<!-- mcsite diff -->"
"""By which a workflow finds the comment that it wrote before."""
_ROOM = 400
"""Bytes for the last line, which says what is left out."""
_SIGNS = re.compile(r"[\\`*_\[\]<>|~&#]")
_FENCES = re.compile("`+")
_BREAK = "\N{ZERO WIDTH SPACE}"
"""Invisible. GitHub looks for mentions when Markdown has been read already, and no backslash is left: only this parts them."""
_MENTIONS = re.compile(r"(?:(?<=[@#])|(?<=\bgh-))(?=\w)", re.IGNORECASE | re.ASCII)
_LINKS = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_EMOJI = re.compile(r":(?=[a-z0-9_+-]*[a-z_+-][a-z0-9_+-]*:)", re.IGNORECASE)


def as_markdown(headline: str, notes: Iterable[str], sections: Sequence[Section], questions: Sequence[Diagnostic]) -> str:
    """A comment: the headline in bold, the notes, and all changes, as many as there is room for."""
    head = [MARK, f"**{escaped(headline)}**", *(escaped(note) for note in notes)]
    lines = [line for section in sections for line in _section(section, questions)]
    fit = _fitting(lines, LARGEST - _ROOM - sum(len(block.encode()) + 2 for block in head))
    left = sum(count for _, count in lines[fit:])
    last = ["", f"*There is no room for {left:,} more: `mcsite diff` shows all.*"] if left else []
    body = "\n".join((*(text for text, _ in lines[:fit]), *last)).strip("\n")
    return "\n\n".join((*head, body)).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Text as it stands, whatever it says: nothing of it is Markdown, HTML, a link, a mention or an emoji's name."""
    parted = _MENTIONS.sub(_BREAK, shown(text))
    plain = _SIGNS.sub(r"\\\g<0>", parted).replace("$", "<span>$</span>")  # without the span, two of them make a formula
    return _EMOJI.sub(r"\\:", _LINKS.sub(r"\\", plain))


def literal(text: str) -> str:
    """Text to be copied from the comment to the letter, as a code span (GFM 6.3): there GitHub looks for nothing, and nothing need be parted."""
    fence = "`" * (1 + max((len(run) for run in _FENCES.findall(text)), default=0))
    return f"{fence} {shown(text)} {fence}" if "`" in text else f"`{shown(text)}`"


def _section(section: Section, questions: Sequence[Diagnostic]) -> Iterator[tuple[str, int]]:
    """Lines of Markdown, and of how many sessions each tells."""
    yield from ((f"### {section.heading}", 0), ("", 0))
    if section.note:
        yield from ((escaped(section.note), 0), ("", 0))
    if section.is_of_gone:
        yield from (*((line, 0) for question in questions for line in _question(question)), ("", 0))
    for passage in section.passages:
        yield from _passage(passage)


def _question(question: Diagnostic) -> Iterator[str]:
    yield f"- {escaped(question.span.path)}"
    yield from (f"  - *{case}:* {literal(line)}" for case, line in answers(question))


def _passage(passage: Passage) -> Iterator[tuple[str, int]]:
    path = f" ({escaped(passage.path)})" if passage.path else ""
    yield from ((f"**{escaped(passage.title)}**{path}", 0), ("", 0))
    yield from (*((f"- **{line.label}** {escaped(line.text)}", line.count) for line in passage.lines), ("", 0))


def _fitting(lines: Sequence[tuple[str, int]], room: int) -> int:
    """How many of the first lines there is room for, in bytes."""
    for number, (text, _) in enumerate(lines):
        room -= len(text.encode()) + 1
        if room < 0:
            return number
    return len(lines)
