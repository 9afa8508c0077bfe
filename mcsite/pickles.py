"""Values of the model as bytes for the memory, in a third of the time: frozen dataclasses with slots, part by part.

Python pickles such a dataclass as the names and values of its fields, which a function looks up one by one on the way back. Here its
class is named once, and its values are put where they belong. What many values share need not be copied with each of them: it can be
pickled by a name, and found by that name again.

Bytes are only read back where they came about (``memo``), and by the program that wrote them: there is no other guard.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter, methodcaller
from typing import Any

Name = tuple[Any, ...]
"""By which a shared value is known: whatever ``find`` is called with."""
Naming = Callable[[Any], Name | None]
"""The name of a value that is shared; ``None`` for one that is not."""
_Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


def pickled(value: object, shared: Mapping[type, Naming] | None = None) -> bytes:
    """The bytes of a value. ``shared`` says of which classes values may be known by a name."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _Reducers(shared or {})
    pickler.dump(value)
    return file.getvalue()


def unpickled(data: bytes, find: Callable[..., Any] | None = None) -> Any:  # noqa: ANN401 - pickle knows no types
    """The value of such bytes; ``find`` knows what was shared by its name, and raises ``LookupError`` for what is there no more."""
    return pickle.loads(data) if find is None else _Reader(data, find).load()  # noqa: S301 - see above


_LEARNED: dict[type, Callable[[Any], Any]] = {}
"""How values of each class that was met are taken apart, shared or not."""
_as_python_does = methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How values of each class are taken apart (``copyreg.dispatch_table``)."""

    def __init__(self, shared: Mapping[type, Naming]) -> None:
        super().__init__(_LEARNED)
        self.update({kind: _by_name(naming, _reducer(kind)) for kind, naming in shared.items()})

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        """Of a class that is met for the first time. Raises ``KeyError`` for classes of classes, of which only the pickler knows what to do."""
        if issubclass(kind, type):
            raise KeyError(kind)
        self[kind] = _LEARNED[kind] = _reducer(kind)
        return self[kind]


class _Reader(pickle.Unpickler):
    def __init__(self, data: bytes, find: Callable[..., Any]) -> None:
        super().__init__(io.BytesIO(data))
        self.find = find

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's own signature
        return self.find if (module, name) == _SHARED else _thing(module, name)


def _named(*name: object) -> object:
    """Stands in a pickle for ``find``."""
    raise LookupError(name)


_SHARED = (_named.__module__, _named.__name__)


@cache
def _thing(module: str, name: str) -> Any:  # noqa: ANN401 - a class or a function
    return pickle.Unpickler(io.BytesIO()).find_class(module, name)  # noqa: S301 - see above


def _reducer(kind: type) -> Callable[[Any], Any]:
    return _taken_apart if _is_plain_record(kind) else _as_python_does


def _by_name(naming: Naming, otherwise: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def reduced(value: Any) -> Any:  # noqa: ANN401 - whatever is shared
        name = naming(value)
        return otherwise(value) if name is None else (_named, name)

    return reduced


def _taken_apart(value: Any) -> _Reduced:  # noqa: ANN401 - any dataclass
    kind: Any = type(value)
    return _put_together, (kind, _values(kind)(value))


def _put_together(kind: type, values: tuple[Any, ...]) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made


def _is_plain_record(kind: type) -> bool:
    """Whether a class is a dataclass of which slots are all that there is."""
    return is_dataclass(kind) and kind.__dictoffset__ == 0 and bool(fields(kind))


@cache
def _values(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """All values of a record, in the order of its fields."""
    first, *others = (field.name for field in fields(kind))
    return attrgetter(first, *others) if others else lambda value: (getattr(value, first),)


@cache
def _setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    """What puts each value into its slot, in spite of ``frozen``."""
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))
