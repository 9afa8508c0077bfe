from factory import WORDLESS, edition, event, person, session, settings, weekly
from icalendar import Calendar

from mcsite.model.settings import FAMILIES
from mcsite.outputs.public.feeds import plan


def made(whole):
    return {artifact.path: artifact.make(**artifact.inputs) for artifact in plan(whole, WORDLESS)}


def uids(data):
    return [str(found["UID"]) for found in Calendar.from_ical(data).walk("VEVENT")]


def test_there_is_a_feed_of_everything_of_each_value_and_of_each_series():
    whole = edition(session(event("once")), *weekly(event("club", rule="FREQ=WEEKLY")))
    assert sorted(made(whole)) == [
        "calendar.ics",
        "calendar/hosts/ada.ics",
        "calendar/kinds/circle.ics",
        "calendar/neighbourhoods/old-harbour.ics",
        "calendar/tags/desk.ics",
        "calendar/venues/cowork.ics",
        "events/club/calendar.ics",
    ]


def test_feeds_hold_a_year_back_and_a_year_ahead_and_a_series_all_of_itself():
    club = event("club", rule="FREQ=YEARLY")
    sessions = [session(club, f"{year}-06-01 18:00") for year in range(2022, 2030)]
    files = made(edition(*sessions, now="2026-01-05 09:00"))
    assert uids(files["calendar.ics"]) == ["club-2025-06-01@moves.example", "club-2026-06-01@moves.example"]
    assert uids(files["calendar/tags/desk.ics"]) == uids(files["calendar.ics"])
    assert len(uids(files["events/club/calendar.ics"])) == 8


def test_the_window_is_the_sites_choice_and_its_ends_belong_to_it():
    club = event("club", rule="FREQ=DAILY")
    days = ("2025-12-04", "2025-12-05", "2026-02-05", "2026-02-06")
    whole = edition(*(session(club, f"{day} 18:00") for day in days), site={"settings": settings(feed_past_months=1, feed_future_months=1)})
    assert [uid[5:15] for uid in uids(made(whole)["calendar.ics"])] == ["2025-12-05", "2026-02-05"]


def test_what_somebody_follows_stays_there_when_its_sessions_are_long_past():
    files = made(edition(session(event("old"), "2020-01-06 18:00"), now="2026-01-05 09:00"))
    assert uids(files["calendar/tags/desk.ics"]) == []
    assert b"BEGIN:VTIMEZONE" in files["calendar/tags/desk.ics"]


def test_a_feed_is_named_after_the_site_and_what_it_holds():
    files = made(edition(session(event("once"))))
    assert b"X-WR-CALNAME:Moves\r\n" in files["calendar.ics"]
    assert b"X-WR-CALNAME:Moves: Desk work\r\n" in files["calendar/tags/desk.ics"]
    assert b"SOURCE;VALUE=URI:https://moves.example/calendar/hosts/ada.ics\r\n" in files["calendar/hosts/ada.ics"]
    assert b"URL:https://moves.example/people/ada/\r\n" in files["calendar/hosts/ada.ics"]


def test_nobody_who_is_not_public_has_a_feed():
    files = made(edition(session(event("once", hosts=(person("ada"), person("bea", public=False))))))
    assert "calendar/hosts/ada.ics" in files
    assert "calendar/hosts/bea.ics" not in files


def test_a_series_that_was_renamed_is_still_followed_at_its_former_address():
    files = made(edition(*weekly(event("club", rule="FREQ=WEEKLY", aliases=("circle",)))))
    assert files["events/circle/calendar.ics"] == files["events/club/calendar.ics"]
    assert b"SOURCE;VALUE=URI:https://moves.example/events/club/calendar.ics\r\n" in files["events/circle/calendar.ics"]


def test_a_site_without_calendars_has_no_feed():
    families = tuple(family for family in FAMILIES if family != "calendars")
    assert made(edition(session(), site={"settings": settings(outputs=families)})) == {}


def test_the_same_day_gives_the_same_bytes_at_any_hour():
    sessions = weekly()
    assert made(edition(*sessions, now="2026-01-05 09:00")) == made(edition(*sessions, now="2026-01-05 23:00"))
