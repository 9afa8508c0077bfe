"""What was typed, before anyone has understood it, and the shapes in which people write several things at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mcsite.diagnostics import Misread
from mcsite.model.origin import Key

Raw = Any
"""Text as typed, ``None``, a list of such, or a mapping of such. The values of front matter are read as nothing else."""


def is_given(value: Raw) -> bool:
    """Whether anything was said: ``''``, ``[]``, ``{}`` and ``null`` mean "not given"."""
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def text_of(raw: Raw) -> str:
    """One piece of text, without the space around it. Raises ``Misread`` E703 when nothing was given, and for anything else."""
    if not is_given(raw):
        raise Misread("E703", "a value is missing here", "write it after the colon")
    if isinstance(raw, str):
        return raw.strip()
    shape = "a list" if isinstance(raw, list) else "a group of fields"
    raise Misread("E703", f"one value belongs here, and this is {shape}", "write a single value after the colon")


def items(raw: Raw, *, commas: bool) -> Iterator[tuple[Key, Raw]]:
    """The entries of a list with the way to each. One piece of text is a list of one, or of what stands between its commas or semicolons."""
    if isinstance(raw, list):
        yield from (((position,), item) for position, item in enumerate(raw) if is_given(item))
    elif isinstance(raw, str) and commas:
        yield from (((), word) for part in _unwrapped(raw).replace(";", ",").split(",") if (word := part.strip()))
    else:
        yield (), raw


def _unwrapped(text: str) -> str:
    """``(a, b)``, and ``- a``, the beginning of a list that stayed on the line of its name, are lists as well."""
    plain = text.strip()
    return plain[1:-1] if plain[:1] == "(" and plain[-1:] == ")" and "," in plain else plain.removeprefix("- ")


def pairs(raw: Raw) -> Iterator[tuple[Key, Raw, Raw]]:
    """Way, name and value of ``{name: value}``, of ``[name, {name: value}]``, and of ``name, name``; a value may be ``None``, a name anything."""
    if isinstance(raw, Mapping):
        yield from (((name,), name, value) for name, value in raw.items())
        return
    for way, item in items(raw, commas=True):
        if isinstance(item, Mapping):
            yield from (((*way, name), name, value) for name, value in item.items())
        else:
            yield way, item, None
