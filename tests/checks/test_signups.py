"""No form asks about health, each says what becomes of the answers, and places are told honestly."""

import factory
import pytest

from mcsite.checks.signups import ask
from mcsite.model.signup import Asked, Count, Intake, Provider, Question, Signup

INTAKE = Intake("Clinic portal", "https://clinic.example/intake")


def asking(*labels, elsewhere=False, provider=Provider.NETLIFY):
    return Signup(provider, "abcdwxyz", tuple(Question(Asked.TEXT, label, elsewhere=elsewhere) for label in labels))


def notes(signup=None, own=None, language="en", intake=None, privacy="privacy/", **changes):
    settings = factory.settings(signup=own, language=language, secure_intake=intake, privacy=privacy)
    return list(ask(factory.edition(factory.session(factory.event(signup=signup), **changes), site={"settings": settings})))


def codes(*arguments, **changes):
    return [note.code for note in notes(*arguments, **changes)]


@pytest.mark.parametrize(("language", "label"), [("en", "Any injuries?"), ("de", "Medikamente"), ("fr", "Date de naissance"), ("ar", "هل لديك إصابات؟")])
def test_a_question_about_health_stops_the_build(language, label):
    (note,) = notes(asking("Town", label), language=language)
    assert note.code == "E721"
    assert label in note.message
    assert "secure_intake" in note.help


def test_it_may_be_answered_in_a_secure_intake_that_has_a_name():
    assert codes(asking("Any injuries?", elsewhere=True), intake=INTAKE) == []
    assert codes(asking("Any injuries?", elsewhere=True)) == ["E722"]
    assert codes(asking("Any injuries?"), intake=INTAKE) == ["E721"]


def test_what_holds_for_the_whole_site_is_asked_about_once():
    own = asking("Any injuries?")
    assert [(note.code, note.span.path) for note in notes(own, own)] == [("E721", "content/site.md")]


@pytest.mark.parametrize(("provider", "said"), [(Provider.NETLIFY, ["W670"]), (Provider.BASIN, ["W670"]), (Provider.MAIL, []), (Provider.LINK, [])])
def test_a_form_without_a_page_about_privacy_is_noticed(provider, said):
    assert codes(Signup(provider, "abcdwxyz"), privacy="") == said
    assert codes(Signup(provider, "abcdwxyz")) == []


def test_places_taken_of_nobody_knows_how_many_are_noticed():
    count = Count(7, factory.when("2026-01-05 08:00").start)
    assert codes(count=count, capacity=None) == ["W671"]
    assert codes(count=count, capacity=10) == []


def test_places_counted_in_the_future_are_noticed():
    assert codes(count=Count(7, factory.when("2026-01-05 09:01").start), capacity=10) == ["W672"]
