"""Text as front matter says it: plain where that can be read as it stands, else in quotes."""

from __future__ import annotations

import re

_NEEDS_QUOTES = re.compile(r"^[-?:](?:[\s-]|$)|^[\s,\[\]{}#&*!|>'\"%@`\u2018\u201c\u201e\u00ab]|:\s|\s#|:$|\s$|^(?:~|null|Null|NULL|)$")
_NEEDS_QUOTES_INSIDE = re.compile(r"[,\[\]{}]")


def scalar(text: str, *, inside: bool = False) -> str:
    """One piece of text on one line. ``inside`` is within ``[…]`` or ``{…}``, where commas and brackets mean something."""
    if _NEEDS_QUOTES.search(text) or (inside and _NEEDS_QUOTES_INSIDE.search(text)):
        return "'" + text.replace("'", "''") + "'"
    return text
