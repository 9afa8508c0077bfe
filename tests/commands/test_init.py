"""A new site can be built at once, and says what comes next."""

from __future__ import annotations

import io

import pytest

from mcsite import cli
from mcsite.commands import init
from mcsite.scaffold.requirement import Requirement


class Terminal(io.StringIO):
    """A person who types."""

    def isatty(self):
        return True


def test_a_new_site_is_made_and_says_what_comes_next(tmp_path, capsys):
    assert cli.run(["init", str(tmp_path / "new"), "--github", "--netlify"]) == 0
    out, said = capsys.readouterr()
    assert out == ""
    assert f"mcsite serve --site {tmp_path / 'new'} --open" in said
    assert "GitHub Actions" in said
    assert (tmp_path / "new" / "netlify.toml").exists()
    assert (tmp_path / "new" / "content" / "site.md").exists()


def test_in_a_terminal_it_asks(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Terminal("Moves\nLeeds\nmaren/moves\n"))
    assert cli.run(["init", str(tmp_path / "new"), "--timezone", "Dublin"]) == 0
    text = (tmp_path / "new" / "content" / "site.md").read_text("utf-8")
    assert "\ntitle: Moves\n" in text
    assert "\ntimezone: Europe/Dublin\n" in text
    assert "\nbase_url: https://maren.github.io/moves/\n" in text
    assert "Nobody was asked" not in capsys.readouterr().err


def test_who_goes_away_in_the_middle_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal("Moves\n"))
    assert cli.run(["init", str(tmp_path / "new")]) != 0
    assert not (tmp_path / "new").exists()


def test_nothing_is_asked_of_who_says_yes_or_cannot_answer(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Terminal(""))
    assert cli.run(["init", str(tmp_path / "new"), "--yes"]) == 0
    assert "Nobody was asked, so this was taken" in capsys.readouterr().err


@pytest.mark.parametrize(("complete", "times"), [(True, 0), (False, 1)])
def test_who_runs_a_copy_that_no_host_can_find_is_told_to_say_where_it_is(tmp_path, monkeypatch, capsys, complete, times):
    monkeypatch.setattr(init, "this_program", lambda: Requirement("# say it\n", complete=complete))
    assert cli.run(["init", str(tmp_path / "new"), "--github"]) == 0
    assert capsys.readouterr().err.count(f"Open {tmp_path / 'new' / 'requirements.txt'}") == times


def test_a_folder_in_use_is_refused_before_anything_is_asked(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Terminal(""))
    (tmp_path / "mine.txt").write_text("mine")
    assert cli.run(["init", str(tmp_path)]) == 2
    assert f"{tmp_path} is not empty." in capsys.readouterr().err


def test_quietly_nothing_is_asked_or_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Terminal(""))
    assert cli.run(["init", "-q", str(tmp_path / "new")]) == 0
    assert capsys.readouterr() == ("", "")
