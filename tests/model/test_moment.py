from datetime import UTC, date, datetime, timedelta

import pytest
from factory import when

from mcsite.model.moment import instant, zone, zone_names


def test_zone_data_comes_from_the_package_and_not_from_the_machine():
    """Vancouver stays on UTC-7 in the pinned data; many systems' copies still say UTC-8."""
    assert datetime(2026, 12, 1, 12, tzinfo=zone("America/Vancouver")).utcoffset() == timedelta(hours=-7)


@pytest.mark.parametrize("name", ["europe/london", "posixrules", "../etc/passwd", ""])
def test_only_names_of_the_data_are_zones(name):
    assert name not in zone_names()
    with pytest.raises(KeyError):
        zone(name)


def test_a_timed_moment_has_an_offset():
    summer = when("2026-07-07 18:00", "2026-07-07 18:45")
    assert (summer.iso_start, summer.iso_end) == ("2026-07-07T18:00:00+01:00", "2026-07-07T18:45:00+01:00")
    assert instant(summer.begins) == datetime(2026, 7, 7, 17, tzinfo=UTC)


def test_whole_days_end_with_their_last_day():
    days = when("2026-03-28", "2026-03-29")
    assert days.whole_day
    assert (days.first_day, days.last_day) == (date(2026, 3, 28), date(2026, 3, 29))
    assert days.ends - days.begins == timedelta(days=2)
    assert instant(days.ends) - instant(days.begins) == timedelta(hours=47), "the clocks go forward on the 29th"


def test_a_session_that_ends_at_midnight_belongs_to_the_day_before():
    assert when("2026-01-06 22:00", "2026-01-07 00:00").last_day == date(2026, 1, 6)
    assert when("2026-01-06 22:00", "2026-01-07 00:30").last_day == date(2026, 1, 7)
