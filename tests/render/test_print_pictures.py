from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from mcsite.model.library import AssetFile
from mcsite.render.fonts import Fonts
from mcsite.render.pictures import PRINTED_WIDTH
from mcsite.render.print import Sheet, pdf
from mcsite.render.print_pictures import picture_of
from mcsite.render.theme_sources import Prints

ALONE = Prints("one picture", (("a.typ", "a.typ", '#let sheet(d, own-fonts: ()) = { set document(title: "T"); image("p.svg", alt: "P") }'),))


def _file(tmp_path, name, mode="RGB", size=(60, 40), **options):
    path = tmp_path / name
    Image.new(mode, size).save(path, **options)
    return AssetFile(f"assets/{name}", f"{name} {mode} {size} {options}", 1, str(path))


def _printed(file):
    return pdf(Sheet("a.typ", {}, {"p.svg": picture_of(file)}), ALONE, Fonts())


def _sizes(data):
    with pikepdf.open(BytesIO(data)) as document:
        found = [each for each in document.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        return [(int(each.Width), int(each.Height), str(each.Filter)) for each in found]


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.jpg", "RGB"), ("a.jpg", "CMYK"), ("a.jpg", "L"), ("a.png", "RGBA"), ("a.png", "I;16"), ("a.webp", "RGB"), ("a.gif", "P"), ("a.avif", "RGB")],
)
def test_pictures_of_every_sort_can_be_printed(tmp_path, name, mode):
    assert _sizes(_printed(_file(tmp_path, name, mode))) == [(60, 40, "/DCTDecode")]


def test_a_large_one_is_as_large_as_print_needs(tmp_path):
    assert _sizes(_printed(_file(tmp_path, "a.jpg", size=(4000, 3000)))) == [(PRINTED_WIDTH, PRINTED_WIDTH * 3 // 4, "/DCTDecode")]


def test_one_that_was_taken_upright_stands_upright_and_says_nothing_of_the_camera(tmp_path):
    notes = Image.Exif()
    notes[0x0112], notes[0x010F] = 6, "A camera of mine"
    made = _printed(_file(tmp_path, "a.jpg", exif=notes))
    assert _sizes(made) == [(40, 60, "/DCTDecode")]
    assert b"A camera of mine" not in made


def test_what_is_transparent_is_white_paper(tmp_path):
    made = picture_of(_file(tmp_path, "a.png", "RGBA"))
    assert made.startswith(b"<svg")
    with pikepdf.open(BytesIO(_printed(_file(tmp_path, "a.png", "RGBA")))) as document:
        (image,) = [each for each in document.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        assert pikepdf.PdfImage(image).as_pil_image().getpixel((30, 20)) == (255, 255, 255)


def test_a_drawing_stays_as_it_is(tmp_path):
    (tmp_path / "a.svg").write_bytes(b"<svg/>")
    assert picture_of(AssetFile("assets/a.svg", "d", 1, str(tmp_path / "a.svg"))) == b"<svg/>"
