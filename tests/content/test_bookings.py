"""Which sessions are booked out, and how many places of which are taken."""

from datetime import UTC, date, datetime

import factory

from mcsite.content.bookings import Bookings
from mcsite.model.signup import Count
from mcsite.schedule.expand import expand
from mcsite.source.counts import counts

AS_OF = datetime(2026, 1, 5, 20, tzinfo=UTC)
WEEKS = expand(factory.event(rule="FREQ=WEEKLY;COUNT=3").schedule).occurrences
ONCE = expand(factory.event().schedule).occurrences


def bookings(raw, full=False):
    return Bookings.of(full, counts(raw), "Europe/London")


def test_a_count_belongs_to_its_session():
    found = bookings({"2026-01-06": "7", "2026-01-13 18:00": "2", "as_of": "2026-01-05 20:00"})
    assert [found.count(one) for one in WEEKS] == [Count(7, AS_OF), Count(2, AS_OF), None]
    assert list(found.problems(WEEKS)) == []


def test_a_session_of_which_every_place_is_taken_is_full():
    found = bookings({"2026-01-06": "10", "2026-01-13": "9", "2026-01-20": "12", "as_of": "2026-01-05 20:00"})
    assert [found.fills(one, 10) for one in WEEKS] == [True, False, True]
    assert [found.fills(one, None) for one in WEEKS] == [False, False, False]


def test_what_is_said_to_be_full_is_full_whatever_was_counted():
    assert bookings("1 as of 2026-01-05 20:00", full=True).fills(ONCE[0], 10)
    assert Bookings((date(2026, 1, 13),)).fills(WEEKS[1], None)
    assert not Bookings((date(2026, 1, 13),)).fills(WEEKS[0], None)


def test_of_an_event_with_one_session_no_day_is_needed():
    found = bookings("7 as of 2026-01-05 20:00")
    assert found.count(ONCE[0]) == Count(7, AS_OF)
    assert [problem.code for problem in found.problems(WEEKS)] == ["E701"]


def test_a_day_without_a_session_is_found():
    assert [(problem.way, problem.code) for problem in bookings({"2026-01-07": "7", "as_of": "2026-01-05 20:00"}).problems(WEEKS)] == [
        (("@key", "taken", "2026-01-07"), "E340")
    ]
    assert [(problem.way, problem.code) for problem in Bookings((date(2026, 1, 7),)).problems(WEEKS)] == [(("full", 0), "E340")]


def test_places_were_counted_by_the_clock_of_the_event(site):
    site.write("events/swap.md", "title: Swap\nonline: https://m.example\nstart: 2026-07-06 18:00\nend: 19:00\ncapacity: 9\ntaken: 7 as of 2026-07-05 20:00")
    (session,) = site.prepare().edition.site.sessions
    assert (session.count, session.left) == (Count(7, datetime(2026, 7, 5, 19, tzinfo=UTC)), 2)


def test_a_moment_of_another_zone_is_refused(site):
    swap = "title: Swap\nonline: https://m.example\nstart: 2026-07-06 18:00\nend: 19:00\ncapacity: 9\n"
    site.write("events/swap.md", swap + "taken: 7 as of 2026-07-05 20:00+05:00")
    assert [(note.code, note.span.line) for note in site.check()] == [("E311", 7)]
