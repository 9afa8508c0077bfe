"""Prose as a tree of plain values, for templates that build something else than HTML from it.

A node is ``{"t": tag, "a": {attributes}, "c": [text or node, …]}``. It comes from the HTML that ``prose`` made safe, so that
typographic marks, task boxes and links are those of the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from mcsite.model.addresses import below
from mcsite.model.prose import Prose
from mcsite.render.prose import to_html
from mcsite.render.tags import Attributes, read

Node = dict[str, Any]
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "col"})
_KEPT = {"a": ("href", "class"), "img": ("alt",), "ol": ("start",), "li": ("value",), "input": ("checked",)}
_BLOCKS = frozenset({
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "div", "figure", "figcaption",
    "details", "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
})  # fmt: skip
_WITHOUT_TEXT = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"})


def tree(prose: Prose, base_url: str, shown: Collection[str] = ()) -> list[Node | str]:
    """The nodes of a text; addresses of this site are complete. Blanks between blocks are left out.

    ``shown`` are the paths of the pictures that can be shown; such a node says which one in its attribute ``picture``.
    """
    reader = _Reader({below(base_url, prose.folder, path): path for path in shown})
    read(to_html(prose, base_url), reader)
    return _tidied(reader.root["c"], inside="div")


@dataclass(slots=True)
class _Cut:
    """How many words there are still to come."""

    words: int


def cut(nodes: list[Node | str], words: int) -> list[Node | str]:
    """The beginning of a tree: as many words, and what they stand in."""
    return _cut(nodes, _Cut(words))


def count_words(nodes: list[Node | str]) -> int:
    """How many words a tree holds."""
    return sum(len(node.split()) if isinstance(node, str) else count_words(node["c"]) for node in nodes)


def _cut(nodes: list[Node | str], left: _Cut) -> list[Node | str]:
    kept: list[Node | str] = []
    for node in nodes:
        if left.words <= 0:
            break
        if isinstance(node, str):
            words = node.split()[: left.words]
            kept.append(node if len(words) < left.words else " ".join(words))
            left.words -= len(words)
        else:
            kept.append({**node, "c": _cut(node["c"], left)})
    return kept


class _Reader:
    """Reads HTML that ``finishing`` wrote: every element is closed, in order."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        self.pictures = pictures
        self.root: Node = {"t": "div", "a": {}, "c": []}
        self.open = [self.root]

    def begin(self, tag: str, attributes: Attributes) -> None:
        """A tag."""
        node: Node = {"t": tag, "a": {name: attributes[name] for name in _KEPT.get(tag, ()) if name in attributes}, "c": []}
        node["a"] |= {name: attributes[name] for name in ("lang", "dir") if name in attributes}
        if picture := self.pictures.get(attributes.get("src", "")):
            node["a"]["picture"] = picture
        if align := re.fullmatch(r"align-(\w+)", attributes.get("class", "")):
            node["a"]["align"] = align[1]
        self.open[-1]["c"].append(node)
        if tag not in _VOID:
            self.open.append(node)

    def end(self, tag: str) -> None:
        """A closing tag."""
        if tag not in _VOID and len(self.open) > 1:
            self.open.pop()

    def text(self, words: str) -> None:
        """Text between two tags."""
        if any(node["t"] == "pre" for node in self.open):
            self.open[-1]["c"].append(words)
        else:
            self.open[-1]["c"].append(re.sub(r"[ \t\r\n\f]+", " ", words))


def _tidied(nodes: list[Node | str], inside: str) -> list[Node | str]:
    """Without blanks next to blocks, which HTML does not show either."""
    tidied: list[Node | str] = []
    for number, node in enumerate(nodes):
        if not isinstance(node, str):
            tidied.append({**node, "c": _tidied(node["c"], node["t"])})
        elif node.strip() or (inside not in _WITHOUT_TEXT and not _beside_block(nodes, number)):
            tidied.append(node)
    return tidied


def _beside_block(nodes: list[Node | str], number: int) -> bool:
    beside = (nodes[place] if 0 <= place < len(nodes) else None for place in (number - 1, number + 1))
    return any(other is None or (not isinstance(other, str) and other["t"] in _BLOCKS) for other in beside)
