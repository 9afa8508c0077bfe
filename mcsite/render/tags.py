"""The tags and words of HTML that ``finishing`` wrote, in order: what html.parser finds in it, in a fraction of the time.

Such HTML is of one form: every attribute in double quotes, every ``<`` that is no tag escaped, nothing in it that browsers read by other
rules, such as a script. One expression finds its pieces whole.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Protocol

_PIECE = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:=\"[^\"]*\")?)*)>|([^<]+|<)")
_ATTRIBUTE = re.compile(r" ([a-z-]+)(?:=\"([^\"]*)\")?")

Attributes = dict[str, str]
"""Values as they are meant, without character references; empty for an attribute that only is there."""
NONE: Attributes = {}


class Reader(Protocol):
    """Who is told what is found."""

    def begin(self, tag: str, attributes: Attributes) -> None:
        """A tag."""

    def end(self, tag: str) -> None:
        """A closing tag."""

    def text(self, words: str) -> None:
        """Text between two tags, without character references."""


def read(html: str, reader: Reader) -> None:
    """Tell all that is in some HTML; a ``<`` that begins no tag is text."""
    for closing, tag, attributes, words in _PIECE.findall(html):
        if not tag:
            reader.text(unescape(words) if "&" in words else words)
        elif closing:
            reader.end(tag)
        else:
            reader.begin(tag, _meant(attributes) if attributes else NONE)


def _meant(attributes: str) -> Attributes:
    return {name: unescape(value) if "&" in value else value for name, value in _ATTRIBUTE.findall(attributes)}
