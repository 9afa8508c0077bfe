from datetime import date

from schedule.calendars import sound


def test_an_occurrence_knows_its_first_time_and_day_wherever_it_was_moved() -> None:
    still, moved = sound(times=2, moved={"2026-01-13": "2026-01-15 10:00"}).occurrences
    assert still.planned == still.when
    assert (moved.day, moved.planned.first_day, moved.when.first_day) == (date(2026, 1, 13), date(2026, 1, 13), date(2026, 1, 15))
