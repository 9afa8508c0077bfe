"""What may be handed out, judged by content."""

import pytest
from papers import zipped

from mcsite.diagnostics import Misread
from mcsite.source.downloads import ending_of, judge_download, refuse_heic

SOUND = {
    "flyer.pdf": b"%PDF-1.7\n...",
    "FLYER.PDF": b"\n%PDF-1.4",
    "swap.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "anna.vcf": b"BEGIN:VCARD\nEND:VCARD",
    "notes.txt": "Gr\u00fc\u00dfe\n".encode(),
    "list.csv": b"\xef\xbb\xbfa;b\n1;2\n",
    "letter.docx": zipped(word__document_xml=b"<w/>"),
    "table.xlsx": zipped(xl__workbook_xml=b"<x/>"),
    "letter.odt": zipped(mimetype=b"application/vnd.oasis.opendocument.text"),
    "book.epub": zipped(mimetype=b"application/epub+zip"),
    "all.zip": zipped(a_txt=b"a"),
    "song.mp3": b"ID3...",
    "talk.mp3": b"\xff\xfb\x90\x00",
    "film.mp4": b"\x00\x00\x00\x18ftypmp42",
    "sound.wav": b"RIFF\x00\x00\x00\x00WAVEfmt ",
    "font.woff2": b"wOF2...",
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_what_it_says_is_handed_out(name):
    judge_download(SOUND[name], f"folder/{name}")


@pytest.mark.parametrize(
    "name", ["page.html", "page.htm", "run.js", "style.css", "a.exe", "a.php", "a.xml", "a.xhtml", "a.svgz", "noending", ".pdf.js", "a.pdf.html"]
)
def test_pages_scripts_and_programs_are_refused(name):
    with pytest.raises(Misread) as refused:
        judge_download(b"%PDF-1.7", name)
    assert refused.value.code == "E406"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("flyer.pdf", b"<html><script>alert(1)</script>"),
        ("flyer.pdf", b""),
        ("swap.ics", b"hello"),
        ("notes.txt", b"\x00\x01"),
        ("notes.txt", b"\xff\xfe"),
        ("letter.docx", b"%PDF-1.7"),
        ("letter.docx", zipped(xl__workbook_xml=b"<x/>")),
        ("letter.odt", zipped(mimetype=b"application/epub+zip")),
        ("all.zip", zipped(a_txt=b"a" * 99)[:-20]),
        ("all.zip", b"MZ" + zipped(a_txt=b"a")),
        ("song.mp3", b"\xff"),
        ("film.mp4", b"MZ"),
    ],
)
def test_what_is_not_what_it_says_is_refused(name, data):
    with pytest.raises(Misread) as refused:
        judge_download(data, name)
    assert refused.value.code == "E407"


@pytest.mark.parametrize(("name", "ending"), [("a.PDF", ".pdf"), ("a.b.c", ".c"), ("a", ""), ("x.y/a", ""), (".hidden", ".hidden")])
def test_the_ending_of_a_name(name, ending):
    assert ending_of(name) == ending


@pytest.mark.parametrize("name", ["IMG_0001.HEIC", "room.jpg"])
def test_a_photograph_of_an_iphone_is_known_by_any_name(name):
    with pytest.raises(Misread) as refused:
        refuse_heic(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", name)
    assert refused.value.code == "E411"


def test_what_is_built_like_such_a_photograph_is_not_taken_for_one():
    refuse_heic(SOUND["film.mp4"], "film.mp4")
    refuse_heic(b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avifmiaf", "room.avif")


def test_a_picture_fresh_from_the_camera_is_told_from_other_files():
    with pytest.raises(Misread) as refused:
        judge_download(b"II*\x00", "room.TIF")
    assert refused.value.code == "E406"
    assert "save it as JPEG" in refused.value.help
