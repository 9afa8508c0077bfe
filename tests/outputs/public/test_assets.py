"""Assets are copied as they are, but for where a photograph was taken."""

from io import BytesIO

from papers import pdf
from PIL import Image


def test_a_file_is_copied_byte_for_byte_under_its_own_name(site):
    site.write("assets/prints/flyer a5.pdf", pdf()).build()
    assert (site.output / "public/assets/prints/flyer a5.pdf").read_bytes() == pdf()


def test_a_picture_in_a_text_and_a_download_are_found_where_they_are_linked(site):
    out = BytesIO()
    Image.new("RGB", (6, 4)).save(out, "PNG")
    site.write("assets/warm room.png", out.getvalue()).write("assets/fl\u00fcyer.pdf", pdf())
    site.write("pages/room.md", "---\ntitle: Room\n---\n![A warm room](<warm room.png>) [Flyer](fl\u00fcyer.pdf)\n").build()
    page = site.read("room/index.html")
    assert '<img src="/assets/warm%20room.png" alt="A warm room" width="6" height="4"' in page
    assert 'href="/assets/fl%C3%BCyer.pdf"' in page


def test_where_a_photograph_was_taken_stays_at_home(site):
    out, exif = BytesIO(), Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.0)})
    Image.new("RGB", (6, 4)).save(out, "JPEG", exif=exif)
    site.write("pages/room.md", "---\ntitle: Room\n---\n[The room](room.jpg)\n")
    outcome = site.write("assets/room.jpg", out.getvalue()).build()
    assert outcome.codes == ["W400"]
    published = (site.output / "public/assets/room.jpg").read_bytes()
    assert not Image.open(BytesIO(published)).getexif().get_ifd(0x8825)


def test_a_page_among_the_assets_stops_the_build(site):
    assert site.write("assets/page.html", "<script>alert(1)</script>").build().codes == ["E406"]
