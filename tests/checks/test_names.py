import factory

from mcsite.checks.names import ask


def test_two_events_with_one_identity_are_found():
    rival = factory.event("other", identity="stretch")
    (note,) = ask(factory.edition(factory.session(), factory.session(rival)))
    assert note.code == "E641"
    assert note.span.path == "content/events/other.md"
    assert "content/events/stretch.md" in note.message


def test_two_events_with_one_uid_of_another_calendar_are_found():
    events = (factory.event(slug, uid="a@elsewhere.example") for slug in ("one", "other"))
    (note,) = ask(factory.edition(*map(factory.session, events)))
    assert note.code == "E641"


def test_an_alias_that_is_another_events_address_is_found():
    renamed = factory.event("new", aliases=("stretch",))
    (note,) = ask(factory.edition(factory.session(), factory.session(renamed)))
    assert (note.code, note.span.path) == ("E642", "content/events/new.md")


def test_names_that_are_given_once_are_well():
    renamed = factory.event("new", aliases=("old",), identity="for-ever")
    assert not list(ask(factory.edition(factory.session(), factory.session(renamed))))
