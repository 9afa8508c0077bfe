from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refused import answer, refusal

from mcsite.source.durations import duration, is_duration, whole_minutes


@pytest.mark.parametrize(
    "text",
    [
        "90",
        "90 min",
        "90m",
        "1h30",
        "1h 30",
        "1h 30m",
        "1:30",
        "1.5 hours",
        "1,5 h",
        "1½ hours",
        "PT1H30M",
        "PT90M",
        "1 hour and 30 minutes",
        "an hour and a half",
        "One and a half hours",
    ],
)
def test_an_hour_and_a_half_is_understood_however_it_is_written(text):
    assert duration(text) == timedelta(minutes=90)


def test_days_and_weeks_are_lengths_too():
    assert duration("2 days") == timedelta(days=2)
    assert duration("1 week") == duration("P1W") == timedelta(days=7)


@pytest.mark.parametrize("text", ["", "0", "0 min", "-5", "forever", "1h75", "1 month", "PT", "P", "400 days", "999999", "1e3", "many", "PT" + "9" * 30 + "H"])
def test_what_is_no_length_is_refused(text):
    assert refusal(duration, text).code == "E309"
    assert "45 min" in refusal(duration, text).help


def test_minutes_are_whole():
    assert whole_minutes("1.25 h") == 75


def test_a_length_is_told_from_a_time():
    assert is_duration("45 min")
    assert not is_duration("2026-01-06")


@given(st.text(max_size=20) | st.from_regex(r"[0-9]{0,5}[.,]?[0-9]{0,3} ?(h|min|d|w|½)? ?[0-9]{0,3}", fullmatch=True))
def test_any_text_is_a_length_or_refused(text):
    found = answer(duration, text)
    assert timedelta(0) < found <= timedelta(days=366) if isinstance(found, timedelta) else found.help
