from factory import person as somebody
from factory import settings, venue
from linked import faults

from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.model.settings import Organiser
from mcsite.render.linked_data.parties import brief_organiser, brief_person, organiser, partner, person, website

MAREN = Organiser(name="Maren Hale", email="m@h.example", phone="01632 1", url="https://h.example/")


def test_the_organiser_is_an_organisation_and_says_as_much_as_every_page():
    found = organiser(settings(organiser=MAREN))
    assert list(faults(found)) == []
    assert found == {
        "@type": "Organization",
        "@id": "https://moves.example/#organiser",
        "name": "Maren Hale",
        "url": "https://h.example/",
        "email": "m@h.example",
        "telephone": "01632 1",
    }


def test_events_name_the_organiser_without_the_telephone():
    assert set(brief_organiser(settings(organiser=MAREN))) == {"@type", "@id", "name", "url"}


def test_where_nobody_is_named_the_site_invites():
    assert organiser(settings())["name"] == "Moves"
    assert organiser(settings())["url"] == "https://moves.example/"


def test_the_site_is_published_by_its_organiser():
    found = website(settings(description="Small gatherings."))
    assert list(faults(found)) == []
    assert found["publisher"] == {"@id": organiser(settings())["@id"]}


def test_of_a_person_nothing_is_told_that_their_page_does_not_show():
    found = person(settings(), somebody(role="Therapist", email="ada@h.example", registration="0412", url="https://ada.example/"))
    assert list(faults(found)) == []
    assert (found["jobTitle"], found["sameAs"]) == ("Therapist", "https://ada.example/")
    assert "0412" not in str(found)
    assert brief_person(settings(), somebody())["url"] == "https://moves.example/people/ada/"


def test_a_partner_is_an_organisation_at_its_venue():
    found = partner(settings(), Partner(slug="gym", title="Harbour Gym", venue=venue(), url="https://gym.example/", origin=Origin("p")))
    assert list(faults(found)) == []
    assert (found["url"], found["location"]["name"]) == ("https://gym.example/", "Harbour Cowork")
    assert "location" not in partner(settings(), Partner(slug="gym", title="Gym", origin=Origin("p")))
