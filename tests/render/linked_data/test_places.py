from factory import settings, venue
from linked import faults

from mcsite.model.places import Neighbourhood
from mcsite.render.linked_data.places import brief_place, neighbourhood, place, virtual

HARBOUR = Neighbourhood("old-harbour", "Old Harbour")


def test_a_venue_is_a_place_with_its_address_and_where_it_is_on_the_globe():
    found = brief_place(settings(), venue())
    assert list(faults(found)) == []
    assert found["@type"] == "Place"
    assert found["url"] == "https://moves.example/venues/cowork/"
    assert found["address"] == {"@type": "PostalAddress", "streetAddress": "1 Quay", "addressLocality": "Old Harbour", "postalCode": "HB1 1AA"}
    assert found["geo"] == {"@type": "GeoCoordinates", "latitude": 51.5, "longitude": -0.13}


def test_its_own_page_says_how_one_gets_in_and_what_it_belongs_to():
    found = place(settings(), venue(access=(("Step-free", "yes"), ("Toilet", "on the ground floor")), capacity=12, url="https://cowork.example/"))
    assert list(faults(found)) == []
    assert [(fact["name"], fact["value"]) for fact in found["amenityFeature"]] == [("Step-free", "yes"), ("Toilet", "on the ground floor")]
    assert found["containedInPlace"]["name"] == "Old Harbour"
    assert (found["maximumAttendeeCapacity"], found["sameAs"]) == (12, "https://cowork.example/")


def test_of_a_venue_without_an_address_its_name_or_its_part_of_town_is_one():
    nowhere = venue(address="", postcode="", neighbourhood=None, geo=None)
    assert brief_place(settings(), nowhere)["address"] == {"@type": "PostalAddress", "streetAddress": "Harbour Cowork"}
    assert "geo" not in brief_place(settings(), nowhere)
    somewhere = venue(address="", postcode="")
    assert brief_place(settings(), somewhere)["address"] == {"@type": "PostalAddress", "addressLocality": "Old Harbour"}


def test_the_equator_is_a_place_too():
    assert brief_place(settings(), venue(geo=(0.0, 0.0)))["geo"] == {"@type": "GeoCoordinates", "latitude": 0.0, "longitude": 0.0}


def test_a_neighbourhood_contains_its_venues():
    found = neighbourhood(settings(), HARBOUR, (venue(), venue("hall", title="The Hall")))
    assert list(faults(found)) == []
    assert [each["name"] for each in found["containsPlace"]] == ["Harbour Cowork", "The Hall"]
    assert "containsPlace" not in neighbourhood(settings(), HARBOUR)


def test_a_meeting_on_the_web_is_where_its_address_is():
    assert virtual("https://meet.example/x") == {"@type": "VirtualLocation", "url": "https://meet.example/x"}
