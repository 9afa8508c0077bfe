from datetime import UTC, date, datetime

import pytest

from mcsite.diagnostics import Misread
from mcsite.schedule.rule import Rule, Weekday, parse_rule


def test_a_rule_is_read_part_by_part() -> None:
    assert parse_rule("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TH,TU") == Rule(
        frequency="WEEKLY", interval=2, count=8, week_start=6, weekdays=(Weekday(0, 1), Weekday(0, 3))
    )


def test_letter_case_spaces_and_a_last_semicolon_do_not_matter() -> None:
    assert parse_rule(" rrule: freq=monthly; byday = -1fr ; ") == Rule(frequency="MONTHLY", weekdays=(Weekday(-1, 4),))


def test_until_is_a_day_a_local_moment_or_one_in_utc() -> None:
    assert parse_rule("FREQ=DAILY;UNTIL=20260324").until == date(2026, 3, 24)
    assert parse_rule("FREQ=DAILY;UNTIL=20260324T180000").until == datetime(2026, 3, 24, 18)
    assert parse_rule("FREQ=DAILY;UNTIL=20260324T180000Z").until == datetime(2026, 3, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=WEEKLY;COUNT=12;BYDAY=TU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=YEARLY;UNTIL=20300101T000000Z;BYWEEKNO=20;BYDAY=MO;WKST=MO",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40",
        "FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYYEARDAY=-366,1,100",
        "FREQ=YEARLY;BYDAY=20MO",
    ],
)
def test_a_rule_is_written_as_it_was_read(text: str) -> None:
    assert str(parse_rule(text)) == text


def test_lists_are_put_in_order() -> None:
    assert str(parse_rule("FREQ=YEARLY;BYMONTHDAY=3,1,3;BYMONTH=9,3,1")) == "FREQ=YEARLY;BYMONTH=1,3,9;BYMONTHDAY=1,3"


def test_a_beginning_of_the_week_that_makes_no_difference_is_not_written() -> None:
    assert str(parse_rule("FREQ=WEEKLY;WKST=SU;BYDAY=TU")) == "FREQ=WEEKLY;BYDAY=TU"


REFUSED = {
    "": "E332",
    "FREQ": "E332",
    "INTERVAL=2": "E332",
    "FREQ=OFTEN": "E332",
    "FREQ=SECONDLY": "E333",
    "FREQ=DAILY;FREQ=DAILY": "E332",
    "FREQ=DAILY;X-MINE=1": "E332",
    "FREQ=DAILY;RSCALE=HEBREW": "E332",
    "FREQ=DAILY;INTERVAL=0": "E332",
    "FREQ=DAILY;INTERVAL=-1": "E332",
    "FREQ=DAILY;INTERVAL=²": "E332",
    "FREQ=DAILY;COUNT=0": "E332",
    "FREQ=DAILY;COUNT=99999999999": "E332",
    "FREQ=DAILY;COUNT=3;UNTIL=20260101": "E334",
    "FREQ=DAILY;UNTIL=20260230": "E332",
    "FREQ=DAILY;UNTIL=tomorrow": "E332",
    "FREQ=DAILY;WKST=XX": "E332",
    "FREQ=DAILY;BYDAY=": "E332",
    "FREQ=DAILY;BYDAY=XX": "E332",
    "FREQ=MONTHLY;BYDAY=0MO": "E332",
    "FREQ=MONTHLY;BYDAY=6MO": "E332",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=6MO": "E332",
    "FREQ=YEARLY;BYDAY=54MO": "E332",
    "FREQ=WEEKLY;BYDAY=1MO": "E332",
    "FREQ=DAILY;BYDAY=1MO": "E332",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO": "E332",
    "FREQ=WEEKLY;BYMONTHDAY=1": "E332",
    "FREQ=MONTHLY;BYYEARDAY=1": "E332",
    "FREQ=MONTHLY;BYWEEKNO=1": "E332",
    "FREQ=YEARLY;BYMONTH=13": "E332",
    "FREQ=YEARLY;BYMONTH=-1": "E332",
    "FREQ=YEARLY;BYYEARDAY=367": "E332",
    "FREQ=MONTHLY;BYMONTHDAY=0": "E332",
    "FREQ=MONTHLY;BYMONTHDAY=1,,2": "E332",
    "FREQ=DAILY;BYHOUR=24": "E332",
    "FREQ=MONTHLY;BYSETPOS=1": "E332",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0": "E332",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_the_rfc_forbids_is_refused_in_words(text: str) -> None:
    with pytest.raises(Misread) as refused:
        parse_rule(text)
    assert refused.value.code == REFUSED[text]
    assert refused.value.help


def test_hours_and_minutes_are_more_frequent_than_daily() -> None:
    assert not parse_rule("FREQ=HOURLY").daily_or_slower
    assert parse_rule("FREQ=DAILY;BYHOUR=9,10").daily_or_slower
