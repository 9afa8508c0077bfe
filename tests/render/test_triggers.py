"""No pattern is left out that could match."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mcsite.render.markup import plain_reader, unsafe_html
from mcsite.render.triggers import TRIGGERS, may_match, triggered

PIECES = [
    "word", " ", "  \n", "\n", "\n\n", "*", "**", "_", "__", "`", "``", "\\", "[", "]", "(", ")", "![", "[^1]", "[^1]: note\n", "<", ">", "<b>", "</b>",
    "<!-- x -->", "&", "&amp;", "~~", "a@b.example", "https://example.org/a_b", "www.example.org", "mailto:a@b.example", "[text](page.md)", "[one][two]",
    '\n\n[two]: https://example.org "Two"\n\n', "- item\n", "1. item\n", "> said\n", "# Head\n", "| a | b |\n| --- | --- |\n| `c` | *d* |\n", "    code\n",
    "<https://example.org>", "<a@b.example>", "\x02", "\x03", "é", "[a *b*](c)", "***x***", "snake_case_word",
]  # fmt: skip
PLAIN = plain_reader()


def plainly(source):
    PLAIN.reset()
    return PLAIN.convert(source)


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@example("*a **b* c** [d `e](f) `g` \\*h* <i@j.example> ~~k~~ l  \nm &amp; www.n.example")
@example("![a *b*](c.png) [^1]\n\n[^1]: *note* `x`")
def test_the_quick_way_and_the_plain_one_give_the_same(source):
    assert unsafe_html(source) == plainly(source)


@given(st.text(max_size=60))
def test_so_they_do_for_any_text(source):
    assert unsafe_html(source) == plainly(source)


def test_the_quick_way_is_the_one_that_is_gone(monkeypatch):
    asked = []
    monkeypatch.setattr("mcsite.render.markup.may_match", lambda text: asked.append(text) or may_match(text))
    unsafe_html("Bring a *mat*.")
    assert "Bring a *mat*." in asked


def test_every_pattern_that_the_reader_knows_has_its_triggers():
    assert len(PLAIN.inlinePatterns) == sum(name in PLAIN.inlinePatterns for name in TRIGGERS) == len(TRIGGERS)


@pytest.mark.parametrize(("signs", "text", "may"), [(("[",), "a [b](c)", True), (("[",), "a b", False), (("://", "@"), "a@b", True), ((), "a", True)])
def test_a_pattern_may_match_where_one_of_its_signs_is(signs, text, may):
    assert triggered(signs, text) is may
