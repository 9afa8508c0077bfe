from datetime import date, datetime, time

import pytest
from reading_aloud import times, town

from mcsite.content.dates import end_of_change
from mcsite.source.moments import Stated


def read(site, dates):
    prepared = town(site).write("events/circle.md", f"title: Circle\nvenue: cowork\n{dates}").prepare()
    return prepared.edition, [note.code for note in prepared.diagnostics]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("start: 2026-01-06 18:00\nend: 18:45", "2026-01-06 18:00-18:45"),
        ("start: 2026-01-06 18:00-18:45", "2026-01-06 18:00-18:45"),
        ("start: 2026-01-06 18:00\nduration: 1h30", "2026-01-06 18:00-19:30"),
        ("start: 2026-01-06 18:00\nend: 2026-01-06 19:00", "2026-01-06 18:00-19:00"),
        ("start: 2026-01-06 22:00\nend: 01:00", "2026-01-06 22:00-01:00"),
        ("start: 2026-01-06 00:00\nend: 24:00", "2026-01-06 00:00-00:00"),
        ("start: 2026-01-06T18:00:00+00:00\nend: 18:45", "2026-01-06 18:00-18:45"),
    ],
)
def test_an_end_can_be_said_in_many_ways(site, dates, expected):
    edition, codes = read(site, dates)
    assert codes == []
    assert times(edition, "circle") == [expected]


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ("start: 2026-01-06", (date(2026, 1, 6), date(2026, 1, 6))),
        ("start: 2026-01-06\nend: 2026-01-08", (date(2026, 1, 6), date(2026, 1, 8))),
        ("start: 2026-01-06\nduration: 2 days", (date(2026, 1, 6), date(2026, 1, 7))),
        ("when: 14-15 March 2026", (date(2026, 3, 14), date(2026, 3, 15))),
    ],
)
def test_whole_days_end_with_their_last_day(site, dates, days):
    edition, codes = read(site, dates)
    assert codes == []
    (session,) = edition.site.sessions
    assert (session.when.start, session.when.end) == days


def test_an_hour_is_assumed_and_said_when_nothing_says_the_end(site):
    edition, codes = read(site, "start: 2026-01-06 18:00")
    assert codes == ["W360"]
    assert times(edition, "circle") == ["2026-01-06 18:00-19:00"]


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ("start: 2026-01-06\nend: 18:45", "E360"),
        ("start: 2026-01-06 18:00\nend: 2026-01-07", "E361"),
        ("start: 2026-07-06T18:00Z\nend: 19:00", "E311"),
    ],
)
def test_ends_and_starts_that_do_not_fit_are_said(site, dates, code):
    _, codes = read(site, dates)
    assert codes == [code]


def test_an_end_long_before_the_start_is_a_slip_and_not_a_night(site):
    _, codes = read(site, "start: 2026-01-06 18:00\nend: 17:00")
    assert len(codes) == 1
    assert codes[0].startswith("E3")


def test_a_session_moved_to_a_time_stays_on_its_day(site):
    edition, codes = read(site, "start: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 2\nmoved: {2026-01-13: 7pm}")
    assert codes == []
    assert times(edition, "circle")[1] == "2026-01-13 19:00-19:45"


def test_extra_sessions_come_besides_the_regular_ones(site):
    edition, codes = read(site, "start: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 2\nextra: [2026-01-10 10:00]")
    assert codes == []
    assert times(edition, "circle")[1] == "2026-01-10 10:00-10:45"


def test_a_changed_end_is_that_of_an_extra_session_at_another_hour(site):
    dates = "start: 2026-01-06 10:00\nend: 11:00\nrepeat: weekly\ntimes: 2\nextra: [2026-02-05 14:00]"
    edition, codes = read(site, f"{dates}\nchanged: {{2026-02-05: {{end: 15:30}}}}")
    assert codes == []
    assert edition.site.sessions[-1].when.end.isoformat() == "2026-02-05T15:30:00+00:00"


def test_a_changed_end_follows_the_session_into_the_night_and_to_another_day(site):
    dates = "start: 2026-01-03 21:00\nend: 01:00\nrepeat: weekly\ntimes: 3\nmoved: {2026-01-10: 2026-01-11 19:00}"
    edition, codes = read(site, f"{dates}\nchanged: {{2026-01-10: {{end: 22:00}}, 2026-01-17: {{end: 00:30}}}}")
    assert codes == []
    assert times(edition, "circle")[1:] == ["2026-01-11 19:00-22:00", "2026-01-17 21:00-00:30"]


def test_the_end_of_a_change_is_on_the_day_of_the_session():
    assert end_of_change(datetime(2026, 1, 6, 18), time(19), "Europe/London") == datetime(2026, 1, 6, 19)
    assert end_of_change(datetime(2026, 1, 6, 21), time(0, 30), "Europe/London") == datetime(2026, 1, 7, 0, 30)
    assert end_of_change(date(2026, 1, 6), time(19), "Europe/London") == datetime(2026, 1, 6, 19)
    assert end_of_change(date(2026, 1, 6), Stated(date(2026, 1, 8)), "Europe/London") == date(2026, 1, 8)
    assert end_of_change(date(2026, 1, 6), None, "Europe/London") is None
