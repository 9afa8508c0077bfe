"""The first page of a PDF is looked at from a safe distance."""

from io import BytesIO

import pikepdf
import pytest
from papers import pdf
from PIL import Image

from mcsite import memo
from mcsite.diagnostics import Misread
from mcsite.render import first_page as module
from mcsite.render.first_page import first_page, size_of


@pytest.fixture(autouse=True)
def _blank():
    memo.forget()


def saved(document, **options):
    out = BytesIO()
    document.save(out, **options)
    return out.getvalue()


def endless():
    """A PDF with a form that draws itself twice."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    form = document.make_indirect(document.make_stream(b"/F Do /F Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 200, 200]))
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    document.pages[0].Contents = document.make_stream(b"/F Do")
    return saved(document)


def test_a_page_becomes_a_picture_with_its_words_in_it():
    page = first_page(pdf("Stand up", 200, 280), "a", "card.pdf")
    assert size_of(page) == (1143, 1600)
    picture = Image.open(BytesIO(page)).convert("L")
    assert picture.getpixel((5, 5)) == 255
    assert picture.getextrema() == (0, 255)


@pytest.mark.parametrize(("width", "height", "size"), [(14400, 3, (1600, 1)), (400, 200, (1600, 800))])
def test_its_longer_side_has_1600_pixels_whatever_its_shape(width, height, size):
    assert size_of(first_page(pdf("", width, height), f"{width}", "card.pdf")) == size


def test_what_cannot_be_drawn_gives_no_picture():
    assert first_page(b"%PDF-1.7\nstartxref\n0\n%%EOF", "b", "card.pdf") == b""


def test_a_password_is_asked_of_nobody():
    locked = saved(pikepdf.open(BytesIO(pdf())), encryption=pikepdf.Encryption(user="x", owner="y"))
    with pytest.raises(Misread) as refused:
        first_page(locked, "c", "card.pdf")
    assert refused.value.code == "E412"


def test_one_that_only_its_owner_may_change_opens():
    kept = saved(pikepdf.open(BytesIO(pdf())), encryption=pikepdf.Encryption(user="", owner="y"))
    assert first_page(kept, "d", "card.pdf")


def test_a_pdf_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 3)
    assert first_page(endless(), "e", "card.pdf") == b""


def test_each_is_opened_once(monkeypatch):
    page = first_page(pdf(), "f", "card.pdf")
    monkeypatch.setattr(module, "_opened", lambda _: pytest.fail("opened again"))
    assert first_page(pdf(), "f", "card.pdf") == page


def test_without_a_typesetter_there_is_none(monkeypatch):
    monkeypatch.setattr(module, "available", lambda: False)
    assert first_page(pdf(), "g", "card.pdf") == b""
