from datetime import date, datetime, timedelta

import pytest

from mcsite.importing.lines import Line
from mcsite.importing.values import Stamp, duration, geo, stamp, stamps_of, whole


@pytest.mark.parametrize(("text", "meant"), [
    ("20260106", Stamp(date(2026, 1, 6))),
    ("20260106T180000", Stamp(datetime(2026, 1, 6, 18), "Europe/London")),
    ("20260106T1800", Stamp(datetime(2026, 1, 6, 18), "Europe/London")),
    ("20260106T180000Z", Stamp(datetime(2026, 1, 6, 18), "UTC")),
    ("2026-01-06T18:00:00.000Z", Stamp(datetime(2026, 1, 6, 18), "UTC")),
    ("2026-01-06T18:00:00+02:00", Stamp(datetime(2026, 1, 6, 16), "UTC")),
    ("20260230", None), ("20260106T250000", None), ("Tuesday", None), ("", None), ("00010101T000000+0100", None),
])  # fmt: skip
def test_moments_are_read_in_all_their_forms(text, meant):
    assert stamp(text, "Europe/London") == meant


@pytest.mark.parametrize(("text", "meant"), [
    ("PT1H30M", timedelta(minutes=90)), ("P1D", timedelta(days=1)), ("P2W", timedelta(weeks=2)), ("-PT15M", -timedelta(minutes=15)),
    ("P", None), ("PT", None), ("an hour", None), ("P1DT2H3M4S", timedelta(days=1, hours=2, minutes=3, seconds=4)),
])  # fmt: skip
def test_lengths_are_read(text, meant):
    assert duration(text) == meant


@pytest.mark.parametrize(("text", "meant"), [
    ("51.5;-0.12", (51.5, -0.12)), ("51.5,-0.12;u=10", (51.5, -0.12)), ("0;0", None), ("91;0", None), ("somewhere", None),
])  # fmt: skip
def test_places_on_the_map_are_read(text, meant):
    assert geo(text) == meant


def test_lists_of_moments_may_hold_periods():
    line = Line("RDATE", "20260106T180000/PT2H,20260107T180000/20260107T190000Z,rubbish", {"TZID": "Europe/London"})
    assert stamps_of(line) == [
        (Stamp(datetime(2026, 1, 6, 18), "Europe/London"), timedelta(hours=2)),
        (Stamp(datetime(2026, 1, 7, 18), "Europe/London"), Stamp(datetime(2026, 1, 7, 19), "UTC")),
    ]


def test_a_sequence_that_is_none_counts_nothing():
    assert (whole("3"), whole(" 12 "), whole("three"), whole("")) == (3, 12, 0, 0)
