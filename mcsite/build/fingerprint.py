"""The fingerprint of plain frozen data: two values have the same one exactly when they are equal and of the same type.

Tuples and dataclasses are digests of their parts (a Merkle tree), or, where these are few, the parts themselves; scalars are
spelled by ``marshal``, with their type and length, so that no two values can run into each other. Fields with ``compare=False``
(an ``origin``, a place on this machine) do not count. What can change after it was looked at (a list, a dict, a set) is refused:
an artifact's inputs must stay what they were.

A value that is not plain data but has its own digest, such as a theme's text, gives it with a method ``__fingerprint__``.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from mcsite.build.artifact import Artifact

SIZE = 16
"""Bytes of a digest."""

Parts = tuple[tuple[str, bytes], ...]
"""The fingerprint of each named input of an artifact, sorted by name."""

Shape = tuple[bytes, Callable[[Any], Iterable[object]]]
"""What all values of a dataclass share: its name with those of its fields, and how to get the values of those that count."""

_FORM = 2
"""Of ``marshal``: the last one in which equal values always have equal bytes, whether or not they are shared or interned."""
_PLAIN = frozenset({type(None), bool, int, float, str, bytes})
"""What ``marshal`` spells itself."""
_SAID_OFTEN = frozenset({type(None), bool, int, str})
"""Of that, what is equal only to what is spelled alike."""
_FEW = 4
"""Parts of a value that is not worth a digest of its own."""


def digest(data: bytes) -> bytes:
    """The digest of the bytes of a file."""
    return blake2b(data, digest_size=SIZE).digest()


def _moment(value: datetime | time) -> str:
    """Local words, which of two equal hours, and the zone by name: equal instants in two zones are two values."""
    zone = "" if value.tzinfo is None else f"{type(value.tzinfo).__name__} {value.tzinfo}"
    return f"{value.isoformat()} {value.fold} {zone}"


_IN_WORDS: dict[type, Callable[[Any], str]] = {date: date.isoformat, datetime: _moment, time: _moment, timedelta: repr, Decimal: str}
"""Scalars that are spelled as words, which ``...`` and their type tell from a text: no input can hold an ellipsis."""


class Fingerprints:
    """Fingerprints of one build. A value that several artifacts share is looked at once: it is known by its identity."""

    def __init__(self, before: Mapping[int, tuple[Any, ...]] = MappingProxyType({}), held_before: Sequence[object] = ()) -> None:
        """Nothing has been looked at yet in this build, but perhaps in the one ``before``."""
        self._before, self._held_before = before, held_before
        self._known: dict[int, tuple[Any, ...]] = {}
        self._held: list[object] = []  # what is held keeps its identity its own
        self._words: dict[tuple[type, object], bytes] = {}
        self._shapes: dict[type, Shape] = {}

    def of_next_build(self) -> Fingerprints:
        """Those of the next build of this process: most values are still there."""
        return Fingerprints(self._known, self._held)

    def of(self, value: object) -> bytes:
        """The fingerprint of one value. Raises ``TypeError`` for what is not plain frozen data."""
        if type(value) in _SAID_OFTEN:
            return self._of_word(value)
        spelled = self._spell(value)
        return spelled[1] if type(spelled) is tuple and len(spelled) == 2 else _digest(b"s", (spelled,))

    def of_inputs(self, artifact: Artifact) -> Parts:
        """The fingerprint of each input of an artifact. Raises ``TypeError`` naming the artifact and the input."""
        try:
            return tuple([(name, self.of(artifact.inputs[name])) for name in sorted(artifact.inputs)])
        except TypeError as error:
            message = f"{artifact.path}: {error}"
            raise TypeError(message) from None

    def _of_word(self, value: object) -> bytes:
        """That of a scalar; most are said a thousand times: an empty text, that something is so or not."""
        word = (type(value), value)
        known = self._words.get(word)
        if known is None:
            known = self._words[word] = _digest(b"s", (value,))
        return known

    def _spell(self, value: object) -> Any:  # noqa: ANN401 - whatever marshal can write
        """What stands for a value in what is digested: itself, ``(..., digest)``, ``(..., type, words)`` or ``(..., head, parts)``."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind in _IN_WORDS:
            return ..., kind.__name__, _IN_WORDS[kind](value)
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = self._before.get(id(value)) or self._compound(kind, value)
            self._held.append(value)
        return known

    def _compound(self, kind: type, value: Any) -> Any:  # noqa: ANN401 - the same
        if kind in self._shapes:
            head, parts = self._shapes[kind]
            return self._bound(head, parts(value))
        if isinstance(value, Enum):
            return ..., _digest(b"e" + _name(kind), (value.name,))
        if hasattr(kind, "__fingerprint__"):
            return ..., _digest(b"x" + _name(kind), (value.__fingerprint__(),))
        if isinstance(value, tuple):
            return self._bound(b"(" + _name(kind), value)
        if is_dataclass(kind):
            self._shapes[kind] = _shape(kind)
            return self._compound(kind, value)
        message = f"cannot fingerprint {kind.__name__}: an artifact's inputs must be plain frozen data"
        raise TypeError(message)

    def _bound(self, head: bytes, values: Iterable[object]) -> Any:  # noqa: ANN401 - the same
        """Few parts stand for themselves, many are digested: of the small things there are so many that each digest would tell."""
        known, spell = self._known.get, self._spell
        spelled = tuple([value if type(value) in _PLAIN else known(id(value)) or spell(value) for value in values])
        return (..., head, spelled) if len(spelled) <= _FEW else (..., _digest(head, spelled))


def _digest(head: bytes, spelled: tuple[Any, ...]) -> bytes:
    return digest(head + marshal.dumps(spelled, _FORM))


def _shape(kind: type) -> Shape:
    """Raises ``TypeError`` when values of a dataclass can change."""
    if not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        message = f"cannot fingerprint {kind.__name__}: it is not frozen"
        raise TypeError(message)
    names = tuple(part.name for part in fields(kind) if part.compare)
    head = b"{" + _name(kind) + " ".join(names).encode() + b"\0"
    return head, attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


def maker_name(artifact: Artifact) -> str:
    """The full name of the function that makes an artifact. Raises ``TypeError`` for one that is not of a module."""
    name = f"{artifact.make.__module__}.{artifact.make.__qualname__}"
    if "<" in name:
        message = f"{artifact.path}: {name} must be a function of a module, so that its inputs are all it knows"
        raise TypeError(message)
    return name


def _name(kind: type) -> bytes:
    return f"{kind.__module__}.{kind.__qualname__}\0".encode()
