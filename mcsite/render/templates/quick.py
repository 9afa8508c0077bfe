"""What a page does a thousand times while its template is filled in, as Jinja does it, but without asking what the answer is known to.

Jinja asks of everything that is called whether it wants the context, and copies a text that holds nothing to escape; on a page of events both
take longer than what the template says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

from jinja2.runtime import BlockReference, Context, Macro
from markupsafe import escape

_REMEMBERED = 8192
"""Lines, of half a kilobyte each."""
_SIGNS = re.compile("[&<>\"']")
_ESCAPED = type(escape(""))
_ORDINARY = frozenset({FunctionType, MethodType, BuiltinMethodType, partial, type(lru_cache(len)), BlockReference})
"""What can only want the context if it carries Jinja's mark."""


class QuickContext(Context):
    """Calls at once what is known to want nothing but what the template gives it, and macros."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """Give back what a function says."""
        if type(called) is Macro:
            args = (self.eval_ctx, *args)
        elif type(called) not in _ORDINARY or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **kwargs)
        if kwargs:
            kwargs.pop("_loop_vars", None)  # only of use to who wants the context
            kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class Lines:
    """What a macro makes of a thing, remembered: the same line of a session stands in the lists of its kind, its place and its tags.

    A thing is known by its identity, so only what cannot change may be asked for, and only of a macro that looks at nothing but what it
    is given; the macros of an imported template are of that sort.
    """

    def __init__(self) -> None:
        """Nothing has been made yet."""
        self._known: dict[tuple[object, ...], tuple[object, Any]] = {}

    def once(self, macro: Callable[..., Any], thing: object, /, *more: Any) -> Any:  # noqa: ANN401 - whatever a template gives and a macro makes
        """What ``macro(thing, *more)`` is; ``more`` are plain values."""
        key = (macro, id(thing), *more)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = thing, macro(thing, *more)  # who is held keeps its identity its own
        return found[1]


def escaped(value: object) -> str:
    """A value as it stands in HTML: what ``markupsafe.escape`` says, nearly always without asking it."""
    if type(value) is _ESCAPED or (type(value) is str and not _SIGNS.search(value)):
        return value
    return escape(value)
