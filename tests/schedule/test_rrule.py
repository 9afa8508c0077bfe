from datetime import date, datetime
from itertools import islice
from types import SimpleNamespace

import pytest
from dateutil import rrule as dateutil
from schedule.rfc5545 import EXAMPLES, Example

from mcsite.schedule import rrule
from mcsite.schedule.rrule import TooBusyError, dates
from mcsite.schedule.rule import parse_rule

START = datetime(2026, 1, 6, 18)


def days(rule: str, start: datetime = START, count: int = 6) -> list[str]:
    return [f"{moment:%Y-%m-%d}" for moment in islice(dates(parse_rule(rule), start, "Europe/London"), count)]


def test_the_rfc_gives_42_examples() -> None:
    assert len(EXAMPLES) == 42


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_an_example_of_the_rfc_comes_out_as_the_rfc_lists_it(example: Example) -> None:
    rule = parse_rule(example.rule)
    found = dates(rule, example.begins, "America/New_York")
    assert list(islice(found, len(example.moments))) == example.moments
    if rule.has_end:
        assert list(found) == []


def test_a_rule_takes_from_its_start_what_it_does_not_say() -> None:
    assert days("FREQ=WEEKLY", count=2) == ["2026-01-06", "2026-01-13"]
    assert days("FREQ=MONTHLY", count=2) == ["2026-01-06", "2026-02-06"]
    assert days("FREQ=YEARLY", count=2) == ["2026-01-06", "2027-01-06"]
    assert days("FREQ=YEARLY;BYMONTH=3,5", count=2) == ["2026-03-06", "2026-05-06"]
    assert days("FREQ=YEARLY;BYWEEKNO=2", count=2) == ["2026-01-06", "2027-01-12"]


def test_months_that_are_too_short_are_left_out() -> None:
    assert days("FREQ=MONTHLY", datetime(2026, 1, 31, 18), 4) == ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"]
    assert days("FREQ=YEARLY", datetime(2096, 2, 29, 18)) == ["2096-02-29"]
    assert days("FREQ=YEARLY", datetime(2024, 2, 29, 18), 3) == ["2024-02-29", "2028-02-29", "2032-02-29"]


def test_a_first_week_that_began_before_the_start_counts_as_a_whole_one() -> None:
    """The first of Monday, Wednesday and Friday is the Monday, though the series begins on a Wednesday."""
    assert days("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", datetime(2026, 1, 7, 18), 2) == ["2026-01-12", "2026-01-19"]
    assert days("FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=1", START, 2) == ["2026-02-03", "2026-03-03"]
    assert days("FREQ=YEARLY;BYDAY=TU;BYSETPOS=2", START, 2) == ["2026-01-13", "2027-01-12"]


def test_ordinals_and_plain_weekdays_can_stand_together() -> None:
    assert days("FREQ=MONTHLY;BYDAY=1MO,TU", START) == ["2026-01-06", "2026-01-13", "2026-01-20", "2026-01-27", "2026-02-02", "2026-02-03"]


def test_the_53rd_week_is_in_the_years_that_have_one() -> None:
    mondays = days("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", datetime(2020, 12, 28, 18), 5)
    assert mondays == ["2020-12-28", "2026-12-28", "2032-12-27", "2037-12-28", "2043-12-28"]
    assert [date.fromisoformat(day).isocalendar().week for day in mondays] == [53] * 5
    lasts = days("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", datetime(2021, 1, 3, 18), 4)
    assert lasts == ["2021-01-03", "2022-01-02", "2023-01-01", "2023-12-31"]


def test_the_first_week_may_begin_in_december() -> None:
    assert days("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", datetime(2024, 1, 1, 18), 4) == ["2024-01-01", "2024-12-30", "2025-12-29", "2027-01-04"]
    assert days("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO", datetime(2024, 12, 30, 18), 2) == ["2024-12-30", "2027-01-04"]
    assert days("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU", datetime(2026, 1, 4, 18), 2) == ["2026-01-04", "2027-01-03"]


def test_until_includes_its_day_or_its_moment() -> None:
    assert days("FREQ=WEEKLY;UNTIL=20260113") == ["2026-01-06", "2026-01-13"]
    assert days("FREQ=WEEKLY;UNTIL=20260113T180000") == ["2026-01-06", "2026-01-13"]
    assert days("FREQ=WEEKLY;UNTIL=20260113T175959") == ["2026-01-06"]


def test_until_in_utc_is_a_moment_of_the_zone() -> None:
    summer = datetime(2026, 6, 2, 18)
    assert days("FREQ=WEEKLY;UNTIL=20260609T170000Z", summer) == ["2026-06-02", "2026-06-09"]
    assert days("FREQ=WEEKLY;UNTIL=20260609T165959Z", summer) == ["2026-06-02"]


@pytest.mark.parametrize("until", ["00010101T000000Z", "00010101", "99991231T235959Z", "99991231"])
def test_an_until_at_the_edge_of_time_is_no_accident(until: str) -> None:
    assert len(days(f"FREQ=YEARLY;UNTIL={until}", count=200)) in (0, 74)


NEVER = (
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=2",
    "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    "FREQ=YEARLY;BYDAY=1MO;BYMONTH=1;BYMONTHDAY=9",
    "FREQ=YEARLY;BYWEEKNO=30;BYMONTH=1",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
    "FREQ=DAILY;INTERVAL=999999;BYMONTH=2",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
    "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
)


@pytest.mark.parametrize("rule", NEVER)
def test_a_rule_that_never_matches_is_given_up_after_the_last_year(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    watched = SimpleNamespace(YEARLY=dateutil.YEARLY, weekday=dateutil.weekday, rrule=lambda *how, **parts: asked.append(how) or dateutil.rrule(*how, **parts))
    monkeypatch.setattr(rrule, "dateutil_rrule", watched)
    assert days(rule) == []
    assert len(asked) <= 2099 - 2025 + 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=999999;BYHOUR=1,2,3,4,5,6;BYMINUTE=1,2,3,4,5;BYSECOND=1,2,3",
        "FREQ=YEARLY;INTERVAL=99999;BYDAY=MO;BYSETPOS=366;BYHOUR=1,2,3;BYMINUTE=1,2,3,4,5,6,7,8;BYSECOND=1,2,3,4,5",
        "FREQ=MINUTELY;INTERVAL=7;BYSETPOS=5;BYHOUR=1",
    ],
)
def test_a_rule_that_names_too_many_times_is_given_up(rule: str) -> None:
    with pytest.raises(TooBusyError):
        days(rule)


def test_a_huge_step_is_no_search() -> None:
    assert days("FREQ=DAILY;INTERVAL=1000") == ["2026-01-06", "2028-10-02", "2031-06-29", "2034-03-25", "2036-12-19", "2039-09-15"]
    assert days("FREQ=WEEKLY;INTERVAL=999999") == ["2026-01-06"]


def test_no_date_is_later_than_the_last_year() -> None:
    assert days("FREQ=YEARLY", count=500)[-1] == "2099-01-06"
    assert list(dates(parse_rule("FREQ=DAILY"), START, "Europe/London", date(2026, 1, 8)))[-1] == datetime(2026, 1, 8, 18)
