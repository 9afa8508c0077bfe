import factory
import pytest

from mcsite.importing.places import Places, Where
from mcsite.importing.remarks import Remarks
from mcsite.importing.writing import document


def places(*venues) -> Places:
    return Places(venues, [venue.slug for venue in venues], Remarks())


def test_a_place_becomes_a_venue_with_its_address():
    known = places()
    assert known.where("Hall, 1 High Street, Town", (51.5, -0.12)) == Where("hall")
    assert document(known.new["hall"].fields, "") == "---\ntitle: Hall\naddress: 1 High Street, Town\ngeo: [51.5, -0.12]\n---\n"


def test_the_same_place_is_one_venue():
    known = places()
    assert known.where("Hall, 1 High Street", None) == known.where("HALL,  1 high street", None)
    assert list(known.new) == ["hall"]


def test_places_of_one_name_at_two_addresses_are_two():
    known = places()
    assert [known.where(text, None).venue for text in ("Hall, 1 High Street", "Hall, 2 Low Street")] == ["hall", "hall-2"]


@pytest.mark.parametrize(
    "location", ["Town Hall", "town hall, 1 High Street", "Town Hall, 1 High Street, Anytown AB1 2CD, UK", "Town Hall, 1 High Street, AB1 2CD"]
)
def test_a_venue_of_the_site_is_known_again(location):
    known = places(factory.venue("hall", title="Town Hall", address="1 High Street", postcode="AB1 2CD"))
    assert (known.where(location, None), known.new) == (Where("hall"), {})


@pytest.mark.parametrize(("location", "where"), [
    ("https://meet.example/x", Where(online="https://meet.example/x")), ("TBA", Where()), ("", Where()), ("Zoom", Where()), ("Online event", Where()),
])  # fmt: skip
def test_not_every_location_is_a_venue(location, where):
    known = places()
    assert (known.where(location, None), known.new) == (where, {})


def test_a_venue_has_a_name_that_windows_can_store():
    assert places().where("CON, 1 High Street", None) == Where("con-2")
