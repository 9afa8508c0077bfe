"""Where the time goes, by a clock that a command brings."""

from __future__ import annotations

from itertools import count

import pytest

from mcsite.stopwatch import adopt, harvest, measured, stage


def ticking():
    """A clock of which a second goes by whenever it is looked at."""
    return count(0, 1_000_000_000).__next__


def facts(laps):
    return [(lap.name, lap.begun // 10**9, lap.took // 10**9, lap.depth) for lap in laps]


def test_stages_are_measured_one_within_another():
    with measured(ticking()) as laps, stage("Plan"):
        with stage("events"):
            pass
        with stage("feeds"):
            pass
    assert facts(laps) == [("events", 1, 1, 1), ("feeds", 3, 1, 1), ("Plan", 0, 5, 0)]


def test_a_stage_says_of_how_many_things_it_was_and_of_which_one():
    with measured(ticking()) as laps, stage("feeds", "calendar.ics") as making:
        making.counted(3, "file")
    assert [(lap.number, lap.unit, lap.detail) for lap in laps] == [(3, "file", "calendar.ics")]


def test_without_a_clock_nothing_is_measured():
    with measured(None) as laps, stage("Plan") as planning:
        planning.counted(3, "file")
    assert laps == []
    assert harvest() == ()


def test_what_went_by_before_is_the_first_lap():
    with measured(ticking(), already=2_000_000_000) as laps:
        pass
    assert facts(laps) == [("Start", -2, 2, 0)]


def test_a_stage_that_fails_is_measured_too():
    with measured(ticking()) as laps, pytest.raises(OSError, match="disk"), stage("Publishing"):
        raise OSError("disk")
    assert [lap.name for lap in laps] == ["Publishing"]


def test_what_another_process_measured_is_taken_over():
    with measured(ticking()):
        with stage("event"):
            pass
        elsewhere = harvest()
        assert harvest() == ()
    with measured(ticking()) as laps:
        adopt(elsewhere)
    assert [lap.name for lap in laps] == ["event"]
    adopt(elsewhere)
    assert [lap.name for lap in laps] == ["event"]
