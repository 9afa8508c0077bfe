from mcsite.importing.components import calendars
from mcsite.importing.lines import content_lines
from mcsite.importing.remarks import Remarks


def read(text: str):
    return calendars(content_lines(text.encode(), Remarks()))


def titles(text: str) -> list[str]:
    return [event.text("SUMMARY") for calendar in read(text) for event in calendar.walk("VEVENT")]


def test_events_are_found_with_what_is_in_them():
    (calendar,) = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR")
    assert [part.name for part in calendar.parts] == ["VEVENT"]
    assert len(list(calendar.walk("VALARM"))) == 1
    assert calendar.closed


def test_an_event_that_is_not_closed_ends_where_the_next_begins():
    assert titles("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VALARM\nBEGIN:VEVENT\nSUMMARY:b\nEND:VEVENT\nEND:VCALENDAR") == ["a", "b"]


def test_a_file_that_ends_in_the_middle_keeps_what_it_has():
    (calendar,) = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nDTSTART:2026")
    assert [event.text("SUMMARY") for event in calendar.walk("VEVENT")] == ["a"]
    assert not calendar.closed


def test_events_without_a_calendar_are_events():
    assert titles("BEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT") == ["a"]


def test_calendars_one_after_the_other_are_all_read():
    assert titles("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:b\nEND:VEVENT\nEND:VCALENDAR") == ["a", "b"]


def test_what_is_no_calendar_is_none():
    assert read("<!doctype html>\n<p>Not found") == ()
