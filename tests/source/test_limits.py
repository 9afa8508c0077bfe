"""Texts that would keep the renderer busy are refused before, and texts that people write are not."""

import time

import pytest

from mcsite.source.limits import DEEPEST, HEADINGS, LINES_WITHOUT_BLANK, LONGEST, NOTES, TAGS, excesses

TOO_MUCH = {
    "length": ("word " * (LONGEST // 5 + 1), "E240", 1),
    "headings": ("# a\n\n" * (HEADINGS + 1), "E241", 2 * HEADINGS + 1),
    "notes": ("text\n\n" + "a[^1] " * (NOTES + 1), "E241", 3),
    "tags": ("text\n" + "<b>" * (TAGS + 1), "E241", 2),
    "lines": ("first\n\n" + "- a\n" * (LINES_WITHOUT_BLANK + 2), "E241", 3),
    "open brackets": ("first\n\n" + "[" * 2000, "E241", 3),
    "brackets in brackets": ("[" * 1000 + "]" * 1000, "E241", 1),
    "open targets": ("[a](b " * 2000, "E241", 1),
    "deep quotation": ("text\n\n" + "> " * (DEEPEST + 1) + "a", "E242", 3),
    "deep list": ("- " * (DEEPEST + 1) + "a", "E242", 1),
    "far list": ("\n".join("  " * depth + "- a" for depth in range(30)), "E242", 22),
}


@pytest.mark.parametrize("kind", TOO_MUCH)
def test_too_much_is_refused_where_it_begins(kind):
    body, code, line = TOO_MUCH[kind]
    (refused,) = excesses(body, "content/pages/x.md")
    assert (refused.code, refused.span.path, refused.span.line) == (code, "content/pages/x.md", line)
    assert refused.help


def test_lines_are_those_of_the_file():
    (refused,) = excesses("text\n\n" + "> " * 20 + "a", "x.md", first_line=10)
    assert refused.span.line == 12


ORDINARY = {
    "nothing": "",
    "a long page": "A sentence as people write it, with a [link](page.md), *stress* and a list:\n\n- one\n- two\n\n" * 400,
    "a list of links": "\n".join(f"- [Session {n} (with a note)](../events/session-{n}.md), at [the gym](venue:gym)" for n in range(250)),
    "a table of links": "| Day | Place |\n|---|---|\n" + "\n".join(f"| [Monday {n}](a.md) | [Gym](b.md) |" for n in range(200)),
    "a paragraph of links": " ".join(f"[word {n}](https://example.org/a-long-address/{n})" for n in range(150)),
    "a table in html": "<table>" + "<tr><td>a</td><td>b</td></tr>" * 200 + "</table>",
    "brackets": "Bring [optional] things [like this], (a) to (z). " * 100,
    "code": "    indented code far to the right:\n                                                        here",
    "signs": "5 * 3 - 2 > 1 + 1. Then - and so on - it ends.",
}


@pytest.mark.parametrize("kind", ORDINARY)
def test_what_people_write_passes(kind):
    assert excesses(ORDINARY[kind], "x.md") == ()


@pytest.mark.parametrize("piece", ["[", "](", "[x](", "> ", "- ", "1. ", "<", "# a\n", "\n", " ", "[^1]", "- a\n", "=\n", "\\", ">"])
def test_a_megabyte_is_judged_in_a_moment(piece):
    for size in (LONGEST - 10, 1_000_000):
        began = time.process_time()
        excesses((piece * size)[:size], "x.md")
        assert time.process_time() - began < 1
