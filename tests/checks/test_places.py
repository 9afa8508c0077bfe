import factory

from mcsite.checks.places import ask


def _codes(event):
    return [note.code for note in ask(factory.edition(factory.session(event)))]


def test_an_event_without_a_place_is_found():
    assert _codes(factory.event(venue=None)) == ["W640"]


def test_an_event_online_has_a_place():
    assert _codes(factory.event(venue=None, online="https://meet.example/")) == []


def test_an_event_that_takes_more_than_its_venue_holds_is_found():
    small = factory.venue(capacity=8)
    assert _codes(factory.event(venue=small, capacity=9)) == ["W641"]
    assert _codes(factory.event(venue=small, capacity=8)) == []
