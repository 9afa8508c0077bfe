"""Prose from Markdown to the page and to plain text."""

import time

import pytest
from hostile import PAYLOADS
from hypothesis import example, given
from hypothesis import strategies as st
from judge import harm_in, parsed

from mcsite.memo import forget
from mcsite.model.prose import Picture, Prose
from mcsite.render.prose import anchors, to_html, to_text
from mcsite.source.limits import excesses

PICTURE = Picture("assets/warm room.jpg", 640, 480, "A warm room")
KNOWN = {
    "links": (("../events/swap.md", "events/swap/"), ("flyer.pdf", "assets/fly er.pdf"), ("workshop:desk", "workshops/desk/#bring")),
    "pictures": (("room.jpg", PICTURE),),
}
UNCLOSED = ("<a href='", '<img src="f.png">', "[x](", ")", ">", "'>", "](", "![y](", "../events/held.md", "event:held", "https://other.example/g", " ", '"')


def html(source, shift=0, prefix=""):
    return to_html(Prose(source, **KNOWN), "/site/", shift, prefix)


def test_links_and_pictures_lead_to_where_they_were_resolved_to():
    assert '<a href="/site/events/swap/">x</a>' in html("[x](../events/swap.md)")
    assert '<a href="/site/assets/fly%20er.pdf">x</a>' in html('<a href="flyer.pdf">x</a>')
    assert '<a href="/site/workshops/desk/#bring">x</a>' in html("[x][y]\n\n[y]: workshop:desk")
    picture = '<img src="/site/assets/warm%20room.jpg" alt="A warm room" width="640" height="480" loading="lazy" decoding="async">'
    assert picture in html("Come in: ![A warm room](room.jpg)")


def test_what_was_not_resolved_leads_nowhere_and_loses_no_word():
    assert html("[x](other.md)") == "<p><a>x</a></p>"
    assert html("![A mat](mat.jpg)") == "<p>A mat</p>"


@given(st.lists(st.sampled_from(UNCLOSED), max_size=9).map("".join))
@example("<a href='<img src=\"f.png\"><a href='[x](>")
@example("<a href='<img src=\"f.png\"><a href='[x](../events/held.md)>")
def test_nothing_that_no_reader_of_references_saw_leads_anywhere_on_the_site_or_shows_a_file(source):
    """Between tags that do not close the two may disagree on what is a link. Only what was resolved has an address of ours, so nothing held back is told."""
    for base in ("/site/", "https://example.org/"):
        page = parsed(to_html(Prose(source), base))
        assert {link.get("href") for link in page.iter("a")} <= {None, "https://other.example/g"}
        assert list(page.iter("img")) == []


def test_other_sites_are_linked_without_power_over_ours():
    assert html("[x](https://example.org/a b)") == '<p><a href="https://example.org/a%20b" rel="noopener">x</a></p>'
    assert html("<mailto:hello@example.org>") == '<p><a href="mailto:hello@example.org">hello@example.org</a></p>'


def test_the_same_prose_stands_under_any_path():
    prose = Prose("[x](../events/swap.md)", **KNOWN)
    assert 'href="/moves/events/swap/"' in to_html(prose, "/moves/")
    assert "x (https://example.org/moves/events/swap/)" in to_text(prose, "https://example.org/moves/")


def test_empty_prose_is_empty():
    assert to_html(Prose(" \n"), "/") == ""
    assert to_text(Prose(), "/") == ""


def test_anchors_are_those_of_the_page():
    assert anchors("# What to *bring*\n\n## Bring\n\n## Bring\n\nSign-up\n---") == ("what-to-bring", "bring", "bring-2", "sign-up")


def test_rendering_again_gives_the_same_bytes():
    source = "# A\n\n[^1] *b* **c** `d`\n\n- [ ] e\n\n| f |\n|---|\n| g |\n\n[^1]: h"
    first = html(source)
    forget()
    html("## Another\n\ntext[^1]\n\n[^1]: in between")
    assert html(source) == first


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_is_written_runs_or_loads(payload):
    assert harm_in(html(payload)) == []
    assert harm_in(html(f"- a\n\n  > text {payload} text\n\n| a |\n|---|\n| {payload} |")) == []


@given(st.lists(st.sampled_from(PAYLOADS) | st.sampled_from("<>\"'`[]()!*_~&;:#=-/ \n\t\x0c").map(str) | st.text(max_size=4), max_size=8).map("".join))
def test_no_mixture_of_it_runs_or_loads_either(source):
    assert harm_in(html(source)) == []


@given(st.text(max_size=120) | st.text(alphabet="-*+1.) >#`~[]()!<>&|:=_\\\n ab", max_size=120))
def test_any_text_is_rendered(source):
    tree = parsed(html(source))
    names = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(names) == len(set(names))
    to_text(Prose(source, **KNOWN), "https://example.org/")


COSTLY = {
    "headings": "# a\n\n",
    "emphasis": "*a **b ***c _d ",
    "escapes": "\\*",
    "quotes": "\"a' ",
    "code": "`a ``b ",
    "lists": "- a\n\n* b\n\n",
    "deep lists": "- " * 12 + "a\n\n",
    "lists without blanks": "- a\n* b\n" * 148 + "\n",
    "quotations": "> " * 12 + "a\n\n",
    "tables": "|a|b|\n|-|-|\n" + "|a|b|\n" * 290 + "\n",
    "wide tables": "|a" * 40 + "\n" + "|-" * 40 + "\n" + "|a" * 40 + "\n\n",
    "brackets": "[" * 200 + "x" * 100 + "\n\n",
    "open links": "[a](b " + "x" * 400 + "\n\n",
    "tags": "<b>" + "x" * 40,
    "open tags": "<a " + "x" * 40,
    "declarations": "<![" + "x" * 40,
    "comments": "<!--" + "x" * 40,
    "setext": "a\n=\n" * 140 + "\n",
    "rules": "---\n" * 290 + "\n",
    "addresses": "https://example.org/ a@b.org ",
    "struck": "~~a ",
    "entities": "&amp;",
    "blanks": " ",
    "one word": "x",
}


@pytest.mark.parametrize("kind", COSTLY)
def test_what_passes_the_limits_is_rendered_in_about_a_second(kind):
    for size in (5_000, 49_000):
        source = (COSTLY[kind] * (size // len(COSTLY[kind]) + 1))[:size]
        if not excesses(source, "content/pages/x.md"):
            began = time.process_time()
            html(source)
            assert time.process_time() - began < 2.5, size  # under one second on a machine that has nothing else to do


def test_a_photograph_in_a_text_has_copies_of_which_the_base_is_that_of_the_page():
    prose = Prose("![A room](room.jpg)", (), (("room.jpg", Picture("assets/warm room.jpg", 640, 480, "A room", "assets/room-0123456789ab/")),))
    srcset = 'srcset="/site/assets/room-0123456789ab/480.webp 480w, /site/assets/room-0123456789ab/640.webp 640w"'
    assert srcset in to_html(prose, "/site/")
    assert srcset.replace('"/', '"https://example.org/').replace(", /", ", https://example.org/") in to_html(prose, "https://example.org/site/")
