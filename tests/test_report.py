import json

from mcsite.diagnostics import Diagnostic, Span
from mcsite.report import WIDEST, as_github, as_json, as_text


def text_of(line: str, column: int, length: int = 1, help: str = "") -> str:  # noqa: A002
    return as_text([Diagnostic(Span("a.md", 3, column, length), "E203", "there is no venue 'librery'", help)], lambda _path, _line: line)


def test_text_shows_the_line_with_a_caret_and_the_help():
    found = as_text(
        [Diagnostic(Span("content/events/swap.md", 3, 8, 7), "E203", "there is no venue 'librery'", "did you mean 'library'?")], lambda *_: "venue: librery\n"
    )
    assert found == (
        "content/events/swap.md:3:8: error[E203]: there is no venue 'librery'\n   3 | venue: librery\n     |        ^^^^^^^ did you mean 'library'?\n"
    )


def test_a_diagnostic_of_a_whole_file_stands_at_its_beginning_without_an_excerpt():
    found = as_text([Diagnostic(Span("content/events/a.md"), "W101", "this file is not read", "rename it")], lambda *_: "never asked")
    assert found == "content/events/a.md:1:1: warning[W101]: this file is not read\n     = rename it\n"


def test_a_diagnostic_of_a_whole_line_has_its_caret_at_the_beginning():
    found = text_of("---\n", 0, help="add it")
    assert found == "a.md:3:1: error[E203]: there is no venue 'librery'\n   3 | ---\n     | ^ add it\n"


def test_an_empty_line_is_named_but_not_shown():
    assert text_of(" \n", 0, help="add it") == "a.md:3:1: error[E203]: there is no venue 'librery'\n     = add it\n"


def test_the_caret_stands_below_its_character_after_tabs():
    lines = text_of("\tvenue:\tlib", 9, 3).splitlines()
    assert lines[1:] == ["   3 |     venue:  lib", "     |             ^^^"]


def test_the_caret_stands_below_its_character_after_wide_and_joined_ones():
    wide, emoji, combined = text_of("会場: lib", 5, 3), text_of("🧘🏽 lib", 4, 3), text_of("cafe\u0301 lib", 7, 3)
    assert wide.splitlines()[2] == "     |       ^^^"
    assert emoji.splitlines()[2] == "     |    ^^^"
    assert combined.splitlines()[2] == "     |      ^^^"


def test_a_wide_character_has_a_wide_caret():
    assert text_of("a: 会場", 4, 2).splitlines()[2] == "     |    ^^^^"


def test_a_long_line_is_cut_around_the_caret():
    _, excerpt, caret = text_of("summary: " + "x" * 300 + " librery " + "y" * 300, 311, 7).splitlines()
    assert len(excerpt) <= WIDEST + 7
    assert excerpt[7] == excerpt[-1] == "…"
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "librery"


def test_a_long_line_with_its_mistake_at_the_beginning_keeps_its_beginning():
    _, excerpt, caret = text_of("venue: librery " + "y" * 300, 8, 7).splitlines()
    assert excerpt.startswith("   3 | venue: librery yy")
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "librery"


def test_a_caret_beyond_the_end_of_a_line_stays_on_the_screen():
    assert text_of("venue: x", 400, 900).splitlines()[2] == "     |         ^"


def test_nothing_that_a_terminal_obeys_is_printed():
    evil = "a\x1b[31mb\x07\u202ec\x9bd\r\n::error::gone"
    found = as_text([Diagnostic(Span("a\x1b.md", 3, 2), "E700", evil, evil)], lambda *_: "x: \x1b]0;hi\x07 \u2028 \u202e")
    assert all(character == "\n" or character.isprintable() for character in found)
    assert not any(line.startswith("::") for line in found.splitlines())


def test_on_a_screen_lines_are_broken_between_words_and_the_help_goes_below():
    diagnostic = Diagnostic(Span("content/events/swap.md", 3, 8, 7), "E203", "there is no venue 'librery'", "did you mean 'library'? It is in Harbour Street")
    assert as_text([diagnostic], lambda *_: "venue: librery " + "y" * 99, 40).splitlines() == [
        "content/events/swap.md:3:8: error[E203]:",
        "  there is no venue 'librery'",
        "   3 | venue: librery yyyyyyyyyyyyyyyy…",
        "     |        ^^^^^^^",
        "     = did you mean 'library'? It is in",
        "       Harbour Street",
    ]


def test_each_of_several_answers_is_a_line_of_its_own():
    diagnostic = Diagnostic(Span("a.md", 3, 8, 7), "E902", "gone", "called off: write this\nnever meant: write something else")
    assert as_text([diagnostic], lambda *_: "start: 2026-01-06", 30).splitlines()[2:] == [
        "     |        ^^^^^^^",
        "     = called off: write this",
        "       never meant: write",
        "         something else",
    ]
    assert as_github([diagnostic]).endswith("::gone%0Acalled off: write this%0Anever meant: write something else\n")


def test_on_a_wide_screen_nothing_is_broken():
    diagnostics = [Diagnostic(Span("a.md", 3, 8, 7), "E203", "there is no venue 'librery'", "did you mean 'library'?")]
    assert as_text(diagnostics, lambda *_: "venue: librery", 80) == as_text(diagnostics, lambda *_: "venue: librery")


def test_json_is_the_list_of_the_contract():
    assert json.loads(as_json([Diagnostic(Span("a.md", 3, 8, 7), "E203", "é", "h")])) == [
        {"code": "E203", "severity": "error", "path": "a.md", "line": 3, "column": 8, "message": "é", "help": "h"}
    ]
    assert json.loads(as_json([])) == []


def test_json_of_a_whole_file_names_its_beginning_like_the_text():
    found = json.loads(as_json([Diagnostic(Span("a.md"), "W101", "m")]))[0]
    assert (found["line"], found["column"]) == (1, 1)


def test_github_gets_one_command_a_diagnostic_with_everything_escaped():
    found = as_github([Diagnostic(Span("a,b:c.md", 3, 8), "W104", "100%\n::error::x", "write: a, b")])
    assert found == "::warning file=a%2Cb%3Ac.md,line=3,col=8,title=W104::100%25 ::error::x%0Awrite: a, b\n"
    assert as_github([Diagnostic(Span("a.md"), "E102", "m")]) == "::error file=a.md,title=E102::m\n"
