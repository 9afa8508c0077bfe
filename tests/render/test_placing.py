"""Prose rendered once and placed is prose rendered for its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite.model.addresses import below
from mcsite.model.prose import Picture, Prose
from mcsite.render.cleaning import Addresses, cleaned
from mcsite.render.finishing import finished
from mcsite.render.markup import unsafe_html
from mcsite.render.placing import marks_for, placed
from mcsite.render.prose import to_html

PICTURE = Picture("assets/warm room.jpg", 640, 480, "A warm room", "assets/warm-room-0123456789ab/")
LINKS = (("../events/swap.md", "events/swap/"), ("flyer.pdf", "assets/fly er.pdf"), ("home", ""), ("workshop:desk", "workshops/desk/#bring"))
PARTS = [
    "[x](../events/swap.md)",
    '<a title="t" href="flyer.pdf" lang="de">f</a>',
    "[h](home)",
    "[w](workshop:desk)",
    "![A warm room](room.jpg)",
    "![gone](gone.jpg)",
    "[web](https://example.org/a)",
    "<hello@example.org>",
    "[[in](home)](flyer.pdf)",
    "# Heading [w](workshop:desk)\n\n",
    "- a\n",
    '"said"',
]
BASES = ["/", "/moves/", "https://example.org/", "http://[::1]:8000/it's/a&b/", ""]
FOLDERS = ["", "de/", "pt-br/"]


def rendered_there(prose, base):
    """As if there were one place alone."""

    def at(path):
        return below(base, prose.folder, path)

    addresses = Addresses(
        {written: at(address) for written, address in prose.links},
        {written: at(picture.path) for written, picture in prose.pictures},
    )
    return finished(cleaned(unsafe_html(prose.source), addresses), {at(picture.path): picture for _, picture in prose.pictures})


@given(st.lists(st.sampled_from(PARTS), max_size=6).map(" ".join), st.sampled_from(BASES), st.sampled_from(FOLDERS))
def test_one_rendering_serves_every_place(source, base, folder):
    prose = Prose(source, LINKS, (("room.jpg", PICTURE),), folder=folder)
    for place in (base + folder, base):
        assert to_html(prose, place) == rendered_there(prose, place)


def test_a_link_of_the_site_says_that_it_leads_to_the_web_only_where_it_is_written_in_full():
    prose = Prose("[x](home)", LINKS)
    assert to_html(prose, "/moves/") == '<p><a href="/moves/">x</a></p>'
    assert to_html(prose, "https://m.example/") == '<p><a href="https://m.example/" rel="noopener">x</a></p>'


@pytest.mark.parametrize("source", ["a", "", "\udc80", "at0123"])
def test_no_text_can_hold_its_own_marks(source):
    marks = marks_for(source)
    assert marks.stem not in source
    assert marks_for(source + marks.stem) != marks
    assert placed(source, marks, "/x/", "") == source
