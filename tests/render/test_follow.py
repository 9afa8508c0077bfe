from urllib.parse import parse_qs, urlsplit

import pytest
from factory import event, session, settings, weekly

from mcsite.model.event import Status
from mcsite.render.follow import add_once, follow, series_file, session_file


def query(address):
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_each_client_is_given_the_feed_in_its_own_way():
    doors = follow(settings(base_url="https://h.example/moves/"), "calendar/tags/desk.ics", "Moves: Desk & more")
    assert doors.https == "https://h.example/moves/calendar/tags/desk.ics"
    assert doors.webcal == "webcal://h.example/moves/calendar/tags/desk.ics"
    assert query(doors.google) == {"cid": doors.webcal}
    assert query(doors.outlook_live) == query(doors.outlook_office) == {"url": doors.https, "name": "Moves: Desk & more"}


def test_a_timed_session_is_added_at_its_instant_in_its_zone():
    doors = add_once(session(start="2026-06-02 18:00", title="Stretch & rest + tea"), settings())
    assert query(doors.google) == {
        "action": "TEMPLATE",
        "text": "Stretch & rest + tea",
        "dates": "20260602T170000Z/20260602T174500Z",
        "ctz": "Europe/London",
        "details": "Loosen up.\n\nhttps://moves.example/events/stretch/",
        "location": "Harbour Cowork, 1 Quay, HB1 1AA",
    }
    said = query(doors.outlook_live)
    assert (said["startdt"], said["enddt"], said["subject"]) == ("2026-06-02T17:00:00Z", "2026-06-02T17:45:00Z", "Stretch & rest + tea")
    assert doors.file == "events/stretch/session.ics"


def test_whole_days_end_on_the_day_after():
    doors = add_once(session(start="2026-05-16", end="2026-05-17"), settings())
    assert query(doors.google)["dates"] == "20260516/20260518"
    assert (query(doors.outlook_live)["startdt"], query(doors.outlook_live)["enddt"], query(doors.outlook_live)["allday"]) == (
        "2026-05-16",
        "2026-05-18",
        "true",
    )


def test_a_space_is_not_written_as_a_plus():
    assert "+" not in add_once(session(title="a b"), settings()).google


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
def test_nobody_is_led_to_add_what_does_not_take_place(status):
    doors = add_once(session(status=status), settings())
    assert (doors.google, doors.outlook_live, doors.outlook_office) == ("", "", "")
    assert doors.file


def test_a_session_has_a_file_where_its_family_is_made():
    once, (weekly_one,) = session(), weekly(event("club", rule="FREQ=WEEKLY"), times=1)
    assert session_file(weekly_one, settings()) == "events/club/2026-01-06/session.ics"
    assert session_file(weekly_one, settings(outputs=("pages", "calendars"))) == ""
    assert session_file(once, settings(outputs=("pages", "sessions"))) == ""


def test_a_series_has_a_file_where_a_rule_is_read_alike_everywhere():
    club = event("club", rule="FREQ=WEEKLY;COUNT=3")
    assert series_file(club, settings()) == "events/club/series.ics"
    assert series_file(club, settings(outputs=("pages", "sessions"))) == ""
    assert series_file(event("club", rule="FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3"), settings()) == ""
    assert series_file(event(), settings()) == ""


def test_a_long_summary_makes_no_long_link():
    assert len(add_once(session(summary="word " * 1000), settings()).google) < 1000
