"""Links that are filled in, mails and messages that are begun, and calls, by the standards for each."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import factory
import pytest

from mcsite.model.people import Partner
from mcsite.model.signup import Provider, Signup
from mcsite.render.signup_links import LONGEST_MAIL_LINK, filled_link, mail_link, message_link, summary_of, target_of
from mcsite.source.signups import signup

SETTINGS = factory.settings()
HOSTILE = ["A & B? #1 = 100%", "Tea\r\nBcc: x@example.org", "\u00dcbung \u2013 f\u00fcr alle", '"><script>', "\U0001f9d8 " * 400, "{date} %7Burl%7D"]
GLOBAL_NUMBER = re.compile(r"tel:\+[0-9]{7,15}")
"""RFC 3966: global-number-digits without visual separators, of at most the 15 digits of E.164."""
MESSAGE = re.compile(r"https://wa\.me/[1-9][0-9]{6,14}\?text=[A-Za-z0-9%._~-]+")
"""WhatsApp's click to chat: the number in international format without zeros, brackets or dashes, and a URL-encoded text."""


def session(partner=None, **changes):
    return factory.session(factory.event(rule="FREQ=WEEKLY;COUNT=3", partner=partner), **changes)


def filled(written, **changes):
    return filled_link(signup(written).target, SETTINGS, session(**changes))


def test_a_form_of_google_is_filled_in_for_its_session():
    link = filled("https://docs.google.com/forms/d/e/1FAI/viewform?usp=pp_url&entry.123={event}&entry.456={date}&entry.7={session}", title="Stretch & more")
    query = parse_qs(urlsplit(link).query, strict_parsing=True)
    assert query == {"usp": ["pp_url"], "entry.123": ["Stretch & more"], "entry.456": ["2026-01-06"], "entry.7": ["stretch-2026-01-06@moves.example"]}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("https://tally.so/r/abc?event={event}&ref={referral}", "https://tally.so/r/abc?event=Stretch&ref=GYM"),
        ("https://cal.com/anna/visit?date={date}&slot={time}", "https://cal.com/anna/visit?date=2026-01-06&slot=18%3A00"),
        ("https://lu.ma/stretch", "https://lu.ma/stretch"),
        ("https://clinic.example/book/{ DATE }/", "https://clinic.example/book/2026-01-06/"),
        ("https://x.example/?back={url}", "https://x.example/?back=https%3A%2F%2Fmoves.example%2Fevents%2Fstretch%2F2026-01-06%2F"),
    ],
)
def test_links_of_other_services_are_filled_in_alike(written, found):
    assert filled(written, partner=Partner(slug="gym", title="Gym", code="GYM", origin=factory.event().origin)) == found


def test_a_whole_day_has_no_time_and_nobody_s_referral_is_empty():
    assert filled("https://x.example/?t={time}&r={referral}", start="2026-05-02") == "https://x.example/?t=&r="


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_out_of_a_link(title):
    link = filled("https://x.example/?a={event}&b={date}", title=title)
    assert link.isascii()
    assert not set(" \r\n\"<>'{}") & set(link)
    assert parse_qs(urlsplit(link).query, strict_parsing=True)["b"] == ["2026-01-06"]


def test_a_mail_is_begun_with_the_session_and_the_day():
    parts = urlsplit(mail_link("hello@example.org", SETTINGS, session()))
    fields = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, parts.path) == ("mailto", "hello@example.org")
    assert fields["subject"] == ["Sign-up: Stretch, Tuesday 6 January 2026, 18:00"]
    assert fields["body"][0].split("\r\n")[0] == "Please put me down for Stretch, Tuesday 6 January 2026, 18:00."
    assert fields["body"][0].endswith("https://moves.example/events/stretch/2026-01-06/")


def test_a_mail_for_the_waiting_list_says_so():
    fields = parse_qs(urlsplit(mail_link("hello@example.org", SETTINGS, session(), waiting=True)).query)
    assert fields["subject"][0].startswith("Waiting list: Stretch")
    assert "on the waiting list for Stretch" in fields["body"][0]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_out_of_a_mail_or_makes_it_too_long(title):
    link = mail_link("a.o'b+c@example.org", SETTINGS, session(title=title))
    assert len(link) <= LONGEST_MAIL_LINK
    assert link.isascii()
    assert not set(" \r\n\"<>#'") & set(link)
    assert set(parse_qs(urlsplit(link).query, strict_parsing=True)) <= {"subject", "body"}
    assert "%0D%0A" not in link.partition("?")[2].partition("&body=")[0]


@pytest.mark.parametrize("written", ["+44 20 7946 0018", "tel:+44-20-7946-0018", "0044 20 7946 0018", "+44 (0)20 7946 0018", "phone: +44.20.7946.0018"])
def test_a_call_is_a_global_number(written):
    link = target_of(signup(written), SETTINGS, session())
    assert GLOBAL_NUMBER.fullmatch(link)
    assert link == "tel:+442079460018"


@pytest.mark.parametrize("written", ["whatsapp: +44 20 7946 0018", "WhatsApp +44 (0)20 7946-0018", "https://wa.me/442079460018"])
def test_a_message_goes_to_a_number_of_digits_alone(written):
    link = target_of(signup(written), SETTINGS, session())
    assert MESSAGE.fullmatch(link)
    assert link.startswith("https://wa.me/442079460018?")
    assert unquote(urlsplit(link).query.removeprefix("text=")) == (
        "Please put me down for Stretch, Tuesday 6 January 2026, 18:00.\nhttps://moves.example/events/stretch/2026-01-06/"
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_out_of_a_message(title):
    assert MESSAGE.fullmatch(message_link("+44 20 7946 0018", SETTINGS, session(title=title)))


def test_a_form_of_our_own_leads_nowhere_else():
    assert target_of(Signup(Provider.NETLIFY), SETTINGS, session()) == ""


def test_a_whole_day_has_no_hour():
    day = factory.session(factory.event(), "2026-05-02", title="Open day")
    assert summary_of(SETTINGS, day) == "Open day, Saturday 2 May 2026"
