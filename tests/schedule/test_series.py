from datetime import datetime

import pytest
from schedule.calendars import problem, schedule

from mcsite.schedule.series import regular


def test_an_event_without_a_rule_has_its_start_alone() -> None:
    assert regular(schedule(rule="")).held == (datetime(2026, 1, 6, 18),)


@pytest.mark.parametrize("field", [{"times": 3}, {"until": "2026-03-01"}, {"confirmed_until": "2026-03-01"}, {"skip": ["2026-01-06"]}])
def test_what_is_said_of_a_series_needs_one(field: dict[str, object]) -> None:
    assert problem(rule="", **field) == ((next(iter(field)),), "E349")


def test_a_skip_that_hits_no_session_is_a_slip() -> None:
    (slip,) = regular(schedule(times=3, skip=["2026-01-14"])).problems
    assert (slip.way, slip.code) == (("@key", "skip", "2026-01-14"), "E340")
    assert slip.help == "the nearest: 2026-01-13 (Tuesday 13 January 2026) and 2026-01-20 (Tuesday 20 January 2026)"


def test_a_range_that_hits_none_is_only_doubtful() -> None:
    assert problem(times=3, skip=["2026-01-14..2026-01-19"]) == (("@key", "skip", "2026-01-14..2026-01-19"), "W311")


def test_a_closed_day_that_hits_none_is_nothing() -> None:
    assert regular(schedule(times=3, closed=["2026-01-14"])).problems == ()


def test_an_open_series_is_looked_at_as_far_as_its_exceptions_go() -> None:
    series = regular(schedule(confirmed_until="2026-01-31", skip=["2026-08-04"], cancelled={"2026-09-01": ""}))
    assert series.problems == ()
    assert [moment for moment, _ in series.skipped] == [datetime(2026, 8, 4, 18)]
    assert series.held[-1] == datetime(2026, 9, 1, 18)
    assert not series.ends


def test_a_series_may_begin_with_a_skipped_date() -> None:
    assert regular(schedule(times=2, skip=["2026-01-06"])).held == (datetime(2026, 1, 13, 18), datetime(2026, 1, 20, 18))
