import pytest
from schedule.calendars import codes, keys, problem, schedule, sound

from mcsite.schedule.expand import expand


def test_a_series_without_an_end_says_how_far_it_is_certain() -> None:
    (found,) = expand(schedule()).problems
    assert (found.way, found.code) == (("repeat",), "E335")
    assert "until: 2026-03-31 (" in found.help
    assert "confirmed_until: 2026-03-31 (" in found.help


@pytest.mark.parametrize("end", [{"times": 2}, {"until": "2026-01-13"}, {"confirmed_until": "2026-01-13"}])
def test_each_of_three_fields_gives_it_one(end: dict[str, object]) -> None:
    assert keys(sound(**end)) == ["2026-01-06", "2026-01-13"]


def test_so_does_the_rule_itself() -> None:
    assert keys(sound(rule="FREQ=WEEKLY;COUNT=2")) == keys(sound(rule="FREQ=WEEKLY;UNTIL=20260113T180000Z")) == ["2026-01-06", "2026-01-13"]


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;UNTIL=20260301T000000Z"])
def test_two_ends_are_one_too_many(rule: str) -> None:
    assert problem(rule=rule, times=2) == (("times",), "E334")
    assert problem(rule=rule, until="2026-02-01") == (("until",), "E334")


def test_times_and_until_agree_or_are_told_to() -> None:
    assert len(sound(times=3, until="2026-03-24").occurrences) == 3
    (found,) = expand(schedule(times=12, until="2026-03-10")).problems
    assert (found.way, found.code) == (("times",), "E339")
    assert found.help == "write times: 10, or remove 'until'"


def test_a_series_that_ends_before_it_begins_has_no_session() -> None:
    assert problem(until="2026-01-05") == (("repeat",), "E337")
    assert problem(rule="FREQ=WEEKLY;UNTIL=20251231T000000Z") == (("repeat",), "E337")


def test_a_series_of_which_every_date_is_skipped_has_none_either() -> None:
    assert problem(until="2026-01-20", skip=["2026-01-01..2026-01-31"]) == (("repeat",), "E337")


def test_five_thousand_dates_are_enough() -> None:
    assert len(sound(rule="FREQ=DAILY;COUNT=5000").occurrences) == 5000
    assert problem(rule="FREQ=DAILY;COUNT=5001") == (("repeat",), "E338")
    assert problem(rule="FREQ=DAILY", times=5000, skip=["2026-01-07"]) == (("repeat",), "E338")


@pytest.mark.parametrize(
    "fields",
    [
        {"rule": "FREQ=YEARLY;COUNT=100"},
        {"rule": "FREQ=YEARLY;UNTIL=99991231T000000Z"},
        {"rule": "FREQ=YEARLY", "until": "2150-01-01"},
        {"rule": "FREQ=YEARLY", "confirmed_until": "2150-01-01"},
    ],
)
def test_no_series_goes_on_beyond_the_last_year(fields: dict[str, object]) -> None:
    assert problem(**fields) == (("repeat",), "E338")


def test_until_as_a_day_beside_hours_is_told_to_be_in_doubt_if_it_matters() -> None:
    doubtful = expand(schedule(rule="FREQ=WEEKLY;UNTIL=20260113"))
    assert (keys(doubtful), codes(doubtful)) == (["2026-01-06", "2026-01-13"], ["W313"])
    assert keys(sound(rule="FREQ=WEEKLY;UNTIL=20260114")) == ["2026-01-06", "2026-01-13"]
    assert keys(sound(start="2026-01-06", rule="FREQ=WEEKLY;UNTIL=20260113")) == ["2026-01-06", "2026-01-13"]
