"""Each word says what it says of a session, in the words of the site's language, and nothing that is not public."""

from dataclasses import replace
from decimal import Decimal

import factory
import pytest

from mcsite.model.event import Price, Status
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.model.settings import Organiser
from mcsite.model.signup import Provider, Signup
from mcsite.model.vocabulary import WORDS
from mcsite.render.merge_values import VALUES, Subject, values_of
from mcsite.render.strings import ENGLISH

ORGANISER = Organiser(name="Ada of the Quay", email="ada@example.org", phone="01632 960417", url="https://ada.example/", registration="HCPC 1")
SETTINGS = factory.settings(description="We move.", organiser=ORGANISER, signup=Signup(Provider.MAIL, "ada@example.org"), currency="GBP")
PRICES = (
    Price(name="Drop-in", amount=Decimal("4.50"), currency="GBP"),
    Price(name="First visit", amount=Decimal(0)),
    Price(name="Secret", amount=Decimal(1), currency="GBP", url="https://secret.example/", audience="members"),
)
SERIES = factory.event(
    rule="FREQ=WEEKLY",
    prices=PRICES,
    partner=Partner(slug="gym", title="Harbour Gym", contact="Sam, 020", origin=Origin("p")),
    hosts=(factory.person("eve", public=False), factory.person("ada", role="Physio", registration="HCPC 2"), factory.person("bob")),
)
FIRST, SECOND, THIRD = factory.weekly(SERIES)


def subject(session=FIRST, settings=SETTINGS, coming=(FIRST, SECOND, THIRD), event=SERIES):
    return Subject(settings, ENGLISH, event, session, coming)


def said(name, *args, **kwargs):
    return dict(values_of(subject(*args, **kwargs), [name]))[name]


def test_there_is_a_value_for_every_word_and_for_nothing_else():
    assert [word.name for word in WORDS] == list(VALUES)


@pytest.mark.parametrize(
    ("name", "value"),
    {
        "session.title": "Stretch",
        "session.when": "Tuesday 6 January 2026, 18:00–18:45",
        "session.date": "Tuesday 6 January 2026",
        "session.short_date": "Tue 6 Jan",
        "session.day": "Tuesday",
        "session.time": "18:00–18:45",
        "session.starts": "18:00",
        "session.place": "Harbour Cowork",
        "session.address": "Harbour Cowork, 1 Quay, HB1 1AA",
        "session.online": "",
        "session.price": "Drop-in £4.50, First visit free",
        "session.seats": "",
        "session.number": "1 of 3",
        "session.summary": "Loosen up.",
        "session.status": "Takes place",
        "session.link": "https://moves.example/events/stretch/2026-01-06/",
        "session.next": "Tuesday 13 January 2026, 18:00–18:45",
        "event.title": "Stretch",
        "event.kind": "Circle",
        "event.next": "Tuesday 6 January 2026, 18:00–18:45",
        "event.dates": "Tue 6 Jan, 18:00 · Tue 13 Jan, 18:00 · Tue 20 Jan, 18:00",
        "event.neighbourhood": "Old Harbour",
        "event.partner": "Harbour Gym",
        "event.link": "https://moves.example/events/stretch/",
        "event.short_link": "https://moves.example/s/stretch/",
        "signup.link": "https://moves.example/events/stretch/2026-01-06/#signup",
        "signup.contact": "ada@example.org",
        "venue.name": "Harbour Cowork",
        "venue.address": "1 Quay",
        "venue.postcode": "HB1 1AA",
        "venue.link": "https://moves.example/venues/cowork/",
        "host.name": "Ada and Bob",
        "host.role": "Physio",
        "host.registration": "HCPC 2",
        "host.link": "https://moves.example/people/ada/",
        "site.title": "Moves",
        "site.description": "We move.",
        "site.link": "https://moves.example/",
        "site.calendar": "https://moves.example/subscribe/",
        "organiser.name": "Ada of the Quay",
        "organiser.email": "ada@example.org",
        "organiser.phone": "01632 960417",
        "organiser.link": "https://ada.example/",
        "organiser.registration": "HCPC 1",
    }.items(),
)
def test_each_word_says_what_it_should(name, value):
    assert said(name) == value


