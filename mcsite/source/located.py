"""YAML as text with places: every scalar as it was typed, and where each key and value stands. The only door to PyYAML.

Of YAML 1.1 we take mappings, lists and scalars; tags, anchors, aliases and merge keys are refused, and depth has a
limit, so that no file can run code or grow in memory. Events are walked instead of nodes composed, because composing
recurses without a limit.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from mcsite.diagnostics import Misread
from mcsite.model.origin import Key
from mcsite.source.decoding import forbidden_character, invisible_character
from mcsite.source.raw import Raw

DEEPEST = 8
"""Levels of mappings and lists inside each other."""

Place = tuple[int, int, int]
"""Line and column from 1, length in characters."""

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml is ten times as fast, where it is there
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_CURLY = {"\u201c": "\u201d\u201c", "\u201e": "\u201c\u201d", "\u201d": "\u201d", "\u2018": "\u2019\u2018", "\u201a": "\u2018\u2019", "«": "»", "»": "«"}
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad "
_NUMBER_SIGN = re.compile(r"\s+(#[^\s#].*)")


class Unparsable(Exception):  # noqa: N818 - a person's mistake, not a failure
    """Text that is not YAML: what the parser met and what it was reading, with their lines and columns from 0."""

    def __init__(self, problem: str, line: int, column: int, context: str, context_line: int) -> None:
        super().__init__(problem)
        self.problem, self.line, self.column, self.context, self.context_line = problem, line, column, context, context_line


class Refused(Exception):  # noqa: N818 - the same
    """YAML that we do not take, however well it is formed."""

    def __init__(self, place: Place, misread: Misread) -> None:
        super().__init__(misread.message)
        self.place, self.misread = place, misread


class Located:
    """A YAML text, taken apart. Lines are counted from ``first_line``, that of the file on which the text begins.

    ``root`` is the value, ``places`` that of each way (see ``model.origin``); ``findings`` are what is wrong in it, or
    was understood in spite of its form. Raises ``Unparsable`` and ``Refused``.
    """

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.places: dict[Key, Place] = {}
        self.findings: list[tuple[Place, Misread]] = []
        self._lines = text.split("\n")
        self._first_line = first_line
        self._has_hashes = "#" in text
        try:
            self._parser = _LOADER(text)
            self.root = self._document()
        except yaml.MarkedYAMLError as error:
            raise _unparsable(error) from None
        except yaml.YAMLError as error:
            raise Unparsable(str(error), 0, 0, "", 0) from None

    def _document(self) -> Raw:
        self._parser.get_event()  # the stream begins
        if isinstance(self._parser.get_event(), yaml.StreamEndEvent):
            return None
        root = self._value((), 0)
        self._parser.get_event()  # the document ends
        after = self._parser.get_event()
        if not isinstance(after, yaml.StreamEndEvent):
            raise Unparsable("another document", after.start_mark.line, 0, "", after.start_mark.line)
        return root

    def _value(self, way: Key, depth: int) -> Raw:
        event = self._parser.get_event()
        place = self.places[way] = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self.findings.append((place, _reference("*", self._as_written(place))))
            return None
        if event.anchor is not None or event.tag is not None:
            self.findings.append((place, _reference("&" if event.anchor is not None else "!", self._as_written(place))))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, way)
        if depth == DEEPEST:
            raise Refused(
                place, Misread("E115", f"this is nested more than {DEEPEST} levels deep", "nothing in a content file needs as much; write it flatter")
            )
        return self._mapping(way, depth + 1) if isinstance(event, yaml.MappingStartEvent) else self._sequence(way, depth + 1)

    def _mapping(self, way: Key, depth: int) -> dict[str, Raw]:
        """The names and values of a group. In braces a comma ends a value, also where a sentence was meant to go on."""
        found: dict[str, Raw] = {}
        while not isinstance(event := self._parser.get_event(), yaml.MappingEndEvent):
            place = self._place(event)
            key = self._key(event, place)
            marked: Key = ("@key", *way, key)
            if key in found:
                self.findings.append((place, _twice(key, self.places[marked][0])))
                self._value(("@again", *way, key), depth)  # whatever is wrong in it is wrong, too
                continue
            self.places[marked] = place
            before = next(reversed(found), None)
            found[key] = self._value((*way, key), depth)
            if found[key] is None:
                self.places[*way, key] = place
                if before is not None and isinstance(found[before], str) and self._stands_alone(event, key):
                    self.findings.append((place, _cut_off(before, str(found[before]), key)))
        return found

    def _stands_alone(self, event: Any, key: str) -> bool:  # noqa: ANN401 - events of libyaml have no types
        """Whether a name without a value is rather the rest of a sentence: words with no colon behind them. A day may stand alone."""
        end = event.end_mark
        return key[:1].isalpha() and not self._lines[end.line][end.column :].lstrip().startswith(":")

    def _sequence(self, way: Key, depth: int) -> list[Raw]:
        found: list[Raw] = []
        while not isinstance(self._parser.peek_event(), yaml.SequenceEndEvent):
            found.append(self._value((*way, len(found)), depth))
        self._parser.get_event()
        return found

    def _key(self, event: Any, place: Place) -> str:  # noqa: ANN401 - events of libyaml have no types
        if isinstance(event, yaml.AliasEvent):
            raise Refused(place, _reference("*"))
        if not isinstance(event, yaml.ScalarEvent):
            raise Refused(place, Misread("E124", "a list or a group cannot be the name of a field", "write name: value"))
        if event.anchor is not None or event.tag is not None or event.value == "<<":
            self.findings.append((place, _reference("<<" if event.value == "<<" else "&" if event.anchor is not None else "!")))
        return str(event.value).strip(_INVISIBLE)

    def _scalar(self, event: Any, way: Key) -> str | None:  # noqa: ANN401 - the same
        value = str(event.value)
        if not event.style:
            if self._has_hashes:
                value = self._with_number_sign(event, way)
            if value in _NOTHING:
                return None
            if value[0] in _CURLY:
                value = self._without_curly_quotes(value, way)
        if character := forbidden_character(value):
            self.findings.append((self.places[way], invisible_character(character)))
        return value

    def _with_number_sign(self, event: Any, way: Key) -> str:  # noqa: ANN401 - the same
        """``Room #4`` whole: YAML takes ``#4`` for a comment, a person writes a blank after the sign of one."""
        end = event.end_mark
        kept = _NUMBER_SIGN.match(self._lines[end.line], end.column) if end.line < len(self._lines) else None
        if kept is None:
            return str(event.value)
        first, column, _ = self.places[way]
        if not event.value:
            column = kept.start(1) + 1
        self.places[way] = (first, column, len(self._lines[first - self._first_line].rstrip()) - column + 1)
        whole = self._lines[end.line][kept.start() if event.value else kept.start(1) :].rstrip()
        value = f"{event.value}{whole}"
        self.findings.append(
            (
                self.places[way],
                Misread(
                    "W106",
                    f"'{kept[1].rstrip()}' was taken as part of the text, not as a remark",
                    f"write quotes around the text, or a blank after the # of a remark: '{value}'",
                ),
            )
        )
        return value

    def _without_curly_quotes(self, value: str, way: Key) -> str:
        inner = inside_curly_quotes(value)
        if inner is None:
            return value
        self.findings.append(
            (
                self.places[way],
                Misread("W103", "the curly quotes around this text were left out", 'none are needed here; if you want some, use straight ones: "'),
            )
        )
        return inner

    def _as_written(self, place: Place) -> str:
        line, column, length = place
        return self._lines[line - self._first_line][column - 1 : column - 1 + length]

    def _place(self, event: Any) -> Place:  # noqa: ANN401 - the same
        start, end = event.start_mark, event.end_mark
        line: int = start.line
        column: int = start.column
        ends = end.column if end.line == line else len(self._lines[line].rstrip()) if line < len(self._lines) else column
        return line + self._first_line, column + 1, max(ends - column, 1)


