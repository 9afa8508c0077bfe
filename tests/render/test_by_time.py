from datetime import date

import factory

from mcsite.model.schedule import Days
from mcsite.render.by_time import by_day, by_month, by_week, weeks, with_pauses

MONDAY, SUNDAY = 0, 6


def on(*starts):
    return [factory.session(start=start) for start in starts]


def test_months_are_named_by_their_first_day():
    january, first, last = on("2026-01-31 18:00", "2026-02-01 18:00", "2026-02-28 18:00")
    assert by_month([january, first, last]) == [(date(2026, 1, 1), [january]), (date(2026, 2, 1), [first, last])]


def test_a_week_begins_as_the_country_has_it():
    sunday, monday = on("2026-01-04 18:00", "2026-01-05 18:00")
    assert by_week(MONDAY, [sunday, monday]) == [(date(2025, 12, 29), [sunday]), (date(2026, 1, 5), [monday])]
    assert by_week(SUNDAY, [sunday, monday]) == [(date(2026, 1, 4), [sunday, monday])]


def test_the_first_week_of_all_is_cut_rather_than_begun_before_the_calendar():
    (first,) = on("0001-01-02 18:00")
    assert by_week(SUNDAY, [first]) == [(date.min, [first])]


def test_days_are_named_by_themselves():
    morning, evening, later = on("2026-01-06 08:00", "2026-01-06 18:00", "2026-01-07 18:00")
    assert by_day([morning, evening, later]) == [(date(2026, 1, 6), [morning, evening]), (date(2026, 1, 7), [later])]


def test_pauses_stand_on_the_day_on_which_they_begin():
    first, second = on("2026-01-06 18:00", "2026-02-03 18:00")
    pause = Days(date(2026, 1, 13), date(2026, 1, 20), "half-term")
    assert with_pauses([first, second], [pause]) == [
        (date(2026, 1, 1), [(date(2026, 1, 6), [first], []), (date(2026, 1, 13), [], [pause])]),
        (date(2026, 2, 1), [(date(2026, 2, 3), [second], [])]),
    ]


def test_the_weeks_of_a_month_have_seven_days_and_leave_other_months_out():
    night = factory.session(start="2026-01-31 22:00", end="2026-02-01 02:00").card
    table = weeks(MONDAY, [night], date(2026, 2, 1))
    assert [len(week) for week in table] == [7] * 5
    assert table[0][5:] == [(None, []), (date(2026, 2, 1), [night])]
