"""Front matter as text: what a lay editor would write, one thing a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mcsite.source.scalars import scalar

Value = str | Sequence[str] | Sequence[Mapping[str, str]] | Mapping[str, str] | Mapping[str, Mapping[str, str]]
Fields = Mapping[str, Value]
_FEW = 3
"""So many entries stand on the line of their name."""


def document(fields: Fields, body: str) -> str:
    """The text of a content file."""
    front = "".join(f"{line}\n" for name, value in fields.items() for line in _lines(name, value))
    return f"---\n{front}---\n" + (f"{body.strip()}\n" if body.strip() else "")


def _lines(name: str, value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name}: {scalar(value)}"
    elif len(value) <= _FEW:
        yield f"{name}: {_flow(value)}"
    else:
        yield f"{name}:"
        yield from _entries(value)


def _entries(value: Sequence[str] | Sequence[Mapping[str, str]] | Mapping[str, str] | Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (f"  {name}: {_entry(each)}" for name, each in value.items())
    else:
        yield from (f"  - {_entry(each)}" for each in value)


def _entry(value: str | Mapping[str, str]) -> str:
    return scalar(value) if isinstance(value, str) else _flow(value)


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return scalar(value, inside=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(each)}" for name, each in value.items()) + "}"
    return "[" + ", ".join(_flow(each) for each in value) + "]"
