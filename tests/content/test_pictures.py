"""Pictures that fields name. (Those in texts are tried with the links.)"""

import pytest

from mcsite.content.assets import Asset
from mcsite.content.pictures import COLUMN, PORTRAIT, blurred, picture_of
from mcsite.content.targets import Index
from mcsite.diagnostics import Misread, Span
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


def still(path, width=1000):
    return Index({}, {path: Asset(AssetFile(path, "0123456789abcdef", 1, ""), picture=True, width=width, height=2, still=True)})


def test_copies_lie_in_a_folder_named_after_the_picture_and_its_bytes():
    assert picture_of("Wärme.jpg", "A room", still("assets/Wärme.jpg")).copies == "assets/warme-0123456789ab/"
    assert picture_of("!.jpg", "A room", still("assets/!.jpg")).copies == "assets/picture-0123456789ab/"


@pytest.mark.parametrize(("width", "shown", "codes"), [(300, COLUMN, ["W402"]), (500, COLUMN, []), (300, PORTRAIT, []), (100, PORTRAIT, ["W402"])])
def test_a_photograph_that_would_be_blurred_is_noticed(width, shown, codes):
    picture = picture_of("a.jpg", "A room", still("assets/a.jpg", width))
    assert [note.code for note in blurred(picture, shown, Span("content/pages/a.md"))] == codes


def test_a_drawing_is_never_blurred():
    assert list(blurred(Picture("assets/a.svg", 30, 20, "A room"), COLUMN, Span("content/pages/a.md"))) == []
