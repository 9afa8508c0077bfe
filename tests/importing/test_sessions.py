from datetime import date, datetime

import pytest
from foreign import WEEKLY, event, vevents

from mcsite.importing.bundles import bundled
from mcsite.importing.remarks import Remarks
from mcsite.importing.sessions import Program, program

UNTIL = date(2026, 3, 31)


def expanded(*parts: str) -> tuple[Program, Remarks]:
    events, remarks = vevents(*parts)
    (bundle,) = bundled(events, remarks)
    return program(bundle, UNTIL, remarks), remarks


def starts(*parts: str) -> list[str]:
    return [f"{each.start:%m-%d %H:%M}" + (" off" if each.cancelled else "") for each in expanded(*parts)[0].sessions]


def test_a_rule_gives_its_dates():
    assert starts(event(WEEKLY)) == ["01-06 18:00", "01-13 18:00", "01-20 18:00", "01-27 18:00"]


def test_an_endless_rule_is_followed_to_a_day_or_to_what_is_said_of_a_later_one():
    endless = WEEKLY.replace(";COUNT=4", "")
    assert starts(event(endless))[-1] == "03-31 18:00"
    assert starts(event(endless), event("RECURRENCE-ID:20260414T170000Z\nDTSTART:20260414T180000Z\nDURATION:PT1H"))[-1] == "04-14 19:00"
    assert expanded(event(endless))[0].endless


def test_a_session_may_be_named_by_its_day_alone():
    assert starts(event(WEEKLY), event("RECURRENCE-ID;VALUE=DATE:20260113\nDTSTART:20260113T180000Z\nDURATION:PT1H\nSTATUS:CANCELLED"))[1] == "01-13 18:00 off"


def test_a_private_session_of_a_series_is_left_out():
    assert len(starts(event(WEEKLY), event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260113T180000Z\nCLASS:PRIVATE"))) == 3


@pytest.mark.parametrize(("rule", "count", "remark"), [
    ("FREQ=WEEKLY;X-THING=1;COUNT=2;BYDAY=", 2, ""), ("FREQ=WEEKLY;COUNT=9;UNTIL=20260120T180000Z", 3, "two ends"),
    ("FREQ=WEEKLY;UNTIL=20260113", 2, "without a time"),
    ("FREQ=SOMETIMES", 1, "could not be read"), ("rubbish", 1, "could not be read"),
])  # fmt: skip
def test_rules_that_break_the_grammar_are_read_as_far_as_they_can(rule, count, remark):
    found, remarks = expanded(event(WEEKLY.replace("FREQ=WEEKLY;COUNT=4", rule)))
    assert len(found.sessions) == count
    assert [remark in sentence for _, sentence in remarks.of_event] == [True] * bool(remark)


def test_a_rule_gone_wild_is_not_imported():
    found, remarks = expanded(event(WEEKLY.replace("FREQ=WEEKLY;COUNT=4", "FREQ=MINUTELY")))
    assert found.sessions == ()
    assert "so often" in remarks.of_event[0][1]


def test_years_beyond_those_of_calendars_are_left_out_and_counted():
    found, remarks = expanded(event("DTSTART;VALUE=DATE:19680106\nRRULE:FREQ=YEARLY;COUNT=4"))
    assert [each.start for each in found.sessions] == [date(1970, 1, 6), date(1971, 1, 6)]
    assert remarks.of_event == [("Swap", "2 of its sessions are before 1970 or after 2099: not imported.")]


def test_hours_that_the_clock_leaves_out_are_those_that_it_shows():
    found, _ = expanded(event("DTSTART;TZID=Europe/London:20260328T013000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2"))
    assert [each.start.replace(tzinfo=None) for each in found.sessions] == [datetime(2026, 3, 28, 1, 30), datetime(2026, 3, 29, 2, 30)]


def test_dates_are_taken_away_by_a_rule_too():
    assert starts(event(WEEKLY + "\nEXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2")) == ["01-13 18:00", "01-27 18:00"]


def test_an_end_of_all_times_is_no_obstacle():
    found, remarks = expanded(event("DTSTART:20260106T180000Z\nDTEND:99981231T235959Z\nRRULE:FREQ=YEARLY"))
    assert found.sessions == ()
    assert "not imported" in remarks.of_event[-1][1]
