import pytest
from refused import refusal

from mcsite.source.zones import MOST, is_zone, zone_name, zone_of_place, zones_like


def test_an_exact_name_is_a_zone():
    assert [zone_name(name) for name in ("Europe/London", "America/Argentina/Ushuaia", "UTC")] == ["Europe/London", "America/Argentina/Ushuaia", "UTC"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("europe/london", "Europe/London"),
        ("London", "Europe/London"),
        ("New York", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("Europe/Londn", "Europe/London"),
    ],
)
def test_another_name_is_refused_with_the_nearest(text, meant):
    refused = refusal(zone_name, text)
    assert refused.code == "E310"
    assert refused.help == f"did you mean '{meant}'?"


def test_abbreviations_are_explained_even_where_the_zone_data_knows_them():
    assert "Europe/London" in refusal(zone_name, "GMT").help
    assert "Europe/London" in refusal(zone_name, "bst").help
    assert "America/New_York" in refusal(zone_name, "EST").help


@pytest.mark.parametrize("text", ["+01:00", "UTC+1", "GMT-5", "Z"])
def test_differences_from_utc_are_no_zones(text):
    assert "does not say when clocks change" in refusal(zone_name, text).message


def test_a_name_that_is_like_none_gets_an_example():
    assert refusal(zone_name, "Mars").help == "write continent and city, for example Europe/London"


def test_a_word_that_names_a_zone_is_recognised():
    assert is_zone("BST")
    assert is_zone("Europe/London")
    assert not is_zone("sharp")


def test_a_city_has_its_zone_and_what_is_no_place_has_none():
    assert [zone_of_place(text) for text in ("london", "New York", "Europe/berlin", "Leeds", "UTC", "Etc/UTC")] == [
        "Europe/London", "America/New_York", "Europe/Berlin", None, None, None,
    ]  # fmt: skip


def test_zones_that_look_alike_are_listed_with_the_likeliest_first():
    found = zones_like("Bucarest")
    assert found[0] == "Europe/Bucharest"
    assert 1 < len(found) <= MOST
    assert zones_like("qqqq") == []
