from pathlib import Path

from factory import edition, session

from mcsite.model.library import AssetFile
from mcsite.render.fonts import fonts_of


def _file(path, source="somewhere/else.ttf"):
    return AssetFile(path, "digest", 1, source)


def test_the_declared_fonts_are_there_for_every_site():
    folders = fonts_of(edition(session()).site).folders
    assert [len(list(Path(folder).glob("*.ttf"))) for folder in folders] == [2, 7, 1, 1]


def test_a_site_s_own_are_those_in_assets_fonts_that_can_be_printed():
    files = (_file("assets/fonts/Khmer.TTF", "a/Khmer.TTF"), _file("assets/fonts/web.woff2"), _file("assets/pictures/odd.ttf"))
    fonts = fonts_of(edition(session(), site={"assets": files}).site)
    assert [file.path for file in fonts.own] == ["assets/fonts/Khmer.TTF"]
    assert fonts.folders[-1] == "a"


def test_fonts_are_the_same_wherever_a_site_lies():
    assert fonts_of(edition(session(), site={"assets": (_file("assets/fonts/a.ttf", "here/a.ttf"),)}).site) == fonts_of(
        edition(session(), site={"assets": (_file("assets/fonts/a.ttf", "there/a.ttf"),)}).site
    )
