"""Whatever stands in a title reads so in what is made of it, and is nothing but text."""

import re
from html.parser import HTMLParser

import hostile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mcsite.model.filling import Slot, TextTemplate
from mcsite.model.prose import Picture, Prose
from mcsite.render.merging import filled_text, has_tags, in_xml, markdown
from mcsite.render.prose import to_html
from mcsite.render.tidy import tidy_line
from mcsite.source.placeholders import template

BASE = "https://moves.example/"
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60).map(tidy_line).filter(bool)
SIGNS = st.text(st.sampled_from("\\`*_[]{}()#+-.!&<>~|=:1a \"'/"), min_size=1, max_size=14).map(tidy_line).filter(bool)
TYPOGRAPHY = str.maketrans("\u201c\u201d\u2018\u2019\u2013\u2014\u2026", "\"\"''--.")
OUTSIDE = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Words(HTMLParser):
    """The text of a page, and the tags in it."""

    def __init__(self, html):
        super().__init__()
        self.said, self.tags = "", []
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.said += data

    def handle_starttag(self, tag, _attrs):
        self.tags.append(tag)


def text(source, **values):
    found = template(source, "x.md")
    assert not found.faults
    return filled_text(TextTemplate(found.parts, html=has_tags(source)), {name.replace("__", "."): value for name, value in values.items()})


def alike(said):
    """Without what typography does to quotation marks and dashes, and without blanks."""
    return re.sub(r"[\s\u202f.-]", "", said.translate(TYPOGRAPHY)).replace("''", '"')


def reads(source, title):
    """How a text reads with a title, here and elsewhere, and of what tags it is made."""
    filled = text(source, session__title=title)
    here, there = Words(to_html(filled, BASE)), Words(OUTSIDE.render(filled.source))
    return [(alike(found.said), [tag for tag in found.tags if tag != "a"]) for found in (here, there)]


@settings(derandomize=True, deadline=None)
@given(ANY_TEXT | SIGNS)
def test_any_title_stays_text_in_a_line(title):
    for said, tags in reads("Come to {{ session.title }} soon", title):
        assert said == alike(f"Come to {title} soon")
        assert tags == ["p"]


@settings(derandomize=True, deadline=None)
@given(SIGNS)
def test_and_at_the_beginning_of_one(title):
    for said, tags in reads("{{ session.title }}", title):
        assert (said, tags) == (alike(title), ["p"])


@settings(derandomize=True, deadline=None)
@given(SIGNS)
def test_and_in_bold_in_a_list_in_a_table_and_in_html(title):
    for source, expected in {
        "**{{ session.title }}**": ["p", "strong"],
        "- {{ session.title }}\n- b": ["ul", "li", "li"],
        "<b>{{ session.title }}</b>": ["p", "b"],
        "# {{ session.title }}": ["h1"],
    }.items():
        for said, tags in reads(source, f"x{title}x"):
            assert alike(f"x{title}x") in said
            assert [tag.replace("h2", "h1") for tag in tags] == expected
    table = "| a | b |\n|---|---|\n| c | {{ session.title }} |\n"
    for said, tags in reads(table, f"x{title}x"):
        assert alike(f"x{title}x") in said
        assert tags.count("td") == 2


@pytest.mark.parametrize("title", [*hostile.SCRIPTS, *hostile.HANDLERS])
def test_what_wants_to_run_is_read(title):
    for said, tags in reads("Come to {{ session.title }}!", tidy_line(title)):
        assert tags == ["p"]
        assert alike(tidy_line(title)) in said


def test_nothing_in_a_value_is_filled_in():
    assert text("{{ session.title }}", session__title="{{ session.when }}").source == r"\{\{ session.when \}\}"


@settings(derandomize=True, deadline=None)
@given(SIGNS)
def test_and_as_a_heading_to_its_last_sign(title):
    for said, tags in reads("# x{{ session.title }}", title):
        assert (said, len(tags)) == (alike(f"x{title}"), 1)


def test_a_number_at_the_beginning_is_no_list():
    assert text("{{ session.title }}", session__title="1. Treffen").source == r"1\. Treffen"


def test_an_ordinary_title_is_left_as_it_is():
    assert text("Come to {{ session.title }}.", session__title="Tuesday Stretch Circle, 3 of 12: A.B. (new!)").source == (
        "Come to Tuesday Stretch Circle, 3 of 12: A.B. (new!)."
    )


@pytest.mark.parametrize(
    "source", ["[x]({{ session.link }})", "[x](<{{ session.link }}>)", "[x]\n\n[x]: {{ session.link }}", '<a href="{{ session.link }}">x</a>']
)
def test_an_address_leads_where_it_should(source):
    link = "https://moves.example/a_b/caf%C3%A9/?q=(1)*2"
    html = to_html(text(source, session__link=link), BASE)
    assert 'href="https://moves.example/a_b/caf%C3%A9/?q=%281%29%2A2"' in html


def test_words_within_an_address_are_spelled_as_addresses_are():
    source = "[x](https://book.example/?what={{ session.title }})"
    assert text(source, session__title="A & B (new)").source == "[x](https://book.example/?what=A%20%26%20B%20%28new%29)"


def test_other_words_stand_for_want_of_a_value_and_are_text_too():
    assert text('{{ venue.name or "*online*" }}', venue__name="").source == r"\*online\*"
    assert text('a{{ venue.name or "" }}b', venue__name="").source == "ab"
    assert text('{{ venue.name or "online" }}', venue__name="Hall").source == "Hall"


def test_a_line_on_which_nothing_is_left_to_say_is_left_out():
    source = 'one\n{{ session.note or "" }}\ntwo {{ session.note or "" }}\n {{ session.note or "" }} {{ session.note or "" }}'
    assert text(source, session__note="").source == "one  \ntwo \n"
    assert text(source, session__note="x").source.count("x") == 4


def test_lines_stay_lines_where_text_goes_on():
    assert text("one\ntwo\n\nthree").source == "one  \ntwo\n\nthree"
    unchanged = "# one\ntwo\n\n- a\n- b\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx\ny\n```\n\n> q\n\n[a]: https://a.example/\nlast"
    assert text(unchanged).source == unchanged


def test_links_and_pictures_of_the_site_have_full_addresses_elsewhere():
    picture = Picture("assets/a b.svg", 10, 10, "A chair")
    prose = Prose(
        "![A chair](a b.svg) [x](../events/swap.md) [x](../events/swap.md) https://a.example/",
        (("../events/swap.md", "events/swap/"),),
        (("a b.svg", picture),),
    )
    assert markdown(prose, BASE) == (
        "![A chair](https://moves.example/assets/a%20b.svg) [x](https://moves.example/events/swap/) [x](https://moves.example/events/swap/) https://a.example/"
    )


def test_in_xml_nothing_ends_a_text_or_an_attribute():
    assert in_xml("<b a=\"1\" c='2'>&") == "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;"


def test_a_placeholder_says_how_it_was_written():
    assert TextTemplate(("a ", Slot("venue.name", "online"))).source == 'a {{ venue.name or "online" }}'


def test_mail_and_numbers_lead_where_they_should():
    assert text("[x](mailto:{{ organiser.email }})", organiser__email="ada+1@example.org").source == "[x](mailto:ada%2B1@example.org)"
    assert text("[x](tel:{{ organiser.phone }})", organiser__phone="+44 1632 960417").source == "[x](tel:+441632960417)"
