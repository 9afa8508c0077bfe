from datetime import date, datetime, timedelta

import pytest
from foreign import event, vevents

from mcsite.importing.vevents import UNTITLED
from mcsite.model.moment import zone

LONDON = zone("Europe/London")


def one(lines: str, head: str = "", **known: str):
    (found,), _ = vevents(event(lines, **known), head=head)
    return found


def test_an_event_says_what_it_says():
    found = one("""\
        DTSTART;TZID=Europe/London:20260106T180000
        DTEND;TZID=Europe/London:20260106T190000
        SEQUENCE:3
        LOCATION:Hall\\, 1 High Street
        GEO:51.5;-0.12
        URL:https://example.org/swap
        CATEGORIES:Seeds,Bread\\, butter
        CATEGORIES:Seeds
        STATUS:TENTATIVE""")
    assert (found.start, found.end) == (datetime(2026, 1, 6, 18, tzinfo=LONDON), datetime(2026, 1, 6, 19, tzinfo=LONDON))
    assert (found.sequence, found.location, found.geo, found.url) == (3, "Hall, 1 High Street", (51.5, -0.12), "https://example.org/swap")
    assert (found.categories, found.tentative, found.cancelled) == (("Seeds", "Bread, butter"), True, False)


@pytest.mark.parametrize(("lines", "length"), [
    ("DURATION:PT45M", timedelta(minutes=45)),
    ("DTEND;TZID=America/New_York:20260106T140000", timedelta(hours=1)),
    ("", timedelta(hours=1)),
    ("DTEND;TZID=Europe/London:20260106T180000", timedelta(hours=1)),
    ("DTEND;TZID=Europe/London:20260105T180000", timedelta(hours=1)),
    ("DTEND;VALUE=DATE:20260107", timedelta(hours=6)),
])  # fmt: skip
def test_an_end_is_said_in_many_ways_or_not_at_all(lines, length):
    assert one(f"DTSTART;TZID=Europe/London:20260106T180000\n{lines}").length == length


def test_an_end_that_had_to_be_assumed_is_remarked():
    _, remarks = vevents(event("DTSTART:20260106T180000Z"))
    assert remarks.of_event == [("Swap", "It says no end after its beginning: one hour is assumed.")]


@pytest.mark.parametrize("lines", ["", "DTEND;VALUE=DATE:20260106", "DTEND;VALUE=DATE:20260107", "DURATION:P1D", "DTEND:20260107T000000Z"])
def test_whole_days_end_before_their_last_day(lines):
    assert one(f"DTSTART;VALUE=DATE:20260106\n{lines}").end == date(2026, 1, 7)


def test_single_events_in_universal_time_are_told_in_the_words_of_the_calendar():
    assert one("DTSTART:20260706T180000Z", "X-WR-TIMEZONE:Asia/Tokyo").start == datetime(2026, 7, 7, 3, tzinfo=zone("Asia/Tokyo"))
    assert one("DTSTART:20260706T180000Z").start == datetime(2026, 7, 6, 19, tzinfo=LONDON)


def test_a_rule_in_universal_time_keeps_its_hours_unless_the_calendar_says_its_zone():
    assert one("DTSTART:20260706T180000Z\nRRULE:FREQ=DAILY").zone == "UTC"
    assert one("DTSTART:20260706T180000Z\nRRULE:FREQ=DAILY", "X-WR-TIMEZONE:Asia/Tokyo").zone == "Asia/Tokyo"


def test_how_universal_time_was_read_is_said():
    lines = event("DTSTART:20260706T180000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY")
    assert "universal time" in vevents(lines)[1].of_event[0][1]
    assert "Asia/Tokyo" in vevents(lines, head="X-WR-TIMEZONE:Asia/Tokyo")[1].general[0]


def test_what_does_not_say_when_it_begins_is_not_imported_and_that_is_said():
    found, remarks = vevents(event("DTSTART:soon"))
    assert (found, remarks.of_event) == ([], [("Swap", "It does not say when it begins: not imported.")])


@pytest.mark.parametrize("summary", ["", "\u200b"])
def test_an_event_without_a_title_gets_one(summary):
    (found,), remarks = vevents(event("DTSTART:20260106T180000Z", summary=summary))
    assert (found.title, list(remarks.left_out.values())) == (UNTITLED, [1])


def test_html_of_outlook_is_preferred_to_its_text():
    found = one("DTSTART:20260106T180000Z\nDESCRIPTION:Bring a mat\nX-ALT-DESC;FMTTYPE=text/html:<p>Bring <b>a mat</b></p>")
    assert (found.is_html, found.description) == (True, "<p>Bring <b>a mat</b></p>")


def test_the_address_of_a_video_call_below_a_description_is_left_out():
    found = one("DTSTART:20260106T180000Z\nDESCRIPTION:Bring a mat\\n\\n-::~:~::~:~::-\\nJoin: https://meet.example/x\\n-::~:~::~:~::-")
    assert found.description == "Bring a mat"


def test_signs_that_cannot_travel_are_left_out():
    found = one("DTSTART:20260106T180000Z\nLOCATION:Ha\x07ll\\nRoom 1", summary="Sw\u202eap")
    assert (found.title, found.location) == ("Swap", "Hall, Room 1")


def test_a_place_of_apple_is_on_the_map():
    assert one('DTSTART:20260106T180000Z\nX-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="Hall":geo:51.5,-0.12').geo == (51.5, -0.12)


def test_years_at_the_edge_of_what_clocks_can_tell_are_not_imported():
    found, remarks = vevents(event("DTSTART:99991231T235959Z"), event("DTSTART;VALUE=DATE:00010101"))
    assert found == []
    assert [sentence for _, sentence in remarks.of_event] == ["It begins in the year 9999: not imported.", "It begins in the year 1: not imported."]
