"""Links and pictures are found where they stand, and whatever the renderer makes a link of was found."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite.render.cleaning import Addresses, cleaned
from mcsite.render.markup import unsafe_html
from mcsite.source.references import bare_target, references


def places(body, first_line=1):
    return [(found.kind, found.target, found.line, found.column, found.length) for found in references(body, first_line)]


@pytest.mark.parametrize(
    ("body", "target", "line", "column"),
    [
        ("See [the swap](../events/swap.md).", "../events/swap.md", 1, 16),
        ("one\n\ntwo [x](workshop:desk-posture) three", "workshop:desk-posture", 3, 9),
        ("[x](<a b.pdf>)", "a b.pdf", 1, 6),
        ("[x](a b.pdf)", "a b.pdf", 1, 5),
        ('[x](a.md "A title")', "a.md", 1, 5),
        ("[x](a_(b).md)", "a_(b).md", 1, 5),
        ("[x](a\\_b.md)", "a_b.md", 1, 5),
        ("[x](a.md?b=1&amp;c=2)", "a.md?b=1&c=2", 1, 5),
        ("[x](#anchor)", "#anchor", 1, 5),
        ("[x [y] z](a.md)", "a.md", 1, 11),
        ("[x][y] and\n\n[y]: ../events/swap.md", "../events/swap.md", 3, 6),
        ("[y][]\n\n[Y]: <a.md> 'Title'", "a.md", 3, 7),
        ("[y]\n\n[y]: a.md", "a.md", 3, 6),
        ("<https://example.org/x>", "https://example.org/x", 1, 2),
        ("<hello@example.org>", "mailto:hello@example.org", 1, 2),
        ("look at https://example.org/x.", "https://example.org/x", 1, 9),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)", 1, 2),
        ("go to www.example.org now", "https://www.example.org", 1, 7),
        ("write to hello@example.org!", "mailto:hello@example.org", 1, 10),
        ("<a class='y' href=\"a.md\">x</a>", "a.md", 1, 20),
        ("<A HREF=a.md>x</A>", "a.md", 1, 9),
        ("- item\n    - deeper [x](a.md)", "a.md", 2, 18),
        ("> [x](a.md)", "a.md", 1, 7),
        ("| [x](a.md) |\n|---|", "a.md", 1, 7),
        ("`[not](this.md)` but [x](a.md)", "a.md", 1, 26),
        ("``a ` [not](this.md)`` [x](a.md)", "a.md", 1, 28),
        ("`open [x](a.md)", "a.md", 1, 11),
        ("\\`[x](a.md)`", "a.md", 1, 7),
        ("<!-- [not](this.md) --> [x](a.md)", "a.md", 1, 29),
        ("- item\n\n      [not](this.md)\n\n[x](a.md)", "a.md", 5, 5),
    ],
)
def test_a_link_is_found_at_its_target(body, target, line, column):
    found = [place for place in places(body) if place[1] != "this.md"]
    assert [place[:4] for place in found] == [("link", target, line, column)]


@pytest.mark.parametrize(
    "body",
    [
        "```\n[not](this.md)\n```",
        "~~~ text\n[not](this.md)\n~~~",
        "- a\n  ```\n  [not](this.md)\n  ```",
        "```\n[not](this.md)",
        "text\n\n    [not](this.md)\n    [nor](this.md)",
        "`[not](this.md)`",
        "\\[not](this.md)",
        "<!-- [not](this.md)\n\n[nor](this.md) -->",
        "[not] (this.md)",
        "[^1] and\n\n[^1]: a note",
        "- [ ] a task\n- [x] another",
        "plain words",
    ],
)
def test_code_and_comments_and_other_brackets_are_no_links(body):
    assert references(body) == ()


def test_a_picture_is_found_with_what_it_is_said_to_show():
    found = references('![A *warm* room](room.jpg "Title")\n\n<img alt="A mat" src="mat.png">\n\n![][m]\n\n[m]: m.png')
    assert [(each.kind, each.target, each.alt, each.line) for each in found] == [
        ("picture", "room.jpg", "A *warm* room", 1),
        ("picture", "mat.png", "A mat", 3),
        ("picture", "m.png", "", 7),
    ]


def test_a_picture_inside_a_link_is_found_with_the_link():
    assert places("[![A mat](mat.png)](a.md)") == [("picture", "mat.png", 1, 11, 7), ("link", "a.md", 1, 21, 4)]


def test_lines_are_counted_from_the_body_s_first_line():
    assert places("\n[x](a.md)", first_line=12) == [("link", "a.md", 13, 5, 4)]


def test_the_last_definition_of_a_label_counts():
    assert [found.target for found in references("[a]\n\n[a]: one.md\n\n[a]: two.md")] == ["two.md"]


def test_a_bracket_that_was_not_opened_in_an_address_is_not_part_of_it():
    assert bare_target("https://example.org/x)") == ("https://example.org/x", "https://example.org/x")
    assert bare_target("https://example.org/x).)") == ("https://example.org/x", "https://example.org/x")


class Witness(Addresses):
    """Notes every address that the renderer came across."""

    def link(self, written):
        self.known[written] = "#"
        return "#"


def rendered_targets(body):
    witness = Witness({}, {})
    pictures = {}

    class Pictures(dict):
        def get(self, written, default=None):
            pictures[written] = ""
            return default

    cleaned(unsafe_html(body), Witness(witness.known, Pictures()))
    return set(witness.known) | set(pictures)


TARGETS = {"a.md", "b c.md", "d.md", "e.md", "f.png", "https://example.org/g", "mailto:mail@example.org", "event:h"}
"""What people write. Of a broken line Python-Markdown may make a link to half a sentence; that leads nowhere, and is no link then."""


SIGNS = [
    "[x](",
    "[",
    "]",
    "](",
    ")",
    "(",
    "![",
    "<",
    ">",
    "`",
    "``",
    "[y]",
    ":",
    "\\",
    '"t"',
    "*",
    "_",
    "~~",
    "<!--",
    "-->",
    "|",
    " ",
    "    ",
    "- ",
    "1. ",
    "> ",
    "# ",
]
TEXTS = [
    "a.md",
    "b c.md",
    "<a href='",
    "e.md",
    "'>",
    "</a>",
    '<img src="f.png">',
    "https://example.org/g",
    "mail@example.org",
    "&amp;",
    "event:h",
    "[^1]",
    "text ",
]
LINES = ["\n", "\n\n", "[y]: d.md\n", "|-|\n", "```\n", "[^1]: "]
pieces = st.sampled_from([*SIGNS, *TEXTS, *LINES])


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("https://example.org/g&amp;", "https://example.org/g"),
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1"),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
        ("(www.example.org&nbsp;now)", "https://www.example.org"),
        ("https://example.org/g\\[x](", "https://example.org/g"),
        ("https://example.org/a\\_b", "https://example.org/a"),
        ("https://example.org/a\\:b", "https://example.org/a\\:b"),
    ],
)
def test_an_entity_or_an_escaped_sign_ends_an_address_in_running_text_as_it_does_on_the_page(body, target):
    assert [found.target for found in references(body)] == [target]
    assert rendered_targets(body) == {target}


@pytest.mark.parametrize(
    ("body", "targets"),
    [
        ('[x](<!--)<img src="f.png">-->', {"<!--", "f.png"}),
        ('![x](<!--)<img src="f.png">-->', {"<!--", "f.png"}),
        ("[x](a.md<!--)[y](e.md)-->", {"a.md<!--", "e.md"}),
        ('[<!--](a.md)<img src="f.png">-->', {"a.md", "f.png"}),
        ("[x](<!--a.md-->)", {"!--a.md--"}),
        ("[x <!-- why --> y](a.md)", {"a.md"}),
        ('[x](a.md) <!-- <img src="f.png"> -->', {"a.md"}),
        ('[x] <!-- (a.md) <img src="f.png"> -->', set()),
    ],
)
def test_a_comment_does_not_begin_within_a_link_because_the_page_reads_links_first(body, targets):
    assert {found.target for found in references(body)} == targets
    assert rendered_targets(body) == targets


@given(st.lists(pieces, max_size=14).map("".join))
def test_whatever_the_renderer_makes_a_link_of_was_found(body):
    assert rendered_targets(body) & TARGETS <= {found.target for found in references(body)}


@given(st.lists(pieces, max_size=14).map("".join))
def test_every_place_lies_within_its_line(body):
    lines = body.split("\n")
    for found in references(body):
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1
        assert found.length >= 1


@pytest.mark.parametrize(
    "piece", ["[", "](", "[x](", "`a", "<!--", "<a ", "<a href='", "![", "[x][", "[x](<!--)", "[<!--", "](<!--", "a@", "https://", "[a]: b\n", "\\"]
)
def test_a_megabyte_of_one_sign_is_read_in_a_moment(piece):
    began = time.process_time()
    references(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 3
