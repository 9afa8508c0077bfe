"""Series as rules, read back by an engine that shares no code with ours but dateutil's days."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import recurring_ical_events
from icalendar import Calendar, Event, vRecur
from schedule.calendars import schedule

from mcsite.model.event import Status
from mcsite.model.moment import When
from mcsite.model.schedule import Change, Day
from mcsite.schedule.expand import Expansion, expand
from mcsite.schedule.portable import PortableRule, portable

Shown = set[tuple[Day, Day, str]]


def rule_of(**fields: Any) -> PortableRule | None:
    one = schedule(**fields)
    return portable(one, expand(one))


def meant(expansion: Expansion) -> Shown:
    return {(*_span(occurrence.when), "CANCELLED" if occurrence.status is Status.CANCELLED else "CONFIRMED") for occurrence in expansion.occurrences}


def read_back(rule: PortableRule) -> Shown:
    """What a calendar shows for the rule."""
    calendar = Calendar()
    for event in events(rule):
        calendar.add_component(event)
    found = recurring_ical_events.of(Calendar.from_ical(calendar.to_ical())).between((1997, 1, 1), (2035, 1, 1))
    return {(_utc(event.start), _utc(event.end), str(event["STATUS"])) for event in found}


def events(rule: PortableRule) -> Iterator[Event]:
    master = event("series", rule.first)
    master.add("rrule", vRecur.from_ical(rule.rule))
    for day in rule.exdates:
        master.add("exdate", day)
    yield master
    for one in rule.overrides:
        override = event("series", one.when, one.status)
        override.add("recurrence-id", one.planned.start)
        yield override
    for number, one in enumerate(rule.singles):
        yield event(f"extra-{number}", one.when, one.status)


def event(uid: str, when: When, status: Status = Status.SCHEDULED) -> Event:
    made = Event()
    made.add("uid", uid)
    made.add("dtstamp", datetime(2026, 1, 1, tzinfo=UTC))
    made.add("dtstart", when.start)
    made.add("dtend", when.end + timedelta(days=1) if when.whole_day else when.end)
    made.add("status", "CANCELLED" if status is Status.CANCELLED else "CONFIRMED")
    return made


def _span(when: When) -> tuple[Day, Day]:
    return _utc(when.start), _utc(when.end if isinstance(when.end, datetime) else when.end + timedelta(days=1))


def _utc(value: Day) -> Day:
    return value.astimezone(UTC) if isinstance(value, datetime) else value


PORTABLE: dict[str, dict[str, Any]] = {
    "a plain series": {"times": 12},
    "over the change of clocks": {"times": 40, "timezone": "America/New_York"},
    "with everything": {
        "times": 12,
        "skip": ["2026-02-17", "2026-03-01..2026-03-08"],
        "cancelled": {"2026-02-24": "clinic closed"},
        "moved": {"2026-03-10": "2026-03-11 19:00"},
        "changed": {"2026-03-17": Change(note="Bring a mat")},
        "extra": ["2026-04-07 10:00", "2026-06-01"],
    },
    "the first date skipped": {"times": 4, "skip": ["2026-01-06"]},
    "the first date moved": {"times": 4, "moved": {"2026-01-06": "2026-01-07 10:00"}},
    "only up to what is confirmed": {"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "confirmed_until": "2026-05-31"},
    "nights over the change of clocks": {"start": "2026-03-08 22:00", "minutes": 360, "times": 6},
    "beginning in the night of the change": {"start": "2026-10-24 22:00", "minutes": 360, "times": 6},
    "whole days": {"start": "2026-01-31", "rule": "FREQ=MONTHLY;BYMONTHDAY=-1", "times": 6, "skip": ["2026-02-28"], "days": 2},
    "one date left": {"rule": "FREQ=WEEKLY;COUNT=3", "skip": ["2026-01-13", "2026-01-20"]},
    "the last weekday of the month": {"start": "2026-01-30 18:00", "rule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "times": 8},
    "two weekdays of the month": {"rule": "FREQ=MONTHLY;BYDAY=1TU,3TU", "times": 8},
    "yearly": {"rule": "FREQ=YEARLY", "times": 5},
    "a week number that is a plain day for so long": {"rule": "FREQ=YEARLY;BYWEEKNO=2;BYDAY=TU", "times": 2},
    "every Tuesday of three months": {"rule": "FREQ=DAILY;BYDAY=TU;BYMONTH=1,2,3", "until": "2026-03-31"},
    "in Lord Howe": {"timezone": "Australia/Lord_Howe", "times": 50},
}


@pytest.mark.parametrize("case", PORTABLE)
def test_the_rule_yields_exactly_the_sessions(case: str) -> None:
    one = schedule(**PORTABLE[case])
    expansion = expand(one)
    rule = portable(one, expansion)
    assert rule is not None
    assert read_back(rule) == meant(expansion)


def test_until_is_the_end_of_the_last_day_in_utc() -> None:
    rule = rule_of(start="2026-06-02 18:00", times=3)
    assert rule is not None
    assert rule.rule == "FREQ=WEEKLY;UNTIL=20260616T225959Z;BYDAY=TU"


def test_until_of_whole_days_is_a_date() -> None:
    rule = rule_of(start="2026-06-02", times=3)
    assert rule is not None
    assert rule.rule == "FREQ=WEEKLY;UNTIL=20260616;BYDAY=TU"


def test_a_series_that_begins_with_a_skipped_date_is_written_from_its_first_session() -> None:
    rule = rule_of(times=3, skip=["2026-01-06"])
    assert rule is not None
    assert (rule.first.iso_start, rule.exdates) == ("2026-01-13T18:00:00+00:00", ())


def test_a_night_of_another_length_is_written_out() -> None:
    rule = rule_of(start="2026-03-14 22:00", minutes=360, times=3)
    assert rule is not None
    assert [occurrence.key for occurrence in rule.overrides] == ["2026-03-28"]


FORMS = {
    "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6": "FREQ=YEARLY;UNTIL=20300106T235959Z;BYMONTH=1;BYMONTHDAY=6",
    "FREQ=MONTHLY;BYMONTH=1,2,3,4,5;BYDAY=TU;BYMONTHDAY=1,2,3,4,5,6,7": "FREQ=MONTHLY;UNTIL=20260505T225959Z;BYDAY=1TU",
    "FREQ=YEARLY;BYDAY=TU": "FREQ=WEEKLY;UNTIL=20260203T235959Z;BYDAY=TU",
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR": "FREQ=WEEKLY;UNTIL=20260112T235959Z;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY;INTERVAL=3;BYMONTH=1": "FREQ=DAILY;INTERVAL=3;UNTIL=20260118T235959Z",
}


@pytest.mark.parametrize("rule", FORMS)
def test_an_odd_rule_is_written_in_a_plain_form(rule: str) -> None:
    found = rule_of(rule=rule, times=5)
    assert found is not None
    assert found.rule == FORMS[rule]


def test_last_days_of_months_are_counted_from_the_end() -> None:
    rule = rule_of(start="2026-01-31", rule="FREQ=DAILY;BYMONTHDAY=-1", times=3)
    assert rule is not None
    assert rule.rule == "FREQ=MONTHLY;UNTIL=20260331;BYMONTHDAY=-1"


def test_leap_days_come_every_four_years() -> None:
    rule = rule_of(start="2024-02-29", rule="FREQ=YEARLY", times=3)
    assert rule is not None
    assert rule.rule == "FREQ=YEARLY;INTERVAL=4;UNTIL=20320229;BYMONTH=2;BYMONTHDAY=29"


NOT_PORTABLE: dict[str, dict[str, Any]] = {
    "no series": {"rule": ""},
    "dates without a rule": {"rule": "", "extra": ["2026-02-01"]},
    "days that months do not have": {"start": "2026-01-31", "rule": "FREQ=MONTHLY", "times": 5},
    "the fifth weekday": {"start": "2026-01-30", "rule": "FREQ=MONTHLY;BYDAY=5FR", "times": 5},
    "Friday the 13th": {"start": "2026-02-13", "rule": "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "times": 5},
    "several hours a day": {"start": "2026-01-06 09:00", "rule": "FREQ=DAILY;BYHOUR=9,11", "times": 8},
    "a skipped date in the hour that does not exist": {"start": "2026-03-22 01:30", "minutes": 60, "times": 3, "skip": ["2026-03-29"]},
}


@pytest.mark.parametrize("case", NOT_PORTABLE)
def test_what_calendars_read_differently_is_not_written_as_a_rule(case: str) -> None:
    assert rule_of(**NOT_PORTABLE[case]) is None


def test_a_schedule_without_a_session_has_no_rule() -> None:
    assert rule_of() is None
