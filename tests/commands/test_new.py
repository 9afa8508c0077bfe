"""A new file is written as it was asked for, or asks."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mcsite import cli


@pytest.fixture
def site(tmp_path):
    (tmp_path / "content").mkdir()
    return tmp_path


def test_a_new_event_begins_in_a_week(site, capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767603600")
    assert cli.run(["new", "event", "Tuesday Stretch", "--site", str(site)]) == 0
    assert (site / "content" / "events" / "tuesday-stretch.md").read_text().startswith("---\ntitle: Tuesday Stretch\nstart: 2026-01-12 18:00\n")
    assert f"is ready to be filled in. 'mcsite check --site {site}' looks it over" in capsys.readouterr().err


def test_what_is_not_said_is_asked(site):
    result = CliRunner().invoke(cli.program, ["new", "--site", str(site)], input="event\n\nStretch\nwhenever\n2026-01-06 18:00\n")
    assert result.exit_code == 0, result.output
    assert result.output.count("The title of the event") == 2
    assert result.output.count("When does it begin?") == 2
    assert "start: 2026-01-06 18:00\n" in (site / "content" / "events" / "stretch.md").read_text()


def test_the_only_venue_is_taken_and_of_several_one_is_asked(site):
    cli.run(["new", "venue", "Loft", "--site", str(site)])
    cli.run(["new", "event", "One", "--site", str(site)])
    assert "venue: loft\n" in (site / "content" / "events" / "one.md").read_text().partition("#")[0]
    cli.run(["new", "venue", "Cellar", "--site", str(site)])
    cli.run(["new", "event", "Two", "--site", str(site)])
    assert "venue:" not in (site / "content" / "events" / "two.md").read_text().partition("#")[0]
    CliRunner().invoke(cli.program, ["new", "event", "--site", str(site)], input="Three\n\nloft\n")
    assert "venue: loft\n" in (site / "content" / "events" / "three.md").read_text().partition("#")[0]


def test_a_venue_is_asked_for_no_date(site):
    result = CliRunner().invoke(cli.program, ["new", "venue", "--site", str(site)], input="Net Loft\n")
    assert result.exit_code == 0, result.output
    assert (site / "content" / "venues" / "net-loft.md").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["event", "!!!"], "has no letter or digit"),
        (["event", "x", "--start", "whenever"], "whenever"),
        (["events", "x"], "'events' is not one of"),
    ],
)
def test_what_makes_no_sense_is_said(site, capsys, arguments, said):
    assert cli.run(["new", *arguments, "--site", str(site)]) == 2
    assert said in capsys.readouterr().err
    assert list((site / "content").iterdir()) == []


def test_nothing_is_overwritten(site, capsys):
    cli.run(["new", "page", "About", "--site", str(site)])
    (site / "content" / "pages" / "about.md").write_text("mine")
    assert cli.run(["new", "page", "About", "--site", str(site)]) == 2
    assert "about.md has that name already" in capsys.readouterr().err
    assert (site / "content" / "pages" / "about.md").read_text() == "mine"


def test_where_there_is_no_site_none_is_begun(tmp_path, capsys):
    assert cli.run(["new", "event", "x", "--site", str(tmp_path)]) == 2
    assert "'mcsite init NAME' makes a new site" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
