"""Progress and tables, as they look on a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from mcsite.commands import screen
from mcsite.commands.screen import Labelled, Progress, Row, show_heading, show_labelled, show_rows, show_stages
from mcsite.commands.timings import Line

ROWS = [
    Row(heading="January 2026"),
    Row(day="Tue 6 Jan", hours="18:00-18:45", title="Tuesday Stretch Circle (1 of 12)", place="Harbour Cowork"),
    Row(day="Tue 13 Jan", hours="18:00-18:45", title="Tuesday Stretch Circle (2 of 12)", place="Harbour Cowork", mark="cancelled: clinic closed"),
]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def drawn(monkeypatch, capsys):
    def draw(columns, rows=ROWS):
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("NO_COLOR", "1")
        show_rows(rows)
        return capsys.readouterr().out.split("\n")

    return draw


def test_a_wide_terminal_has_a_column_for_places(drawn):
    lines = drawn(120)
    assert lines[1] == "January 2026"
    assert lines[2].rstrip() == "  Tue 6 Jan   18:00-18:45  Tuesday Stretch Circle (1 of 12)                            Harbour Cowork"
    assert lines[3].rstrip() == "  Tue 13 Jan  18:00-18:45  Tuesday Stretch Circle (2 of 12)  cancelled: clinic closed  Harbour Cowork"


def test_places_stand_below_each_other_in_all_months(drawn):
    lines = drawn(120, [*ROWS, Row(heading="February 2026"), Row(day="Mon 2 Feb", hours="9:00-10:00", title="Tea", place="Harbour Cowork")])
    assert len({line.index("Harbour") for line in lines if "Harbour" in line}) == 1


def test_a_narrower_one_has_the_place_behind_the_title_where_there_is_room(drawn):
    tea = Row(day="Sat 24 Jan", hours="15:00-17:00", title="Tea", place="Harbour Cowork")
    lines = [line.rstrip() for line in drawn(70, [*ROWS, tea])]
    assert lines[2:4] == ["  Tue 6 Jan   18:00-18:45  Tuesday Stretch Circle (1 of 12)", " " * 27 + "Harbour Cowork"]
    assert lines[7] == "  Sat 24 Jan  15:00-17:00  Tea · Harbour Cowork"


def test_a_narrow_one_has_the_place_below(drawn):
    lines = drawn(60)
    assert max(map(len, lines)) <= 60
    assert "Harbour Cowork" not in lines[2]
    assert lines[3].strip() == "Harbour Cowork"


def test_only_the_title_of_what_is_called_off_is_struck_out(monkeypatch, capsys):
    for name, value in {"COLUMNS": "60", "FORCE_COLOR": "1", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    show_rows([ROWS[2]])
    struck = [line for line in capsys.readouterr().out.split("\n") if "\x1b[9m" in line]
    assert [("Stretch" in line, "Harbour" in line) for line in struck] == [(True, False)]


def test_a_note_is_no_session(drawn):
    assert [line.rstrip() for line in drawn(80, [Row(note="No sessions are coming.")])] == ["", "No sessions are coming.", ""]


def test_what_content_says_is_not_obeyed(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    show_rows([Row(day="Tue", hours="", title="[red]\x1b[31mred :smile:")])
    assert "[red]␛[31mred :smile:" in capsys.readouterr().out


def test_a_short_build_draws_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with Progress(wanted=True) as progress:
        progress(1, 2)
    assert sys.stderr.getvalue() == ""


def test_a_long_build_shows_how_far_it_is(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(screen, "_PATIENCE", 0)
    with Progress(wanted=True) as progress:
        progress(50, 200)
    assert "50/200" in sys.stderr.getvalue()


@pytest.mark.parametrize(("wanted", "stream"), [(False, Terminal()), (True, io.StringIO())])
def test_nobody_who_does_not_look_is_shown_anything(monkeypatch, wanted, stream):
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(screen, "_PATIENCE", 0)
    with Progress(wanted=wanted) as progress:
        progress(50, 200)
    assert stream.getvalue() == ""


WORDS = Labelled("Stretch", "content/events/stretch.md", (("moved", "Tuesday 6 January 2026, 18:00 → Wednesday 7 January 2026, 19:00"), ("new", "one more")))


@pytest.fixture
def labelled(monkeypatch, capsys):
    def draw(columns, *groups):
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("NO_COLOR", "1")
        show_labelled(groups)
        return [line.rstrip() for line in capsys.readouterr().out.split("\n")]

    return draw


def test_words_have_a_column_and_what_follows_stays_behind_it(labelled):
    assert labelled(46, WORDS) == [
        "",
        "Stretch  content/events/stretch.md",
        "  moved  Tuesday 6 January 2026, 18:00 →",
        "         Wednesday 7 January 2026, 19:00",
        "  new    one more",
        "",
    ]


def test_what_stands_beside_a_title_goes_below_it_where_there_is_no_room(labelled):
    assert labelled(30, WORDS)[1:3] == ["Stretch", "content/events/stretch.md"]
    assert labelled(30, Labelled("Stretch", "", WORDS.lines[1:])) == ["", "Stretch", "  new  one more", ""]


def test_a_heading_says_what_follows(monkeypatch, capsys):
    monkeypatch.setenv("NO_COLOR", "1")
    show_heading("Past sessions", "")
    show_heading("[b]Only words[/b]", "Quietly\x1b[31m.")
    assert capsys.readouterr().out == "\nPast sessions\n\n[b]Only words[/b]\nQuietly\u241b[31m.\n"


def test_titles_of_others_are_shown_and_not_obeyed(labelled):
    shown = labelled(80, Labelled("[red]Stretch\x1b[2J", "", (("new", "[link=https://evil.example]x[/link]\x1b]0;"),)))
    assert shown[1:3] == ["[red]Stretch\u241b[2J", "  new  [link=https://evil.example]x[/link]\u241b]0;"]


def test_stages_are_a_table_with_numbers_in_a_column(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    show_stages([Line(0, "Making", "1,200 files", 12345.6), Line(1, "event", "1,000 files in 2 processes", 999.6)])
    lines = [line.rstrip() for line in capsys.readouterr().err.split("\n")]
    assert lines[1:4] == [
        "Where the time went                                  ms",
        "Making               1,200 files                 12,346",
        "  event              1,000 files in 2 processes   1,000",
    ]
