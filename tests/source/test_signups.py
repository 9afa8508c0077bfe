"""A way to sign up in one line, however it is written."""

import pytest
from refused import refusal

from mcsite.model.signup import Provider, Signup
from mcsite.source.signups import signup


@pytest.mark.parametrize(
    ("text", "provider", "target"),
    [
        ("https://forms.example/x", Provider.LINK, "https://forms.example/x"),
        ("mailto:a@b.example?subject=hi", Provider.MAIL, "a@b.example"),
        ("a@b.example", Provider.MAIL, "a@b.example"),
        ("mail@b.example", Provider.MAIL, "mail@b.example"),
        ("tel@b.example", Provider.MAIL, "tel@b.example"),
        ("e-mail: a@b.example", Provider.MAIL, "a@b.example"),
        ("Netlify", Provider.NETLIFY, ""),
        ("none", Provider.NONE, ""),
        ("no", Provider.NONE, ""),
        ("https://formspree.io/f/abcdwxyz", Provider.FORMSPREE, "abcdwxyz"),
        ("formspree: abcdwxyz", Provider.FORMSPREE, "abcdwxyz"),
        ("formspree: https://formspree.io/f/abcdwxyz", Provider.FORMSPREE, "abcdwxyz"),
        ("basin: 1a2b3c4d5e6f", Provider.BASIN, "1a2b3c4d5e6f"),
        ("https://usebasin.com/f/1a2b3c4d5e6f/", Provider.BASIN, "1a2b3c4d5e6f"),
        ("tel:+44 20 7946 0018", Provider.TELEPHONE, "+44 20 7946 0018"),
        ("+44 20 7946 0018", Provider.TELEPHONE, "+44 20 7946 0018"),
        ("0044 20 7946 0018", Provider.TELEPHONE, "+44 20 7946 0018"),
        ("telephone: +442079460018", Provider.TELEPHONE, "+442079460018"),
        ("WhatsApp +44 20 7946 0018", Provider.WHATSAPP, "+44 20 7946 0018"),
        ("https://wa.me/442079460018?text=Hello", Provider.WHATSAPP, "+442079460018"),
        ("https://x.example/?d={date}&e={ Event }", Provider.LINK, "https://x.example/?d=%7Bdate%7D&e=%7Bevent%7D"),
    ],
)
def test_a_way_to_sign_up_is_understood_however_it_is_written(text, provider, target):
    assert signup(text) == Signup(provider, target)


@pytest.mark.parametrize(
    ("text", "code", "help_"),
    [
        ("netlfy", "E702", "netlify"), ("formspree", "E715", "abcdwxyz"), ("basin: a b", "E715", "last part"), ("at the door, please", "E715", "signup: none"),
        ("ring Bea on 01632 960417", "E715", "signup: none"), ("javascript:alert(1)", "E751", "https://"), ("www.example.org", "E750", "https://www."),
        ("mail", "E754", "hello@"), ("link", "E750", "https://"), ("01632 960417", "E755", "+44 1632 960417"), ("whatsapp: 07700 900123", "E755", "+44 7700"),
        ("whatsapp", "E755", "+44"), ("+44 123", "E755", "+44"), ("tally", "E702", "https://"), ("Google Forms", "E702", "https://"), ("cal.com", "E702", "https://"),
        ("https://x.example/?d={dat}", "E720", "'date'"), ("https://x.example/?d={}", "E720", "date"), ("https://{event}.example/", "E750", "https://"),
    ],
)  # fmt: skip
def test_what_is_no_way_to_sign_up_is_refused_with_a_way_that_is_one(text, code, help_):
    refused = refusal(signup, text)
    assert refused.code == code
    assert help_ in refused.help
