from dataclasses import replace

from factory import edition, event, prose, session, settings

from mcsite.model.library import Page
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose
from mcsite.model.settings import NavigationItem
from mcsite.render.frame import frame_of, is_shared
from mcsite.render.strings import ENGLISH


def test_a_site_without_a_menu_gets_one_from_what_it_has():
    about = Page(slug="about", title="About us", origin=Origin("p"))
    assert [item.target for item in frame_of(edition(session()), ENGLISH).menu] == ["events/", "calendar/"]
    assert [item.title for item in frame_of(edition(site={"pages": (about,)}), ENGLISH).menu] == ["What’s on", "Calendar", "About us"]


def test_a_menu_of_its_own_is_taken_as_it_is():
    menu = (NavigationItem("Elsewhere", "https://x.example/"),)
    assert frame_of(edition(site={"settings": settings(navigation=menu)}), ENGLISH).menu == menu


def test_only_collections_that_hold_something_are_named():
    assert [item.target for item in frame_of(edition(session()), ENGLISH).collections] == ["venues/", "people/", "tags/", "kinds/"]
    assert frame_of(edition(), ENGLISH).collections == ()


def test_people_who_are_not_public_are_nothing_to_name():
    made = edition(session())
    hidden = replace(made, site=replace(made.site, people=tuple(replace(person, public=False) for person in made.site.people)))
    assert "people/" not in [item.target for item in frame_of(hidden, ENGLISH).collections]


def test_the_words_of_the_home_page_and_the_texts_of_events_are_not_in_it():
    one = frame_of(edition(session(event(body=prose("a"))), site={"settings": settings(welcome=prose("a"))}), ENGLISH)
    two = frame_of(edition(session(event(body=prose("b"))), site={"settings": settings(welcome=prose("b"))}), ENGLISH)
    assert one == two


def test_the_site_is_shown_by_its_card():
    assert frame_of(edition(), ENGLISH).picture == Picture("card.png", 1200, 630, "Moves.")


def test_without_cards_the_site_is_shown_by_the_first_photograph_of_its_home_page_or_by_its_logo():
    def site(**changes):
        return frame_of(edition(site={"settings": settings(outputs=("pages",), **changes)}), ENGLISH).picture

    drawing, photograph = Picture("assets/a.svg", 10, 10), Picture("assets/b.jpg", 1200, 800, "Boats")
    welcome = Prose("![](a.svg) ![Boats](b.jpg)", pictures=(("a.svg", drawing), ("b.jpg", photograph)))
    assert site(welcome=welcome, logo=Picture("assets/logo.png", 400, 400)) == photograph
    assert site(welcome=prose("No pictures."), logo=photograph) == photograph
    assert site(welcome=prose("No pictures."), logo=drawing) is None
    assert not is_shared(drawing)
