from datetime import date

import factory

from mcsite.content.bookings import Bookings
from mcsite.content.sessions import in_order, sessions_of
from mcsite.schedule.expand import expand


def _sessions(event, **settings):
    return sessions_of(factory.settings(**settings), event, expand(event.schedule).occurrences, Bookings((date(2026, 1, 13),)))


def test_every_occurrence_becomes_a_session_with_a_key_of_its_own():
    sessions = _sessions(factory.event(rule="FREQ=WEEKLY;COUNT=3"))
    assert [session.key for session in sessions] == ["2026-01-06", "2026-01-13", "2026-01-20"]
    assert [session.full for session in sessions] == [False, True, False]


def test_sessions_are_listed_by_the_instant_they_begin():
    in_london = factory.session(factory.event("a"), "2026-01-06 18:00")
    in_paris = factory.session(factory.event("b"), when=factory.when("2026-01-06 18:30", timezone="Europe/Paris"))
    assert in_order([in_london, in_paris]) == (in_paris, in_london)