def inside_curly_quotes(value: str) -> str | None:
    """The text between quotes as word processors write them, if they enclose all of it, or ``None``."""
    inner = value[1:-1]
    if len(value) < 2 or value[-1] not in _CURLY.get(value[0], "") or any(quote in inner for quote in value[0] + value[-1]):
        return None
    return inner.strip()


def _unparsable(error: yaml.MarkedYAMLError) -> Unparsable:
    at = error.problem_mark or error.context_mark
    around = error.context_mark or at
    line, column = (at.line, at.column) if at else (0, 0)
    return Unparsable(error.problem or "", line, column, error.context or "", around.line if around else line)


def _cut_off(key: str, value: str, rest: str) -> Misread:
    message = f"the comma ends the text '{value}', so '{rest}' is read as a field of its own"
    return Misread("E126", message, f"put quotes around the whole text: {key}: '{value}, {rest}'")


def _twice(key: str, first_line: int) -> Misread:
    return Misread("E113", f"'{key}' was already given on line {first_line}", "keep one of the two lines and delete the other")


def _reference(sign: str, written: str = "") -> Misread:
    quoted = f": '{written}'" if written and "'" not in written else ""
    return Misread("E114", f"'{sign}' has a special meaning here, which content files do not use", f"put quotes around text that begins with this sign{quoted}")
