import pytest
from schedule.calendars import codes, schedule, sound

from mcsite.schedule.expand import expand


def test_months_that_are_left_out_are_named() -> None:
    (warning,) = expand(schedule(start="2026-01-31 18:00", rule="FREQ=MONTHLY", times=3)).problems
    assert (warning.way, warning.code) == (("repeat",), "W310")
    assert warning.message == "not every month has a day 31: there is no session in 2026-02 and 2026-04"


def test_many_of_them_are_not_all_named() -> None:
    (warning,) = expand(schedule(start="2026-01-31 18:00", rule="FREQ=MONTHLY", times=12)).problems
    assert warning.message.endswith("2026-02, 2026-04, 2026-06, 2026-09 and others")


def test_a_yearly_29_february_is_one_of_leap_years() -> None:
    (warning,) = expand(schedule(start="2024-02-29", rule="FREQ=YEARLY", times=2)).problems
    assert warning.message == "not every month has a day 29: there is no session in 2025-02, 2026-02 and 2027-02"
    assert warning.help.endswith("repeat: RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1")


@pytest.mark.parametrize(
    ("start", "rule"),
    [
        ("2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("2026-01-31", "FREQ=MONTHLY;BYMONTH=1,3,5,7,8,10,12"),
        ("2026-01-31", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31;COUNT=1"),
        ("2026-07-31", "FREQ=MONTHLY;COUNT=2"),
        ("2024-02-29", "FREQ=YEARLY;INTERVAL=4"),
        ("2026-01-28", "FREQ=MONTHLY"),
        ("2026-01-31", "FREQ=YEARLY"),
    ],
)
def test_who_leaves_no_month_out_is_not_warned(start: str, rule: str) -> None:
    assert sound(start=start, rule=rule, times=None if "COUNT" in rule else 5).occurrences


def test_a_day_31_of_every_other_month_is_warned_of_those_months_alone() -> None:
    found = expand(schedule(start="2026-01-31", rule="FREQ=MONTHLY;INTERVAL=2", times=5))
    assert codes(found) == ["W310"]
    assert found.problems[0].message.endswith("in 2026-09 and 2026-11")
