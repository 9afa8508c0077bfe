"""The sign-up field as a block, and the secure intake."""

import pytest
from refused import refusal

from mcsite.content.signup_forms import IntakeForm, SignupForm, _intake, _signup
from mcsite.model.signup import LEAST, Asked, Intake, Provider, Question, Signup
from mcsite.source.form import field_notes
from mcsite.source.misreads import Misreads

NETLIFY = Signup(Provider.NETLIFY)


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("netlify", NETLIFY),
        ({"netlify": "yes"}, NETLIFY),
        ({"provider": "netlify", "form": None}, NETLIFY),
        ({"formspree": "abcdwxyz"}, Signup(Provider.FORMSPREE, "abcdwxyz")),
        ({"provider": "formspree", "form": "abcdwxyz"}, Signup(Provider.FORMSPREE, "abcdwxyz")),
        ({"provider": "formspree", "form": "https://formspree.io/f/abcdwxyz"}, Signup(Provider.FORMSPREE, "abcdwxyz")),
        ({"provider": "email", "address": "a@b.example"}, Signup(Provider.MAIL, "a@b.example")),
        ({"E-Mail": "a@b.example"}, Signup(Provider.MAIL, "a@b.example")),
        ({"provider": "link", "url": "https://forms.example/x"}, Signup(Provider.LINK, "https://forms.example/x")),
        ({"link": "https://x.example/{date}"}, Signup(Provider.LINK, "https://x.example/%7Bdate%7D")),
        ({"whatsapp": "+44 20 7946 0018", "waiting_list": "yes"}, Signup(Provider.WHATSAPP, "+44 20 7946 0018", waiting_list=True)),
        ({"phone": "+44 20 7946 0018"}, Signup(Provider.TELEPHONE, "+44 20 7946 0018")),
        ({"basin": "abcdwxyz", "consent": "You may write to me."}, Signup(Provider.BASIN, "abcdwxyz", consent="You may write to me.")),
    ],
)
def test_a_block_says_who_takes_the_sign_ups_and_how(raw, meant):
    assert _signup(raw) == meant


def test_a_form_asks_what_is_listed_and_nothing_else():
    fields = ["First name", "e-mail", "phone", {"label": "Anything we should know about access?", "optional": "yes"}, "Town"]
    found = _signup({"netlify": "yes", "fields": fields}).questions
    assert found == (
        Question(Asked.NAME),
        Question(Asked.EMAIL),
        Question(Asked.PHONE),
        Question(Asked.TEXT, "Anything we should know about access?", optional=True),
        Question(Asked.TEXT, "Town"),
    )
    assert _signup({"netlify": "yes", "fields": "name, phone"}).questions == (Question(Asked.NAME), Question(Asked.PHONE))
    assert _signup({"netlify": "yes"}).questions == LEAST


def test_a_question_may_be_answered_elsewhere():
    (found,) = _signup({"netlify": "yes", "fields": [{"label": "Any injuries?", "secure_intake": "yes"}]}).questions
    assert found == Question(Asked.TEXT, "Any injuries?", elsewhere=True)


@pytest.mark.parametrize(
    ("raw", "way", "code"),
    [
        ({"provider": "netlfy"}, ("provider",), "E702"),
        ({"provider": "formspree", "form": "a b"}, ("form",), "E715"),
        ({"Formspree": "a b"}, ("Formspree",), "E715"),
        ({"provider": "mail"}, ("provider",), "E754"),
        ({"provider": "netlify", "form": "abcdwxyz"}, ("form",), "E715"),
        ({"provider": "formspree", "mail": "a@b.example"}, ("mail",), "E715"),
        ({"netlify": "yes", "colour": "red"}, ("colour",), "E700"),
        ({"netlify": "yes", "fields": [{"label": "Town", "optional": "perhaps"}]}, ("fields", 0, "optional"), "E705"),
        ({"netlify": "yes", "fields": ["Town", {"optional": "yes"}]}, ("fields", 1), "E701"),
        ({"netlify": "yes", "fields": [f"Question {number}" for number in range(13)]}, ("fields",), "E716"),
        ({"netlify": "yes", "Questions": ["email", "e-mail"]}, ("Questions",), "E704"),
        ({"mail": "a@b.example", "ask": "name, Town"}, ("ask",), "E715"),
        ({"link": "https://x.example", "consent": "You may write to me."}, ("consent",), "E715"),
    ],
)
def test_what_is_wrong_in_a_block_is_said_where_it_stands(raw, way, code):
    with pytest.raises(Misreads) as caught:
        _signup(raw)
    assert [(problem.way, problem.misread.code) for problem in caught.value.problems] == [(way, code)]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ({"waiting_list": "yes"}, "E715"),
        ({"mail": "a@b.example", "netlify": "yes"}, "E704"),
        ({"mail": "a@b.example", "form": "x"}, "E704"),
        ({"form": "x"}, "E715"),
        (["a"], "E703"),
    ],
)
def test_a_block_that_says_no_way_or_two_is_refused(raw, code):
    assert refusal(_signup, raw).code == code


def test_the_secure_intake_has_an_address_and_perhaps_a_name():
    assert _intake("https://clinic.example/intake") == Intake("", "https://clinic.example/intake")
    assert _intake({"name": "Clinic portal", "url": "https://clinic.example/intake"}) == Intake("Clinic portal", "https://clinic.example/intake")


@pytest.mark.parametrize("form", [SignupForm, IntakeForm])
def test_every_field_of_a_block_is_explained(form):
    assert all(note.description.endswith(".") and note.example for note in field_notes(form))
