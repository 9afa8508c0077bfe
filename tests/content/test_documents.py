"""What is in a file that is no picture."""

from io import BytesIO

import pytest
from papers import pdf, zipped
from PIL import Image

from mcsite.content import documents
from mcsite.content.documents import look_into
from mcsite.diagnostics import Misread


def facts(data, name):
    return look_into(data, str(hash(data)), name)[0]


def codes(data, name):
    return [code for code, _, _ in look_into(data, str(hash(data)), name)[1]]


def refusal(data, name):
    with pytest.raises(Misread) as refused:
        look_into(data, str(hash(data)), name)
    return refused.value.code


def photograph():
    out, exif = BytesIO(), Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.0)})
    Image.new("RGB", (6, 4)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_of_a_pdf_the_size_of_its_first_page_is_known():
    assert facts(pdf("Stand up", 200, 280), "card.pdf") == {"width": 1143, "height": 1600}


def test_one_that_is_cut_off_does_not_open():
    assert refusal(pdf()[:300], "card.pdf") == "E412"


def test_one_of_which_nothing_can_be_shown_is_doubted_and_handed_out():
    nothing = pdf().replace(b"/Kids[3 0 R]/Count 1", b"/Kids[]/Count 0     ")
    assert codes(nothing, "card.pdf") == ["W407"]
    assert facts(nothing, "card.pdf") == {"width": 0, "height": 0}


def test_a_pdf_may_have_ten_megabytes(monkeypatch):
    assert codes(pdf(), "card.pdf") == []
    monkeypatch.setattr(documents, "LARGE_PDF", len(pdf()) - 1)
    assert codes(pdf(), "card.pdf") == ["W406"]


def test_of_a_text_its_beginning_is_known():
    assert facts("\ufeffStand up \n\nwhen it rings\n".encode(), "card.txt") == {"excerpt": "Stand up\n\nwhen it rings"}
    assert facts(b"a,b\n" * 40, "list.csv")["excerpt"] == "\n".join(["a,b"] * 12) + " …"
    assert len(facts(b"a" * 4000, "card.md")["excerpt"]) == 482


@pytest.mark.parametrize("name", ["letter.docx", "all.zip"])
def test_a_document_with_a_photograph_that_tells_where_is_not_handed_out(name):
    assert refusal(zipped(word__document_xml=b"<w/>", word__media__a_jpg=photograph()), name) == "E410"


def test_what_may_not_be_handed_out_at_all_is_refused_first():
    assert refusal(b"<html>", "card.pdf") == "E407"
