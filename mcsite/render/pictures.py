"""The only door to pillow: whether some bytes are a picture that a site may show, how large it is, and a copy to print.

Judged by content, never by name, and decoded once to the end, so that a damaged file is found before visitors find it.
Drawings (SVG) are ``drawings``' to judge; both answer with an ``Inspection``.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from mcsite.diagnostics import Misread
from mcsite.render.drawings import inspect_drawing, looks_like_drawing

ENDINGS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",), "GIF": (".gif",), "AVIF": (".avif",), "SVG": (".svg",)}
"""Every format that is accepted, with the endings of its files."""
_RASTERS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")
"""What Pillow is allowed to open."""

PRINTED_WIDTH = 1600
"""Pixels of the longer side of a picture in print: 220 to the inch across an A4 page."""
MOST_PIXELS = 80_000_000
"""Beyond this a picture is a trap or a scan for print; a good camera makes 50 million."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Size in pixels as shown (turned as its EXIF orientation says; 0 when a drawing has none), and the format, ``PNG``."""

    width: int
    height: int
    format: str


def inspect(data: bytes, name: str) -> Inspection:
    """The size and format of a picture. Raises ``Misread`` when the bytes are not a sound picture of an allowed format."""
    if looks_like_drawing(data):
        return Inspection(*inspect_drawing(data, name), "SVG")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_RASTERS) as image:
                return _inspected(image, name)
    except Misread:
        raise
    except UnidentifiedImageError:
        raise Misread("E403", f"'{name}' is not a picture that browsers show", "save it anew as JPEG, PNG, WebP, GIF, AVIF or SVG") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(name) from None
    except Exception as damage:  # damaged data makes Pillow fail in a dozen ways, and each of them means that the file must change
        raise Misread("E403", f"'{name}' is damaged and cannot be shown to the end", "export it again from the original") from damage


def _inspected(image: ImageFile.ImageFile, name: str) -> Inspection:
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(name)
    width, height = image.size
    kind = str(image.format)
    if image.getexif().get(0x0112, 1) in (5, 6, 7, 8):  # Orientation: a quarter turn
        width, height = height, width
    image.draft("RGB", (max(1, width // 8), max(1, height // 8)))  # JPEG alone: an eighth is enough to reach the end of the data
    image.load()
    return Inspection(width, height, kind)


def _too_large(name: str) -> Misread:
    return Misread("E404", f"'{name}' has more than {MOST_PIXELS // 1_000_000} million pixels", "make it smaller: 2000 pixels are wide enough for every screen")


def printable(data: bytes) -> bytes:
    """A sound picture as JPEG: upright, on white paper, no larger than print needs, and without anything that a camera noted."""
    with Image.open(BytesIO(data), formats=_RASTERS) as image:
        image.draft("RGB", (PRINTED_WIDTH, PRINTED_WIDTH))  # JPEG alone: is read at half its size, or less
        upright = ImageOps.exif_transpose(image)
        clear = upright.convert("RGBA") if upright.has_transparency_data else upright.convert("RGB")
    clear.thumbnail((PRINTED_WIDTH, PRINTED_WIDTH))
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear if clear.mode == "RGBA" else None)
    out = BytesIO()
    paper.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
