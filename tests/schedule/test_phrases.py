from datetime import time, timedelta

import pytest

from mcsite.diagnostics import Misread
from mcsite.schedule.phrases import parts_of


def test_the_parts_may_stand_in_any_order() -> None:
    one = parts_of("Tuesdays 6pm-6:45pm from 6 Jan 2026, 12 times, not 17 Feb")
    other = parts_of("not 17 Feb; 12 times from 6 Jan 2026, 6pm-6:45pm, Tuesdays")
    assert one == other
    assert (str(one.rule), one.clock) == ("FREQ=WEEKLY;BYDAY=TU", [(time(18), time(18, 45))])


@pytest.mark.parametrize("text", ["18:30-20:00", "6.30pm to 8pm", "from 6:30 pm until 8 pm", "18:30 – 20:00", "between 6:30pm and 8pm", "at 18h30-20h"])
def test_hours_are_found_in_many_forms(text: str) -> None:
    assert parts_of(text).clock == [(time(18, 30), time(20))]


def test_a_time_alone_may_have_a_length() -> None:
    parts = parts_of("at 7pm for 90 minutes")
    assert (parts.clock, parts.length) == ([(time(19), None)], timedelta(minutes=90))
    assert parts_of("7pm, an hour and a half").length == timedelta(minutes=90)
    assert parts_of("7pm for 1h30").length == timedelta(minutes=90)


def test_how_long_and_how_often_are_told_apart() -> None:
    assert (parts_of("for 12 weeks").span, parts_of("for twelve weeks").span) == ((12, "week"), (12, "week"))
    assert (parts_of("12 times").held, parts_of("for six sessions").held) == (12, 6)


def test_a_day_after_a_time_is_not_part_of_the_time() -> None:
    parts = parts_of("14 March 2026 10:00 to 15 March 2026 16:00")
    assert parts.clock == [(time(10), None), (time(16), None)]
    assert parts.until is not None


def test_excluded_days_end_where_other_words_begin() -> None:
    parts = parts_of("not 17 and 24 Feb, 3 March or 7-14 April, and 6 times, except in August")
    assert [(phrase.first, phrase.last) for phrase in parts.excluded][:4] == [
        ("17 Feb", "17 Feb"),
        ("24 Feb", "24 Feb"),
        ("3 March", "3 March"),
        ("7 April", "14 April"),
    ]
    assert (len(parts.excluded), parts.held) == (5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "Tuesdays weekly",
        "6 times, 12 sessions",
        "for 2 weeks for 3 weeks",
        "for 2 hours for 3 hours",
        "from 6 Jan 2026 from 7 Jan 2026",
        "until 6 Jan, until 7 Jan",
    ],
)
def test_nothing_is_said_twice(text: str) -> None:
    with pytest.raises(Misread) as refused:
        parts_of(text)
    assert refused.value.code == "E354"


def test_what_is_not_understood_is_never_passed_over() -> None:
    with pytest.raises(Misread, match="after 'Tuesdays 6pm', 'for a while' is not understood") as refused:
        parts_of("Tuesdays 6pm for a while")
    assert refused.value.code == "E350"


def test_a_slip_of_the_pen_is_mended() -> None:
    with pytest.raises(Misread) as refused:
        parts_of("Tusdays 6pm-7pm from 6 Jan 2026")
    assert refused.value.help == "did you mean 'tuesdays 6pm-7pm from 6 Jan 2026'?"


def test_a_sentence_is_not_endless() -> None:
    with pytest.raises(Misread):
        parts_of("Tuesdays and " * 100)
