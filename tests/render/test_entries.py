from dataclasses import replace
from decimal import Decimal

import pytest
from factory import event, person, prose, session, settings, venue, weekly, when

from mcsite.build.fingerprint import Fingerprints
from mcsite.model.event import Price, Status
from mcsite.model.places import Neighbourhood
from mcsite.model.signup import Provider, Signup
from mcsite.render.catalogues import shipped_strings
from mcsite.render.entries import LONGEST_DESCRIPTION, entry_of


def entry(of=None, /, **changes):
    return entry_of(session(of, **changes), settings())


def test_an_entry_says_what_the_session_says():
    said = entry()
    assert (said.headline, said.location, said.geo) == ("Stretch", "Harbour Cowork, 1 Quay, HB1 1AA", (51.5, -0.13))
    assert said.categories == ("Circle", "Desk work")
    assert said.description == "Loosen up.\n\nWith: Ada\n\nhttps://moves.example/events/stretch/"


def test_the_body_follows_the_summary_and_the_address_comes_last():
    said = entry(event(body=prose("Bring a *mat*.\n\n- socks\n- water")))
    assert said.description.startswith("Loosen up.\n\nBring a mat.\n\n")
    assert said.description.split("\n")[-1] == said.url


def test_a_summary_that_was_taken_from_the_body_is_not_said_twice():
    said = entry(event(summary="Bring a mat…", body=prose("Bring a mat and socks.")))
    assert said.description == "Bring a mat and socks.\n\nWith: Ada\n\nhttps://moves.example/events/stretch/"


def test_nor_is_one_that_was_taken_from_below_a_heading():
    said = entry(event(summary="Bring a mat and socks.", body=prose("## What to bring\n\nBring a mat and socks.")))
    assert said.description.startswith("What to bring\n\nBring a mat and socks.\n\nWith: Ada")


@pytest.mark.parametrize(("status", "word"), [(Status.CANCELLED, "Cancelled"), (Status.POSTPONED, "Postponed")])
def test_what_does_not_take_place_says_so_first(status, word):
    said = entry(status=status, reason="clinic closed")
    assert said.headline == f"{word}: Stretch"
    assert said.description.startswith(f"{word}: clinic closed\n\n")
    assert entry(status=status).description.startswith(f"This session is {word.lower()}.\n\n")


def test_a_moved_session_says_where_it_was():
    said = entry(start="2026-03-04 19:00", status=Status.MOVED, moved_from=when("2026-03-03 18:00"), reason="hall repairs")
    assert said.headline == "Stretch"
    assert said.description.startswith("Moved from Tuesday 3 March 2026, 18:00–18:45: hall repairs\n\n")


def test_practical_matters_stand_before_the_address():
    prices = (Price(name="Drop-in", amount=Decimal(0)), Price(name="Deeper", amount=Decimal("7.50"), currency="GBP", audience="members"))
    prices += (Price(name="Members", amount=Decimal(0), audience="members"),)
    said = entry_of(weekly(event(rule="FREQ=WEEKLY", prices=prices, signup=Signup(Provider.NETLIFY)), online="https://meet.example/x")[1], settings())
    assert said.description.split("\n\n")[-2].split("\n") == [
        "Session 2 of 3",
        "With: Ada",
        "Online: https://meet.example/x",
        "Price: Drop-in free; Deeper £7.50 (members); Members free",
        "Sign up on its page:",
    ]


def test_one_signs_up_for_the_session_that_one_reads_about():
    link, mail = Signup(Provider.LINK, "https://forms.example/?a=1"), Signup(Provider.MAIL, "hello@moves.example")
    assert "Sign up: https://forms.example/?a=1\n" in entry(event(signup=link)).description
    assert "Sign up: hello@moves.example\n" in entry(event(signup=mail)).description
    assert entry(event(signup=Signup(Provider.NETLIFY))).description.endswith("Sign up on its page:\n\nhttps://moves.example/events/stretch/")
    without_pages = entry_of(session(event(signup=Signup(Provider.NETLIFY))), settings(outputs=("calendars",)))
    assert "Sign up" not in without_pages.description


def test_nobody_is_sent_to_sign_up_for_what_is_full_cancelled_or_needs_none():
    signup = Signup(Provider.LINK, "https://forms.example/")
    full, off, later, none = (
        entry(event(signup=signup), full=True),
        entry(event(signup=signup), status=Status.CANCELLED),
        entry(event(signup=signup), status=Status.POSTPONED),
        entry(event(signup=Signup(Provider.NONE))),
    )
    assert not any("Sign up" in said.description for said in (full, off, later, none))
    assert "Fully booked" in full.description


def test_a_place_may_be_a_neighbourhood_an_address_on_the_web_or_unknown():
    assert entry(venue=None).location == "Old Harbour"
    assert entry(venue=None, online="https://meet.example/x").location == "https://meet.example/x"
    assert entry(venue=None, neighbourhood=None).location == ""
    assert entry(venue=venue(address="", postcode=""), neighbourhood=Neighbourhood("x", "X")).location == "Harbour Cowork"


def test_a_long_body_is_cut_between_words_but_the_address_stays():
    said = entry(event(body=prose("word " * 4000)))
    assert len(said.description) <= LONGEST_DESCRIPTION
    assert said.description.endswith("word…\n\nWith: Ada\n\nhttps://moves.example/events/stretch/")


def test_control_characters_and_odd_line_ends_do_not_reach_a_calendar():
    said = entry(title="A\x00B\x1b[31m\u2028C\x85D\rE", note="one\r\ntwo\x0bthree\x07")
    assert said.headline == "AB[31m C D E"
    assert "one\ntwo\nthree" in said.description


def test_what_nobody_sees_in_a_calendar_changes_no_entry():
    changed = event(hosts=(*event().hosts, person("bea", public=False)), capacity=12)
    assert entry(changed) == entry()


def test_entries_have_one_key_exactly_when_they_are_equal():
    said = entry()
    others = [replace(said, **{name: value}) for name, value in {"title": "Other", "body": prose("Other"), "sequence": 3, "full": True, "url": ""}.items()]
    assert len({one.key for one in (said, *others)}) == 1 + len(others)
    assert entry().key == said.key
    assert Fingerprints().of((said,)) != Fingerprints().of((others[0],))
    assert said.__fingerprint__() == said.key


def test_an_entry_speaks_the_language_of_the_site():
    prices = (Price(name="Offen", amount=Decimal(0)), Price(name="Lang", amount=Decimal("15.5"), currency="EUR", audience="members"))
    moved = session(
        event(prices=prices),
        status=Status.MOVED,
        reason="Heizung",
        moved_from=when("2026-01-05 18:00"),
        number=2,
        of=12,
        online="https://meet.example/",
        full=True,
    )
    said = entry_of(moved, settings(language="de"), shipped_strings("de")).description.split("\n")
    assert said[0] == "Verlegt, ursprünglich Montag, 5. Januar 2026, 18:00–18:45 Uhr: Heizung"
    facts = ["Termin 2 von 12", "Mit: Ada", "Online: https://meet.example/", "Preis: Offen kostenlos; Lang 15,50\xa0€ (Mitglieder)", "Ausgebucht"]
    assert said[4:9] == [fact.replace("\xa0", " ") for fact in facts]
    off = entry_of(session(status=Status.CANCELLED), settings(language="de"), shipped_strings("de"))
    assert off.headline == "Abgesagt: Stretch"
    assert off.description.startswith("Dieser Termin ist abgesagt.\n\n")
