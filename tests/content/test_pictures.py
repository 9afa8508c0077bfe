"""Pictures that fields name. (Those in texts are tried with the links.)"""

import pytest

from mcsite.content.assets import Asset
from mcsite.content.pictures import picture_of
from mcsite.content.targets import Index
from mcsite.diagnostics import Misread
from mcsite.model.library import AssetFile
from mcsite.model.prose import Picture

INDEX = Index({}, {"assets/rooms/warm.jpg": Asset(AssetFile("assets/rooms/warm.jpg", "d", 1, ""), picture=True, width=3, height=2)})


@pytest.mark.parametrize("name", ["rooms/warm.jpg", "assets/rooms/warm.jpg", "/assets/rooms/warm.jpg", "./rooms/warm.jpg", "rooms\\warm.jpg"])
def test_a_picture_may_be_named_in_several_ways(name):
    assert picture_of(name, "A room", INDEX) == Picture("assets/rooms/warm.jpg", 3, 2, "A room")


def test_a_picture_in_another_folder_is_proposed():
    with pytest.raises(Misread) as refused:
        picture_of("warm.jpg", "A room", INDEX)
    assert (refused.value.code, refused.value.help) == ("E400", "did you mean rooms/warm.jpg?")


def test_capitals_count_because_they_count_on_the_web():
    with pytest.raises(Misread) as refused:
        picture_of("rooms/Warm.JPG", "A room", INDEX)
    assert refused.value.help == "did you mean rooms/warm.jpg?"


def test_what_a_picture_shows_must_be_said():
    with pytest.raises(Misread) as refused:
        picture_of("rooms/warm.jpg", "", INDEX)
    assert refused.value.code == "E402"
    assert "image_alt" in refused.value.help
