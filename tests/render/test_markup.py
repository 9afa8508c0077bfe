"""Markdown as people type it, before it is cleaned."""

import pytest

from mcsite.render.markup import unsafe_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a *b* **c** ~~d~~", "<p>a <em>b</em> <strong>c</strong> <del>d</del></p>"),
        ("snake_case_name and 2*3*4", "<p>snake_case_name and 2<em>3</em>4</p>"),
        ("~~ a ~~ and ~b~", "<p>~~ a ~~ and ~b~</p>"),
        ("https://example.org/a_b_c.", '<p><a href="https://example.org/a_b_c">https://example.org/a_b_c</a>.</p>'),
        ("[https://example.org](a.md)", '<p><a href="a.md">https://example.org</a></p>'),
        ("`https://example.org`", "<p><code>https://example.org</code></p>"),
        ("www.example.org/x", '<p><a href="https://www.example.org/x">www.example.org/x</a></p>'),
        ("mail hello@example.org", '<p>mail <a href="mailto:hello@example.org">hello@example.org</a></p>'),
        ("```\n<b> & *c*\n```", "<pre><code>&lt;b&gt; &amp; *c*\n</code></pre>"),
        ("a\n```\nb\n```\nc", "<p>a</p>\n<pre><code>b\n</code></pre>\n<p>c</p>"),
        ("~~~\n- b\n\n    c\n~~~", "<pre><code>- b\n\n    c\n</code></pre>"),
        ("    code\n\ntext", "<pre><code>code\n</code></pre>\n<p>text</p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("\\*a\\*", "<p>*a*</p>"),
    ],
)
def test_markdown_is_read(markdown, html):
    assert unsafe_html(markdown) == html


def test_a_table_needs_no_blank_line_of_code():
    html = unsafe_html("| Time | What |\n|:--|--:|\n| 1 | `a|b` |")
    assert '<th align="left">Time</th>' in html
    assert '<td align="right"><code>a|b</code></td>' in html


def test_a_footnote_goes_back_and_forth():
    html = unsafe_html("One[^note].\n\n[^note]: The note.")
    assert 'href="#fn:note"' in html
    assert 'id="fn:note"' in html
    assert 'href="#fnref:note"' in html


def test_code_keeps_marks_that_look_like_ours():
    assert unsafe_html("\x02fence:0\x03") == "<p>fence:0</p>"
    assert unsafe_html("```\n\x02fence:0\x03\n```") == "<pre><code>fence:0\n</code></pre>"


@pytest.mark.parametrize(
    "source",
    ["<![", "<![x", "a <![ b", "\n<![CDATA[", "<?", "<!", "</", "<a b='", "&#0;", "&#xFFFFFFFF;", "<!-- >", "<", "[", "![", "\\", "`", "\x00", "\ud800"],
)
def test_what_is_not_finished_is_read_too(source):
    assert isinstance(unsafe_html(source), str)
