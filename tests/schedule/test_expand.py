from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some
from schedule.calendars import codes, keys, off, problem, schedule, sound, starts

from mcsite.model.event import Status
from mcsite.model.schedule import Change, Schedule
from mcsite.schedule.expand import expand


def test_times_hold_so_many_sessions_however_many_dates_are_skipped() -> None:
    pilot = sound(times=12, skip=[("2026-02-17", "half-term"), ("2026-03-01..2026-03-14", "building works")])
    assert len(pilot.occurrences) == 12
    assert [occurrence.number for occurrence in pilot.occurrences] == list(range(1, 13))
    assert {occurrence.of for occurrence in pilot.occurrences} == {12}
    assert keys(pilot)[-1] == "2026-04-14"
    assert [(days.first, days.reason) for days in pilot.skipped] == [
        (date(2026, 2, 17), "half-term"),
        (date(2026, 3, 3), "building works"),
        (date(2026, 3, 10), "building works"),
    ]


def test_count_in_a_raw_rule_counts_dates() -> None:
    assert len(sound(rule="FREQ=WEEKLY;COUNT=12", skip=["2026-02-17"]).occurrences) == 11


def test_a_closed_day_of_the_site_eats_no_session_either() -> None:
    pilot = sound(times=3, closed=[("2026-01-10..2026-01-16", "winter break")])
    assert keys(pilot) == ["2026-01-06", "2026-01-20", "2026-01-27"]
    assert [days.reason for days in pilot.skipped] == ["winter break"]


def test_the_authors_reason_comes_before_that_of_the_site() -> None:
    assert sound(times=2, skip=[("2026-01-13", "my holiday")], closed=[("2026-01-13", "closed")]).skipped[0].reason == "my holiday"


def test_a_cancelled_session_keeps_its_number_and_its_place() -> None:
    cancelled = sound(times=3, cancelled={"2026-01-13": "clinic closed"}).occurrences[1]
    assert (cancelled.status, cancelled.reason, cancelled.number, cancelled.of) == (Status.CANCELLED, "clinic closed", 2, 3)


def test_a_moved_session_keeps_its_number_and_its_key() -> None:
    moved = sound(times=3, moved={"2026-01-13": "2026-01-14 19:00"}).occurrences[1]
    assert (moved.status, moved.number, moved.key) == (Status.MOVED, 2, "2026-01-13")
    assert (moved.when.iso_start, moved.when.iso_end) == ("2026-01-14T19:00:00+00:00", "2026-01-14T19:45:00+00:00")
    assert moved.moved_from is not None
    assert moved.moved_from.iso_start == moved.planned.iso_start == "2026-01-13T18:00:00+00:00"


def test_a_session_moved_past_the_next_one_keeps_its_place_in_the_numbering() -> None:
    assert [occurrence.number for occurrence in sound(times=3, moved={"2026-01-13": "2026-01-23 18:00"}).occurrences] == [1, 2, 3]


def test_a_date_alone_moves_to_the_same_hour() -> None:
    assert starts(sound(times=2, moved={"2026-01-13": "2026-01-15"}))[1] == "2026-01-15T18:00:00+00:00"


def test_a_move_of_a_session_on_a_closed_day_is_believed() -> None:
    moved = sound(times=3, moved={"2026-01-13": "2026-01-15"}, closed=[("2026-01-13", "")])
    assert keys(moved) == ["2026-01-06", "2026-01-13", "2026-01-20"]
    assert moved.skipped == ()


def test_extra_sessions_are_numbered_in_order_of_date() -> None:
    series = sound(times=3, extra=["2026-01-08 10:00", "2026-02-03"])
    assert keys(series) == ["2026-01-06", "2026-01-08", "2026-01-13", "2026-01-20", "2026-02-03"]
    assert [(occurrence.number, occurrence.of, occurrence.extra) for occurrence in series.occurrences] == [
        (1, 5, False), (2, 5, True), (3, 5, False), (4, 5, False), (5, 5, True),
    ]  # fmt: skip
    assert starts(series)[-1] == "2026-02-03T18:00:00+00:00"


