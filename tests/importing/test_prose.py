import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mcsite.importing.prose import from_text, to_markdown
from mcsite.model.prose import Prose
from mcsite.render.prose import to_html, to_text


def shown(description: str, *, html: bool = False) -> str:
    """The text that a description comes to on a page."""
    return to_text(Prose(to_markdown(description, html=html)), "https://example.org/")


@pytest.mark.parametrize(("description", "markdown"), [
    ("Bring a mat", "Bring a mat"),
    ("Bring\na mat\n\nand water", "Bring  \na mat\n\nand water"),
    ("*Bring* a _mat_ #1", "\\*Bring\\* a \\_mat\\_ #1"),
    ("# One\n- two\n1. three\n> four\n+ five", "\\# One  \n\\- two  \n1\\. three  \n\\> four  \n\\+ five"),
    ("snake_case and https://example.org/a_b*c?d=_e_f", "snake_case and https://example.org/a_b*c?d=_e_f"),
    ("R&amp;B &#8211; live", "R&B – live"),
    ("<b>Bring</b> a <i>mat</i>", "**Bring** a *mat*"),
    ("One<br>two<br><br>three", "One  \ntwo\n\nthree"),
    ("<b>Line</b>\nby line", "**Line**  \nby line"),
    ("<p>One</p><p>two</p>", "One\n\ntwo"),
    ("<ul><li>one</li><li>two<ol><li>in</li></ol></li></ul><p>out</p>", "- one\n- two\n    1. in\n\nout"),
    ("<h1>Head</h1>text", "## Head\n\ntext"),
    ('<a href="https://example.org/">https://example.org/</a>', "https://example.org/"),
    ('<a href="https://www.google.com/url?q=https://example.org/a%3Fb&amp;sa=D">Book</a>', "[Book](https://example.org/a?b)"),
    ('<a href="javascript:alert(1)">Go</a> <a href="../x">there</a>', "Go there"),
    ('<img src="https://elsewhere.example/x.png" alt="A mat"><script>x()</script>', "A mat"),
    ("<blockquote>Said</blockquote>", "> Said"),
    ("", ""),
])  # fmt: skip
def test_descriptions_become_markdown(description, markdown):
    assert to_markdown(description) == markdown


def test_addresses_that_no_page_may_link_to_stay_text():
    assert shown("See https://user:secret@example.org/ or https://exa\u200bmple.org/") == "See https://user:secret@example.org/ or https://exa\u200bmple.org/"
    assert "<a" not in to_html(Prose(to_markdown("https://user:secret@example.org/")), "/")


SIGNS = some.text(alphabet="ab1 .-+*_#>`[]()!|~=&;<\\/:x\n", max_size=60)
PARTS = ["<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<br>", "<ul><li>", "</li></ul>", "word", " ", "two words", "*", "\n", "<h2>", "</h2>", "&amp;"]


@settings(derandomize=True, max_examples=600, deadline=None)
@given(SIGNS)
def test_plain_text_is_read_as_it_was_written(text):
    assert bare(read(f"Text\n{text}\nend")) == bare(f"Text\n{text}\nend")


def test_plain_text_keeps_its_lines_and_paragraphs():
    assert read("One\n  two\n\n\nthree\n- four") == "One\ntwo\n\nthree\n- four"


@settings(derandomize=True, max_examples=600, deadline=None)
@given(some.lists(some.sampled_from(PARTS), max_size=14))
def test_no_html_loses_a_word(parts):
    words = "".join(part for part in parts if part[0] in "wt")
    assert re.sub("[^a-z]", "", shown("".join(parts), html=True)) == words.replace(" ", "")


def read(text: str) -> str:
    return to_text(Prose(from_text(text)), "https://example.org/")


def bare(text: str) -> str:
    """Without blanks, and without what typography makes of points and hyphens."""
    return re.sub(r"[\s\-–—….]+", "", text)
