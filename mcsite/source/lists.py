"""Several values in one field, however a person writes them: a list, one word, words with commas, or reasons after colons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from mcsite.diagnostics import Misread
from mcsite.model.origin import Key
from mcsite.source.misreads import Misreads, Problem
from mcsite.source.raw import Raw, items, pairs, text_of

FEW = 50
"""Tags or aliases of one file: each is made into pages."""

_DAY_AND_MORE = re.compile(r"(?P<day>\d{4}-\d{1,2}-\d{1,2})(?:\s*(?:->|=>|→|:|\s[-–—]\s|\bto\b)\s*|,?\s+(?=[^\W\d]))(?P<more>[^\s,].*)", re.ASCII)

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


def each(reader: Callable[[str], T]) -> Callable[[Raw], tuple[T, ...]]:
    """A reader of several pieces of text, in a list or with commas between them."""

    def read(raw: Raw) -> tuple[T, ...]:
        return gathered((way, lambda item=item: reader(text_of(item))) for way, item in items(raw, commas=True))  # type: ignore[misc]

    return read


def few(read: Callable[[Raw], tuple[T, ...]]) -> Callable[[Raw], tuple[T, ...]]:
    """The same reader for what gets a page and a calendar each, of which one file may ask for a few only. Raises ``Misread`` E716 beyond."""

    def read_few(raw: Raw) -> tuple[T, ...]:
        found = read(raw)
        if len(found) > FEW:
            message = f"these are {len(found):,} words, and {FEW} are the most that one file may have"
            raise Misread("E716", message, "keep those by which people would look for it")
        return found

    return read_few


def each_entry(reader: Callable[[Raw], T]) -> Callable[[Raw], tuple[T, ...]]:
    """A reader of several entries, each text or a group of fields; one entry may stand alone."""

    def read(raw: Raw) -> tuple[T, ...]:
        return gathered((way, lambda item=item: reader(item)) for way, item in items(raw, commas=False))  # type: ignore[misc]

    return read


def keyed(key: Callable[[str], K], value: Callable[[Raw], V]) -> Callable[[Raw], tuple[tuple[K, V], ...]]:
    """A reader of ``{key: value}``; a list, or a single key, has values that are ``None``."""

    def read(raw: Raw) -> tuple[tuple[K, V], ...]:
        return gathered((way, lambda name=name, item=item: (_named(key, name), value(item))) for way, name, item in pairs(raw))  # type: ignore[misc]

    return read


def _named(key: Callable[[str], K], name: Raw) -> K:
    """The key; what is wrong with it is said at the key, not at what stands behind it."""
    try:
        return key(text_of(name))
    except Misread as wrong:
        raise Misreads((Problem((), wrong, on_key=True),)) from None


def by_day(read: Callable[[Raw], T], example: str) -> Callable[[Raw], T]:
    """The reader of a field that tells something of days; a single line that it cannot read is answered with the form of the whole field.

    ``example`` is what may stand behind a day: ``clinic closed``.
    """

    def read_or_show(raw: Raw) -> T:
        try:
            return read(raw)
        except Misreads as wrong:
            meant = _DAY_AND_MORE.fullmatch(raw.strip()) if isinstance(raw, str) else None
            if meant and meant["more"][0].isdigit() == example[0].isdigit():
                raise Misread("E300", f"'{raw.strip()}' is more than a day", f"did you mean {{{meant['day']}: {meant['more']}}}?") from None
            if isinstance(raw, str) and not any(character.isdigit() for character in raw):
                raise Misread("E300", f"'{raw.strip()}' does not say on which day", f"write the day first, for example {{2026-03-03: {example}}}") from None
            raise wrong from None

    return read_or_show


def gathered(attempts: Iterator[tuple[Key, Callable[[], T]]]) -> tuple[T, ...]:
    """What the attempts give, or ``Misreads`` with all that went wrong, each below its way."""
    found: list[T] = []
    problems: list[Problem] = []
    for way, attempt in attempts:
        try:
            found.append(attempt())
        except Misread as wrong:
            problems.append(Problem(way, wrong))
        except Misreads as wrong:
            problems += [problem.below(*way) for problem in wrong.problems]
    if problems:
        raise Misreads(tuple(problems))
    return tuple(found)
