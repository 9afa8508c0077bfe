"""``mcsite agenda`` as a person meets it."""

import pytest
from story import NOW

SERIES = """
title: Tuesday Stretch Circle
when: Tuesdays 6pm-6:45pm from 6 Jan 2026 for 4 weeks, not 20 Jan
cancelled: {2026-01-13: clinic closed}
moved: {2026-01-27: 2026-01-28 19:00}
venue: cowork
"""


@pytest.fixture
def circle(site):
    return site.write("events/circle.md", SERIES).write("venues/cowork.md", "title: Harbour Cowork")


@pytest.mark.parametrize("columns", ["60", "120"])
def test_coming_sessions_are_dated_weekdays(circle, run, columns):
    said = run(circle, "agenda", "--now", NOW, COLUMNS=columns).stdout
    assert max(len(line) for line in said.split("\n")) <= int(columns)
    assert "January 2026\n" in said
    assert "Tue 6 Jan   18:00-18:45  Tuesday Stretch Circle (1 of 3)" in said
    assert "cancelled: clinic closed" in " ".join(said.split())
    assert "moved from Tue 27 Jan" in " ".join(said.split())
    assert "Harbour Cowork" in said
    assert "20 Jan" not in said


def test_what_a_sentence_was_understood_to_mean_is_said(circle, run):
    said = run(circle, "agenda", "circle", "--now", NOW).stdout
    assert said.startswith("Tuesday Stretch Circle\n  every Tuesday: 3 sessions from Tue 6 Jan 2026 to Tue 27 Jan 2026")
    assert "no session Tue 20 Jan 2026" in said


def test_past_sessions_are_gone(circle, run):
    assert "No sessions are coming." in run(circle, "agenda", "--now", "2026-03-01").stdout


def test_an_unknown_event_gets_the_nearest(circle, run):
    done = run(circle, "agenda", "circel")
    assert (done.returncode, done.stderr) == (2, "mcsite: there is no event 'circel'; did you mean 'circle'?\n")


def test_many_sessions_are_cut_short_unless_all_are_wanted(site, run):
    site.write("events/daily.md", "title: Daily\nstart: 2026-01-06 07:00\nend: 07:20\nrepeat: daily\ntimes: 60")
    assert "… and 20 sessions later" in run(site, "agenda", "--now", NOW).stdout
    assert "60 of 60" in run(site, "agenda", "--now", NOW, "--all").stdout


def test_what_cannot_be_read_is_said_to_be_missing(circle, run):
    done = run(circle.write("events/broken.md", "title: Broken\nstart: soon"), "agenda", "--now", NOW)
    assert done.returncode == 0
    assert done.stderr.startswith("1 error.")
    assert "Tuesday Stretch Circle" in done.stdout
