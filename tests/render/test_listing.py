from dataclasses import replace

from factory import edition, event, session, settings, weekly

from mcsite.model.event import Status
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.render.listing import by_event, by_value, feed_of, followed, leaves, next_held, soonest


def cards(count):
    return tuple(one.card for one in weekly(times=count))


def test_a_list_is_cut_into_pages_that_know_their_neighbours():
    first, second, third = leaves(cards(5), "events/", 2)
    assert (first.address, first.previous, first.following) == ("events/", "", "events/page/2/")
    assert (second.previous, second.following, second.of) == ("events/", "events/page/3/", 3)
    assert (third.number, len(third.cards), third.following) == (3, 1, "")


def test_a_list_of_nothing_is_one_empty_page():
    (only,) = leaves((), "events/")
    assert (only.cards, only.of, only.following) == ((), 1, "")


def test_what_is_beyond_the_soonest_is_counted():
    assert soonest(cards(5), 3).more == 2
    assert soonest(cards(2), 3).more == 0


def test_the_next_one_held_is_neither_cancelled_nor_postponed():
    first, second, third = cards(3)
    off = (replace(first, status=Status.CANCELLED), replace(second, status=Status.POSTPONED), third)
    assert next_held(off) is third
    assert next_held(off[:2]) is None


def test_sessions_are_grouped_by_each_of_their_values_in_their_order():
    one, two = session(event("a")).card, session(event("b", tags=())).card
    assert by_value([one, two], lambda card: [tag.slug for tag in card.tags]) == {"desk": (one,)}


def test_a_value_has_a_feed_when_it_has_sessions_and_the_site_makes_calendars():
    made = edition(session())
    assert followed(made, "tags") == {"desk": "Desk work"}
    assert feed_of(made, "tags", "desk") == "calendar/tags/desk.ics"
    assert feed_of(made, "tags", "other") == ""
    assert feed_of(edition(session(), site={"settings": settings(outputs=("pages",))}), "tags", "desk") == ""


def test_sessions_are_found_by_the_partner_they_are_held_with():
    gym = Partner(slug="gym", title="Gym", origin=Origin("p"))
    whole = edition(session(event("alone")), session(event("together", partner=gym)), session(event("over", partner=gym), "2025-01-07 18:00"))
    assert {slug: [card.event for card in cards] for slug, cards in by_event(whole, lambda event: event.partner).items()} == {"gym": ["together"]}
