from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from factory import event, prose, session, settings, venue

from mcsite.ledger.digest import digest_elsewhere, digest_of, sights
from mcsite.model.event import Identity, Status
from mcsite.model.signup import Provider, Signup
from mcsite.render.entries import Entry, entry_of
from mcsite.render.strings import Strings

ENTRY = entry_of(session(event(body=prose("Slow [movement](x)."))), settings())
OTHERS = {
    "when": session(start="2026-01-06 19:00").when,
    "status": Status.CANCELLED,
    "reason": "ill",
    "moved_from": session(start="2026-01-05 18:00").when,
    "number": 2,
    "of": 12,
    "title": "Bend",
    "note": "Bring a mat",
    "summary": "Other",
    "body": prose("Faster."),
    "place": "The Park",
    "geo": (1.0, 2.0),
    "online": "https://meet.example/",
    "categories": ("Class",),
    "hosts": ("Bo",),
    "prices": (),
    "full": True,
    "signup": "https://moves.example/s/stretch/",
    "url": "https://moves.example/events/bend/",
    "base_url": "https://other.example/",
    "language": "pt",
    "recurrence": "weekly",
    "instance": ENTRY.when.start,
}


@pytest.mark.parametrize("name", [field.name for field in fields(Entry) if field.name not in {"uid", "sequence", "modified", "prices", "strings"}])
def test_whatever_a_follower_sees_changes_the_digest(name):
    assert getattr(ENTRY, name) != OTHERS[name]
    assert digest_of(replace(ENTRY, **{name: OTHERS[name]})) != digest_of(ENTRY)


def test_the_identity_does_not():
    assert digest_of(replace(ENTRY, uid="other@x", sequence=9, modified=datetime(2030, 1, 1, tzinfo=UTC))) == digest_of(ENTRY)


def test_a_better_translation_is_no_change_of_a_session():
    assert digest_of(replace(ENTRY, strings=Strings("en", "other words"))) == digest_of(ENTRY)


def test_the_digest_is_the_same_for_ever():
    """A change of this number tells every follower of every site that everything was modified: be sure that it is meant."""
    assert digest_of(ENTRY) == "aefaa5b02e6cfc1f6cc67a71e0c1083b"


def test_title_and_place_are_those_of_calendars():
    hall = venue(title="Hall", address="1 Quay", postcode="")
    (seen,) = sights([session(event(title="Stretch\u2028 and bend", venue=hall), identity=Identity("a", 0, datetime(2026, 1, 1, tzinfo=UTC), "a"))], settings())
    assert (seen.title, seen.place) == ("Stretch and bend", hall.location)


def test_a_page_with_another_address_is_all_that_differs_where_the_digest_says_so():
    here = session(event(rule="FREQ=WEEKLY"))
    known, now = (digest_of(entry_of(each, settings())) for each in (here, replace(here, address="events/bend/2026-01-06/")))
    assert known != now
    assert digest_elsewhere(replace(here, address="events/bend/2026-01-06/"), settings(), here.address) == known
    assert digest_elsewhere(replace(here, address="events/bend/2026-01-06/", note="Bring a mat."), settings(), here.address) != known


def test_a_form_on_the_page_goes_where_the_page_goes():
    here, site = session(), settings(signup=Signup(Provider.NETLIFY))
    moved = replace(here, address="events/bend/")
    assert digest_elsewhere(moved, site, here.address) == digest_of(entry_of(here, site))
