"""Several values in one field, however a person writes them: a list, one word, words with commas, or reasons after colons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from mcsite.diagnostics import Misread
from mcsite.model.origin import Key
from mcsite.source.document import Raw
from mcsite.source.form import Misreads, Problem, is_given, text_of

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


def each(reader: Callable[[str], T], *, commas: bool = True) -> Callable[[Raw], tuple[T, ...]]:
    """A reader of several pieces of text. One piece is split at its commas unless ``commas`` is false."""

    def read(raw: Raw) -> tuple[T, ...]:
        return gathered((way, lambda item=item: reader(text_of(item))) for way, item in _items(raw, commas=commas))  # type: ignore[misc]

    return read


def each_entry(reader: Callable[[Raw], T]) -> Callable[[Raw], tuple[T, ...]]:
    """A reader of several entries, each text or a group of fields; one entry may stand alone."""

    def read(raw: Raw) -> tuple[T, ...]:
        return gathered((way, lambda item=item: reader(item)) for way, item in _items(raw, commas=False))  # type: ignore[misc]

    return read


def keyed(key: Callable[[str], K], value: Callable[[Raw], V]) -> Callable[[Raw], tuple[tuple[K, V], ...]]:
    """A reader of ``{key: value}``; a list, or a single key, has values that are ``None``."""

    def read(raw: Raw) -> tuple[tuple[K, V], ...]:
        return gathered((way, lambda name=name, item=item: (key(name), value(item))) for way, name, item in _pairs(raw))  # type: ignore[misc]

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


def _items(raw: Raw, *, commas: bool) -> Iterator[tuple[Key, Raw]]:
    if isinstance(raw, list):
        yield from (((position,), item) for position, item in enumerate(raw) if is_given(item))
    elif isinstance(raw, str) and commas:
        yield from (((), word) for part in raw.split(",") if (word := part.strip()))
    else:
        yield (), raw


def _pairs(raw: Raw) -> Iterator[tuple[Key, str, Raw]]:
    if isinstance(raw, Mapping):
        yield from (((name,), name, value) for name, value in raw.items())
        return
    for way, item in _items(raw, commas=True):
        if isinstance(item, Mapping):
            yield from (((*way, name), name, value) for name, value in item.items())
        else:
            yield way, text_of(item), None
