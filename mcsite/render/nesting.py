"""Elements only where HTML lets them stand, in prose with tags of an author's own: ``<b>`` that was never closed, ``<li>`` without a list.

``cleaning`` leaves a tree as browsers make it of such a text: whatever was open goes on through lists and tables, which no validator
accepts and no author meant. Here what goes on too far ends, and what stands in a place that is not its own becomes a plain ``<div>``.
HTML that keeps to the content models (HTML Living Standard, 3.2.5.2) comes back as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mcsite.render.tokens import PHRASING, Token, tokens_of

_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_TRANSPARENT = frozenset({"a", "del", "ins"})
"""May hold what their parent may hold."""
_WORDS_ONLY = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"})
_AT_HOME = {
    "li": ("ol", "ul"), "dt": ("dl",), "dd": ("dl",), "summary": ("details",), "figcaption": ("figure",), "rp": ("ruby",), "rt": ("ruby",),
}  # fmt: skip
"""Elements that stand in one sort of parent only. Those of tables the parser keeps in their place itself."""


@dataclass(slots=True)
class _Element:
    """An element with what it holds, settled once its end was read; ``tag`` is empty for text."""

    begins: Token
    tag: str
    held: list[_Element] = field(default_factory=list)
    ends: Token | None = None
    is_block: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.tag and not self.begins.text.strip()

    def become(self, tag: str) -> None:
        """Another element, without what was said of the first one; with an empty ``tag`` nothing round its content."""
        self.tag = tag
        self.begins.text = f"<{tag}>" if tag else ""
        if self.ends is not None:
            self.ends.text = f"</{tag}>" if tag else ""


def well_nested(html: str) -> str:
    """The same words in a tree that HTML allows."""
    tokens = tokens_of(html)
    way = [_Element(Token("", "div"), "div")]
    for token in tokens:
        if token.closing:
            element = way.pop()
            element.ends = token
            _settle(element)
            way[-1].held[-1:] = [element] if element.tag else element.held
            continue
        element = _Element(token, token.tag, is_block=token.tag == "hr")
        way[-1].held.append(element)
        if token.tag and token.tag not in _VOID:
            way.append(element)
    _settle(way[0])
    return "".join(token.text for token in tokens)


def _settle(element: _Element) -> None:
    """One element, when all that it holds is settled."""
    if element.tag in PHRASING:
        _send_home(element, frozenset({"rp", "rt"}))
        if not _is_sound(element) or any(_is_too_much(one, element.tag) for one in element.held):
            element.become("")
        element.is_block = element.tag in _TRANSPARENT and any(one.is_block for one in element.held)
        return
    element.is_block = True
    if not _is_sound(element):
        element.become("div")
    _send_home(element, frozenset(_AT_HOME))
    if element.tag in _WORDS_ONLY and any(one.is_block for one in element.held):
        element.become("div")


def _send_home(element: _Element, tags: frozenset[str]) -> None:
    """Those of these elements that have their place in another parent become something that may stand here."""
    held: list[_Element] = []
    for one in element.held:
        if one.tag in tags and _is_astray(one, element.tag):
            one.become("" if one.tag in PHRASING else "div")
        held += [one] if one.tag or not one.begins.tag else one.held
    element.held = held


def _is_astray(one: _Element, holder: str) -> bool:
    return one.tag in _AT_HOME and holder not in _AT_HOME[one.tag]


def _is_too_much(one: _Element, holder: str) -> bool:
    """Whether an element among words cannot hold this: a block, or for a link what has its place elsewhere."""
    return _is_astray(one, holder) if holder in _TRANSPARENT else one.is_block


def _is_sound(element: _Element) -> bool:
    """Whether an element with a fixed content holds that."""
    held = [one.tag for one in element.held if not one.is_blank]
    match element.tag:
        case "ul" | "ol":
            return set(held) <= {"li"}
        case "dl":
            return not held or (set(held) <= {"dt", "dd"} and (held[0], held[-1]) == ("dt", "dd"))
        case "details":
            return held[:1] == ["summary"] and "summary" not in held[1:]
        case "ruby":
            return "rt" in held
        case "figure":
            return "figcaption" not in held[1:-1] and held.count("figcaption") < 2
    return True
