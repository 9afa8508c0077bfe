from datetime import datetime

import factory

from mcsite.model.moment import zone
from mcsite.model.signup import Count

LONDON = zone("Europe/London")


def test_a_session_in_progress_is_coming_and_one_at_its_end_is_past():
    session = factory.session(start="2026-01-06 18:00", end="2026-01-06 18:45")
    assert factory.edition(session, now="2026-01-06 18:44").coming == (session,)
    assert factory.edition(session, now="2026-01-06 18:45").past == (session,)


def test_past_sessions_come_latest_first():
    first, second, third = factory.weekly()
    assert factory.edition(third, first, second, now="2026-02-01 09:00").past == (third, second, first)


def test_sessions_of_an_event_are_in_order_of_their_original_dates():
    first, second, third = factory.weekly()
    edition = factory.edition(third, first, second)
    assert edition.sessions_of[first.event.slug] == (first, second, third)


def test_an_edition_holds_until_a_session_ends_or_the_day_does():
    session = factory.session(start="2026-01-06 18:00", end="2026-01-06 18:45")
    assert factory.edition(session, now="2026-01-06 09:00").holds_until == datetime(2026, 1, 6, 18, 45, tzinfo=LONDON)
    assert factory.edition(session, now="2026-01-06 20:00").holds_until == datetime(2026, 1, 7, tzinfo=LONDON)


def test_an_edition_holds_no_longer_than_a_late_change_concerns_anybody():
    """It begins at 17:00 now, and those who come at 18:00 still look at the door."""
    earlier = factory.lately(factory.session(start="2026-01-06 17:00", end="2026-01-06 17:45"), was=factory.when("2026-01-06 18:00"), now="2026-01-06 17:50")
    assert earlier.holds_until == datetime(2026, 1, 6, 18, 45, tzinfo=LONDON)


def test_an_edition_holds_until_a_count_of_places_is_too_old():
    """Counted on Monday at 20:00 it is told until Tuesday at 20:00; counted later, it is not told yet."""
    counted = Count(7, datetime(2026, 1, 5, 20, tzinfo=LONDON))
    session = factory.session(start="2026-01-08 18:00", end="2026-01-08 18:45", count=counted)
    moments = {now: factory.edition(session, now=now).holds_until for now in ("2026-01-05 09:00", "2026-01-06 09:00", "2026-01-06 21:00")}
    assert list(moments.values()) == [datetime(2026, 1, day, hour, tzinfo=LONDON) for day, hour in ((5, 20), (6, 20), (7, 0))]


def test_today_is_the_day_at_the_site():
    edition = factory.edition(factory.session(), now="2026-07-01 00:30")
    assert edition.today.isoformat() == "2026-07-01"


def test_what_is_worked_out_of_a_session_is_one_object_for_all():
    sessions = factory.weekly()
    edition = factory.edition(*sessions, now="2026-01-08 09:00")
    assert all(card is edition.cards[card.event, card.key] for card in (*edition.past_cards, *edition.coming_cards))
    assert [edition.cards[session.event.slug, session.key] for session in sessions] == [session.card for session in sessions]
    assert edition.coming_uids == {session.identity.uid for session in edition.coming}
    assert 0 < len(edition.coming) < len(sessions)
