"""What a process that builds again and again (``serve``) still has of its last build: the same objects, and what was made of them.

A function whose answer depends on its parts alone need not be asked again about the same ones. *The same* is meant to the letter: the
very object, or a plain word or number of the same type and value, or a tuple of such. What is frozen cannot have become another
meanwhile, so that nothing need be compared, and what is made of the answer is the same object again, and so on through the house:
after an edit only what it touched is worked out.

A process that builds once keeps nothing. ``keeping`` is said by who builds again; ``next_build`` lets go of what nobody has asked for
since the last time, so that memory does not grow.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

T = TypeVar("T")

Parts = tuple[object, ...]


class _Kept:
    """``parts`` are held with each answer: what is held keeps its identity its own."""

    def __init__(self) -> None:
        self.before: dict[Hashable, tuple[Parts, Any]] = {}
        self.now: dict[Hashable, tuple[Parts, Any]] = {}

    def recall(self, key: Hashable) -> Any:  # noqa: ANN401 - whatever was kept
        found = self.now.get(key)
        if found is None:
            found = self.before.get(key)
            if found is None:
                return None
            self.now[key] = found
        return found[1]


_kept: _Kept | None = None


@contextmanager
def keeping() -> Iterator[None]:
    """While this lasts, one build is given what the last one made."""
    global _kept  # noqa: PLW0603 - of the process, as memory is
    _kept, outer = _Kept(), _kept
    try:
        yield
    finally:
        _kept = outer


def is_keeping() -> bool:
    """Whether there may be a next build."""
    return _kept is not None


def next_build() -> None:
    """Say that a build is over: what it did not ask for is let go."""
    if _kept is not None:
        _kept.before, _kept.now = _kept.now, {}


def again(function: Callable[..., T], *parts: Any) -> T:  # noqa: ANN401 - whatever it is called with
    """What a function gives for these parts; it depends on nothing else, and neither the parts nor the answer can change."""
    if _kept is None:
        return function(*parts)
    key = _key(function, parts)
    found = _kept.recall(key)
    if found is None:
        found = function(*parts)
        if found is not None:
            _kept.now[key] = parts, found
    return found  # type: ignore[no-any-return]  # what was kept under a function is its answer


def recall(what: Hashable, *parts: object) -> Any:  # noqa: ANN401 - whatever was kept
    """The answer that was kept for these parts of this question; ``None`` if none was. To ``again``, a function is the question."""
    return None if _kept is None else _kept.recall(_key(what, parts))


def keep(answer: T, what: Hashable, *parts: object) -> T:
    """Keep an answer for the next build; gives it."""
    if _kept is not None:
        _kept.now[_key(what, parts)] = parts, answer
    return answer


def the_same(value: T, *name: object) -> T:
    """The object that the last build had under this name, if it equals this one; for values of which equal ones of one name cannot be told apart."""
    if _kept is None:
        return value
    known = recall(the_same, *name)
    return known if known == value else keep(value, the_same, *name)


def _key(what: Hashable, parts: Parts) -> Hashable:
    """What two askings have in common exactly when their parts are the same: text says itself, most else is known by its identity."""
    return what, *[part if type(part) is str else _TOLD_OTHERWISE[type(part)](part) if type(part) in _TOLD_OTHERWISE else id(part) for part in parts]


_TOLD_OTHERWISE: dict[type, Callable[[Any], Hashable]] = {
    tuple: lambda parts: _key(tuple, parts),
    **dict.fromkeys((type(None), bool, int, float, bytes, date), lambda part: (type(part), part)),
}
"""Of plain things, what is equal and of one type cannot be told apart; tuples are made anew all the time."""
