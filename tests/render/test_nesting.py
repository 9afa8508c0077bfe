"""Tags of an author's own end up where HTML lets them stand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite.model.prose import Prose
from mcsite.render.cleaning import Addresses, cleaned
from mcsite.render.nesting import well_nested
from mcsite.render.prose import to_html


def nested(html):
    return well_nested(cleaned(html, Addresses({}, {})))


@pytest.mark.parametrize(
    "html",
    [
        "<p>One <b>two <i>three</i></b><br>four</p>",
        "<ul>\n<li>a<ol><li>b</li></ol></li>\n</ul>",
        "<dl><dt>a</dt><dt>b</dt><dd><p>c</p></dd></dl>",
        "<details>\n<summary>More</summary>\n<p>x</p></details>",
        "<figure><p>x</p><figcaption>y</figcaption></figure>",
        "<p><ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby></p>",
        "<del><p>gone</p></del>",
        "<table><caption>c</caption><tbody><tr><td>x<ul><li>y</li></ul></td></tr></tbody></table>",
        "<blockquote><h3>a</h3>words</blockquote><hr>",
    ],
)
def test_what_html_allows_stays_as_it_is(html):
    assert nested(html) == html


@pytest.mark.parametrize(
    ("html", "meant"),
    [
        ("<p>One <b>two</p>\n<ul><li>a</li></ul><p>b</p>", "<p>One <b>two</b></p>\n<ul><li>a</li></ul><p>b</p>"),
        ("<ul><li>a <b>b</li>\n<li>c</li></ul>\n<p>d</p>", "<ul><li>a <b>b</b></li>\n<li>c</li></ul>\n<p>d</p>"),
        ("<h2>a <em>b</h2>\n<blockquote>c</blockquote>", "<h2>a <em>b</em></h2>\n<blockquote>c</blockquote>"),
        ("<span><b><div>x</div></b></span>", "<div>x</div>"),
        ("<span><a href='https://x.example'><div>x</div></a></span>", '<a href="https://x.example"><div>x</div></a>'),
        ("<ul><del><li>a</li></del></ul>", "<ul><li>a</li></ul>"),
    ],
)
def test_words_that_were_left_open_do_not_go_on_through_blocks(html, meant):
    assert nested(html) == meant


@pytest.mark.parametrize(
    ("html", "meant"),
    [
        ("<li value='3'>a</li>", "<div>a</div>"),
        ("<dt>a</dt><dd>b</dd>", "<div>a</div><div>b</div>"),
        ("<summary>a</summary><figcaption>b</figcaption>", "<div>a</div><div>b</div>"),
        ("<p><rt>a</rt></p>", "<p>a</p>"),
        ("<p><ruby>a<rp>(</rp></ruby></p>", "<p>a(</p>"),
        ("<ul>words<li>a</li></ul>", "<div>words<div>a</div></div>"),
        ("<dl><dd>a</dd></dl>", "<div><div>a</div></div>"),
        ("<details>a</details>", "<div>a</div>"),
        ("<figure><figcaption>a</figcaption>b<figcaption>c</figcaption></figure>", "<div><div>a</div>b<div>c</div></div>"),
        ("<h2><div>a</div></h2>", "<div><div>a</div></div>"),
        ("<details><summary><p>a</p></summary>b</details>", "<div><div><p>a</p></div>b</div>"),
    ],
)
def test_what_has_no_place_there_becomes_a_plain_block(html, meant):
    assert nested(html) == meant


def test_a_tag_that_was_never_closed_in_a_text_ends_with_its_paragraph():
    assert to_html(Prose("Bring <b>a mat\n\n- and water\n"), "/") == "<p>Bring <b>a mat</b></p>\n<ul>\n<li>and water</li>\n</ul>"


_TAGS = "a b span del div p h2 ul ol li dl dt dd details summary figure figcaption pre blockquote ruby rt hr br table tr td"
TAGS = st.sampled_from(sorted(_TAGS.split()))


@given(st.lists(st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.sampled_from(["words", " "])), max_size=20))
def test_settled_html_is_what_browsers_read_and_settles_once(pieces):
    once = nested("".join(pieces))
    assert cleaned(once, Addresses({}, {})) == once
    assert well_nested(once) == once


def test_deep_and_long_html_is_settled_at_once():
    began = time.perf_counter()
    nested("<b>" * 500 + "<div>x</div>" * 2000)
    nested("<div>" * 500 + "x")
    assert time.perf_counter() - began < 2
