from datetime import UTC, datetime, timedelta
from importlib import resources

import pytest
from dateutil.rrule import rrulestr

from mcsite.model.moment import zone, zone_names
from mcsite.render.timezones import vtimezone

FIRST, LAST = 2020, 2040
START, END = datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2041-12-31")


def observances(text):
    """An expander of its own: (instant from which it holds, offset), by RFC 5545 3.6.5, earliest first."""
    onsets = []
    for block in text.split("BEGIN:")[2:]:
        fields = dict(line.split(":", 1) for line in block.splitlines()[1:-1] if ":" in line)
        start, before, after = datetime.fromisoformat(fields["DTSTART"]), offset(fields["TZOFFSETFROM"]), offset(fields["TZOFFSETTO"])
        starts = rrulestr(fields["RRULE"], dtstart=start).between(start, END, inc=True) if "RRULE" in fields else [start]
        onsets += [(local - before, after) for local in starts]
    return sorted(onsets)


def offset(text):
    sign = -1 if text[0] == "-" else 1
    return sign * timedelta(hours=int(text[1:3]), minutes=int(text[3:5]), seconds=int(text[5:7] or 0))


def offset_at(onsets, instant):
    return next(after for start, after in reversed(onsets) if start <= instant)


def instants_to_ask(onsets, tz):
    """Every hour around each change that the component or the zone knows of, and every tenth day."""
    asked = {START + timedelta(days=10 * step) for step in range(767)}
    changes = {start for start, _ in onsets if start.year >= FIRST} | set(zone_changes(tz))
    return asked | {start + timedelta(hours=hours, seconds=seconds) for start in changes for hours in range(-3, 4) for seconds in (-1, 0)}


def zone_changes(tz):
    days = [START.replace(tzinfo=UTC) + timedelta(days=day) for day in range(365 * (LAST + 1 - FIRST))]
    offsets = [day.astimezone(tz).utcoffset() for day in days]
    return [day.replace(tzinfo=None) for day, before, after in zip(days, offsets, offsets[1:], strict=False) if before != after]


def names_by_clock():
    """Names whose files are equal are one clock; the first of them is read back, the others must say the same."""
    clocks = {}
    for name in sorted(zone_names()):
        clocks.setdefault(resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes(), []).append(name)
    return sorted(clocks.values())


@pytest.mark.parametrize("share", range(8))
def test_every_zone_is_read_back_as_the_zone_data_has_it(share):
    for name, *others in names_by_clock()[share::8]:
        text = vtimezone(name, FIRST, LAST)
        onsets = observances(text.decode("ascii"))
        for instant in instants_to_ask(onsets, zone(name)):
            if FIRST <= instant.year <= LAST:
                assert offset_at(onsets, instant) == instant.replace(tzinfo=UTC).astimezone(zone(name)).utcoffset(), (name, instant)
        for other in others:
            assert vtimezone(other, 2025, 2027) == vtimezone(name, 2025, 2027).replace(name.encode(), other.encode(), 1)


def test_london_is_two_yearly_rules_that_began_the_year_before():
    assert vtimezone("Europe/London", 2026, 2026).decode().split("\r\n") == [
        "BEGIN:VTIMEZONE", "TZID:Europe/London",
        "BEGIN:DAYLIGHT", "DTSTART:20250330T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZNAME:BST", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20251026T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZNAME:GMT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
        "END:VTIMEZONE", "",
    ]  # fmt: skip


def test_a_clock_that_never_changes_is_one_standard():
    assert vtimezone("Asia/Kolkata", 2026, 2030).decode().split("\r\n")[2:-2] == [
        "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZNAME:IST", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530", "END:STANDARD",
    ]  # fmt: skip


def test_the_later_of_the_two_clocks_is_summer_time_even_where_law_calls_winter_the_exception():
    dublin = vtimezone("Europe/Dublin", 2026, 2027).decode()
    assert "BEGIN:DAYLIGHT\r\nDTSTART:20250330T010000" in dublin
    assert "BEGIN:STANDARD\r\nDTSTART:20251026T020000" in dublin


@pytest.mark.parametrize("name", ["Asia/Jerusalem", "America/Santiago", "Africa/Cairo", "America/Vancouver"])
def test_a_zone_without_a_simple_rule_names_each_change(name):
    text = vtimezone(name, 2025, 2026).decode()
    assert "RRULE" not in text
    assert text.count("BEGIN:STANDARD") >= 2
    assert "BEGIN:DAYLIGHT" in text


def test_a_rule_that_did_not_hold_in_the_first_years_is_not_written():
    assert "RRULE" not in vtimezone("America/New_York", 2006, 2026).decode()
    assert "RRULE" in vtimezone("America/New_York", 2009, 2026).decode()


def test_local_mean_time_keeps_its_seconds():
    assert "TZOFFSETTO:-000115" in vtimezone("Europe/London", 1840, 1840).decode()


@pytest.mark.parametrize("name", ["Europe/London", "Asia/Jerusalem", "America/Argentina/ComodRivadavia"])
def test_no_dates_are_listed_and_no_line_is_long(name):
    lines = vtimezone(name, 2020, 2030).split(b"\r\n")
    assert not any(b"\n" in line or len(line) > 75 or line.startswith((b"RDATE", b"COMMENT")) for line in lines)
