"""Text set into the room that a drawing has for it: broken into lines, and made smaller where it is still too wide.

How wide it may be, ``data-width`` says, or else the edge of the drawing on the other side; ``data-lines`` is the most lines that there
may be, one if not given. Widths are estimated from the letters alone, amply: nobody knows which fonts there are where it is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

LEADING = 1.15
"""From one line to the next, in sizes of the font."""
_SCALES = tuple(percent / 100 for percent in range(100, 25, -5))
_BALANCES = tuple(percent / 100 for percent in range(50, 101, 5))
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?=\s*(?:px)?\s*$)")
_WIDE_SCRIPTS = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60"
_TOKEN = re.compile(rf"(?:[{_WIDE_SCRIPTS}]|[^\s{_WIDE_SCRIPTS}]+)\s*")
"""What stays together: a word, or one sign of a script without blanks."""
_NARROW = frozenset("iljtfrIJ.,:;'|!()[]{}/\u00b7\u2019\u2018- ")
_BROAD = frozenset("mwMW@%&\u2014\u2026")
_AMPLE = 1.05


@dataclass(frozen=True, slots=True)
class Room:
    """Where a text stands, in units of the drawing: at ``x``, ``width`` wide, in a font of a ``size``, on at most ``most`` lines."""

    x: float
    width: float
    size: float
    most: int = 1
    leading: float = LEADING

    @classmethod
    def of(cls, attributes: Mapping[str, str], edges: tuple[float, float] | None) -> Room | None:
        """The room of a text element, by its attributes; ``None`` where they do not say enough. ``edges`` are the left and right of the drawing."""
        size, x = _number(attributes.get("font-size", "")), _number(attributes.get("x", "0"))
        if not size or x is None:
            return None
        width = _number(attributes.get("data-width", "")) or (_to_the_edge(attributes, x, edges) if edges else 0)
        lines = _number(attributes.get("data-lines", ""))
        return cls(x, width, size, max(1, int(lines or 1))) if width > 0 else None

    def set(self, words: str) -> tuple[tuple[str, ...], float]:
        """The lines of a text, and of what size they are, 1 being the designer's."""
        if not words:
            return ("",), 1.0
        for scale in _SCALES:
            lines = broken(words, self.width / (self.size * scale))
            if lines and len(lines) <= self._most(scale):
                return self._balanced(words, scale, len(lines)), scale
        return (words,), min(_SCALES[-1], self.width / (self.size * ems(words)))

    def _most(self, scale: float) -> int:
        """Smaller lines are more in the same height; but what is to be one line stays one."""
        return int(self.most / scale) if self.most > 1 else 1

    def _balanced(self, words: str, scale: float, count: int) -> tuple[str, ...]:
        """As many lines, as even as they can be."""
        tries = (broken(words, self.width / (self.size * scale) * part) for part in _BALANCES)
        return next(lines for lines in tries if len(lines) == count)


def broken(words: str, width: float) -> tuple[str, ...]:
    """Lines of at most ``width`` sizes of the font; nothing when a word alone is wider."""
    lines: list[str] = []
    filled = 0.0
    for token, wide, alone in _measured(words):
        if alone > width:
            return ()
        if lines and filled + alone <= width:
            lines[-1] += token
        else:
            lines.append(token)
            filled = 0.0
        filled += wide
    return tuple(line.rstrip() for line in lines)


def ems(text: str) -> float:
    """About how wide a text is in a bold sans-serif, in sizes of the font."""
    return sum(map(_width, text))


@lru_cache(256)
def _measured(words: str) -> tuple[tuple[str, float, float], ...]:
    """What stays together of a text, with the blanks behind it; how wide it is with them, and without."""
    return tuple((token, ems(token), ems(token.rstrip())) for token in _TOKEN.findall(words))


@cache
def _width(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _AMPLE
    if char in _NARROW:
        return 0.34 * _AMPLE
    return _AMPLE * (0.92 if char in _BROAD else 0.7 if char.isupper() else 0.58)


def _number(text: str) -> float | None:
    found = _NUMBER.match(text.strip())
    return float(found[0]) if found else None


def _to_the_edge(attributes: Mapping[str, str], x: float, edges: tuple[float, float]) -> float:
    """As far from the one edge as it begins from the other."""
    left, right = edges
    margin = (right - left) / 25
    anchor = attributes.get("text-anchor", "start")
    if anchor == "middle":
        return 2 * (min(x - left, right - x) - margin)
    leftwards = (anchor == "end") != (attributes.get("direction") == "rtl")
    before, beyond = (right - x, x - left) if leftwards else (x - left, right - x)
    return beyond - (before if margin < before < beyond else margin)
