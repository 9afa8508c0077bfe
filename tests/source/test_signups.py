import pytest
from refused import refusal

from mcsite.model.signup import Provider, Signup
from mcsite.source.signups import signup


@pytest.mark.parametrize(
    ("raw", "provider", "target"),
    [
        ("https://forms.example/x", Provider.LINK, "https://forms.example/x"),
        ("mailto:a@b.example?subject=hi", Provider.MAIL, "a@b.example"),
        ("a@b.example", Provider.MAIL, "a@b.example"),
        ("Netlify", Provider.NETLIFY, ""),
        ("none", Provider.NONE, ""),
        ("no", Provider.NONE, ""),
        ("https://formspree.io/f/abcdwxyz", Provider.FORMSPREE, "abcdwxyz"),
        ("formspree: abcdwxyz", Provider.FORMSPREE, "abcdwxyz"),
        ({"provider": "formspree", "form": "abcdwxyz"}, Provider.FORMSPREE, "abcdwxyz"),
        ({"provider": "formspree", "form": "https://formspree.io/f/abcdwxyz"}, Provider.FORMSPREE, "abcdwxyz"),
        ({"provider": "email", "address": "a@b.example"}, Provider.MAIL, "a@b.example"),
        ({"provider": "link", "url": "https://forms.example/x"}, Provider.LINK, "https://forms.example/x"),
        ({"provider": "netlify", "form": None}, Provider.NETLIFY, ""),
    ],
)
def test_a_way_to_sign_up_is_understood_however_it_is_written(raw, provider, target):
    assert signup(raw) == Signup(provider, target)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("netlfy", "E702"), ({"provider": "netlfy"}, "E702"), ("formspree", "E715"), ({"provider": "formspree", "form": "a b"}, "E715"),
        ({"form": "abcd"}, "E715"), ("ring Bea on 01632 960417", "E715"), ("at the door, please", "E715"),
        ({"provider": "netlify", "colour": "red"}, "E715"), (["a"], "E703"), ("javascript:alert(1)", "E751"), ("www.example.org", "E750"),
        ({"provider": "mail"}, "E754"),
    ],
)  # fmt: skip
def test_what_is_no_way_to_sign_up_is_refused(raw, code):
    assert refusal(signup, raw).code == code
