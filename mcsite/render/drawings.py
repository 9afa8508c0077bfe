"""SVG drawings: only those that do nothing but draw (W3C SVG 2; opened by itself, an SVG can run scripts like a page).

Read with expat, which keeps nothing: no document type, hence no entities; an allow list of elements; no ``on…``
attribute; no address but ``#here`` and small embedded pictures.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from mcsite.diagnostics import Misread

SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_SHAPES = "svg g defs symbol use switch view path rect circle ellipse line polyline polygon text tspan textPath image a title desc metadata style"
_PAINT = "linearGradient radialGradient meshgradient stop pattern clipPath mask marker filter"
_FILTERS = (
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood "
    "feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
ELEMENTS = frozenset(f"{_SHAPES} {_PAINT} {_FILTERS}".split())

_ENCODINGS = frozenset({"utf-8", "utf-16", "iso-8859-1", "us-ascii"})
"""What expat reads by itself; it would ask Python for others, of which browsers know some by other names and some not at all."""
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!DOCTYPE\s+svg\b|<(?:\w{1,20}:)?svg[\s>])", re.DOTALL)
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_OUTSIDE = re.compile(r"url\(\s*[\"']?\s*(?!#)|\b(?:image(?:-set)?|src)\s*\(|@import|expression\s*\(|javascript:|\\", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?[0-9]{1,2})?)\s*(px|in|cm|mm|pt|pc|)\s*", re.IGNORECASE)
_UNITS = {"": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "pc": 16.0}
"""CSS pixels of a unit (CSS Values 3, 5.2)."""


def looks_like_drawing(data: bytes) -> bool:
    """Whether the bytes begin as an SVG file does."""
    return _BEGINNING.match(data) is not None


def inspect_drawing(data: bytes, name: str) -> tuple[int, int]:
    """Width and height in pixels, 0 where the drawing has no size. Raises ``Misread`` when it does more than draw, or cannot be read."""
    judge = _Judge()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler = judge.declaration
    parser.StartDoctypeDeclHandler = judge.doctype
    parser.ProcessingInstructionHandler = judge.instruction
    parser.StartElementHandler = judge.element
    parser.EndElementHandler = judge.end
    parser.CharacterDataHandler = judge.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as wrong:
        raise Misread("E403", f"'{name}' is not a sound SVG drawing: line {wrong.lineno} cannot be read", "export it again from the original") from None
    except _Unsafe as reason:
        raise Misread("E405", f"'{name}' does more than draw: it holds {reason}", "export it as 'plain SVG', with fonts as paths, or save it as PNG") from None
    return judge.size


class _Unsafe(Exception):  # noqa: N818 - a verdict, not a failure
    """What a drawing holds that it must not."""


class _Judge:
    """Looks at each part of a drawing as expat comes to it."""

    def __init__(self) -> None:
        self.size = (0, 0)
        self.root = True
        self.style: list[str] = []
        self.in_style = False

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() not in _ENCODINGS:
            raise _Unsafe(f"text in the encoding {encoding}, which browsers may read differently")

    def doctype(self, *_: object) -> None:
        raise _Unsafe("a document type")

    def instruction(self, target: str, _: str) -> None:
        raise _Unsafe(f"an instruction <?{target}?>")

    def element(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if self.in_style:
            raise _Unsafe(f"<{tag}> inside <style>")
        if namespace == _XHTML or (namespace == SVG and tag not in ELEMENTS):
            raise _Unsafe(f"<{tag}>")
        if self.root:
            if name != f"{SVG} svg":
                raise _Unsafe(f"<{tag}> instead of <svg>, or lacks the namespace of SVG")
            self.size = _size(attributes)
            self.root = False
        self.in_style = tag == "style"
        for attribute, value in attributes.items():
            _judge_attribute(tag, attribute.rpartition(" ")[2], value)

    def end(self, _: str) -> None:
        if self.in_style:
            _judge_style("".join(self.style))
            self.style.clear()
            self.in_style = False

    def text(self, text: str) -> None:
        if self.in_style:
            self.style.append(text)


def _judge_attribute(tag: str, attribute: str, value: str) -> None:
    lower = attribute.lower()
    if lower.startswith("on"):
        raise _Unsafe(f"the action '{attribute}'")
    if lower == "base":
        raise _Unsafe("an address for others, 'xml:base'")
    if lower in ("href", "src") and not value.startswith("#") and not (tag == "image" and _EMBEDDED.fullmatch(value)):
        raise _Unsafe(f"an address, {value[:40]!r}")
    if lower == "style" or "url(" in value.lower():
        _judge_style(value)


def _judge_style(text: str) -> None:
    found = _OUTSIDE.search(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    if found:
        raise _Unsafe(f"an address or command in its style, {found[0]!r}")


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    box_width, box_height = (_pixels(box[2]), _pixels(box[3])) if len(box) == 4 else (0.0, 0.0)
    if not (width and height) and box_width and box_height:
        width, height = (
            (width or (height * box_width / box_height if height else box_width)),
            (height or (width * box_height / box_width if width else box_height)),
        )
    return (round(width), round(height)) if 0 < width < 100_000 and 0 < height < 100_000 else (0, 0)


def _pixels(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _UNITS[found[2].lower()] if found else 0.0
