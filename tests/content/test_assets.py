"""Every asset is looked at once."""

from io import BytesIO

import pytest
from papers import pdf
from PIL import Image

from mcsite.content import assets
from mcsite.content.assets import examine
from mcsite.memo import forget
from mcsite.model.library import AssetFile


@pytest.fixture
def file(tmp_path):
    def make(name, data, size=None):
        place = tmp_path / name.replace("/", "-")
        place.write_bytes(data)
        return AssetFile(f"assets/{name}", str(hash(data)), size or len(data), str(place))

    return make


def jpeg(position=False):
    out, exif = BytesIO(), Image.Exif()
    if position:
        exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (6, 4)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_picture_is_measured_and_a_download_let_through(file):
    found, notes = examine([file("a/room.jpg", jpeg()), file("flyer.pdf", pdf())])
    assert notes == ()
    room, flyer = found["assets/a/room.jpg"], found["assets/flyer.pdf"]
    assert (room.picture, room.width, room.height) == (True, 6, 4)
    assert (flyer.picture, flyer.width, flyer.height, flyer.form) == (False, 1143, 1600, "PDF")


@pytest.mark.parametrize(
    ("name", "data", "size", "code"),
    [
        ("room.png", jpeg(), None, "E407"),
        ("room.jpg", b"<script>", None, "E403"),
        ("room.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', None, "E405"),
        ("page.html", b"<p>", None, "E406"),
        ("flyer.pdf", b"<p>", None, "E407"),
        ("film.mp4", b"....ftyp", 10**9, "E408"),
    ],
)
def test_what_may_not_be_published_is_named_by_its_file(file, name, data, size, code):
    found, (note,) = examine([file(name, data, size)])
    assert found == {}
    assert (note.code, note.span.path) == (code, f"assets/{name}")


def test_a_photograph_that_says_where_it_was_taken_is_shown_and_noticed(file):
    found, (note,) = examine([file("room.jpg", jpeg(position=True))])
    assert note.code == "W400"
    assert "assets/room.jpg" in found


def test_a_heavy_picture_is_noticed(file, monkeypatch):
    monkeypatch.setattr(assets, "LARGE_PICTURE", 100)
    forget()
    assert [note.code for note in examine([file("room.jpg", jpeg())])[1]] == ["W401"]
    forget()


def test_a_file_is_opened_only_when_it_is_new(file):
    first = file("known.jpg", jpeg())
    once = examine([first])
    with open(first.source, "wb"):  # noqa: PTH123 - emptied: whoever opens it again sees that
        pass
    assert examine([first]) == once
