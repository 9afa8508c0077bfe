"""Pictures are judged by what is in them."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mcsite.diagnostics import Misread
from mcsite.render.pictures import inspect


def picture(kind, size=(60, 40), **options):
    out = BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "AVIF"])
def test_a_picture_tells_its_size_and_format(kind):
    seen = inspect(picture(kind), "x.bin")
    assert (seen.width, seen.height, seen.format) == (60, 40, kind)


def test_a_drawing_is_a_picture_too():
    seen = inspect(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"/>', "x.svg")
    assert (seen.width, seen.height, seen.format) == (3, 4, "SVG")


def test_a_photograph_taken_upright_is_measured_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    seen = inspect(picture("JPEG", exif=exif), "x.jpg")
    assert (seen.width, seen.height) == (40, 60)


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"GIF89a", b"%PDF-1.7", b"\x00" * 100, b"BM" + b"\x00" * 60])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(Misread) as refused:
        inspect(data, "x.png")
    assert refused.value.code == "E403"


def test_formats_beyond_the_list_are_refused():
    for kind in ("BMP", "TIFF", "ICO"):
        with pytest.raises(Misread):
            inspect(picture(kind), "x.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_cut_off_is_refused(kind):
    data = picture(kind, (300, 200))
    with pytest.raises(Misread) as refused:
        inspect(data[: len(data) // 2], "x")
    assert refused.value.code == "E403"


def bomb(width, height):
    """A PNG of a few hundred bytes that claims to be enormous."""

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(9_000, 9_000), (20_000, 20_000), (100_000, 100_000)])
def test_a_bomb_is_not_set_off(size):
    with pytest.raises(Misread) as refused:
        inspect(bomb(*size), "x.png")
    assert refused.value.code == "E404"


SOUND = [picture(kind, (8, 8)) for kind in ("PNG", "JPEG", "WEBP", "GIF")]


@given(st.sampled_from(SOUND), st.data())
def test_a_damaged_picture_is_measured_or_refused(data, draw):
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 6))):
        damaged[draw.draw(st.integers(0, len(damaged) - 1))] = draw.draw(st.integers(0, 255))
    try:
        seen = inspect(bytes(damaged), "x")
    except Misread:
        return
    assert seen.width > 0
    assert seen.height > 0
