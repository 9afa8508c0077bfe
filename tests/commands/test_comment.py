"""Markdown for a pull request: what others wrote is shown as it is, and does nothing."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mcsite.commands.comment import LARGEST, as_markdown, escaped, literal
from mcsite.ledger.telling import Line, Passage, Section
from mcsite.report import shown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
INVISIBLE = "\N{ZERO WIDTH SPACE}"
SIGNS = "\\`*_{}[]()#+-.!|<>~&@:/$'\"=^%;, \nabwgh1GH\N{SNOWMAN}"


def page(text, reader=READER):
    """The HTML of a list item with this text, as in a comment."""
    return reader.render(f"- **moved** {escaped(text)}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Stretch | Bend",
        "`rm -rf`",
        "<b>bold</b> <script>alert(1)</script>",
        "*a* _b_ ~~c~~ **d**",
        "[here](https://evil.example)",
        "![x](y)",
        "a\\*b",
        "&amp; &copy;",
    ],
)
def test_what_looks_like_markdown_or_html_is_read_as_it_was_written(text):
    html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert page(text) == f"<ul>\n<li><strong>moved</strong> {html}</li>\n</ul>\n"


@pytest.mark.parametrize(("text", "trap"), [("@maren", "@maren"), ("see #12", "#12"), ("GH-12", "GH-12"), ("org/repo#3", "#3"), ("me@b.example", "@b.example")])
def test_nobody_is_notified_and_no_issue_is_mentioned(text, trap):
    assert trap not in page(text)
    assert trap in page(text).replace(INVISIBLE, "")


@pytest.mark.parametrize("text", ["https://evil.example/x", "www.evil.example", "http://a.example and WWW.b.example"])
def test_no_address_becomes_a_link(text):
    assert not re.search(r"://|\bwww\.", escaped(text), re.IGNORECASE)
    assert text in page(text)


def test_hours_are_no_emoji_and_a_name_of_one_is_none_either():
    assert escaped("18:00–18:45 → 19:00") == "18:00–18:45 → 19:00"
    assert escaped(":tada: now") == "\\:tada: now"


def test_money_makes_no_formula():
    assert page("$5 or $6").count("<span>$</span>") == 2


@pytest.mark.parametrize("text", ["write 'cancelled: {2026-01-13: \"#1, by @maren\"}'", "a `fence` and ``two``", "`", "[x](https://evil.example) <b> *a* \\"])
def test_a_line_to_paste_is_what_it_was_to_the_letter(text):
    assert INVISIBLE not in literal(text)
    html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert READER.render(f"- *moved:* {literal(text)}") == f"<ul>\n<li><em>moved:</em> <code>{html}</code></li>\n</ul>\n"


def test_what_a_terminal_would_obey_is_shown():
    assert escaped("a\x1b[31m\u202eb\nc") == shown("a\x1b[31m\u202eb\nc").replace("[", "\\[")


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(st.sampled_from(SIGNS), max_size=40))
def test_any_text_comes_through_and_stays_in_its_place(text):
    html = page(f"x{text}x").replace("<span>$</span>", "$")
    inner = re.fullmatch(r"<ul>\n<li><strong>moved</strong> (.*)</li>\n</ul>\n", html)
    assert inner, html
    assert "<" not in inner[1]
    read = inner[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&").replace(INVISIBLE, "")
    assert read == f"x{shown(text)}x"


def section(number):
    lines = tuple(Line("moved", f"Tuesday {day} January 2026, 18:00–18:45 → Wednesday 7 January 2026", 2) for day in range(5))
    return Section("Whether, when and where", "", tuple(Passage(f"Event \N{SNOWMAN} {each}", f"content/events/{each}.md", lines) for each in range(number)))


def test_what_there_is_no_room_for_is_counted():
    text = as_markdown("For followers: much.", ["Compared."], [section(1000)], [])
    assert len(text.encode()) <= LARGEST
    left = int(re.search(r"There is no room for ([\d,]+) more: `mcsite diff` shows all\.\*\n\Z", text)[1].replace(",", ""))
    assert left + 2 * text.count("**moved**") == 10_000
    assert text.count("**moved**") > 300


def test_what_there_is_room_for_is_there():
    text = as_markdown("For followers: little.", [], [section(3)], [])
    assert text.count("**moved**") == 15
    assert "no room" not in text
    assert text.startswith("<!-- mcsite diff -->\n\n**For followers: little.**\n\n### Whether, when and where\n\n**Event ")
