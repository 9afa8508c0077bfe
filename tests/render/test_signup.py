"""Signing up: a link, a mail already begun, or a form, each for one session."""

from urllib.parse import parse_qs, urlsplit

import factory
import pytest

from mcsite.model.event import Status
from mcsite.model.signup import Provider, Signup
from mcsite.render.signup import LONGEST_MAIL_LINK, is_open, mail_link, signup_view, summary_of

SETTINGS = factory.settings()


def session(signup=None, **changes):
    return factory.session(factory.event(rule="FREQ=WEEKLY;COUNT=3", signup=signup), **changes)


def view(provider, target="", thanks="", **changes):
    return signup_view(SETTINGS, session(Signup(provider, target), **changes), thanks)


def test_a_link_leads_to_the_provider():
    found = view(Provider.LINK, "https://forms.example/stretch")
    assert (found.kind, found.href, found.open) == ("link", "https://forms.example/stretch", True)


def test_nothing_is_offered_where_nobody_signs_up():
    assert view(Provider.NONE).kind == "none"
    assert signup_view(SETTINGS, session()).kind == "none"


def test_the_site_s_own_way_holds_where_an_event_says_nothing():
    settings = factory.settings(signup=Signup(Provider.LINK, "https://forms.example/all"))
    assert signup_view(settings, session()).href == "https://forms.example/all"
    assert signup_view(settings, session(Signup(Provider.NONE))).kind == "none"


def test_a_mail_is_begun_with_the_session_and_the_day():
    found = view(Provider.MAIL, "hello@example.org")
    parts = urlsplit(found.href)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert (found.kind, found.address, parts.scheme, parts.path) == ("mail", "hello@example.org", "mailto", "hello@example.org")
    assert fields["subject"] == ["Sign-up: Stretch, Tuesday 6 January 2026, 18:00"]
    assert fields["body"][0].split("\r\n")[0] == "Please put me down for Stretch, Tuesday 6 January 2026, 18:00."
    assert fields["body"][0].endswith("https://moves.example/events/stretch/2026-01-06/")


@pytest.mark.parametrize("title", ["A & B? #1 = 100%", "Tea\r\nBcc: x@example.org", "\u00dcbung \u2013 f\u00fcr alle", '"><script>', "\U0001f9d8 " * 400])
def test_no_title_breaks_out_of_a_mail_or_makes_it_too_long(title):
    link = mail_link("a.o'b+c@example.org", SETTINGS, session(title=title))
    assert len(link) <= LONGEST_MAIL_LINK
    assert link.isascii()
    assert not set(" \r\n\"<>#'") & set(link)
    assert set(parse_qs(urlsplit(link).query, strict_parsing=True)) <= {"subject", "body"}
    assert "%0D%0A" not in link.partition("?")[2].partition("&body=")[0]


def test_netlify_finds_one_form_that_names_its_session():
    found = view(Provider.NETLIFY)
    assert dict(found.form) == {"name": "sign-up", "method": "post", "data-netlify": "true", "data-netlify-honeypot": "website"}
    assert dict(found.hidden) == {
        "form-name": "sign-up",
        "event": "Stretch",
        "date": "2026-01-06T18:00:00+00:00",
        "session": "stretch-2026-01-06@moves.example",
        "page": "https://moves.example/events/stretch/2026-01-06/",
    }
    assert found.trap == "website"


def test_a_form_leads_to_the_site_s_own_thanks_where_there_are_some():
    assert dict(view(Provider.NETLIFY, thanks="thanks/").form)["action"] == "/thanks/"


def test_formspree_is_told_what_the_mail_is_about():
    found = view(Provider.FORMSPREE, "abcdwxyz")
    assert dict(found.form) == {"action": "https://formspree.io/f/abcdwxyz", "method": "post"}
    assert dict(found.hidden)["_subject"].startswith("Sign-up: Stretch, ")
    assert found.trap == "_gotcha"


def test_no_form_asks_for_more_than_it_needs():
    for provider in (Provider.NETLIFY, Provider.FORMSPREE):
        names = {name for name, _ in view(provider, "abcdwxyz").hidden}
        assert names <= {"form-name", "_subject", "event", "date", "session", "page"}


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


def test_a_moved_session_takes_people():
    assert is_open(session(status=Status.MOVED))


def test_a_whole_day_has_no_hour():
    day = factory.session(factory.event(), "2026-05-02", title="Open day")
    assert summary_of(SETTINGS, day) == "Open day, Saturday 2 May 2026"
