"""Typographic quotation marks, apostrophes, dashes and ellipses for running text."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"(?<!-)-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)|[\"']")
_SIMPLE = {"--": "\N{EN DASH}", "---": "\N{EM DASH}", "...": "\N{HORIZONTAL ELLIPSIS}"}
_OPEN = {'"': "\N{LEFT DOUBLE QUOTATION MARK}", "'": "\N{LEFT SINGLE QUOTATION MARK}"}
_CLOSE = {'"': "\N{RIGHT DOUBLE QUOTATION MARK}", "'": "\N{RIGHT SINGLE QUOTATION MARK}"}
_BEFORE_OPENING = "([{<\N{EM DASH}\N{EN DASH}-/\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\"'"
_ELISION = re.compile(r"'(?:n'(?!\w)|(?:\d\ds?|tis|twas|em|til|cause)\b)", re.IGNORECASE)
"""A word that begins with an apostrophe: '70s, rock 'n' roll."""


def curled(text: str, before: str = " ") -> str:
    """The same text with typographic marks; ``before`` is the character that stands before it."""

    def mark(found: re.Match[str]) -> str:
        if found[0] in _SIMPLE:
            return _SIMPLE[found[0]]
        opens = _opens(text, found.start(), before) and not (found[0] == "'" and _ELISION.match(text, found.start()))
        return (_OPEN if opens else _CLOSE)[found[0]]

    return _PLAIN.sub(mark, text)


def _opens(text: str, position: int, before: str) -> bool:
    """Whether a mark begins a quotation: after nothing, a blank or an opening character, and before something."""
    previous = text[position - 1] if position else before
    following = text[position + 1 : position + 2]
    return (previous.isspace() or previous in _BEFORE_OPENING) and not following.isspace()
