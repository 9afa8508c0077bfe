"""Where a photograph was taken leaves the file, and nothing else does."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from mcsite.render.positions import can_be_cleaned, has_position, without_position

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(position=True, orientation=1):
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "Camera"
    if position:
        tags.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.0), 3: "W", 4: (0.0, 7.0, 10.0)})
    return tags


def photograph(kind, **options):
    out = BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((32, 16)).save(out, kind, icc_profile=PROFILE, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_position_goes_and_the_picture_stays(kind):
    data = photograph(kind, exif=exif())
    assert has_position(data)
    clean = without_position(data)
    assert not has_position(clean)
    before, after = Image.open(BytesIO(data)), Image.open(BytesIO(clean))
    assert not after.getexif().get_ifd(0x8825)
    assert before.tobytes() == after.tobytes()
    assert after.info["icc_profile"] == PROFILE


def test_of_avif_it_is_known_that_the_position_stays():
    data, plain = photograph("AVIF", exif=exif()), photograph("AVIF", exif=exif(position=False))
    assert has_position(data)
    assert not can_be_cleaned(data)
    assert without_position(data) is data
    assert not has_position(plain)
    assert has_position(photograph("AVIF", xmp=b'<x:xmpmeta><rdf:Description exif:GPSLatitude="51,30N"/></x:xmpmeta>'))


def test_a_photograph_taken_upright_stays_upright():
    clean = without_position(photograph("JPEG", exif=exif(orientation=6)))
    assert dict(Image.open(BytesIO(clean)).getexif()) == {0x0112: 6}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_without_a_position_is_copied_byte_for_byte(kind):
    data = photograph(kind, **({} if kind == "GIF" else {"exif": exif(position=False)}))
    assert not has_position(data)
    assert without_position(data) is data


def test_a_position_in_xmp_goes_too():
    xmp = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="51,30N"/></x:xmpmeta>'
    for data in (photograph("JPEG", xmp=xmp), photograph("WEBP", xmp=xmp)):
        assert has_position(data)
        assert b"GPSLatitude" not in without_position(data)


def test_a_position_in_the_text_of_a_png_goes_too():
    for packed in (False, True):
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", "exif:GPSLatitude=51", zip=packed)
        data = photograph("PNG", pnginfo=info)
        assert has_position(data)
        assert not has_position(without_position(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_cleaned_file_is_sound_for_others_too(kind):
    clean = without_position(photograph(kind, exif=exif()))
    image = Image.open(BytesIO(clean))
    image.verify()
    assert without_position(clean) == clean


@given(st.sampled_from([photograph(kind, exif=exif()) for kind in ("JPEG", "PNG", "WEBP")]), st.data())
def test_any_damage_is_survived(data, draw):
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 5))):
        damaged[draw.draw(st.integers(0, min(400, len(damaged) - 1)))] = draw.draw(st.integers(0, 255))
    cut = bytes(damaged[: draw.draw(st.integers(0, len(damaged)))])
    assert isinstance(without_position(cut), bytes)
