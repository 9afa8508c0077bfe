"""A place is found in whatever file it hides."""

from io import BytesIO

import pikepdf
import pytest
from papers import pdf, zipped
from PIL import Image

from mcsite.render.hidden_positions import hides_position


def photograph(kind="JPEG", *, tells=True):
    out, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "Camera"
    if tells:
        exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.0)})
    Image.new("RGB", (6, 4)).save(out, kind, exif=exif)
    return out.getvalue()


def illustrated(jpeg):
    document, out = pikepdf.open(BytesIO(pdf())), BytesIO()
    document.pages[0].Resources.XObject = pikepdf.Dictionary(I=document.make_indirect(pikepdf.Stream(document, jpeg, Filter=pikepdf.Name.DCTDecode)))
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_in_a_letter(kind):
    name = f"word__media__room_{kind.lower().replace('jpeg', 'jpg')}"
    assert hides_position(zipped(**{name: photograph(kind)}))
    assert not hides_position(zipped(**{name: photograph(kind, tells=False)}))


def test_a_photograph_in_a_pdf():
    assert hides_position(illustrated(photograph()))
    assert not hides_position(illustrated(photograph(tells=False)))
    assert not hides_position(pdf())


def test_a_film():
    film = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"
    assert hides_position(film + b"\x00\x00\x00\x1emoovudta\xa9xyz\x00\x12\x15\xc7+51.5034-000.1276/")
    assert hides_position(film + b"mdta com.apple.quicktime.location.ISO6709")
    assert not hides_position(film)


def test_a_zip_that_cannot_be_read_and_other_files_tell_nothing():
    assert not hides_position(b"PK\x03\x04 and nothing more")
    assert not hides_position(b"exif:GPSLatitude is a word in a text")
