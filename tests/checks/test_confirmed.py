import json
from datetime import date

import pytest

SERIES = """\
title: Stretch
start: 2026-01-06 18:00
end: 18:45
repeat: {repeat}
confirmed_until: {until}
online: https://meet.example/
"""


def write(site, until="2026-03-31", repeat="weekly", more=""):
    return site.write("events/stretch.md", SERIES.format(until=until, repeat=repeat) + more)


def note(site, now):
    """The only problem of the site, which is at the confirmed day."""
    (found,) = site.check(now)
    assert (found.code, found.span.line) == ("W650", 6)
    return found


@pytest.mark.parametrize(("now", "warned"), [("2026-03-16T23:59", False), ("2026-03-17T00:00", True), ("2026-03-31T12:00", True), ("2026-08-01T12:00", True)])
def test_the_warning_comes_two_weeks_before_and_stays_until_it_is_answered(site, now, warned):
    assert [found.code for found in write(site).check(now)] == ["W650"] * warned


def test_it_says_what_happens_and_gives_both_lines_to_write(site):
    found = note(write(site), "2026-03-20T12:00")
    assert found.message == "the dates of 'Stretch' are confirmed until Tuesday 31 March 2026; nothing after that is published"
    assert found.help == "if it goes on, write 'confirmed_until: 2026-06-30'; if it ends, write 'until: 2026-03-31' in its place"
    assert "were confirmed" in note(site, "2026-04-01T12:00").message


@pytest.mark.parametrize(
    ("more", "now", "proposed"),
    [
        ({}, "2026-03-20T12:00", "2026-06-30"),
        ({}, "2026-09-10T12:00", "2026-12-10"),
        ({"repeat": "yearly"}, "2026-03-20T12:00", "2027-01-06"),
    ],
)
def test_the_day_it_proposes_is_worth_the_edit(site, more, now, proposed):
    assert f"'confirmed_until: {proposed}'" in note(write(site, **more), now).help
    write(site, until=proposed, **more)
    assert site.check(now) == ()
    coming = [session.when.first_day for session in site.prepare(now).edition.coming]
    assert coming[-1] > date(2026, 3, 31)


def test_what_it_says_to_write_at_the_end_is_understood(site):
    assert "write 'until: 2026-03-31'" in note(write(site), "2026-03-20T12:00").help
    site.write("events/stretch.md", SERIES.format(until="2026-03-31", repeat="weekly").replace("confirmed_until", "until"))
    assert site.check("2026-05-01T12:00") == ()


def test_of_a_sentence_the_end_belongs_into_the_sentence(site):
    sentence = "title: Stretch\nwhen: Tuesdays 6pm-6:45pm from 6 Jan 2026{}\nonline: https://meet.example/\n"
    site.write("events/stretch.md", sentence.format("") + "confirmed_until: 2026-03-31\n")
    (found,) = site.check("2026-03-20T12:00")
    assert found.help.endswith("if it ends, take the line out and write 'until 2026-03-31' at the end of 'when'")
    site.write("events/stretch.md", sentence.format(" until 2026-03-31"))
    assert site.check("2026-03-20T12:00") == ()


@pytest.mark.parametrize("more", ["times: 30\n", "until: 2026-12-31\n"])
def test_a_series_with_an_end_is_asked_about_only_while_sessions_are_held_back(site, more):
    found = note(write(site, more=more), "2026-03-20T12:00")
    assert found.help.endswith("or take the line out, because the series says itself when it ends")
    assert write(site, until="2026-12-31", more=more).check("2026-12-30T12:00") == ()


def test_a_series_that_is_called_off_is_left_in_peace(site):
    assert write(site, more="status: cancelled\n").check("2026-03-20T12:00") == ()


def published(site):
    """Every uid with its start, as the list for programs says it, and the uids of the calendar of the series."""
    sessions = {session["uid"]: session for session in json.loads(site.read("events.json"))["sessions"]}
    feed = {line.removeprefix("UID:") for line in site.read("events/stretch/calendar.ics").splitlines() if line.startswith("UID:")}
    return sessions, feed


def test_nothing_after_the_confirmed_day_is_published_anywhere(site):
    write(site).build()
    sessions, feed = published(site)
    assert max(session["start"] for session in sessions.values()) == "2026-03-31T18:00:00+01:00"
    assert feed == set(sessions)
    everything = "".join(data.decode() for path, data in site.files().items() if path.endswith((".html", ".ics", ".json", ".xml")))
    assert "2026-03-31T18:00" in everything
    assert not any(word in everything for word in ("2026-04-07", "20260407", "7 April"))
    assert "Dates are confirmed until 31 March 2026." in site.read("events/stretch/index.html")


def test_confirming_more_dates_changes_no_identity(site):
    write(site).build()
    before, feed = published(site)
    entries = site.read("events/stretch/calendar.ics").split("BEGIN:VEVENT")[1:]
    write(site, until="2026-06-30").build()
    after, feed_after = published(site)
    assert len(after) == len(before) + 13
    assert {uid: after[uid] for uid in before} == before
    assert feed < feed_after
    assert set(site.read("events/stretch/calendar.ics").split("BEGIN:VEVENT")[1:]) >= set(entries[:-1])
