"""Where the time of a build went, as a table and as a trace."""

from __future__ import annotations

import json

from mcsite.commands.timings import Line, lines, trace
from mcsite.stopwatch import Lap

MS = 1_000_000


def lap(name, begun, took, depth=0, process=7, files=0, of=""):  # noqa: PLR0913, PLR0917 - a record
    return Lap(name, begun * MS, took * MS, depth, process, files, "file" if files else "", of)


PLAN = [lap("events", 11, 3, 1, files=5), lap("feeds", 14, 5, 1, files=1), lap("Plan", 10, 10, files=6)]
MADE = [
    lap("event", 31, 30, 1, 8, 1, "events/swap/index.html"),
    lap("event", 31, 40, 1, 9, 1, "events/talk/index.html"),
    lap("Making", 30, 50, files=2),
]


def test_stages_stand_in_their_order_and_what_lies_within_by_its_length():
    assert [(line.depth, line.name, line.milliseconds) for line in lines([*PLAN, lap("Start", 0, 9)])] == [
        (0, "Start", 9),
        (0, "Plan", 10),
        (1, "feeds", 5),
        (1, "events", 3),
    ]


def test_many_laps_of_one_stage_are_one_line_that_says_in_how_many_processes():
    assert lines(MADE) == (Line(0, "Making", "2 files", 50), Line(1, "event", "2 files in 2 processes", 70))


def test_what_took_no_time_to_speak_of_is_left_out_unless_it_is_a_stage_by_itself():
    found = lines([lap("Theme", 0, 0), lap("colours", 1, 0, 1, files=1), lap("Plan", 1, 5)])
    assert [line.name for line in found] == ["Theme", "Plan"]


def test_the_trace_has_the_form_that_viewers_open():
    found = json.loads(trace([*PLAN, *MADE]))
    assert found["displayTimeUnit"] == "ms"
    named = {event["pid"]: event["args"]["name"] for event in found["traceEvents"] if event["ph"] == "M" and event["name"] == "process_name"}
    assert named == {7: "mcsite", 8: "mcsite, making files", 9: "mcsite, making files"}
    events = [event for event in found["traceEvents"] if event["ph"] == "X"]
    assert {event["pid"] for event in events} == named.keys()
    assert all(event["ts"] >= 0 and event["dur"] >= 0 and event["tid"] == event["pid"] for event in events)
    plan = next(event for event in events if event["name"] == "Plan")
    assert (plan["ts"], plan["dur"], plan["args"]) == (0, 10_000, {"files": 6})
    assert [event["args"] for event in events if event["pid"] == 9] == [{"files": 1, "of": "events/talk/index.html"}]


def test_events_of_one_process_lie_within_each_other_or_apart():
    events = [event for event in json.loads(trace([*PLAN, *MADE]))["traceEvents"] if event["ph"] == "X"]
    spans = [(event["pid"], event["ts"], event["ts"] + event["dur"]) for event in events]
    for process, begun, ended in spans:
        assert not [other for other in spans if other[0] == process and begun < other[1] < ended < other[2]]


def test_a_build_that_measured_nothing_has_an_empty_trace():
    assert json.loads(trace([]))["traceEvents"] == []
