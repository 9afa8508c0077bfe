"""What a camera notes leaves the file, and the picture stays."""

from base64 import b64encode
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from mcsite.render.positions import has_position, without_notes

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
    clean = without_notes(data)
    assert not has_position(clean)
    before, after = Image.open(BytesIO(data)), Image.open(BytesIO(clean))
    assert not after.getexif().get_ifd(0x8825)
    assert before.tobytes() == after.tobytes()
    assert after.info["icc_profile"] == PROFILE


def test_of_avif_it_is_known_that_the_position_stays():
    data, plain = photograph("AVIF", exif=exif()), photograph("AVIF", exif=exif(position=False))
    assert has_position(data)
    assert without_notes(data) is data
    assert not has_position(plain)
    assert has_position(photograph("AVIF", xmp=b'<x:xmpmeta><rdf:Description exif:GPSLatitude="51,30N"/></x:xmpmeta>'))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_taken_upright_stays_upright(kind):
    clean = without_notes(photograph(kind, exif=exif(orientation=6)))
    assert dict(Image.open(BytesIO(clean)).getexif()) == {0x0112: 6}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_without_notes_is_copied_byte_for_byte(kind):
    data = photograph(kind)
    assert not has_position(data)
    assert without_notes(data) == data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_camera_is_not_named_though_it_says_no_place(kind):
    data = photograph(kind, exif=exif(position=False, orientation=8))
    assert b"Camera" in data
    assert b"Camera" not in without_notes(data)


def test_progressive_photographs_keep_every_scan():
    data = photograph("JPEG", exif=exif(), progressive=True, comment=b"in my kitchen")
    clean = without_notes(data)
    assert b"kitchen" not in clean
    assert Image.open(BytesIO(clean)).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_what_a_telephone_puts_behind_a_photograph_goes():
    plain = photograph("JPEG")
    film = b"\x00\x00\x00\x18ftypmp42" + b"\xa9xyz+51.5-000.1/"
    assert without_notes(plain + photograph("JPEG", exif=exif()) + film) == plain


def test_the_second_picture_of_a_telephone_goes_with_its_place():
    out = BytesIO()
    Image.new("RGB", (32, 16), "teal").save(out, "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))], exif=exif())
    clean = without_notes(out.getvalue())
    assert Image.open(BytesIO(clean)).format == "JPEG"
    assert clean.count(b"\xff\xd8\xff") == 1
    assert not has_position(clean)


def test_notes_of_every_sort_go_from_a_photograph():
    plain = photograph("JPEG")
    notes = [(0xE0, b"JFXX\0\x10thumbnail"), (0xE2, b"MPF\0second picture"), (0xED, b"Photoshop 3.0\08BIM\x04\x04Kitchen"), (0xE7, b"serial"), (0xFE, b"me")]
    segments = b"".join(b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body for marker, body in notes)
    assert without_notes(plain[:2] + segments + b"\xff" + plain[2:]) == plain


def test_a_moving_picture_still_moves_when_its_notes_are_gone():
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "green")]
    xmp = b"<x:xmpmeta><rdf:Description exif:GPSLatitude='51,30N'/></x:xmpmeta>"
    magic = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"  # lets readers of blocks find the end of the packet
    for kind in ("GIF", "WEBP", "PNG"):
        out = BytesIO()
        frames[0].save(
            out, kind, save_all=True, append_images=frames[1:], loop=0, duration=100, **({"comment": b"my kitchen"} if kind == "GIF" else {"exif": exif()})
        )
        data = out.getvalue()
        if kind == "GIF":
            data = data[:-1] + b"\x21\xff\x0bXMP DataXMP" + xmp + magic + b"\x3b"
        assert has_position(data)
        clean = without_notes(data)
        assert not has_position(clean)
        assert b"kitchen" not in clean
        after = Image.open(BytesIO(clean))
        assert (after.n_frames, after.info.get("loop")) == (3, 0)
        after.seek(2)
        assert after.convert("RGB").getpixel((4, 4))[1] > 100


def test_the_number_of_the_camera_goes():
    tags = exif(position=False)
    tags.get_ifd(0x8769)[0xA431] = "SERIAL-77"
    for kind in ("JPEG", "PNG", "WEBP"):
        assert b"SERIAL-77" not in without_notes(photograph(kind, exif=tags))


def test_a_position_in_xmp_goes_too():
    xmp = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="51,30N"/></x:xmpmeta>'
    for data in (photograph("JPEG", xmp=xmp), photograph("WEBP", xmp=xmp)):
        assert has_position(data)
        assert b"GPSLatitude" not in without_notes(data)


def test_a_position_in_the_text_of_a_png_goes_too():
    for packed in (False, True):
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", "exif:GPSLatitude=51", zip=packed)
        data = photograph("PNG", pnginfo=info)
        assert has_position(data)
        assert not has_position(without_notes(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_cleaned_file_is_sound_for_others_too(kind):
    clean = without_notes(photograph(kind, exif=exif()))
    image = Image.open(BytesIO(clean))
    image.verify()
    assert without_notes(clean) == clean


@given(st.sampled_from([photograph(kind, exif=exif()) for kind in ("JPEG", "PNG", "WEBP")]), st.data())
def test_any_damage_is_survived(data, draw):
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 5))):
        damaged[draw.draw(st.integers(0, min(400, len(damaged) - 1)))] = draw.draw(st.integers(0, 255))
    cut = bytes(damaged[: draw.draw(st.integers(0, len(damaged)))])
    assert isinstance(without_notes(cut), bytes)


def drawing(data, kind="jpeg"):
    head = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/{kind};base64,'
    return head.encode() + b64encode(data) + b'"/><path d="M0 0"/></svg>'


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_in_a_drawing_is_cleaned_like_any_other(kind):
    data, clean = photograph(kind, exif=exif()), without_notes(photograph(kind, exif=exif()))
    assert has_position(drawing(data, kind.lower()))
    assert without_notes(drawing(data, kind.lower())) == drawing(clean, kind.lower())
    assert not has_position(drawing(clean, kind.lower()))


def test_a_drawing_without_one_is_copied_byte_for_byte():
    data = drawing(photograph("PNG"), "png").replace(b"><path", b">\n <path")
    assert without_notes(data) == data


def test_of_a_drawing_that_notes_its_place_itself_it_is_known_that_it_stays():
    data = b'<svg xmlns="http://www.w3.org/2000/svg"><metadata exif:GPSLatitude="51,30N"/></svg>'
    assert has_position(data)
    assert without_notes(data) == data
