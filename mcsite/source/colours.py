"""Colours as people write them: ``#1f6b5c``, ``1F6B5C``, ``#1a5``, ``teal``."""

from __future__ import annotations

import re

from mcsite.diagnostics import Misread
from mcsite.source.nearest import did_you_mean

_NAMES = {
    "black": "#000000", "blue": "#0000ff", "brown": "#8b4513", "burgundy": "#800020", "coral": "#ff7f50", "gold": "#b8860b", "green": "#008000",
    "grey": "#808080", "gray": "#808080", "indigo": "#4b0082", "lavender": "#7b68a6", "maroon": "#800000", "navy": "#000080", "olive": "#808000",
    "orange": "#ff8c00", "pink": "#d6457f", "plum": "#7d3c6a", "purple": "#800080", "red": "#c00000", "rust": "#98371a", "sage": "#6f8f72",
    "teal": "#008080", "terracotta": "#b5532f", "turquoise": "#1f9e9a", "violet": "#6a3fa0", "yellow": "#e0b000",
}  # fmt: skip
"""Names that people give to colours, and a shade of each that a page can carry."""
MOODS = ("warm", "sea", "garden", "plain")
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")


def colour(text: str) -> str:
    """A colour as ``#rrggbb``. Raises ``Misread`` E760."""
    plain = text.strip().casefold()
    if plain in _NAMES:
        return _NAMES[plain]
    found = _HEX.fullmatch(plain)
    if found is None:
        sample = did_you_mean(plain, _NAMES) if plain.isalpha() else "write six digits and letters as a colour picker shows them, for example '#1f6b5c'"
        raise Misread("E760", f"'{text}' is not a colour", sample)
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits}"


def mood(text: str) -> str:
    """One of ``MOODS``. Raises ``Misread`` E761."""
    plain = text.strip().casefold()
    if plain not in MOODS:
        raise Misread("E761", f"there is no mood '{text}'", did_you_mean(plain, MOODS))
    return plain
