from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refused import answer, refusal

from mcsite.source.times import is_like_a_time, time_of_day, times_of_day


@pytest.mark.parametrize("text", ["18:30", "18.30", "6:30pm", "6:30 pm", "6.30pm", "6:30 p.m.", "6:30 PM", "18h30", "18:30:00", "18:30 Uhr"])
def test_half_past_six_in_the_evening_is_understood_however_it_is_written(text):
    assert time_of_day(text) == time(18, 30)


def test_words_and_whole_hours_are_times():
    assert [time_of_day(text) for text in ("noon", "midday", "midnight", "24:00", "6pm", "18h", "18", "12am", "12pm")] == [
        time(12), time(12), time(0), time(0), time(18), time(18), time(18), time(0), time(12),
    ]  # fmt: skip


def test_an_hour_that_can_be_morning_or_evening_is_refused_with_both():
    refused = refusal(time_of_day, "6")
    assert (refused.code, refused.message) == ("E308", "'6' can mean 06:00 or 18:00")


@pytest.mark.parametrize(
    ("text", "code"), [("25:00", "E307"), ("18:60", "E307"), ("13pm", "E307"), ("0pm", "E307"), ("half six", "E306"), ("", "E306"), ("9:5", "E306")]
)
def test_what_is_no_time_is_refused(text, code):
    assert refusal(time_of_day, text).code == code


def test_four_digits_get_their_colon():
    assert refusal(time_of_day, "1830").help == "did you mean 18:30?"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("18:30-20:00", "18:30", "20:00"), ("18:30–20:00", "18:30", "20:00"), ("18:30 to 20:00", "18:30", "20:00"),
        ("from 18:30 until 20:00", "18:30", "20:00"),
        ("6-8pm", "18:00", "20:00"), ("6:30-8pm", "18:30", "20:00"), ("6pm-6:45pm", "18:00", "18:45"), ("6pm - 8", "18:00", "20:00"),
        ("11-1pm", "11:00", "13:00"),
        ("9-5pm", "09:00", "17:00"), ("10am-12", "10:00", "12:00"), ("10-noon", "10:00", "12:00"), ("10pm-1am", "22:00", "01:00"), ("18-20", "18:00", "20:00"),
        ("6–6.45pm", "18:00", "18:45"), ("6-8am", "06:00", "08:00"), ("12-2pm", "12:00", "14:00"), ("9:00-5:00", "09:00", "05:00"),
    ],
)  # fmt: skip
def test_a_range_shares_what_it_says_once(text, first, last):
    assert times_of_day(text) == (time.fromisoformat(first), time.fromisoformat(last))


def test_one_time_is_no_range():
    assert times_of_day("6pm") == (time(18), None)


def test_a_range_that_can_be_morning_or_evening_is_refused_at_the_time_in_question():
    assert refusal(times_of_day, "6-8").message == "'6' can mean 06:00 or 18:00"
    assert refusal(times_of_day, "6:30-8").message == "'8' can mean 08:00 or 20:00"
    assert refusal(times_of_day, "6pm-7pm-8pm").code == "E306"


def test_what_looks_like_a_time_is_told_from_what_does_not():
    assert all(is_like_a_time(text) for text in ("18:30", "25:00", "6-8pm", "noon"))
    assert not any(is_like_a_time(text) for text in ("2026", "2026-01-06", "45 min", "Tuesday", ""))


@given(st.times())
def test_every_time_can_be_written_in_two_ways(value):
    value = value.replace(second=0, microsecond=0)
    assert time_of_day(f"{value:%H:%M}") == time_of_day(f"{value:%I.%M%p}") == value


@given(st.text(max_size=20) | st.from_regex(r"[0-9]{1,3}[:.h ]?[0-9]{0,3} ?(am|pm|h)?( ?[-–to] ?[0-9:]{1,5}(am|pm)?)?", fullmatch=True))
def test_any_text_is_a_time_or_refused(text):
    for reader in (time_of_day, times_of_day):
        found = answer(reader, text)
        assert isinstance(found, time | tuple) or found.help
