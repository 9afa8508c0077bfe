from datetime import date, datetime

import pytest
from schedule.calendars import problem, schedule

from mcsite.model.schedule import Change
from mcsite.schedule.exceptions import Sessions, exceptions
from mcsite.schedule.expand import expand
from mcsite.schedule.problem import Problem


def only(**fields: object) -> Problem:
    (found,) = expand(schedule(times=4, **fields)).problems
    return found


def test_a_session_is_named_by_its_date_or_its_date_and_time() -> None:
    tuesday = datetime(2026, 1, 13, 18)
    found = exceptions(schedule(cancelled={"2026-01-13": "ill"}, changed={"2026-01-13 18:00": Change(note="x")}), Sessions(whole_day=False, held=(tuesday,)))
    assert (found.cancelled, found.changed, found.problems) == ({tuesday: "ill"}, {tuesday: Change(note="x")}, ())


@pytest.mark.parametrize("name", ["cancelled", "moved", "changed"])
def test_an_exception_that_hits_no_session_is_told_the_nearest(name: str) -> None:
    value = {"cancelled": "", "moved": "2026-01-18", "changed": Change(note="x")}[name]
    found = only(**{name: {"2026-01-14": value}})
    assert (found.way, found.code) == (("@key", name, "2026-01-14"), "E340")
    assert "2026-01-13 (Tuesday 13 January 2026) and 2026-01-20" in found.help


def test_a_wrong_hour_is_told_the_right_one() -> None:
    assert only(cancelled={"2026-01-13 19:00": ""}).help == "that day has 2026-01-13 18:00"


def test_an_exception_after_the_last_session_hits_none() -> None:
    assert only(cancelled={"2026-03-03": ""}).help == "the nearest: 2026-01-27 (Tuesday 27 January 2026)"


def test_where_a_day_has_two_sessions_the_date_is_not_enough() -> None:
    found = only(extra=["2026-01-13 10:00"], cancelled={"2026-01-13": ""})
    assert (found.code, found.help) == ("E343", "write 2026-01-13 10:00 or 2026-01-13 18:00")
    assert expand(schedule(times=4, extra=["2026-01-13 10:00"], cancelled={"2026-01-13 10:00": ""})).problems == ()


@pytest.mark.parametrize("closing", ["skip", "closed"])
@pytest.mark.parametrize(("name", "value"), [("cancelled", ""), ("moved", "2026-01-15"), ("changed", Change(note="x"))])
def test_what_is_skipped_is_nothing_else(closing: str, name: str, value: object) -> None:
    fields = {closing: [("2026-01-13", "half-term")], name: {"2026-01-13": value}}
    if closing == "closed" and name != "changed":
        assert expand(schedule(times=4, **fields)).problems == ()
    else:
        found = only(**fields)
        assert (found.way, found.code) == (("@key", name, "2026-01-13"), "E341")
        assert "half-term" in found.message


def test_cancelled_and_moved_contradict_each_other() -> None:
    assert problem(times=4, cancelled={"2026-01-13": ""}, moved={"2026-01-13": "2026-01-14"}) == (("@key", "cancelled", "2026-01-13"), "E341")


def test_one_session_named_twice_is_told() -> None:
    assert problem(times=4, cancelled={"2026-01-13": "", "2026-01-13 18:00": ""}) == (("@key", "cancelled", "2026-01-13 18:00"), "E341")


def test_a_time_names_no_session_of_whole_days() -> None:
    assert only(start="2026-01-06", cancelled={"2026-01-13 10:00": ""}).help == "that day has 2026-01-13"
    assert expand(schedule(start="2026-01-06", times=4, cancelled={"2026-01-13": ""})).occurrences[1].original == date(2026, 1, 13)
