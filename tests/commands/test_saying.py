"""What commands say is plain, and goes where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from mcsite.commands.saying import Refusal, aside, coloured, count, fitted, on_site, out, problems, reader, screen_columns, verdict
from mcsite.diagnostics import Diagnostic, Span

WRONG = Diagnostic(Span("content/a.md", 2, 8), "E203", "there is no venue 'librery'", "did you mean 'library'?")
ODD = Diagnostic(Span("content/a.md", 3, 1), "W401", "this picture is large")


def test_problems_are_written_in_three_ways(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("---\nvenue: librery\n---\n")
    assert problems([WRONG], "text", tmp_path).split("\n")[1] == "   2 | venue: librery"
    assert problems([WRONG], "json", tmp_path).startswith('[\n  {\n    "code": "E203"')
    assert problems([WRONG], "github", tmp_path).startswith("::error file=content/a.md,line=2")
    assert [problems([], style, tmp_path) for style in ("text", "json", "github")] == ["", "[]\n", ""]


@pytest.mark.parametrize(
    ("diagnostics", "words"),
    [
        ((), ""),
        ((WRONG,), "1 error. 'mcsite explain E203' says more."),
        ((WRONG, WRONG, ODD), "2 errors and 1 warning. 'mcsite explain E203' says more about the first error."),
        ((ODD, WRONG), "1 error and 1 warning. 'mcsite explain E203' says more about the first error."),
        ((ODD,), "1 warning. 'mcsite explain W401' says more."),
    ],
)
def test_the_verdict_counts(diagnostics, words):
    assert verdict(diagnostics) == words


@pytest.mark.parametrize("data", [b"one\ntwo\n", b"one\r\ntwo\r\n", b"one\rtwo", b"\xef\xbb\xbfone\ntwo"])
def test_lines_are_counted_as_the_reader_counts_them(tmp_path, data):
    (tmp_path / "a.md").write_bytes(data)
    line = reader(tmp_path)
    assert (line("a.md", 1), line("a.md", 2), line("a.md", 99), line("none.md", 1)) == ("one", "two", "", "")


def test_numbers_have_the_right_word():
    assert [count(number, "file") for number in (0, 1, 2, 1200)] == ["0 files", "1 file", "2 files", "1,200 files"]


@pytest.mark.parametrize(("site", "typed"), [("", ""), (".", ""), ("my-site", " --site my-site"), ("my site", ' --site "my site"')])
def test_a_site_elsewhere_is_named_in_commands(site, typed):
    assert on_site(Path(site)) == typed


def test_a_passage_is_broken_where_the_screen_ends_and_nowhere_else(monkeypatch):
    passage = "Compared with the last build; --previous live compares with the published site."
    assert fitted(passage) == passage
    monkeypatch.setattr("mcsite.commands.saying.screen_columns", lambda: 40)
    assert fitted(passage).split("\n") == ["Compared with the last build; --previous", "live compares with the published site."]


def test_results_and_remarks_do_not_mix(capsys):
    out("result\n")
    aside("remark")
    assert capsys.readouterr() == ("result\n", "remark\n")


def test_colours_mark_what_the_eye_looks_for_and_change_no_word():
    text = "a.md:2:8: error[E203]: no venue\n   2 | venue: librery\n     |        ^^^^^^^ did you mean\n"
    marked = coloured(text)
    assert "\x1b[31m\x1b[1merror[E203]\x1b[0m" in marked
    import click

    assert click.unstyle(marked) == text


def test_a_place_that_stands_on_a_line_of_its_own_is_marked_too():
    assert coloured("content/a.md:2:8:\n  error[E203]: no venue\n").startswith("\x1b[1mcontent/a.md:2:8:\x1b[0m\n")


def test_only_a_terminal_has_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert screen_columns() is None
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert screen_columns() == 60


def test_a_refusal_is_one_sentence_and_means_wrong_usage(capsys):
    refusal = Refusal("there is no site here.")
    refusal.show()
    assert (refusal.exit_code, capsys.readouterr().err) == (2, "mcsite: there is no site here.\n")
