"""The first page of every PDF of the library can be seen before one downloads it."""

from io import BytesIO

import pytest
from papers import pdf
from PIL import Image

CARD = "title: Card\nfiles: [card.pdf]\nlicence: CC0 1.0"


@pytest.fixture
def card(site):
    return site.settings("outputs: [pages]").write("assets/card.pdf", pdf("Stand up", 400, 560)).write("library/card.md", CARD)


def previews(site):
    return sorted(path for path in site.files() if path.endswith(".webp"))


def test_it_is_made_in_the_widths_in_which_pages_show_it(card):
    card.build()
    sizes = {Image.open(BytesIO(card.files()[path])).size for path in previews(card)}
    assert sizes == {(480, 672), (800, 1120), (1143, 1600)}
    assert all(path in card.read("library/card/index.html") for path in previews(card))


def test_the_page_says_what_the_file_is(card):
    card.build()
    page = card.read("library/card/index.html")
    assert 'alt="Preview of card.pdf"' in page
    assert "PDF" in page


def test_two_entries_with_one_file_share_its_preview(card):
    card.build()
    before = previews(card)
    card.write("library/again.md", CARD.replace("Card", "Again")).build()
    assert previews(card) == before


def test_a_pdf_that_only_a_text_links_to_has_none(card):
    card.remove("library/card.md").write("pages/about.md", "---\ntitle: About\n---\n[Card](card.pdf)\n").build()
    assert previews(card) == []


def test_another_pdf_has_other_addresses(card):
    card.build()
    before = previews(card)
    card.write("assets/card.pdf", pdf("Sit down", 400, 560)).build()
    assert not set(before) & set(previews(card))
