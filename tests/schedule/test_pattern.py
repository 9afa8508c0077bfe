import pytest
from schedule.calendars import problem, schedule

from mcsite.schedule.expand import expand
from mcsite.schedule.problem import Problem


def only(**fields: object) -> Problem:
    (found,) = expand(schedule(**fields)).problems
    return found


def test_a_start_off_the_pattern_is_told_with_both_remedies() -> None:
    found = only(start="2026-01-05 18:00", rule="FREQ=WEEKLY;BYDAY=TU", times=3)
    assert (found.way, found.code) == (("start",), "E336")
    assert "Monday 5 January 2026, 18:00" in found.message
    assert found.help == "write start: 2026-01-06 18:00, or repeat: every Monday"


def test_several_weekdays_are_kept_beside_that_of_the_start() -> None:
    assert only(start="2026-01-05 18:00", rule="FREQ=WEEKLY;BYDAY=TU,TH", times=3).help.endswith("repeat: every Monday, Tuesday and Thursday")
    assert only(start="2026-01-05 18:00", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", times=3).help.endswith("repeat: every 2 weeks on Monday")


def test_other_rules_are_not_guessed_at() -> None:
    assert (
        only(start="2026-01-06", rule="FREQ=MONTHLY;BYDAY=1MO", times=3).help
        == "write start: 2026-02-02, or change 'repeat' so that this day is one of its days"
    )


@pytest.mark.parametrize("rule", ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2"])
def test_a_rule_that_never_matches_is_told_so(rule: str) -> None:
    assert problem(rule=rule, times=3) == (("repeat",), "E337")


@pytest.mark.parametrize("rule", ["FREQ=HOURLY;COUNT=3", "FREQ=MINUTELY;INTERVAL=20;COUNT=3"])
def test_an_event_repeats_daily_or_less_often(rule: str) -> None:
    assert problem(rule=rule) == (("repeat",), "E333")


def test_hours_in_a_rule_need_a_start_with_an_hour() -> None:
    assert problem(start="2026-01-06", rule="FREQ=DAILY;BYHOUR=9", times=3) == (("start",), "E347")
