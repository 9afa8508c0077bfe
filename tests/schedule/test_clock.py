from datetime import date, datetime

import pytest

from mcsite.schedule.clock import at_midnight, attached, doubt, is_one_moment

GAPS = [
    ("2026-03-29 01:00", "Europe/London"),
    ("2026-03-08 02:59", "America/New_York"),
    ("2026-10-04 02:00", "Australia/Sydney"),
    ("2026-10-04 02:29", "Australia/Lord_Howe"),
    ("2026-03-27 02:30", "Asia/Jerusalem"),
    ("2026-03-22 02:30", "Africa/Casablanca"),
    ("2011-12-30 12:00", "Pacific/Apia"),
]
OVERLAPS = [
    ("2026-10-25 01:59", "Europe/London"),
    ("2026-11-01 01:00", "America/New_York"),
    ("2026-04-05 02:30", "Australia/Sydney"),
    ("2026-04-05 01:30", "Australia/Lord_Howe"),
    ("2026-10-25 01:30", "Asia/Jerusalem"),
    ("2026-02-15 02:30", "Africa/Casablanca"),
]
SOUND = [
    ("2026-03-29 02:00", "Europe/London"),
    ("2026-10-25 02:00", "Europe/London"),
    ("2026-03-08 03:00", "America/New_York"),
    ("2026-10-04 02:30", "Australia/Lord_Howe"),
    ("2026-04-05 02:00", "Australia/Lord_Howe"),
    ("2026-03-29 01:30", "UTC"),
]


def code(local: str, timezone: str) -> str:
    found = doubt(("start",), "the session", attached(datetime.fromisoformat(local), timezone), timezone)
    return found.code if found else ""


@pytest.mark.parametrize(("local", "timezone"), GAPS)
def test_a_time_that_does_not_exist_is_doubted(local: str, timezone: str) -> None:
    assert code(local, timezone) == "E344"


@pytest.mark.parametrize(("local", "timezone"), OVERLAPS)
def test_a_time_that_comes_twice_is_doubted(local: str, timezone: str) -> None:
    assert code(local, timezone) == "E345"


@pytest.mark.parametrize(("local", "timezone"), SOUND)
def test_the_times_beside_them_are_not(local: str, timezone: str) -> None:
    assert code(local, timezone) == ""
    assert is_one_moment(attached(datetime.fromisoformat(local), timezone))


def test_both_readings_are_told() -> None:
    gap = doubt(("start",), "the session", attached(datetime(2026, 3, 29, 1, 30), "Europe/London"), "Europe/London")
    assert gap is not None
    assert "by the old clock it is 02:30, by the new one 00:30" in gap.help
    overlap = doubt(("end",), "the end of the session", attached(datetime(2026, 4, 5, 1, 45), "Australia/Lord_Howe"), "Australia/Lord_Howe")
    assert overlap is not None
    assert "the first 01:45 or the second, 30 minutes later" in overlap.help


def test_the_same_words_have_the_zones_offset() -> None:
    assert attached(datetime(2026, 7, 1, 18), "Europe/London").isoformat() == "2026-07-01T18:00:00+01:00"
    assert at_midnight(date(2026, 7, 1)) == datetime(2026, 7, 1)
