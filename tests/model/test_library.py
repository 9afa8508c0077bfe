from dataclasses import replace

from mcsite.model.library import AssetFile


def test_a_file_is_what_it_holds_and_not_where_it_lies_on_a_machine():
    here = AssetFile("assets/chair.svg", "0a1b", 120, "here/assets/chair.svg")
    assert replace(here, source="there/assets/chair.svg") == here
    assert replace(here, digest="ffff") != here
    assert "here/" not in repr(here)
