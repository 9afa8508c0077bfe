"""Which page uses what."""

from factory import edition, event, person, session

from mcsite.model.library import LibraryEntry, LibraryFile, Page, Workshop
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose
from mcsite.model.uses import belongings_of, leaves_of, pictures_in, uses_of

CARD = LibraryFile(path="assets/card.pdf", digest="0", size=1, source="x")
SEA = LibraryFile(path="assets/sea.jpg", digest="1", size=1, source="x")


def entry(slug, *files, links=()):
    return LibraryEntry(slug=slug, title=slug.title(), files=files, body=linking(*links), origin=Origin(f"content/library/{slug}.md"))


def linking(*links):
    return Prose("words", tuple((link, link) for link in links))


def site(**parts):
    return edition(session(event(body=parts.pop("body", Prose()), image=parts.pop("image", None))), site=parts).site


def test_a_page_that_links_to_an_entry_uses_it():
    uses = uses_of(site(library=(entry("card", CARD),), body=linking("library/card/#files")))
    assert [(use.address, use.title) for use in uses["card"]] == [("events/stretch/", "Stretch")]


def test_so_does_one_that_shows_or_offers_one_of_its_files():
    about = Page(slug="about", title="About", body=linking("assets/card.pdf"), origin=Origin("p"))
    uses = uses_of(site(library=(entry("set", CARD, SEA),), image=Picture("assets/sea.jpg", 9, 9), pages=(about,)))
    assert [use.title for use in uses["set"]] == ["Stretch", "About"]


def test_an_entry_that_shows_its_own_file_or_links_to_another_is_no_use_of_it():
    assert uses_of(site(library=(entry("card", CARD, links=("library/set/", "assets/card.pdf")), entry("set", SEA)))) == {}


def test_a_person_without_a_page_uses_nothing():
    hidden = person(public=False, image=Picture("assets/sea.jpg", 9, 9))
    assert "people/ada/" not in {leaf.use.address for leaf in leaves_of(site(people=(hidden,)))}


def test_an_entry_goes_with_a_page_whichever_of_them_links_to_the_other():
    desk = Workshop(slug="desk", title="Desk", body=linking("library/set/"), origin=Origin("w"))
    belongings = belongings_of(site(library=(entry("card", CARD, links=("workshops/desk/",)), entry("set", SEA)), workshops=(desk,)))
    assert belongings["workshops/desk/"] == ("assets/sea.jpg", "assets/card.pdf")


def test_a_picture_of_a_set_brings_itself_and_not_the_set():
    belongings = belongings_of(site(library=(entry("set", CARD, SEA),), image=Picture("assets/sea.jpg", 9, 9)))
    assert belongings["events/stretch/"] == ("assets/sea.jpg",)


def test_a_picture_that_is_shown_twice_is_one_file():
    sea = Picture("assets/sea.jpg", 9, 9)
    assert pictures_in(sea, Prose("![Sea](sea.jpg)", (), (("sea.jpg", sea),))) == ("assets/sea.jpg",)
