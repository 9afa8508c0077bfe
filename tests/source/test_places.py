import pytest
from refused import refusal

from mcsite.source.places import coordinates


@pytest.mark.parametrize(
    "raw", [["51.5", "-0.1"], "51.5, -0.1", "51.5 -0.1", "51.5;-0.1", {"lat": "51.5", "lon": "-0.1"}, {"latitude": "51.5", "Longitude": "-0.1"}]
)
def test_a_place_is_understood_however_it_is_written(raw):
    assert coordinates(raw) == (51.5, -0.1)


@pytest.mark.parametrize(
    "raw", ["51.5", ["51.5"], ["1", "2", "3"], "north, south", [None, None], {"lat": "1"}, [["1"], "2"], "", ["nan", "1"], ["1e1", "1"], None]
)
def test_what_is_no_place_is_refused(raw):
    assert refusal(coordinates, raw).code == "E714"


def test_swapped_numbers_are_noticed_where_they_must_be():
    assert refusal(coordinates, ["139.7", "35.6"]).help == "did you mean [35.6, 139.7]?"
    assert refusal(coordinates, ["91", "181"]).help == "latitude goes to 90, longitude to 180 degrees"
