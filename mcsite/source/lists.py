"""Several values in one field, however a person writes them: a list, one word, words with commas, or reasons after colons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from mcsite.diagnostics import Misread
from mcsite.model.origin import Key
from mcsite.source.misreads import Misreads, Problem
from mcsite.source.raw import Raw, items, pairs, text_of

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


def each(reader: Callable[[str], T]) -> Callable[[Raw], tuple[T, ...]]:
    """A reader of several pieces of text, in a list or with commas between them."""

    def read(raw: Raw) -> tuple[T, ...]:
        return gathered((way, lambda item=item: reader(text_of(item))) for way, item in items(raw, commas=True))  # type: ignore[misc]

    return read


def each_entry(reader: Callable[[Raw], T]) -> Callable[[Raw], tuple[T, ...]]:
    """A reader of several entries, each text or a group of fields; one entry may stand alone."""

    def read(raw: Raw) -> tuple[T, ...]:
        return gathered((way, lambda item=item: reader(item)) for way, item in items(raw, commas=False))  # type: ignore[misc]

    return read


def keyed(key: Callable[[str], K], value: Callable[[Raw], V]) -> Callable[[Raw], tuple[tuple[K, V], ...]]:
    """A reader of ``{key: value}``; a list, or a single key, has values that are ``None``."""

    def read(raw: Raw) -> tuple[tuple[K, V], ...]:
        return gathered((way, lambda name=name, item=item: (key(name), value(item))) for way, name, item in pairs(raw))  # type: ignore[misc]

    return read


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
