"""A term of a stretch circle, from the first announcement to the archive, as followers see it."""

import json
import re

import pytest
from icalendar import Calendar
from story import Story

CIRCLE = """\
    ---
    title: Stretch Circle
    kind: circle
    start: 2026-01-06 18:00
    end: 18:45
    repeat: weekly
    times: 12
    venue: hall
    ---
    Slow movement.
    """


@pytest.fixture
def circle(site: Story) -> Story:
    return site.write("venues/hall.md", "title: The Hall\naddress: 2 Park Lane").write("events/circle.md", CIRCLE)


def say(site: Story, *lines: str) -> Story:
    """Add lines to the front matter of the circle."""
    text = site.path("events/circle.md").read_text("utf-8")
    return site.write("events/circle.md", text.replace("\n---\nSlow", "\n" + "\n".join(lines) + "\n---\nSlow"))


def entry(site: Story, day: str) -> dict[str, str]:
    """A session as a follower's calendar has it."""
    found = {str(event["UID"]): event for event in Calendar.from_ical(site.read("calendar.ics")).walk("VEVENT")}
    return {name: event.to_ical().decode() if hasattr(event, "to_ical") else str(event) for name, event in found[f"circle-{day}@example.org"].items()}


def listed(site: Story) -> list[dict[str, object]]:
    return json.loads(site.read("events.json"))["sessions"]


def words(site: Story, path: str) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)^.*<main", "<main", site.read(path))).split())


def test_twelve_sessions_are_announced_each_with_a_page_an_entry_and_a_number(circle: Story) -> None:
    circle.build()
    assert [session["number"] for session in listed(circle)] == list(range(1, 13))
    for session in listed(circle):
        day = session["start"][:10]
        assert f"{session['number']} of 12" in words(circle, f"events/circle/{day}/index.html")
        assert entry(circle, day)["SUMMARY"] == "Stretch Circle"


def test_a_skipped_week_was_never_announced_and_eats_no_number(circle: Story) -> None:
    say(circle, "skip: {2026-02-17: half-term}").build()
    assert [session["number"] for session in listed(circle)] == list(range(1, 13))
    assert "2026-02-17" not in {session["start"][:10] for session in listed(circle)}
    assert "events/circle/2026-02-17/index.html" not in circle.files()
    assert listed(circle)[-1]["start"].startswith("2026-03-31")


def test_a_cancelled_session_stays_where_it_was_and_says_so_everywhere(circle: Story) -> None:
    circle.build()
    say(circle, "cancelled: {2026-01-13: the heating failed}").build()
    assert "Cancelled: the heating failed" in words(circle, "events/circle/2026-01-13/index.html").replace(" :", ":")
    assert "Cancelled" in words(circle, "events/index.html")
    told = entry(circle, "2026-01-13")
    assert told["STATUS"] == "CANCELLED"
    assert told["SUMMARY"].startswith("Cancelled:")
    assert [session["number"] for session in listed(circle)] == list(range(1, 13))


def test_a_moved_session_keeps_its_address_and_its_identity(circle: Story) -> None:
    say(circle, "moved: {2026-01-13: 2026-01-14 19:30}").build()
    moved = listed(circle)[1]
    assert (moved["status"], moved["start"], moved["url"]) == ("moved", "2026-01-14T19:30:00+00:00", "https://example.org/events/circle/2026-01-13/")
    assert entry(circle, "2026-01-13")["DTSTART"] == "20260114T193000"
    assert "13 Jan" in words(circle, "events/circle/2026-01-13/index.html")


def test_the_clock_stays_at_six_when_summer_time_begins(circle: Story) -> None:
    say(circle, "skip: [2026-02-17, 2026-02-24]").build()
    last = listed(circle)[-1]
    assert (last["start"], last["end"]) == ("2026-04-07T18:00:00+01:00", "2026-04-07T18:45:00+01:00")


def test_what_is_over_moves_to_the_archive_and_stays_in_the_calendar(circle: Story) -> None:
    circle.build("2026-01-05T09:00")
    assert 'data-uid="circle-2026-01-06@example.org"' in circle.read("events/index.html")
    circle.build("2026-01-06T18:30")
    assert 'data-uid="circle-2026-01-06@example.org"' in circle.read("events/index.html")
    circle.build("2026-01-06T18:45")
    assert 'data-uid="circle-2026-01-06@example.org"' not in circle.read("events/index.html")
    assert 'data-uid="circle-2026-01-06@example.org"' in circle.read("archive/2026/index.html")
    assert entry(circle, "2026-01-06")["STATUS"] == "CONFIRMED"


def test_a_file_that_is_renamed_with_its_id_keeps_followers_and_old_links(circle: Story) -> None:
    circle.build()
    before = {session["uid"] for session in listed(circle)}
    say(circle, "id: circle", "aliases: [circle]").rename("events/circle.md", "events/tuesday-circle.md").build()
    assert {session["uid"] for session in listed(circle)} == before
    assert "/events/tuesday-circle/" in circle.read("events/circle/index.html")
    assert circle.read("events/circle/calendar.ics") == circle.read("events/tuesday-circle/calendar.ics")


def test_an_event_is_held_back_until_its_day(circle: Story) -> None:
    say(circle, "publish_on: 2026-01-04").build("2026-01-03T23:59")
    assert listed(circle) == []
    circle.build("2026-01-04T00:00")
    assert len(listed(circle)) == 12


def test_on_days_on_which_the_site_is_closed_no_series_meets(circle: Story) -> None:
    circle.settings("closed: {2026-02-16..2026-02-20: half-term}").build()
    assert "2026-02-17" not in {session["start"][:10] for session in listed(circle)}
    assert len(listed(circle)) == 12


def test_the_short_address_leads_to_the_next_open_session(circle: Story) -> None:
    say(circle, "signup: https://forms.example/circle", "cancelled: {2026-01-06: ill}").build()
    assert "https://forms.example/circle" in circle.read("s/circle/index.html")
