import factory


def test_a_location_is_one_line_of_what_is_known():
    assert factory.venue().location == "Harbour Cowork, 1 Quay, HB1 1AA"
    assert factory.venue(address="", postcode="").location == "Harbour Cowork"
