"""Signing up, as a template sees it: what is offered for one session, and what is not."""

from datetime import UTC, datetime

import factory
import pytest

from mcsite.model.event import Status
from mcsite.model.signup import Count, Intake, Provider, Question, Signup
from mcsite.render.signup import is_open, next_open, next_waiting, signup_place, signup_view

SETTINGS = factory.settings()


def session(signup=None, **changes):
    return factory.session(factory.event(rule="FREQ=WEEKLY;COUNT=3", signup=signup), **changes)


def view(provider, target="", thanks="", waiting_list=False, **changes):
    return signup_view(SETTINGS, session(Signup(provider, target, waiting_list=waiting_list), **changes), thanks)


@pytest.mark.parametrize(
    ("provider", "target", "kind", "href", "address"),
    [
        (Provider.LINK, "https://forms.example/stretch", "link", "https://forms.example/stretch", ""),
        (Provider.MAIL, "hello@example.org", "mail", "mailto:hello@example.org?", "hello@example.org"),
        (Provider.TELEPHONE, "+44 20 7946 0018", "telephone", "tel:+442079460018", "+44 20 7946 0018"),
        (Provider.WHATSAPP, "+44 20 7946 0018", "whatsapp", "https://wa.me/442079460018?text=", "+44 20 7946 0018"),
        (Provider.NETLIFY, "", "form", "", ""),
        (Provider.FORMSPREE, "abcdwxyz", "form", "", ""),
        (Provider.BASIN, "abcdwxyz", "form", "", ""),
        (Provider.NONE, "", "none", "", ""),
    ],
)
def test_each_provider_has_its_own_door(provider, target, kind, href, address):
    found = view(provider, target)
    assert (found.kind, found.address, found.open, found.why) == (kind, address, True, "")
    assert found.href.startswith(href)
    assert (found.form is not None) == (kind == "form")


def test_nothing_is_offered_where_nobody_signs_up():
    assert signup_view(SETTINGS, session()).kind == "none"


def test_the_site_s_own_way_holds_where_an_event_says_nothing():
    settings = factory.settings(signup=Signup(Provider.LINK, "https://forms.example/all"))
    assert signup_view(settings, session()).href == "https://forms.example/all"
    assert signup_view(settings, session(Signup(Provider.NONE))).kind == "none"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"full": True}, "full"),
        ({"status": Status.CANCELLED}, "cancelled"),
        ({"status": Status.POSTPONED}, "postponed"),
        ({"status": Status.CANCELLED, "full": True}, "cancelled"),
    ],
)
def test_a_session_without_room_takes_nobody_and_says_why(changes, why):
    found = view(Provider.LINK, "https://forms.example/x", **changes)
    assert (found.kind, found.open, found.why, found.href) == ("none", False, why, "")
    assert not is_open(session(**changes))


def test_a_full_session_with_a_waiting_list_takes_people_for_that():
    found = view(Provider.NETLIFY, waiting_list=True, full=True)
    assert (found.kind, found.open, found.why, found.waiting) == ("form", False, "full", True)
    assert dict(found.form.hidden)["waiting-list"] == "yes"
    assert not view(Provider.NETLIFY, waiting_list=True).waiting


def test_nobody_waits_for_what_does_not_take_place():
    assert view(Provider.NETLIFY, waiting_list=True, full=True, status=Status.CANCELLED).kind == "none"


def test_a_moved_session_takes_people():
    assert is_open(session(status=Status.MOVED))


def test_the_words_of_consent_are_the_event_s_or_else_the_site_s():
    settings = factory.settings(consent="The site may write to me.")
    assert signup_view(settings, session(Signup(Provider.NETLIFY))).consent == "The site may write to me."
    assert signup_view(settings, session(Signup(Provider.NETLIFY, consent="You may write to me."))).consent == "You may write to me."


def test_what_is_asked_in_the_secure_intake_is_no_field():
    settings = factory.settings(secure_intake=Intake("Clinic portal", "https://clinic.example/intake"))
    found = signup_view(settings, session(Signup(Provider.NETLIFY, questions=(Question("text", "Any injuries?", elsewhere=True),))))
    assert found.elsewhere == ("Any injuries?",)
    assert found.form.fields == ()
    assert found.intake.name == "Clinic portal"


def test_the_next_with_room_and_the_next_with_a_waiting_list_are_found_whatever_their_order():
    of = factory.event(rule="FREQ=WEEKLY;COUNT=3", signup=Signup(Provider.NETLIFY, waiting_list=True))
    first, second, third = factory.weekly(of, times=3)
    full = [factory.session(of, f"2026-01-{day} 18:00", full=True) for day in ("27", "20")]
    assert next_open([third, second, first]) == first
    assert next_open(full) is None
    assert next_waiting(SETTINGS, full).key == "2026-01-20"
    assert next_waiting(SETTINGS, [first]) is None


@pytest.mark.parametrize(
    ("provider", "target", "place"),
    [
        (Provider.LINK, "https://f.example/stretch", "https://f.example/stretch"),
        (Provider.LINK, "https://f.example/?d=%7Bdate%7D", "https://moves.example/events/stretch/2026-01-06/"),
        (Provider.MAIL, "hello@example.org", "hello@example.org"),
        (Provider.TELEPHONE, "+44 20 7946 0018", "+44 20 7946 0018"),
        (Provider.WHATSAPP, "+44 20 7946 0018", "https://moves.example/events/stretch/2026-01-06/"),
        (Provider.BASIN, "abcdwxyz", "https://moves.example/events/stretch/2026-01-06/"),
        (Provider.NONE, "", ""),
    ],
)
def test_calendars_are_told_in_plain_text_where_to_sign_up(provider, target, place):
    assert signup_place(SETTINGS, session(Signup(provider, target))) == place


def test_places_are_told_as_long_as_their_count_holds():
    counted = datetime(2026, 1, 5, 20, tzinfo=UTC)
    one = session(capacity=10, count=Count(7, counted))
    assert one.left == 3
    assert [one.as_known(counted.replace(day=day, hour=hour)).left for day, hour in ((5, 19), (5, 20), (6, 19), (6, 20))] == [None, 3, 3, None]
    assert session(capacity=None, count=Count(7, counted)).left is None
    assert session(capacity=10, count=Count(12, counted)).left == 0
