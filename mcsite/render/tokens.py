"""The pieces of clean HTML, with the letters of each: every attribute in double quotes, so that one expression finds every tag whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

PHRASING = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
})  # fmt: skip
"""Elements that stand among words."""

_TOKEN = re.compile(r"(<(/?)([a-z][a-z0-9]*)(?: [a-z-]+=\"[^\"]*\")*>|[^<]+|<)")
_ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")


@dataclass(slots=True)
class Token:
    """A tag as written, or the text between two tags (``tag`` is empty then)."""

    text: str
    tag: str = ""
    closing: bool = False

    @property
    def attributes(self) -> dict[str, str]:
        """Values as written, character references and all."""
        return dict(_ATTRIBUTE.findall(self.text))


def tokens_of(html: str) -> list[Token]:
    """All of them, in order."""
    return [Token(text, tag, bool(slash)) for text, slash, tag in _TOKEN.findall(html)]
