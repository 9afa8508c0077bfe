"""HTML of our own, read as html.parser reads it."""

from html.parser import HTMLParser

import pytest
from hostile import PAYLOADS
from hypothesis import given
from hypothesis import strategies as st

from mcsite.model.prose import Picture, Prose
from mcsite.render.prose import to_html
from mcsite.render.tags import read

PICTURE = Picture("assets/warm room.jpg", 640, 480, copies="assets/warm-room-0123456789ab/")
PARTS = [
    "- [x] *done* & <b>more</b>",
    '![A "warm" <room> & more](room.jpg)',
    "![gone < here](gone.jpg)",
    "| a | b |\n|---|:--|\n| 1 | <br> |",
    "<details open><summary>&lt;More&nbsp;&amp;amp;</summary>x</details>",
    "[x](https://example.org/?a=1&copy=2 'a > b')",
    "One[^1]\n\n[^1]: First.",
    "3. c\n4. d",
    "```\na < b\n  &c\n```",
    "<abbr title='<h1>x</h1>'>y</abbr>",
    "\n\n",
]


class Heard:
    def __init__(self):
        self.all = []

    def begin(self, tag, attributes):
        self.all.append(("begin", tag, dict(attributes)))

    def end(self, tag):
        self.all.append(("end", tag))

    def text(self, words):
        self.all.append(("say", words))


class Told(HTMLParser):
    """What html.parser finds, told to the same."""

    def __init__(self, reader):
        super().__init__(convert_charrefs=True)
        self.handle_endtag, self.handle_data, self.reader = reader.end, reader.text, reader

    def handle_starttag(self, tag, attrs):
        self.reader.begin(tag, {name: value or "" for name, value in attrs})


def heard(html):
    found = Heard()
    read(html, found)
    return found.all


def parsed(html):
    found = Heard()
    parser = Told(found)
    parser.feed(html)
    parser.close()
    return found.all


@given(st.lists(st.sampled_from(PARTS) | st.sampled_from(PAYLOADS) | st.text(max_size=6), max_size=8).map("\n".join))
def test_what_is_found_is_what_html_parser_finds(source):
    html = to_html(Prose(source, (), (("room.jpg", PICTURE),)), "/")
    assert heard(html) == parsed(html)


@pytest.mark.parametrize("source", [*PARTS, *PAYLOADS])
def test_and_so_it_is_with_each_part_alone(source):
    html = to_html(Prose(source, (), (("room.jpg", PICTURE),)), "/")
    assert heard(html) == parsed(html)


def test_a_sign_that_begins_no_tag_is_text():
    assert heard("a < b &amp; c") == [("say", "a "), ("say", "<"), ("say", " b & c")]
