"""Forms in plain HTML, as the hosts that take them want them."""

import factory
import pytest

from mcsite.model.people import Partner
from mcsite.model.signup import LEAST, Asked, Provider, Question, Signup
from mcsite.render.signup_forms import form_of, session_fields
from mcsite.render.strings import ENGLISH

SETTINGS = factory.settings()
OF_THE_SESSION = {
    "event": "Stretch",
    "date": "2026-01-06T18:00:00+00:00",
    "session": "stretch-2026-01-06@moves.example",
    "page": "https://moves.example/events/stretch/2026-01-06/",
    "referral": "",
    "waiting-list": "no",
}


def session(**changes):
    return factory.session(factory.event(rule="FREQ=WEEKLY;COUNT=3", **changes))


def form(provider, target="", thanks="", settings=SETTINGS, **changes):
    return form_of(Signup(provider, target, **changes), settings, session(), ENGLISH, thanks)


def test_netlify_finds_one_form_that_names_its_session():
    found = form(Provider.NETLIFY)
    assert dict(found.attributes) == {"name": "sign-up", "method": "post", "data-netlify": "true", "data-netlify-honeypot": "website"}
    assert dict(found.hidden) == {"form-name": "sign-up", **OF_THE_SESSION}
    assert (found.trap, found.keeper) == ("website", "Netlify")


def test_a_form_of_netlify_leads_to_a_path_of_the_same_site():
    settings = factory.settings(base_url="https://moves.example/harbour/")
    assert dict(form(Provider.NETLIFY, thanks="thanks/", settings=settings).attributes)["action"] == "/harbour/thanks/"


def test_a_form_that_asks_something_else_is_a_list_of_its_own_at_netlify():
    more = (*LEAST, Question(Asked.TEXT, "Town"))
    assert dict(form(Provider.NETLIFY, questions=more).hidden)["form-name"] == "sign-up-stretch"
    settings = factory.settings(signup=Signup(Provider.NETLIFY, questions=more))
    assert dict(form(Provider.NETLIFY, settings=settings, questions=more).hidden)["form-name"] == "sign-up"


def test_formspree_is_told_what_the_mail_is_about_and_where_to_lead_people():
    found = form(Provider.FORMSPREE, "abcdwxyz", "thanks/")
    assert dict(found.attributes) == {"action": "https://formspree.io/f/abcdwxyz", "method": "post"}
    told = {"_subject": "Sign-up: Stretch, Tuesday 6 January 2026, 18:00", "_next": "https://moves.example/thanks/"}
    assert dict(found.hidden) == {**told, **OF_THE_SESSION}
    assert (found.trap, found.keeper) == ("_gotcha", "Formspree")


def test_basin_is_told_where_to_lead_people():
    found = form(Provider.BASIN, "abcdwxyz", "thanks/")
    assert dict(found.attributes) == {"action": "https://usebasin.com/f/abcdwxyz", "method": "post"}
    assert dict(found.hidden) == {"_redirect": "https://moves.example/thanks/", **OF_THE_SESSION}
    assert (found.trap, found.keeper) == ("_gotcha", "Basin")


def test_without_a_page_of_thanks_the_host_shows_its_own():
    for provider in (Provider.FORMSPREE, Provider.BASIN, Provider.NETLIFY):
        found = form(provider, "abcdwxyz")
        assert not {"_next", "_redirect"} & set(dict(found.hidden))
        assert "thanks" not in str(found.attributes)


def test_the_code_of_the_partner_goes_along():
    partner = Partner(slug="gym", title="Gym", code="GYM10", origin=factory.event().origin)
    assert dict(session_fields(SETTINGS, session(partner=partner), waiting=True)) == {**OF_THE_SESSION, "referral": "GYM10", "waiting-list": "yes"}


@pytest.mark.parametrize("provider", [Provider.NETLIFY, Provider.FORMSPREE, Provider.BASIN])
def test_a_form_asks_for_a_name_and_an_address_and_no_more(provider):
    assert [(field.name, field.required) for field in form(provider, "abcdwxyz").fields] == [("name", True), ("email", True)]


def test_a_question_s_field_has_a_name_of_its_own():
    labels = ("Town", "Town?", "Event", "Website", "\u0627\u0644\u0645\u062f\u064a\u0646\u0629", "Name")
    questions = tuple(Question(Asked.TEXT, label, optional=True) for label in labels)
    names = [field.name for field in form(Provider.NETLIFY, questions=(*LEAST, *questions)).fields]
    assert names[:6] == ["name", "email", "town", "town-2", "event-2", "website-2"]
    assert len(set(names)) == len(names)
    assert all(name and not name.startswith("_") for name in names)
