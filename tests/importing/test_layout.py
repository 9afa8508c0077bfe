from datetime import date, datetime, timedelta

import pytest
from foreign import WEEKLY, event, vevents

from mcsite.importing.bundles import bundled
from mcsite.importing.layout import Layout, shortened, spread, unmistakable, words
from mcsite.importing.sessions import program
from mcsite.model.moment import instant
from mcsite.model.schedule import Days

UNTIL = date(2026, 3, 31)


def laid_out(*parts: str, closed: tuple[Days, ...] = ()) -> tuple[Layout, int]:
    """The layout of an event, and how many of its sessions stand apart."""
    events, remarks = vevents(*parts)
    (bundle,) = bundled(events, remarks)
    found = program(bundle, UNTIL, remarks)
    result = spread(found.sessions, found.rule, "Europe/London", closed, UNTIL if found.endless else None)
    assert result.together is not None
    return result.together, len(result.apart)


def test_a_rule_with_a_number_of_dates_says_how_many_are_held():
    layout, _ = laid_out(event(WEEKLY + "\nEXDATE;TZID=Europe/London:20260113T180000"))
    assert (layout.repeat, layout.schedule.times, layout.schedule.skip) == ("every Tuesday", 3, (Days(date(2026, 1, 13), date(2026, 1, 13)),))


def test_a_rule_with_a_last_moment_says_its_last_day():
    layout, _ = laid_out(event(WEEKLY.replace("COUNT=4", "UNTIL=20260130T000000Z")))
    assert (layout.schedule.until, layout.schedule.times) == (date(2026, 1, 27), None)


def test_an_endless_rule_is_confirmed_up_to_a_day_and_keeps_its_skips():
    layout, _ = laid_out(event(WEEKLY.replace(";COUNT=4", "") + "\nEXDATE;TZID=Europe/London:20260331T180000"))
    assert (layout.schedule.confirmed_until, layout.schedule.skip) == (UNTIL, (Days(UNTIL, UNTIL),))


def test_dates_without_a_rule_get_one_if_it_fits_them_all():
    additions = "RDATE;TZID=Europe/London:20260113T180000,20260120T180000"
    assert laid_out(event(WEEKLY.replace("RRULE:FREQ=WEEKLY;COUNT=4", additions)))[0].repeat == "every Tuesday"


def test_dates_that_no_rule_fits_are_written_one_by_one():
    layout, _ = laid_out(event(WEEKLY.replace("RRULE:FREQ=WEEKLY;COUNT=4", "RDATE;TZID=Europe/London:20260114T180000,20260120T193000")))
    assert layout.repeat == ""
    assert layout.schedule.extra == (datetime(2026, 1, 14, 18), datetime(2026, 1, 20, 19, 30))


def test_a_session_on_a_day_on_which_the_site_is_closed_is_held_all_the_same():
    layout, _ = laid_out(event(WEEKLY), closed=(Days(date(2026, 1, 10), date(2026, 1, 15)),))
    assert layout.schedule.extra == (datetime(2026, 1, 13, 18),)
    assert len(layout.of) == 4


def test_a_start_off_the_pattern_is_extra():
    layout, _ = laid_out(event(WEEKLY.replace("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TH")))
    assert (layout.schedule.start, layout.schedule.extra) == (datetime(2026, 1, 8, 18), (datetime(2026, 1, 6, 18),))


@pytest.mark.parametrize("lines", [
    "DTSTART:20260120T180000Z\nDURATION:PT1H",  # where another one is
    "DTSTART;VALUE=DATE:20260113",
    "DTSTART:20261024T230000Z\nDTEND:20261025T003000Z",  # until the hour that comes twice
])  # fmt: skip
def test_what_cannot_stand_among_the_others_stands_apart(lines):
    layout, apart = laid_out(event(WEEKLY), event(f"RECURRENCE-ID:20260113T180000Z\n{lines}"))
    assert (len(layout.of), apart) == (3, 1)


def test_doubtful_hours_are_said_in_a_zone_without_any():
    (night,), remarks = vevents(event("DTSTART:20261024T230000Z\nDTEND:20261025T003000Z"))
    (bundle,) = bundled([night], remarks)
    (session,) = program(bundle, UNTIL, remarks).sessions
    plain, name = unmistakable(session)
    assert name == "Etc/GMT-1"
    assert (words(plain.start), words(plain.end)) == (datetime(2026, 10, 25, 0), datetime(2026, 10, 25, 1, 30))
    assert instant(plain.start) == instant(session.start)


def test_a_session_is_cut_to_a_month():
    (long,), remarks = vevents(event("DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20260601"))
    (bundle,) = bundled([long], remarks)
    (session,) = program(bundle, UNTIL, remarks).sessions
    assert shortened(session).end - session.start == timedelta(days=31)
