"""Days and hours of one session in full, of many in one phrase."""

import pytest
from factory import LONDON, when

from mcsite.ledger.phrases import days, hours, moments, shift

TUESDAYS = [when(f"2026-{month:02}-{day:02} 18:00") for month, day in ((1, 6), (1, 13), (1, 20), (1, 27), (2, 3))]
LATER = [when(f"2026-{month:02}-{day:02} 18:30") for month, day in ((1, 6), (1, 13), (1, 20), (1, 27), (2, 3))]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (when("2026-01-06 18:00"), "Tuesday 6 January 2026, 18:00–18:45"),
        (when("2026-01-06"), "Tuesday 6 January 2026, all day"),
        (when("2026-01-06", "2026-01-08"), "Tuesday 6 January 2026 – Thursday 8 January 2026"),
        (when("2026-01-06 22:00", "2026-01-07 00:00"), "Tuesday 6 January 2026, 22:00–00:00"),
        (when("2026-01-06 22:00", "2026-01-08 02:00"), "Tuesday 6 January 2026, 22:00 – Thu 02:00"),
        (when("2026-12-31 22:00", "2027-01-01 02:00"), "Thursday 31 December 2026, 22:00 – 02:00 the next day"),
        (when("2026-01-06 18:00", timezone="America/Halifax"), "Tuesday 6 January 2026, 18:00–18:45 (Halifax time)"),
    ],
)
def test_one_session_is_said_in_full(moment, expected):
    assert moments([moment], LONDON) == expected


def test_two_or_three_days_are_all_named():
    assert days(TUESDAYS[:2]) == "Tuesday 6 January 2026 and Tuesday 13 January 2026"
    assert days(TUESDAYS[:3]) == "Tuesday 6 January 2026, Tuesday 13 January 2026 and Tuesday 20 January 2026"


def test_two_sessions_on_a_day_name_it_once():
    assert days([when("2026-01-06 09:00"), when("2026-01-06 18:00")]) == "Tuesday 6 January 2026"


def test_many_days_are_weekdays_with_the_first_and_the_last():
    assert days(TUESDAYS) == "Tuesdays 6 Jan – 3 Feb 2026"
    thursdays = [when(f"2026-01-{day:02} 18:00") for day in (8, 15)]
    assert days(sorted([*TUESDAYS, *thursdays], key=lambda each: each.begins)) == "Tuesdays and Thursdays 6 Jan – 3 Feb 2026"


def test_weekdays_stand_in_the_order_of_the_week_wherever_a_series_begins():
    found = [when(f"2026-01-{day:02} 18:00") for day in (8, 13, 15, 20)]
    assert days(found) == "Tuesdays and Thursdays 8–20 Jan 2026"


def test_a_series_over_the_turn_of_the_year_says_both_years():
    assert days([when(f"{day} 18:00") for day in ("2026-12-22", "2026-12-29", "2027-01-05", "2027-01-12")]) == "Tuesdays 22 Dec 2026 – 12 Jan 2027"


def test_a_series_on_many_weekdays_goes_from_one_day_to_another():
    daily = [when(f"2026-01-{day:02} 18:00") for day in range(6, 11)]
    assert days(daily) == "from Tuesday 6 January 2026 to Saturday 10 January 2026"
    spans = [when(f"2026-01-{day:02}", f"2026-01-{day + 1:02}") for day in (6, 13, 20, 27)]
    assert days(spans) == "Tuesdays to Wednesdays 6–28 Jan 2026"


def test_nights_are_named_by_their_evenings():
    nights = [when(f"2026-01-{day:02} 22:00", f"2026-01-{day + 1:02} 01:00") for day in (6, 13, 20, 27)]
    assert moments(nights, LONDON) == "Tuesdays 6–27 Jan 2026, 22:00 – 01:00 the next day"


def test_on_the_same_days_only_the_hours_are_said_twice():
    assert shift(TUESDAYS[:1], LATER[:1], LONDON) == "Tuesday 6 January 2026: 18:00–18:45 → 18:30–19:15"
    assert shift(TUESDAYS, LATER, LONDON) == "Tuesdays 6 Jan – 3 Feb 2026: 18:00–18:45 → 18:30–19:15"


def test_on_other_days_both_are_said_in_full():
    wednesday = when("2026-01-07 19:00")
    assert shift(TUESDAYS[:1], [wednesday], LONDON) == "Tuesday 6 January 2026, 18:00–18:45 → Wednesday 7 January 2026, 19:00–19:45"


def test_an_evening_that_ends_after_midnight_now_is_on_the_same_day():
    late = when("2026-01-06 18:00", "2026-01-07 01:00")
    assert shift(TUESDAYS[:1], [late], LONDON) == "Tuesday 6 January 2026: 18:00–18:45 → 18:00 – 01:00 the next day"


def test_hours_that_become_a_whole_day_or_several():
    assert shift(TUESDAYS[:1], [when("2026-01-06")], LONDON) == "Tuesday 6 January 2026: 18:00–18:45 → all day"
    assert shift(TUESDAYS[:1], [when("2026-01-06", "2026-01-07")], LONDON) == (
        "Tuesday 6 January 2026, 18:00–18:45 → Tuesday 6 January 2026 – Wednesday 7 January 2026"
    )


def test_another_zone_is_named_where_it_is_not_the_sites():
    assert shift(TUESDAYS[:1], [when("2026-01-06 18:00", timezone="Europe/Paris")], LONDON) == (
        "Tuesday 6 January 2026: 18:00–18:45 → 18:00–18:45 (Paris time)"
    )
    assert hours(when("2026-01-06", timezone="Europe/Paris"), LONDON) == "all day"
