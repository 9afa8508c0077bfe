"""Pictures are judged by what is in them."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from mcsite.diagnostics import Misread
from mcsite.render.pictures import _largest, inspect, shrunk


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


RED, GREEN, BLUE, WHITE = (220, 20, 20), (20, 200, 20), (20, 20, 220), (240, 240, 240)
CORNERS = {(0, 0): RED, (1, 0): GREEN, (0, 1): BLUE, (1, 1): WHITE}


def four_corners(width=64, height=32):
    """Red and green above blue and white."""
    image = Image.new("RGB", (2, 2))
    for place, colour in CORNERS.items():
        image.putpixel(place, colour)
    return image.resize((width, height), Image.Resampling.NEAREST)


def saved(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def seen(data, width):
    copy = Image.open(BytesIO(shrunk(data, width)))
    assert copy.format == "WEBP"
    return copy


def corners(image):
    plain = image.convert("RGB")
    return [plain.getpixel((x * (image.width - 1), y * (image.height - 1))) for x, y in CORNERS]


def assert_upright(image):
    for found, expected in zip(corners(image), CORNERS.values(), strict=True):
        assert max(abs(one - other) for one, other in zip(found, expected, strict=True)) < 30


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_however_the_camera_was_held_the_copy_is_upright(kind, orientation):
    undone = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]  # Image.Transpose, the other way round
    exif = Image.Exif()
    exif[0x0112] = orientation
    held = four_corners() if undone is None else four_corners().transpose(undone)
    copy = seen(saved(held, kind, exif=exif, **({} if kind == "PNG" else {"quality": 95})), 32)
    assert copy.size == (32, 16)
    assert_upright(copy)
    assert not copy.getexif()


def test_a_copy_holds_nothing_but_the_picture():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    copy = seen(saved(four_corners(), "JPEG", icc_profile=profile, exif=exif, xmp=b"<x:xmpmeta/>", comment=b"by me"), 32)
    assert not {"icc_profile", "exif", "xmp", "comment"} & copy.info.keys()


def test_what_is_transparent_stays_so():
    image = four_corners().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    image.paste((10, 20, 30, 255), (0, 0, 32, 32))
    palette = four_corners().quantize(4)
    for data in (saved(image, "PNG"), saved(image, "WEBP")):
        copy = seen(data, 32)
        assert copy.mode == "RGBA"
        assert copy.getpixel((2, 2))[3] == 255
        assert copy.getpixel((30, 2))[3] == 0
    assert seen(saved(palette, "GIF", transparency=palette.getpixel((0, 0))), 32).getpixel((1, 1))[3] == 0


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "RGBA", "I;16"])
def test_pictures_of_every_sort_keep_their_look(mode):
    grey = Image.linear_gradient("L").resize((64, 64))
    sixteen = Image.new("I;16", (64, 64))
    sixteen.putdata([value * 257 for value in grey.tobytes()])
    image = sixteen if mode == "I;16" else grey.convert("RGB").convert(mode) if mode == "CMYK" else grey.convert(mode)
    copy = seen(saved(image, "JPEG" if mode == "CMYK" else "PNG"), 32).convert("L")
    above, below = copy.crop((0, 0, 32, 8)), copy.crop((0, 24, 32, 32))
    assert sum(above.tobytes()) / 256 < 50
    assert sum(below.tobytes()) / 256 > 200


def test_colours_of_another_space_are_brought_to_that_of_the_web():
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = swapped.index(b"rXYZ"), swapped.index(b"gXYZ")  # a space in which red is what is green to others
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    name = swapped.index("sRGB".encode("utf-16-be"))
    swapped[name : name + 8] = "mine".encode("utf-16-be")
    red, green, _ = seen(saved(Image.new("RGB", (32, 32), RED), "PNG", icc_profile=bytes(swapped)), 32).getpixel((9, 9))
    assert red < 60
    assert green > 180


def test_a_profile_that_makes_no_sense_is_passed_over():
    assert_upright(seen(saved(four_corners(), "PNG", icc_profile=b"no profile"), 32))
    grey = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    assert_upright(seen(saved(four_corners(), "PNG", icc_profile=grey), 32))


def test_drawings_are_kept_without_loss_and_photographs_small():
    drawing = four_corners(400, 200)
    assert corners(seen(saved(drawing, "PNG"), 400)) == list(CORNERS.values())
    photograph = Image.effect_noise((700, 500), 60).convert("RGB").resize((1400, 1000))
    assert b"VP8L" not in shrunk(saved(photograph.rotate(30, expand=True), "PNG"), 1400)[:64]


def test_the_same_picture_gives_the_same_bytes():
    data = picture("JPEG", (900, 600))
    once = shrunk(data, 480)
    _largest.cache_clear()
    assert shrunk(data, 800) != once
    assert shrunk(data, 480) == once


def test_what_moves_is_not_still():
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "green")]
    for kind in ("GIF", "WEBP", "PNG"):
        assert not inspect(saved(frames[0], kind, save_all=True, append_images=frames[1:]), "x").still
        assert inspect(saved(frames[0], kind), "x").still
    assert not inspect(b'<svg xmlns="http://www.w3.org/2000/svg"/>', "x.svg").still


def test_a_photograph_with_a_second_one_behind_it_is_a_photograph():
    double = saved(four_corners(400, 200), "MPO", save_all=True, append_images=[Image.new("RGB", (40, 20))])
    assert Image.open(BytesIO(double)).format == "MPO"
    found = inspect(double, "room.jpg")
    assert (found.format, found.width, found.height, found.still) == ("JPEG", 400, 200, True)
    assert_upright(seen(double, 200))


PLAIN = [saved(four_corners(), kind, **options) for kind, options in (("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("GIF", {}), ("WEBP", {}))]


@given(st.sampled_from(PLAIN), st.data())
def test_whatever_passes_as_sound_can_be_copied(data, draw):
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 3))):
        damaged[draw.draw(st.integers(0, len(damaged) - 1))] = draw.draw(st.integers(0, 255))
    try:
        found = inspect(bytes(damaged), "x")
    except Misread:
        return
    if found.format != "SVG" and found.height <= 10 * found.width:
        assert Image.open(BytesIO(shrunk(bytes(damaged), min(found.width, 16)))).format == "WEBP"
