"""A content file as a located document: front matter between two lines of three hyphens, Markdown below.

The only door to python-frontmatter, with a handler of our own: it splits by line, reads every scalar as text, knows
where each key and value stands, and loses no mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from mcsite.diagnostics import Diagnostic, Misread, Span
from mcsite.model.origin import Key, Origin
from mcsite.source.decoding import Undecodable, decoded
from mcsite.source.document import Document
from mcsite.source.files import SourceFile
from mcsite.source.halves import FENCE, conflict, halves
from mcsite.source.located import Located, Place, Refused, Unparsable
from mcsite.source.mending import Mend, explained, mended, smoothed

LONGEST = 64 * 1024
"""Characters of front matter."""

_MOST_MENDS = 50
_GIVEN_TWICE = "E113"
"""The one mistake that leaves no doubt about the other fields: the first of the two lines is taken, so that the author hears of everything."""
_LIKE_A_FENCE = re.compile(r"\s*(?:[-_=*+\u2013\u2014\u2212]\s?)+\s*")
_FIELD = re.compile(r"[^\W\d][\w -]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Read:
    """A document, or the reasons why there is none. Mended lines, and fields given twice, are told beside a document."""

    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read(file: SourceFile) -> Read:
    """One content file. No bytes whatever make this raise: every mistake is a diagnostic."""
    try:
        text = decoded(file.data, file.path)
        handler = LocatedYAML(file.path, text)
        fields, _ = frontmatter.parse(handler.text, handler=handler)
    except Undecodable as wrong:
        return Read(None, wrong.diagnostics)
    except _Stopped as wrong:
        return Read(None, wrong.diagnostics)
    document = Document(file.path, file.kind, file.slug, fields, handler.origin, handler.body)
    broken = any(found.code.startswith("E") and found.code != _GIVEN_TWICE for found in handler.diagnostics)
    return Read(None if broken else document, tuple(handler.diagnostics))


class _Stopped(Exception):  # noqa: N818 - a person's mistake, not a failure. Not a ValueError: python-frontmatter swallows those
    """Front matter that nothing can be made of."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(diagnostics[0].message)
        self.diagnostics = diagnostics


