"""A template read, but not filled in: what it refers to, asks for, sets and says.

It is taken apart as ``pages`` would compile it, so that both see the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jinja2 import TemplateSyntaxError, meta, nodes

from mcsite.render.strings import key_of
from mcsite.render.templates.outline import Outline
from mcsite.render.templates.pages import TRANSLATING, parsed, unreadable


def outline(name: str, shown: str, text: str) -> Outline:
    """Read a template without filling it in. Raises ``ThemeError`` (E505)."""
    try:
        tree = parsed(name, shown, text)
        asked = meta.find_undeclared_variables(tree)
    except TemplateSyntaxError as error:
        raise unreadable(error, shown) from error
    parts = _parts(tree)
    loads = [node for node in parts if isinstance(node, nodes.Name) and node.ctx == "load"]
    referring = _referring(parts)
    calls = _calls(parts, {"static": 1})
    said = [_message(node) for node in _calls(parts, TRANSLATING)]
    return Outline(
        extends=_constants((node.template, node.lineno) for node in referring if isinstance(node, nodes.Extends)),
        uses=_constants((node.template, node.lineno) for node in referring),
        statics=_constants((node.args[0], node.lineno) for node in calls),
        asks=tuple((other, next(node.lineno for node in loads if node.name == other)) for other in sorted(asked)),
        sets=tuple(sorted({*_set_by(parts)})),
        open_ended=not all(isinstance(node, nodes.Const) for node in [*(node.template for node in referring), *(node.args[0] for node in calls)]),
        messages=tuple(sorted({key for key in said if key is not None})),
        says_anything=None in said,
    )


_REFERRING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def _parts(tree: nodes.Template) -> list[nodes.Node]:
    """Everything in a template, as it is written from top to bottom: looked through once, for all that is to be known."""
    found: list[nodes.Node] = []
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += reversed(list(node.iter_child_nodes()))
    return found


def _calls(parts: Iterable[nodes.Node], names: Mapping[str, int]) -> list[nodes.Call]:
    """Calls of these functions that have at least so many arguments."""
    found = ((node, node.node.name) for node in parts if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name))
    return [node for node, name in found if name in names and len(node.args) >= names[name]]


def _message(call: nodes.Call) -> str | None:
    """The key of the message that a call translates; none when it is worked out."""
    found = call.args[: TRANSLATING[call.node.name]]  # type: ignore[attr-defined]  # it is a name
    values = [node.value for node in found if isinstance(node, nodes.Const) and isinstance(node.value, str)]
    return key_of(values[-1], "".join(values[:-1])) if len(values) == len(found) else None


def _set_by(parts: Iterable[nodes.Node]) -> Iterator[str]:
    """Every name that a template sets: by ``set`` and ``for``, as macros and their parameters, and by importing."""
    for node in parts:
        match node:
            case nodes.Name() if node.ctx != "load":
                yield node.name
            case nodes.Macro():
                yield node.name
            case nodes.Import():
                yield node.target
            case nodes.FromImport():
                yield from (name if isinstance(name, str) else name[1] for name in node.names)


def _referring(parts: Sequence[nodes.Node]) -> list[nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport]:
    """Everything that needs another template."""
    return [node for kind in _REFERRING for node in parts if isinstance(node, kind) and not getattr(node, "ignore_missing", False)]


def _constants(found: Iterable[tuple[nodes.Expr, int]]) -> tuple[tuple[str, int], ...]:
    """Those of the names that are written out in the template."""
    return tuple((node.value, line) for node, line in found if isinstance(node, nodes.Const) and isinstance(node.value, str))
