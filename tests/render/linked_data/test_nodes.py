import json

import pytest
from factory import settings
from linked import Head

from mcsite.model.prose import Picture
from mcsite.render.linked_data.nodes import document, node, pictured


def test_what_is_not_known_is_not_said():
    assert node("Event", name="Swap", url="", image=[], geo=None) == {"@type": "Event", "name": "Swap"}


def test_nothing_free_and_false_are_known():
    assert node("Offer", "x#o", price="0", position=0, isAccessibleForFree=False) == {
        "@type": "Offer",
        "@id": "x#o",
        "price": "0",
        "position": 0,
        "isAccessibleForFree": False,
    }


def test_texts_are_one_line_without_what_programs_choke_on():
    assert node("Event", name=" Swap\r\n\x00of \u2028 books\ud800 ")["name"] == "Swap of books"


HOSTILE = ["</script><script>alert(1)</script>", "<!--<script>", "-->", "]]>", "&lt;/script&gt;", 'quote " and \\ ', "\u2028", "\N{ROCKET} مرحبا"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_block_it_stands_in_and_all_of_it_is_read_back(text):
    written = document([{"@type": "Event", "name": text}])
    assert not set(written) & set("<>&\u2028\u2029")
    (block,) = Head(f'<script type="application/ld+json">{written}</script><body>').data
    assert json.loads(block) == {"@context": "https://schema.org", "@graph": [{"@type": "Event", "name": text}]}


def test_a_picture_has_its_full_address_and_what_it_shows():
    (found,) = pictured(settings(), Picture("assets/a b.jpg", 1200, 800, "Two boats"))
    assert found == {"@type": "ImageObject", "url": "https://moves.example/assets/a%20b.jpg", "caption": "Two boats"}
    assert pictured(settings(), None) == []