class LocatedYAML(YAMLHandler):
    """The handler of one file. python-frontmatter calls ``split`` and ``load``; ``origin``, ``body`` and ``diagnostics`` are read afterwards."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self.path = path
        self.text = text.lstrip()
        self.before = text[: len(text) - len(self.text)].count("\n")
        self.origin = Origin(path)
        self.body = ""
        self.diagnostics: list[Diagnostic] = []

    def detect(self, _text: str) -> bool:
        """Front matter is always ours to judge."""
        return True

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and body, by the first two lines of hyphens."""
        found = halves(text)
        if found is None:
            raise _Stopped(self._not_in_two(text.split("\n")))
        self.body = found.body
        self.origin = Origin(self.path, body_line=self.before + found.body_line)
        return found.fields, found.body

    def load(self, fm: str, **_kwargs: object) -> dict[str, Any]:
        """The fields, each scalar as it was typed."""
        if len(fm) > LONGEST:
            raise _Stopped(
                self._at(0, 0, 3, Misread("E116", f"the front matter has {len(fm)} characters; {LONGEST} is the most", "move long text below the second ---"))
            )
        located, mends = self._located(smoothed(fm).split("\n"))
        fields = located.root if located.root is not None else {}
        if not isinstance(fields, dict):
            how = "write a name, a colon, a blank and the value, for example title: Stretch Circle"
            advice = "take away the hyphens before the names" if isinstance(fields, list) else how
            raise _Stopped(self._at(1, 0, 1, Misread("E112", "there are no fields between the lines of hyphens", advice)))
        places = _unmended(located.places, mends)
        self.origin = replace(self.origin, places=places)
        self.diagnostics += [misread.at(Span(self.path, *_moved(place, mends))) for place, misread in located.findings]
        self.diagnostics += [mend.misread.at(Span(self.path, line, mend.column, mend.length)) for line, mend in mends.items()]
        self.diagnostics.sort()
        return fields

    def _located(self, lines: list[str]) -> tuple[Located, dict[int, Mend]]:
        """The lines taken apart, and what had to be mended for that by the line of the file."""
        mends: dict[int, Mend] = {}
        first_line = self.before + 2
        while True:
            try:
                located = Located("\n".join(lines), first_line)
            except Unparsable as error:
                if not self._mend(error, lines, mends):
                    raise _Stopped(self._explained(error, lines)) from None
            except Refused as refused:
                raise _Stopped(refused.misread.at(Span(self.path, *refused.place))) from None
            else:
                if not isinstance(located.root, str) or not self._mend_all(lines, mends):
                    return located, mends

    def _mend(self, error: Unparsable, lines: list[str], mends: dict[int, Mend]) -> bool:
        """Mends the line at which the parser stopped, or one that led it there; says whether there was one."""
        candidates = (error.line, error.context_line, error.line - 1)
        return len(mends) < _MOST_MENDS and any(self._mend_line(number, lines, mends) for number in candidates)

    def _mend_all(self, lines: list[str], mends: dict[int, Mend]) -> bool:
        """For text that YAML takes for one long value: ``title:Neck``."""
        return sum(self._mend_line(number, lines, mends) for number in range(len(lines))) > 0

    def _mend_line(self, number: int, lines: list[str], mends: dict[int, Mend]) -> bool:
        place = number + self.before + 2
        if not 0 <= number < len(lines) or place in mends or (mend := mended(lines[number])) is None:
            return False
        mends[place] = mend
        lines[number] = mend.line
        return True

    def _explained(self, error: Unparsable, lines: list[str]) -> Diagnostic:
        why = explained(error, lines)
        return self._at(why.line + 1, why.column, why.length or len(lines[why.line].rstrip()) - why.column, why.misread)

    def _not_in_two(self, lines: list[str]) -> Diagnostic:
        """Why a file has no front matter and body."""
        if (number := conflict(lines)) is not None:
            advice = "keep the version you want and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
            return self._at(number, 0, len(lines[number]), Misread("E117", "two versions of this file were not put together (a merge conflict)", advice))
        if not FENCE.fullmatch(lines[0]):
            return self._at(0, 0, len(lines[0]), _no_opening(lines))
        return self._at(0, 0, 3, _no_closing(lines, self.before))

    def _at(self, number: int, column: int, length: int, misread: Misread) -> Diagnostic:
        """A diagnostic at a line and column counted from 0 at the opening fence."""
        return misread.at(Span(self.path, self.before + number + 1, column + 1, max(length, 1)))


def _unmended(places: dict[Key, Place], mends: dict[int, Mend]) -> dict[Key, Place]:
    """Places in the lines as the author wrote them."""
    if not mends:
        return places
    return {way: place if way[:1] == ("@key",) else _moved(place, mends) for way, place in places.items()}


def _moved(place: Place, mends: dict[int, Mend]) -> Place:
    line, column, length = place
    mend = mends.get(line)
    return (line, mend.column, mend.length) if mend and column >= mend.column else (line, column, length)


def _no_opening(lines: list[str]) -> Misread:
    """What is wrong with the first line, which should be three hyphens."""
    first = lines[0].rstrip()
    advice = "make --- (three hyphens, nothing else) the first line, put the fields below it, and --- again below them"
    if not first:
        return Misread("E110", "this file is empty", "begin with ---, then title: and the name, then --- again")
    if first.startswith(("+++", "{", "---")) and not _LIKE_A_FENCE.fullmatch(first):
        return Misread("E110", f"front matter that begins with '{first[:20]}' is not read here", advice)
    if _LIKE_A_FENCE.fullmatch(first):
        return Misread("E110", f"the first line is '{first[:20]}', which is not three plain hyphens", advice)
    if _FIELD.match(first):
        return Misread("E110", "the line of three hyphens above the first field is missing", "put --- alone on a line above this one")
    return Misread("E110", "this file does not begin with front matter", advice)


def _no_closing(lines: list[str], before: int) -> Misread:
    """Where the second line of hyphens should be: at one that looks like it, or below the last field."""
    for number, line in enumerate(lines[1:], 1):
        if _LIKE_A_FENCE.fullmatch(line) and line.strip():
            return Misread(
                "E111",
                "the front matter that begins here has no end",
                f"line {before + number + 1} is '{line.rstrip()[:20]}': make it exactly --- (three hyphens)",
            )
    last = max((number for number, line in enumerate(lines) if number == 0 or _FIELD.match(line)), default=0)
    return Misread("E111", "the front matter that begins here has no end", f"put --- alone on a line below line {before + last + 1}")
