import pytest
from schedule.calendars import codes, problem, schedule, sound

from mcsite.model.schedule import Change
from mcsite.schedule.expand import expand


@pytest.mark.parametrize("minutes", [0, -30])
def test_an_event_ends_after_it_begins(minutes: int) -> None:
    assert problem(minutes=minutes, times=2) == (("end",), "E346")
    assert problem(start="2026-01-06", days=0, times=2) == (("end",), "E346")


@pytest.mark.parametrize(
    ("minutes", "message", "advice"),
    [
        (45 - 12 * 60, "the event ends at 06:45, but begins at 18:00", "did you mean 18:45?"),
        (-30, "the event ends at 17:30, but begins at 18:00", "give 'end' a later time, or with a date: 2026-01-07 01:00 is after midnight"),
        (-24 * 60, "the event ends on Monday 5 January 2026, 18:00, but begins on Tuesday 6 January 2026, 18:00", "give 'end' a later time"),
    ],
)
def test_an_end_that_comes_too_early_is_told_with_the_one_that_was_meant(minutes: int, message: str, advice: str) -> None:
    (found,) = expand(schedule(minutes=minutes, times=2)).problems
    assert found.message == message
    assert found.help.startswith(advice)


def test_the_advice_for_whole_days_is_a_day() -> None:
    (found,) = expand(schedule("2026-01-06", days=0)).problems
    assert found.help.endswith("a day after 2026-01-06")


def test_no_session_lasts_longer_than_a_month() -> None:
    assert sound(rule="", minutes=31 * 24 * 60).occurrences
    assert problem(rule="", minutes=31 * 24 * 60 + 1) == (("end",), "E346")
    assert problem(rule="", start="2026-01-06", days=32) == (("end",), "E346")


@pytest.mark.parametrize("end", ["2026-01-13 18:00", "2026-01-12 20:00", "2026-03-13 20:00"])
def test_a_changed_end_is_after_the_start_and_not_too_late(end: str) -> None:
    change = Change(end=schedule(end).start)
    assert problem(times=2, changed={"2026-01-13": change}) == (("changed", "2026-01-13", "end"), "E346")


def test_whole_days_have_no_hours() -> None:
    days = {"start": "2026-01-06", "times": 2}
    assert problem(**days, extra=["2026-02-01 10:00"]) == (("extra", 0), "E347")
    assert problem(**days, moved={"2026-01-13": "2026-01-14 10:00"}) == (("moved", "2026-01-13"), "E347")
    assert problem(**days, changed={"2026-01-13": Change(end=schedule("2026-01-13 10:00").start)}) == (("changed", "2026-01-13", "end"), "E347")


def test_a_timed_session_ends_at_a_time() -> None:
    assert problem(times=2, changed={"2026-01-13": Change(end=schedule("2026-01-14").start)}) == (("changed", "2026-01-13", "end"), "E347")


@pytest.mark.parametrize("year", ["1969", "2100"])
def test_dates_are_in_years_that_calendars_know(year: str) -> None:
    assert problem(start=f"{year}-06-01 18:00", rule="") == (("start",), "E338")
    assert problem(times=2, extra=[f"{year}-06-01"]) == (("extra", 0), "E338")
    assert problem(times=2, moved={"2026-01-13": f"{year}-06-01"}) == (("moved", "2026-01-13"), "E338")


def test_two_sessions_at_the_same_time_are_one_too_many() -> None:
    assert problem(times=2, extra=["2026-01-13 18:00"]) == (("extra", 0), "E342")
    assert problem(times=2, extra=["2026-02-01 10:00", "2026-02-01 10:00"]) == (("extra", 1), "E342")
    assert problem(times=2, rule="FREQ=DAILY;BYSECOND=0,30") == (("repeat",), "E342")
    assert problem(times=2, moved={"2026-01-06": "2026-01-13 18:00"}) == (("moved", "2026-01-06"), "E342")


def test_a_session_may_take_the_place_of_a_cancelled_one() -> None:
    assert sound(times=2, moved={"2026-01-06": "2026-01-13 18:00"}, cancelled={"2026-01-13": ""}).occurrences


def test_a_move_to_where_it_was_is_a_slip() -> None:
    assert problem(times=2, moved={"2026-01-13": "2026-01-13 18:00"}) == (("moved", "2026-01-13"), "E342")


def test_times_that_the_change_of_clocks_swallows_or_repeats_are_told() -> None:
    gap = expand(schedule(start="2026-03-22 01:30", times=3, minutes=60))
    assert [(found.way, found.code) for found in gap.problems] == [(("start",), "E344")]
    assert "Sunday 29 March 2026" in gap.problems[0].message
    twice = expand(schedule(start="2026-10-18 01:30", times=2, minutes=15))
    assert [(found.way, found.code) for found in twice.problems] == [(("start",), "E345"), (("end",), "E345")]


def test_they_are_found_wherever_a_time_is_written() -> None:
    assert codes(expand(schedule(times=1, minutes=120, extra=["2026-03-29 01:30"]))) == ["E344"]
    assert problem(times=2, moved={"2026-01-13": "2026-03-29 01:15"}, minutes=120) == (("moved", "2026-01-13"), "E344")
    assert problem(start="2026-03-28 22:00", minutes=210, rule="") == (("end",), "E344")
    late = Change(end=schedule("2026-03-29 01:30").start)
    assert problem(start="2026-03-28 22:00", times=1, changed={"2026-03-28": late}) == (("changed", "2026-03-28", "end"), "E344")


def test_a_session_that_is_moved_out_of_the_gap_is_sound() -> None:
    assert sound(start="2026-03-22 01:30", times=2, minutes=15, moved={"2026-03-29": "2026-03-29 02:30"}).occurrences


def test_dates_beyond_what_is_confirmed_contradict_it() -> None:
    assert problem(confirmed_until="2026-01-31", extra=["2026-02-10 18:00"]) == (("extra", 0), "E348")
    assert problem(confirmed_until="2026-01-31", moved={"2026-01-27": "2026-02-02"}) == (("moved", "2026-01-27"), "E348")
    assert sound(confirmed_until="2026-01-31", moved={"2026-03-03": "2026-03-04"}).occurrences


@pytest.mark.parametrize("more", [{}, {"times": 3}, {"skip": ["2026-01-06"], "confirmed_until": "2026-01-08", "times": 3}])
def test_a_series_of_which_nothing_is_confirmed_has_no_session(more: dict[str, object]) -> None:
    assert problem(**{"confirmed_until": "2025-12-31", **more}) == (("confirmed_until",), "E337")


def test_a_session_put_on_a_closed_day_is_doubtful() -> None:
    assert problem(times=2, closed=[("2026-02-01", "spring cleaning")], extra=["2026-02-01 10:00"]) == (("extra", 0), "W312")
    assert problem(times=2, closed=["2026-01-15"], moved={"2026-01-13": "2026-01-15"}) == (("moved", "2026-01-13"), "W312")
    assert sound(rule="", closed=["2026-01-06"]).occurrences