def test_exceptions_may_name_extra_sessions() -> None:
    assert sound(times=1, extra=["2026-01-08 10:00"], cancelled={"2026-01-08": "ill"}).occurrences[1].status is Status.CANCELLED


def test_a_change_rides_along_and_may_end_a_session_early() -> None:
    change = Change(note="Bring a mat", end=schedule("2026-01-13 18:20").start)
    changed = sound(times=2, changed={"2026-01-13": change}).occurrences[1]
    assert changed.change == change
    assert (changed.when.iso_end, changed.status) == ("2026-01-13T18:20:00+00:00", Status.SCHEDULED)


def test_one_event_has_one_session_without_a_number() -> None:
    (single,) = sound(rule="").occurrences
    assert (single.key, single.number, single.of) == ("2026-01-06", None, None)


def test_dates_without_a_rule_are_a_series_with_an_end() -> None:
    assert [(occurrence.number, occurrence.of) for occurrence in sound(rule="", extra=["2026-02-01 10:00"]).occurrences] == [(1, 2), (2, 2)]


def test_nothing_is_published_beyond_what_is_confirmed() -> None:
    series = sound(confirmed_until="2026-01-20", skip=["2026-01-13", "2026-01-27"])
    assert keys(series) == ["2026-01-06", "2026-01-20"]
    assert [days.first for days in series.skipped] == [date(2026, 1, 13)]
    assert [occurrence.of for occurrence in series.occurrences] == [None, None]


def test_a_series_with_an_end_says_how_many_there_are_though_not_all_are_confirmed() -> None:
    series = sound(times=6, confirmed_until="2026-01-20")
    assert [(occurrence.number, occurrence.of) for occurrence in series.occurrences] == [(1, 6), (2, 6), (3, 6)]


def test_until_is_inclusive() -> None:
    assert keys(sound(until="2026-01-20"))[-1] == "2026-01-20"
    assert keys(sound(confirmed_until="2026-01-20"))[-1] == "2026-01-20"


def test_a_day_with_two_sessions_has_the_time_in_both_keys() -> None:
    twice = sound(start="2026-01-06 09:00", rule="FREQ=DAILY;BYHOUR=9,11", until="2026-01-06", extra=["2026-01-07 10:00"])
    assert keys(twice) == ["2026-01-06-0900", "2026-01-06-1100", "2026-01-07"]


def test_an_extra_session_on_a_day_that_has_one_gives_both_a_time() -> None:
    assert keys(sound(times=1, extra=["2026-01-06 10:30"])) == ["2026-01-06-1030", "2026-01-06-1800"]


def test_hours_stay_local_when_the_clocks_change() -> None:
    spring = starts(sound(start="2026-03-24 18:00", times=2))
    assert spring == ["2026-03-24T18:00:00+00:00", "2026-03-31T18:00:00+01:00"]
    autumn = starts(sound(start="2026-10-28 18:00", times=2, timezone="America/New_York"))
    assert autumn == ["2026-10-28T18:00:00-04:00", "2026-11-04T18:00:00-05:00"]
    sydney = starts(sound(start="2026-04-02 18:00", times=2, timezone="Australia/Sydney"))
    assert sydney == ["2026-04-02T18:00:00+11:00", "2026-04-09T18:00:00+10:00"]
    lord_howe = starts(sound(start="2026-04-02 18:00", times=2, timezone="Australia/Lord_Howe"))
    assert lord_howe == ["2026-04-02T18:00:00+11:00", "2026-04-09T18:00:00+10:30"]
    casablanca = starts(sound(start="2026-02-11 18:00", times=2, timezone="Africa/Casablanca"))
    assert [start[:19] for start in casablanca] == ["2026-02-11T18:00:00", "2026-02-18T18:00:00"]
    jerusalem = starts(sound(start="2026-03-26 18:00", times=2, timezone="Asia/Jerusalem"))
    assert jerusalem == ["2026-03-26T18:00:00+02:00", "2026-04-02T18:00:00+03:00"]


