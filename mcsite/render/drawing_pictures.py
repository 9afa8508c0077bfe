"""A filled drawing as PNG, for the places that take no SVG: drawn by the typesetter, with the fonts that come along.

Its drawing of SVG knows one font at a time, and no direction: it is trusted with Latin, Greek and Cyrillic letters, and with Arabic ones by
themselves. What is in other scripts, or in several, is left to browsers, which do it right. Signs such as a smile are left out.
"""

from __future__ import annotations

import re
import unicodedata

from mcsite.model.filling import DrawingTemplate
from mcsite.render.drawing_templates import words_of
from mcsite.render.fonts import Fonts
from mcsite.render.print import Sheet, png
from mcsite.render.theme_sources import Prints

TEMPLATE = "drawing.typ"
NAME = "drawing.svg"
LARGEST = 4_000
"""Pixels of a side."""
_POINTS = 72
"""To the inch: one pixel is one point."""
_ALPHABETS = frozenset({"LATIN", "GREEK", "CYRILLIC"})
_LATIN_SIGNS = "\N{COPYRIGHT SIGN}\N{REGISTERED SIGN}\N{DEGREE SIGN}"
_SANS, _SERIF = "'Source Sans 3'", "'Libertinus Serif'"
_SANS_FOR_ALL = f' font-family="{_SANS}"'
_FAMILIES = re.compile(r"(font-family\s*[:=]\s*\"?)([^\";{}<>]*)")
_GENERIC = re.compile(r"(?<![\w'\"-])(?:serif|sans-serif|system-ui|ui-sans-serif)(?![\w'\"-])")
_WEIGHT = re.compile(r"(font-weight\s*(?P<sign>[:=])\s*\"?)(?P<weight>\d{3}|bold|normal)(?P<end>\"?)")
_ROOT = re.compile(r"<svg\b")


def can_be_pictured(drawing: str, template: DrawingTemplate) -> bool:
    """Whether the typesetter draws it as browsers do."""
    alphabets = {unicodedata.name(char, "").partition(" ")[0] for char in set(words_of(drawing)) if char.isalpha()}
    known = alphabets <= _ALPHABETS or (alphabets == {"ARABIC"} and "direction" not in drawing)
    return known and 0 < template.width <= LARGEST and 0 < template.height <= LARGEST


def picture(drawing: str, template: DrawingTemplate, prints: Prints, fonts: Fonts) -> bytes:
    """The PNG, as large as the drawing says. Raises ``ThemeError``."""
    sheet = Sheet(TEMPLATE, {"width": template.width, "height": template.height, "name": NAME}, {NAME: _with_our_fonts(drawing).encode()})
    return png(sheet, prints, fonts, _POINTS)


def _with_our_fonts(drawing: str) -> str:
    """The same with fonts that are there: first those that it names, which may be a site's own.

    Of a variable font the typesetter takes the thinnest for an ordinary one, unless it is told.
    """
    plain = "".join(char for char in drawing if unicodedata.category(char) != "So" or char in _LATIN_SIGNS)
    named = _FAMILIES.sub(lambda found: f"{found[1]}{_GENERIC.sub(_ours, found[2])}", _WEIGHT.sub(_weighed, plain))
    return _ROOT.sub(f'<svg font-variation-settings="{_weight(400)}"{"" if "font-family" in named else _SANS_FOR_ALL}', named, count=1)


def _weighed(found: re.Match[str]) -> str:
    """The weight, and beside it the axis of a variable font, as an attribute or within a style."""
    weight = _weight({"bold": 700, "normal": 400}.get(found["weight"]) or int(found["weight"]))
    attribute, style = f'{found[0]} font-variation-settings="{weight}"', f"{found[1]}{found['weight']};font-variation-settings:{weight}{found['end']}"
    return attribute if found["sign"] == "=" else style


def _weight(weight: int) -> str:
    return f"'wght' {weight}"


def _ours(generic: re.Match[str]) -> str:
    return _SERIF if generic[0] == "serif" else _SANS
