"""SVG drawings with placeholders: where these may stand, and how what stands in their place is made to fit.

A placeholder stands among the words of a drawing, or in ``aria-label``: never where it could become a command or an address, so
that a filled drawing does no more than its template. SVG breaks no lines. So text that would become too wide is made smaller, and a
``<text>`` with ``data-lines="3"`` is broken into so many lines first (``text_room``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from xml.parsers import expat

from mcsite.diagnostics import Diagnostic, Misread
from mcsite.model.filling import Part, Slot
from mcsite.render.drawings import inspect_drawing
from mcsite.render.merging import Values, in_xml, value_of
from mcsite.render.text_room import Room
from mcsite.source.placeholders import template

SMALLEST = 0.6
"""Of the size that the designer gave it: below that a text is too small beside the others."""
WORDED = frozenset({"text", "tspan", "textPath", "title", "desc"})
"""The elements in which words stand."""
_OPENING, _CLOSING = "\ufdd0", "\ufdd1"
"""Around each value while a drawing is filled in: signs that are no characters (Unicode, 23.7), and are taken out of what people typed."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_BOX = re.compile(r"<svg\b[^<>]*\bviewBox\s*=\s*[\"']\s*(-?[\d.]+)[\s,]+-?[\d.]+[\s,]+([\d.]+)")
_TEXT = re.compile(
    r"(?P<text><text\b(?P<outer>[^<>]*)>)"
    r"(?:(?P<words>[^<>]*)|\s*(?P<tspan><tspan\b(?P<inner>[^<>]*)>)(?P<inner_words>[^<>]*)</tspan>\s*)(?P<end></text>)"
)
_ID = re.compile(r"\sid\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def parts_of(source: str, path: str) -> tuple[tuple[Part, ...], tuple[Diagnostic, ...]]:
    """The parts of a drawing; what stands in a comment is no placeholder, and left out."""
    plain = _CDATA.sub(lambda found: in_xml(found[1]), _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source))
    found = template(plain, path)
    return found.parts, found.faults


def judge(parts: tuple[Part, ...], path: str) -> tuple[int, int]:
    """Width and height of a drawing, 0 where it says none. Raises ``Misread`` when it does more than draw, or more than its words would be filled in."""
    data = _marked(parts, {part.name: "x" for part in parts if isinstance(part, Slot)}).encode()
    size = inspect_drawing(data, path.removeprefix("assets/"))
    _refuse_elsewhere(data)
    return size


@lru_cache(4096)
def fitted(parts: tuple[Part, ...], values: Values) -> tuple[str, tuple[str, ...]]:
    """The drawing with its values, as SVG, and the texts that are too long for their place even so."""
    marked = _marked(parts, dict(values))
    box = _BOX.search(marked)
    edges = (float(box[1]), float(box[1]) + float(box[2])) if box else None
    too_long: list[str] = []

    def fit(found: re.Match[str]) -> str:
        words = found["words"] if found["tspan"] is None else found["inner_words"]
        room = Room.of(_attributes(found["outer"]) | _attributes(found["inner"] or ""), edges) if _OPENING in words else None
        if room is None:
            return found[0]
        told = " ".join(unescape(_unmarked(words)).split())
        lines, scale = room.set(told)
        too_long.extend([told] if scale < SMALLEST else [])
        return _written(found, room, lines, scale) if len(lines) > 1 or scale < 1 else found[0]

    return _unmarked(_TEXT.sub(fit, marked)), tuple(too_long)


def words_of(drawing: str) -> str:
    """What is to be read in a drawing, for those who cannot see it."""
    found = re.findall(r"<text\b[^<>]*>(.*?)</text>", drawing, re.DOTALL)
    said = (" ".join(unescape(re.sub(r"<[^<>]*>", " ", words)).split()) for words in found)
    return ", ".join(words for words in said if words)


def _marked(parts: tuple[Part, ...], values: Mapping[str, str]) -> str:
    return "".join(part if isinstance(part, str) else f"{_OPENING}{in_xml(_unmarked(value_of(part, values)))}{_CLOSING}" for part in parts)


def _unmarked(text: str) -> str:
    return text.replace(_OPENING, "").replace(_CLOSING, "")


def _attributes(written: str) -> dict[str, str]:
    """Those of an element, and what its ``style`` says, which counts for more (CSS Style Attributes 3)."""
    given = {found[1]: unescape(found[2] or found[3] or "") for found in _ATTRIBUTE.finditer(written)}
    style = (part.partition(":") for part in given.get("style", "").split(";") if ":" in part)
    return given | {name.strip(): value.strip() for name, _, value in style}


def _written(found: re.Match[str], room: Room, lines: tuple[str, ...], scale: float) -> str:
    """Each line is a text of its own: so it is read from right to left where it must be, by every program."""
    size = room.size * scale
    begins = f'{found["text"]}{found["tspan"] or ""}<tspan style="font-size:{size:.1f}px">'
    ends = f"</tspan>{'</tspan>' if found['tspan'] else ''}{found['end']}"
    first, *others = (f"{begins}{in_xml(line)}{ends}" for line in lines)
    lower = (f'<g transform="translate(0 {size * room.leading * number:.1f})">{_ID.sub("", text)}</g>' for number, text in enumerate(others, 1))
    return first + "".join(lower)


def _refuse_elsewhere(data: bytes) -> None:
    """Raises ``Misread`` E774 when a value would stand where it is not read, but obeyed."""
    within: list[str] = []

    def element(name: str, attributes: dict[str, str]) -> None:
        within.append(name.rpartition(":")[2])
        for attribute, value in attributes.items():
            if _OPENING in value and attribute != "aria-label":
                raise _elsewhere(f"the attribute {attribute} of <{within[-1]}>")

    def text(words: str) -> None:
        if _OPENING in words and within[-1] not in WORDED:
            raise _elsewhere(f"<{within[-1]}>")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = element, lambda _: within.pop(), text
    parser.Parse(data, True)


def _elsewhere(place: str) -> Misread:
    return Misread("E774", f"a placeholder stands in {place}, where no words belong", "write it into a text of the drawing, its <title> or its <desc>")
