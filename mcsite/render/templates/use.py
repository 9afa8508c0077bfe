"""What a template uses of its theme: other templates and static files, found by reading, not by filling in.

Each text is read once and remembered, so that a build in which no template changed needs no template engine to plan.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Any

from mcsite.diagnostics import Diagnostic, Span
from mcsite.memo import remember
from mcsite.render.theme_chain import remembered_as
from mcsite.render.theme_error import ThemeError

Texts = Mapping[str, tuple[str, str]]
"""Path to show and text of each template, by name."""


@dataclass(frozen=True, slots=True)
class Used:
    """Names, sorted: the template itself with all that it extends, includes and imports, and the static files these name.

    ``messages`` are the keys of what they say in the site's language; with ``says_anything`` there may be others.
    """

    templates: tuple[str, ...]
    statics: tuple[str, ...]
    messages: tuple[str, ...] = ()
    says_anything: bool = False


def used_by(name: str, texts: Texts, statics: AbstractSet[str], given: AbstractSet[str]) -> Used:
    """All that a template uses. Raises ``ThemeError`` when something of it is missing, unreadable or runs in a circle (E503 to E508)."""
    outlines = _outlines(name, texts)
    _no_circle(outlines, texts)
    for other, found in outlines.items():
        _statics_exist(found, texts[other][0], statics)
    if given:
        _names_are_given(outlines, texts, given)
    if any(found["open_ended"] for found in outlines.values()):
        return Used(tuple(sorted(texts)), tuple(sorted(statics)), (), says_anything=True)
    return Used(
        tuple(sorted(outlines)),
        tuple(sorted({static for found in outlines.values() for static, _ in found["statics"]})),
        tuple(sorted({key for found in outlines.values() for key in found["messages"]})),
        any(found["says_anything"] for found in outlines.values()),
    )


def _outlines(name: str, texts: Texts) -> dict[str, dict[str, Any]]:
    """The outline of a template and of all that it uses, by name."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [(name, Span(f"themes/default/templates/{name}"))]
    while waiting:
        other, named_at = waiting.pop()
        if other not in texts:
            raise _missing(other, texts, named_at)
        if other not in found:
            found[other] = _outline(other, *texts[other])
            waiting += [(used, Span(texts[other][0], line)) for used, line in found[other]["uses"]]
    return found


def _outline(name: str, shown: str, text: str) -> dict[str, Any]:
    def read() -> bytes:
        from mcsite.render.templates.reading import outline  # noqa: PLC0415 - jinja2 is imported only for a text that was never read before

        return json.dumps(asdict(outline(name, shown, text))).encode()

    known: dict[str, Any] = json.loads(remember(remembered_as("template outline", shown), text.encode(), read))
    return known


def _no_circle(outlines: Mapping[str, Any], texts: Texts) -> None:
    """No template may extend itself by way of others; that it includes itself is its own affair."""
    for name in outlines:
        way = [name]
        while (further := outlines[way[-1]]["extends"]) and further[0][0] in outlines:
            following, line = further[0]
            if following in way:
                message = f"these templates extend each other in a circle: {' → '.join([*way, following])}"
                raise ThemeError(Diagnostic(Span(texts[way[-1]][0], line), "E503", message, "take one of the lines 'extends' out"))
            way.append(following)


def _statics_exist(outline: Mapping[str, Any], shown: str, statics: AbstractSet[str]) -> None:
    for name, line in outline["statics"]:
        if name not in statics:
            help_ = _nearest(name, statics) or "place it in the theme's folder static/"
            raise ThemeError(Diagnostic(Span(shown, line), "E508", f"the theme has no static file '{name}'", help_))


def _names_are_given(outlines: Mapping[str, Any], texts: Texts, given: AbstractSet[str]) -> None:
    """Every name that a template asks for is given to it, is there for all, or is set by one that uses it."""
    known = given | {name for outline in outlines.values() for name in outline["sets"]}
    for other, outline in outlines.items():
        for name, line in outline["asks"]:
            if name not in known:
                help_ = _nearest(name, known) or f"this page is given: {', '.join(sorted({*given, 'frame'}))}"
                message = f"this template cannot be filled in: there is nothing called '{name}' here"
                raise ThemeError(Diagnostic(Span(texts[other][0], line), "E507", message, help_))


def _missing(name: str, texts: Texts, named_at: Span) -> ThemeError:
    help_ = _nearest(name, texts.keys()) or "place it in the theme's folder templates/"
    return ThemeError(Diagnostic(named_at, "E506", f"there is no template '{name}'", help_))


def _nearest(name: str, known: AbstractSet[str]) -> str:
    near = get_close_matches(name, sorted(known), 1)
    return f"did you mean '{near[0]}'?" if near else ""
