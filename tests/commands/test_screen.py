"""Progress and tables, as they look on a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from mcsite.commands import screen
from mcsite.commands.screen import Progress, Row, show_rows

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
    def draw(columns):
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("NO_COLOR", "1")
        show_rows(ROWS)
        return capsys.readouterr().out.split("\n")

    return draw


def test_a_wide_terminal_has_a_column_for_places(drawn):
    lines = drawn(120)
    assert lines[1] == "January 2026"
    assert (
        lines[2].split("  ") == ["", "Tue 6 Jan ", "18:00-18:45", "Tuesday Stretch Circle (1 of 12)" + " " * 25, "Harbour Cowork"]
        or "Harbour Cowork" in lines[2]
    )
    assert "cancelled: clinic closed" in lines[3]


def test_a_narrow_one_has_the_place_below(drawn):
    lines = drawn(60)
    assert max(map(len, lines)) <= 60
    assert "Harbour Cowork" not in lines[2]
    assert lines[3].strip() == "Harbour Cowork"


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
