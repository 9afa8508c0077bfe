"""The only door to pillow: whether some bytes are a picture that a site may show, how large it is, and copies of it, for pages and for paper.

Judged by content, never by name, and decoded once to the end, so that a damaged file is found before visitors find it.
Drawings (SVG) are ``drawings``' to judge; both answer with an ``Inspection``.

A copy is upright, in the colours of the web (sRGB), and holds nothing but the picture. Nothing here depends on the machine.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from mcsite.diagnostics import Misread
from mcsite.model.prose import COPY_WIDTHS
from mcsite.render.drawings import inspect_drawing, looks_like_drawing

ENDINGS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",), "GIF": (".gif",), "AVIF": (".avif",), "SVG": (".svg",)}
"""Every format that is accepted, with the endings of its files."""
_RASTERS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")
"""What Pillow is allowed to open."""

PRINTED_WIDTH = 1600
"""Pixels of the longer side of a picture in print: 220 to the inch across an A4 page."""
MOST_PIXELS = 80_000_000
"""Beyond this a picture is a trap or a scan for print; a good camera makes 50 million."""
MOST_COLOURS = 1 << 16
"""What has more of them is a photograph: to keep each of its pixels as it is would take far more room."""

_FINENESS = ((88, "4:4:4"), (80, "4:4:4"), (68, "4:2:0"), (50, "4:2:0"))
"""Qualities of a JPEG with letters in it, the finest first, and whether its colours are thinned out, which takes their edges off."""

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by what the camera says of how it was held (Exif 2.32, 4.6.4, tag 274)."""
_QUARTER_TURNS = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Inspection:
    """Size in pixels as shown (turned as its EXIF orientation says; 0 when a drawing has none), and the format, ``PNG``.

    ``still``: made of pixels that do not move.
    """

    width: int
    height: int
    format: str
    still: bool = False


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
    double = image.format == "MPO"  # a JPEG with a second picture behind it, as telephones make them
    kind, still = ("JPEG", True) if double else (str(image.format), not getattr(image, "is_animated", False))
    if _orientation(image) in _QUARTER_TURNS:
        width, height = height, width
    image.draft("RGB", (max(1, width // 8), max(1, height // 8)))  # JPEG alone: an eighth is enough to reach the end of the data
    image.load()
    return Inspection(width, height, kind, still)


def _too_large(name: str) -> Misread:
    return Misread("E404", f"'{name}' has more than {MOST_PIXELS // 1_000_000} million pixels", "make it smaller: 2000 pixels are wide enough for every screen")


def shrunk(data: bytes, width: int) -> bytes:
    """A sound picture made ``width`` pixels wide, at most as wide as it is, as WebP; transparent where it was."""
    image = _largest(data)
    height = max(1, round(image.height * width / image.width))
    return _webp(image.resize((width, height), Image.Resampling.LANCZOS) if width < image.width else image)


@lru_cache(maxsize=1)
def _largest(data: bytes) -> Image.Image:
    """What all copies of a picture are made of: upright, in the colours of the web, as wide as the widest copy."""
    with Image.open(BytesIO(data), formats=_RASTERS) as image:
        orientation = _orientation(image)
        widest = COPY_WIDTHS[-1]
        image.draft(image.mode, (1, widest) if orientation in _QUARTER_TURNS else (widest, 1))  # JPEG alone: is read at half its size, or less
        image.load()
        turned = image.transpose(_TURNS[orientation]) if orientation in _TURNS else image
        plain = _of_plain_mode(turned)
        if plain.width > widest:
            plain = plain.resize((widest, max(1, round(plain.height * widest / plain.width))), Image.Resampling.LANCZOS)
        return _in_colours_of_the_web(plain, image.info.get("icc_profile", b""))


def _orientation(image: Image.Image) -> int:
    return int(image.getexif().get(_ORIENTATION, 1))


def _of_plain_mode(image: Image.Image) -> Image.Image:
    """One of the modes ``RGB``, ``RGBA``, ``L`` and ``CMYK``: those that can be made smaller and have profiles."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off instead of scaling them
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("L", "1"):
        return image.convert("L")
    return image if image.mode == "CMYK" else image.convert("RGB")


def _in_colours_of_the_web(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours that a picture's own profile means, in sRGB; a profile that makes no sense is passed over, as browsers do."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "sRGB" not in (own.profile.profile_description or ""):
                image = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode) or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert(mode)


def _webp(image: Image.Image) -> bytes:
    """Drawings and screenshots without loss where that is the smaller file, as it mostly is; photographs never are."""
    lossy = _encoded(image, quality=80)
    if image.getcolors(MOST_COLOURS) is None:
        return lossy
    return min(lossy, _encoded(image, lossless=True), key=len)


def _encoded(image: Image.Image, **options: int) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", method=4, exif=b"", xmp=b"", icc_profile=b"", **options)
    return out.getvalue()


def printable(data: bytes) -> bytes:
    """A sound picture as JPEG: upright, on white paper, no larger than print needs, and without anything that a camera noted."""
    image = _largest(data).copy()
    image.thumbnail((PRINTED_WIDTH, PRINTED_WIDTH))
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image if image.mode == "RGBA" else None)
    return _jpeg(paper, 85)


def _jpeg(image: Image.Image, quality: int, thinned: str = "4:2:0") -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=thinned, optimize=True)
    return out.getvalue()


def as_photograph(drawn: bytes, most: int) -> bytes:
    """What was drawn around a photograph, as JPEG: as fine as it can be with at most ``most`` bytes, or else the least fine."""
    with Image.open(BytesIO(drawn), formats=("PNG",)) as image:
        whole = image.convert("RGB")
    made = b""
    for quality, thinned in _FINENESS:
        made = _jpeg(whole, quality, thinned)
        if len(made) <= most:
            break
    return made


def with_fewer_colours(drawn: bytes) -> bytes:
    """A drawing with so many shades that it would be slow to load, in 256 of them, as PNG."""
    with Image.open(BytesIO(drawn), formats=("PNG",)) as image:
        paper = image.convert("RGB").quantize(256, Image.Quantize.MEDIANCUT)
    out = BytesIO()
    paper.save(out, "PNG", optimize=True)
    return out.getvalue()
