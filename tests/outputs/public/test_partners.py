from drawn import Drawn
from factory import edition, event, session, venue

from mcsite.model.origin import Origin
from mcsite.model.people import Partner

GYM = Partner(slug="gym", title="Anchor Gym", venue=venue(), url="https://gym.example/", code="SECRET-7", contact="Bo, 555", origin=Origin("p"))


def test_a_partner_is_shown_with_place_and_coming_sessions():
    drawn = Drawn(edition(session(event(partner=GYM)), site={"partners": (GYM,)}))
    assert "Harbour Cowork" in drawn.text("partners/gym/index.html")
    assert drawn.starts("partners/gym/index.html") == [("stretch@moves.example", "2026-01-06T18:00:00+00:00")]


def test_what_is_between_partner_and_organiser_is_on_no_page():
    drawn = Drawn(edition(session(event(partner=GYM)), site={"partners": (GYM,)}))
    assert not [path for path in drawn.paths if "SECRET-7" in drawn.html(path) or "555" in drawn.text(path)]


def test_a_page_of_a_partner_is_not_even_given_it():
    given = Drawn(edition(site={"partners": (GYM,)})).inputs("partners/gym/index.html")["partner"]
    assert (given.code, given.contact) == ("", "")
