"""The fingerprint of plain frozen data: two values have the same one exactly when they are equal and of the same type.

Scalars are spelled with their type and length; tuples and dataclasses are digests of their parts (a Merkle tree), so that
no two values can run into each other. Fields with ``compare=False`` (an ``origin``, a place on this machine) do not count.
What can change after it was looked at (a list, a dict, a set) is refused: an artifact's inputs must stay what they were.

A value that is not plain data but has its own digest, such as a template, gives it with a method ``__fingerprint__``.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from typing import Any

from mcsite.build.artifact import Artifact

SIZE = 16
"""Bytes of a digest."""

Parts = tuple[tuple[str, bytes], ...]
"""The fingerprint of each named input of an artifact, sorted by name."""


def _moment(value: datetime | time) -> bytes:
    """Local words, which of two equal hours, and the zone by name: equal instants in two zones are two values."""
    zone = "" if value.tzinfo is None else f"{type(value.tzinfo).__name__} {value.tzinfo}"
    return f"{value.isoformat()} {value.fold} {zone}".encode()


_SCALARS: dict[type, tuple[bytes, Callable[[Any], bytes]]] = {
    type(None): (b"n", lambda _: b""),
    bool: (b"o", lambda value: b"1" if value else b"0"),
    int: (b"i", lambda value: b"%d" % value),
    float: (b"f", lambda value: struct.pack(">d", value)),
    str: (b"s", lambda value: value.encode("utf-8", "surrogatepass")),
    bytes: (b"b", lambda value: value),
    Decimal: (b"d", lambda value: str(value).encode()),
    date: (b"a", lambda value: value.isoformat().encode()),
    time: (b"t", _moment),
    datetime: (b"m", _moment),
    timedelta: (b"u", lambda value: b"%d %d %d" % (value.days, value.seconds, value.microseconds)),
}


def digest(data: bytes) -> bytes:
    """The digest of the bytes of a file."""
    return blake2b(data, digest_size=SIZE).digest()


class Fingerprints:
    """Fingerprints of one build. A value that several artifacts share is looked at once: it is known by its identity."""

    def __init__(self) -> None:
        """Nothing has been looked at yet."""
        self._known: dict[int, tuple[object, bytes]] = {}
        self._shapes: dict[type, tuple[bytes, tuple[str, ...]]] = {}

    def of(self, value: object) -> bytes:
        """The fingerprint of one value. Raises ``TypeError`` for what is not plain frozen data."""
        return digest(self._spell(value))

    def of_inputs(self, artifact: Artifact) -> Parts:
        """The fingerprint of each input of an artifact. Raises ``TypeError`` naming the artifact and the input."""
        try:
            return tuple((name, self.of(artifact.inputs[name])) for name in sorted(artifact.inputs))
        except TypeError as error:
            message = f"{artifact.path}: {error}"
            raise TypeError(message) from None

    def _spell(self, value: object) -> bytes:
        scalar = _SCALARS.get(type(value))
        if scalar is not None:
            tag, spell = scalar
            text = spell(value)
            return b"%b%d:%b" % (tag, len(text), text)
        known = self._known.get(id(value))
        if known is None:
            known = (value, self._spell_compound(value))  # holding the value keeps its identity its own
            self._known[id(value)] = known
        return known[1]

    def _spell_compound(self, value: object) -> bytes:
        if isinstance(value, Enum):
            return b"e" + _sized(_name(type(value)) + b"." + value.name.encode())
        if hasattr(value, "__fingerprint__"):
            return b"x" + digest(_name(type(value)) + b"\0" + _own(value))
        if isinstance(value, tuple):
            return b"(" + digest(_name(type(value)) + b"\0" + b"".join(map(self._spell, value)))
        if is_dataclass(value) and not isinstance(value, type):
            return b"{" + self._dataclass(value)
        message = f"cannot fingerprint {type(value).__name__}: an artifact's inputs must be plain frozen data"
        raise TypeError(message)

    def _dataclass(self, value: object) -> bytes:
        head, names = self._shapes.get(type(value)) or self._shape(type(value))
        return digest(head + b"".join(self._spell(getattr(value, name)) for name in names))

    def _shape(self, kind: type) -> tuple[bytes, tuple[str, ...]]:
        """What all values of a dataclass share: its name with those of its fields, spelled, and the fields that count."""
        if not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
            message = f"cannot fingerprint {kind.__name__}: it is not frozen"
            raise TypeError(message)
        names = tuple(part.name for part in fields(kind) if part.compare)
        self._shapes[kind] = (_name(kind) + b"\0" + "\0".join(names).encode() + b"\0\0", names)
        return self._shapes[kind]


def maker_name(artifact: Artifact) -> str:
    """The full name of the function that makes an artifact. Raises ``TypeError`` for one that is not of a module."""
    name = f"{artifact.make.__module__}.{artifact.make.__qualname__}"
    if "<" in name:
        message = f"{artifact.path}: {name} must be a function of a module, so that its inputs are all it knows"
        raise TypeError(message)
    return name


def _name(kind: type) -> bytes:
    return f"{kind.__module__}.{kind.__qualname__}".encode()


def _sized(text: bytes) -> bytes:
    return b"%d:%b" % (len(text), text)


def _own(value: Any) -> bytes:  # noqa: ANN401 - anything that has the method
    own = value.__fingerprint__()
    return own if isinstance(own, bytes) else str(own).encode()
