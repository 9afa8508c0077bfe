from datetime import date, time

import pytest
from pydantic import TypeAdapter, ValidationError

from mcsite.model.schedule import Days
from mcsite.source import fields
from mcsite.source.moments import Stated


def read(kind, raw):
    return TypeAdapter(kind).validate_python(raw)


@pytest.mark.parametrize("raw", [{"2026-02-17": "half-term", "2026-04-01..2026-04-14": None}, [{"2026-02-17": "half-term"}, "1-14 April 2026"]])
def test_days_off_are_a_mapping_or_a_list(raw):
    assert read(fields.DaysOff, raw) == (Days(date(2026, 2, 17), date(2026, 2, 17), "half-term"), Days(date(2026, 4, 1), date(2026, 4, 14)))


def test_days_off_may_be_one_day():
    assert read(fields.DaysOff, "2026-02-17") == (Days(date(2026, 2, 17), date(2026, 2, 17)),)


def test_a_session_may_be_cancelled_with_or_without_a_reason():
    assert read(fields.Cancellations, {"2026-02-24": "clinic closed"}) == ((date(2026, 2, 24), "clinic closed"),)
    assert read(fields.Cancellations, "2026-02-24, 2026-03-03") == ((date(2026, 2, 24), ""), (date(2026, 3, 3), ""))


def test_a_session_may_be_moved_to_another_time_of_its_day():
    assert read(fields.Moves, {"2026-03-03": "19:00", "2026-03-10": "2026-03-11"}) == (
        (date(2026, 3, 3), time(19)),
        (date(2026, 3, 10), Stated(date(2026, 3, 11))),
    )


def test_a_move_needs_a_new_time():
    with pytest.raises(ValidationError, match="a value is missing"):
        read(fields.Moves, ["2026-03-03"])


def test_full_is_an_answer_or_the_sessions_that_are():
    assert read(fields.Full, "yes") is True
    assert read(fields.Full, "2026-01-13, 2026-01-20") == (date(2026, 1, 13), date(2026, 1, 20))


def test_facts_have_labels_or_stand_alone():
    assert read(fields.Facts, {"Step-free": "yes", "Seating": None}) == (("Step-free", "yes"), ("Seating", ""))
    assert read(fields.Facts, {"step_free": "yes"}) == (("step free", "yes"),)
    assert read(fields.Facts, ["Step-free", {"Seating": "chairs"}]) == (("Step-free", ""), ("Seating", "chairs"))
    assert read(fields.Facts, "A ramp at the side, ring first") == (("A ramp at the side, ring first", ""),)


def test_lines_may_hold_commas_and_colons_and_words_may_not():
    assert read(fields.Lines, "ten mats, a skeleton") == ("ten mats, a skeleton",)
    assert read(fields.Lines, [{"Chair": "the right height"}, "mats"]) == ("Chair: the right height", "mats")
    assert read(fields.Words, "posture, desk") == ("posture", "desk")


def test_numbers_have_sensible_limits():
    with pytest.raises(ValidationError):
        read(fields.People, "0")
    with pytest.raises(ValidationError):
        read(fields.Times, "100000")