def test_a_night_keeps_its_local_end_when_the_clocks_change() -> None:
    nights = sound(start="2026-03-21 22:00", minutes=6 * 60, times=2)
    assert [occurrence.when.iso_end for occurrence in nights.occurrences] == ["2026-03-22T04:00:00+00:00", "2026-03-29T04:00:00+01:00"]


def test_whole_days_have_dates_and_no_hours() -> None:
    fair = sound(start="2026-03-14", rule="FREQ=YEARLY", times=2, days=2)
    assert [(occurrence.when.start, occurrence.when.end) for occurrence in fair.occurrences] == [
        (date(2026, 3, 14), date(2026, 3, 15)),
        (date(2027, 3, 14), date(2027, 3, 15)),
    ]
    assert fair.occurrences[0].original == date(2026, 3, 14)


def test_whole_days_can_be_moved_and_changed() -> None:
    fair = sound(start="2026-03-14", rule="FREQ=WEEKLY", times=2, moved={"2026-03-21": "2026-03-22"}, changed={"2026-03-14": Change(end=date(2026, 3, 15))})
    assert [(occurrence.when.start, occurrence.when.end) for occurrence in fair.occurrences] == [
        (date(2026, 3, 14), date(2026, 3, 15)),
        (date(2026, 3, 22), date(2026, 3, 22)),
    ]


def test_every_mistake_about_single_dates_is_told_in_one_go() -> None:
    found = expand(schedule(times=4, skip=["2026-01-14"], cancelled={"2026-01-15": ""}, moved={"2026-01-16": "2026-01-17"}))
    assert codes(found) == ["E340", "E340", "E340"]


def test_a_rule_that_is_none_is_a_problem_of_the_field() -> None:
    assert problem(rule="FREQ=SOMETIMES", times=3) == (("repeat",), "E332")


def test_a_rule_with_too_many_times_is_a_problem() -> None:
    assert problem(start="2026-01-06 00:00", rule="FREQ=DAILY;INTERVAL=99999;BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,1,2,3", times=99) == (("repeat",), "E338")


def test_a_mistake_about_the_whole_is_told_alone() -> None:
    assert problem(minutes=-5, cancelled={"2026-01-07": ""}) == (("end",), "E346")


WEEKS = some.lists(some.integers(0, 19), unique=True, max_size=8)


def tuesday(week: int) -> date:
    return date(2026, 1, 6) + timedelta(weeks=week)


@given(skipped=WEEKS, cancelled=WEEKS, moved=WEEKS, shuffle=some.randoms())
def test_numbering_and_order_of_lists(skipped: list[int], cancelled: list[int], moved: list[int], shuffle: some.randoms) -> None:
    """Sessions are numbered without gaps in order of their original dates, whatever becomes of them and however the lists are ordered."""
    cancelled = [week for week in cancelled if week not in skipped]
    moved = [week for week in moved if week not in skipped and week not in cancelled]
    one = replace(
        schedule(times=20),
        skip=tuple(off(str(tuesday(week))) for week in skipped),
        cancelled=tuple((tuesday(week), "") for week in cancelled),
        moved=tuple((tuesday(week), tuesday(week) + timedelta(days=2)) for week in moved),
        extra=tuple(tuesday(week) + timedelta(days=4) for week in cancelled),
    )
    expansion = expand(one)
    assert expansion.problems == ()
    count = 20 + len(cancelled)
    assert [occurrence.number for occurrence in expansion.occurrences] == list(range(1, count + 1))
    assert {occurrence.of for occurrence in expansion.occurrences} == {count}
    assert keys(expansion) == sorted(set(keys(expansion)))
    assert not {occurrence.day for occurrence in expansion.occurrences} & {tuesday(week) for week in skipped}
    assert expand(shuffled(one, shuffle)) == expansion


def shuffled(one: Schedule, shuffle: some.randoms) -> Schedule:
    lists = {name: list(getattr(one, name)) for name in ("skip", "cancelled", "moved", "extra")}
    for entries in lists.values():
        shuffle.shuffle(entries)
    return replace(one, **{name: tuple(entries) for name, entries in lists.items()})