def test_nothing_for_members_and_nobody_who_is_not_public_is_in_any_of_them():
    everything = " ".join(value for _, value in values_of(subject(), VALUES))
    for private in ("Secret", "secret.example", "Eve", "Sam, 020"):
        assert private not in everything


@pytest.mark.parametrize(
    ("changes", "name", "value"),
    [
        ({"status": Status.CANCELLED, "reason": "clinic closed"}, "session.status", "Cancelled"),
        ({"status": Status.CANCELLED, "reason": "clinic closed"}, "session.reason", "clinic closed"),
        ({"status": Status.POSTPONED}, "session.status", "Postponed"),
        ({"status": Status.MOVED, "moved_from": factory.when("2026-01-05 18:00")}, "session.status", "Moved from Monday 5 January 2026, 18:00–18:45."),
        ({"venue": None, "online": "https://meet.example/"}, "session.place", "Online"),
        ({"venue": None, "online": "https://meet.example/"}, "session.online", "https://meet.example/"),
        ({"venue": None, "online": "https://meet.example/"}, "session.address", ""),
        ({"venue": None}, "venue.name", ""),
        ({"capacity": 10}, "session.seats", "Room for 10."),
        ({"capacity": 10, "full": True}, "session.seats", "Fully booked"),
        ({"of": None}, "session.number", "1"),
        ({"when": factory.when("2026-01-06", "2026-01-08")}, "session.time", ""),
        ({"when": factory.when("2026-01-06", "2026-01-08")}, "session.when", "6–8 Jan 2026"),
        ({"when": factory.when("2026-01-06", "2026-01-08")}, "session.short_date", "Tue 6 Jan – Thu 8 Jan"),
        ({"when": factory.when("2026-01-06 18:00", timezone="Europe/Berlin")}, "session.time", "18:00–18:45 (Berlin time)"),
        ({"hosts": ()}, "host.name", ""),
        ({"note": "Bring a\nmat"}, "session.note", "Bring a mat"),
    ],
)
def test_one_session_may_differ(changes, name, value):
    assert said(name, replace(FIRST, **changes)) == value


def test_a_session_on_one_day_has_no_number_and_nothing_after_it():
    once = factory.session()
    assert said("session.number", once, coming=(once,), event=once.event) == said("session.next", once, coming=(once,), event=once.event) == ""


def test_for_an_event_its_next_session_counts_and_there_is_nothing_of_one():
    assert said("session.when", None) == ""
    assert said("event.next", None, coming=(SECOND, THIRD)) == "Tuesday 13 January 2026, 18:00–18:45"
    assert said("event.next", None, coming=()) == said("event.dates", None, coming=()) == ""
    assert said("signup.link", None) == "https://moves.example/s/stretch/"


def test_where_nobody_signs_up_there_is_no_address_for_it():
    plain = factory.settings()
    assert said("signup.link", settings=plain) == said("signup.contact", settings=plain) == ""
    assert said("event.short_link", settings=plain) == "https://moves.example/events/stretch/"


def test_a_site_without_pages_has_no_addresses_of_pages():
    bare = replace(SETTINGS, outputs=("calendars",))
    assert {said(name, settings=bare) for name in ("session.link", "event.link", "signup.link", "venue.link", "host.link", "site.calendar")} == {""}


def test_days_and_money_are_said_in_the_language_of_the_site():
    german = replace(SETTINGS, language="de")
    assert said("session.when", settings=german) == "Dienstag, 6. Januar 2026, 18:00–18:45 Uhr"
    assert "4,50" in said("session.price", settings=german)
