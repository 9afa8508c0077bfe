from drawn import Drawn
from factory import edition, event, person, session

from mcsite.model.library import LibraryEntry, LibraryFile
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose

PAGE = Picture("assets/desk-0/480.webp", 480, 680, "", "assets/desk-0/")
PDF = LibraryFile(path="assets/cards/desk.pdf", digest="0", size=24000, source="x", form="PDF", preview=PAGE)
TEXT = LibraryFile(path="assets/cards/desk.txt", digest="1", size=600, source="x", form="TXT", excerpt="Stand up\nwhen it rings")
SEA = Picture("assets/sea.svg", 400, 300)
DRAWING = LibraryFile(path="assets/sea.svg", digest="2", size=900, source="x", form="SVG", preview=SEA)


def card(slug="card", **changes):
    known = {"title": "Desk card", "kind": "handout", "files": (PDF, TEXT), "licence": "CC BY 4.0", "language": "pt", "tags": ("desk",), "owner": person()}
    return LibraryEntry(**{"slug": slug, **known, "origin": Origin("l"), **changes})


def library(*entries, body=None):
    return Drawn(edition(session(event(body=body or Prose())), site={"library": entries}))


def test_an_entry_gives_its_files_with_format_size_and_licence():
    drawn = library(card())
    for said in ("desk.pdf PDF · 24 kB", "desk.txt TXT · 0.6 kB", "Licence CC BY 4.0", "Language Portuguese", "Kept by Ada"):
        assert said in drawn.text("library/card/index.html")
    links = drawn.links("library/card/index.html")
    assert {"/assets/cards/desk.pdf", "https://creativecommons.org/licenses/by/4.0/", "/library/kinds/handout/", "/library/topics/desk/"} <= set(links)


def test_one_sees_what_one_would_download():
    drawn = library(card(files=(PDF, TEXT, DRAWING)))
    page = drawn.html("library/card/index.html")
    assert 'alt="Preview of desk.pdf"' in page
    assert '<pre dir="auto">Stand up\nwhen it rings</pre>' in page
    assert "SVG · 0.9 kB · 400 × 300 pixels" in drawn.text("library/card/index.html")


def test_its_own_picture_comes_before_that_of_a_file():
    page = library(card(image=Picture("assets/wall.svg", 640, 400, "A card on a wall"))).html("library/card/index.html")
    assert 'alt="A card on a wall"' in page
    assert "Preview of" not in page


def test_words_of_ones_own_are_no_link():
    drawn = library(card(licence="Ask us <first>"))
    assert "Licence Ask us <first>" in drawn.text("library/card/index.html")


def test_an_owner_who_is_not_public_is_not_named():
    assert "Ada" not in library(card(owner=person(public=False))).text("library/card/index.html")


def test_an_entry_says_where_it_is_used():
    drawn = library(card(), body=Prose("x", (("library:card", "library/card/"),)))
    assert "Used in Stretch" in drawn.text("library/card/index.html")
    assert "/events/stretch/" in drawn.links("library/card/index.html")
    assert "Used in" not in library(card()).text("library/card/index.html")


def test_the_index_lists_all_with_what_they_are():
    assert "Desk card handout · PDF, TXT · CC BY 4.0" in library(card()).text("library/index.html")


def test_each_kind_and_each_topic_has_a_page_and_a_count():
    drawn = library(card(), card("flyer", title="Flyer", kind="Flyer", tags=("desk", "print")), card("plain", title="Plain", kind="", tags=()))
    said = drawn.text("library/index.html")
    assert "Everything 3" in said
    assert "By kind Flyer 1 handout 1 By topic desk 2 print 1" in said
    assert {
        "library/kinds/flyer/index.html",
        "library/kinds/handout/index.html",
        "library/topics/desk/index.html",
        "library/topics/print/index.html",
    } <= drawn.paths
    topic = drawn.text("library/topics/desk/index.html")
    assert "Desk card" in topic
    assert "Flyer" in topic
    assert "Plain" not in topic


def test_two_spellings_of_a_kind_are_one():
    drawn = library(card(kind="Work sheet"), card("other", kind="work-sheet"))
    assert "Work sheet 2" in drawn.text("library/kinds/work-sheet/index.html")
    assert 'aria-current="page"' in drawn.html("library/kinds/work-sheet/index.html")


def test_where_there_is_nothing_to_choose_nothing_is_offered():
    assert "Everything" not in library(card(tags=())).text("library/index.html")
    assert "There is nothing here yet." in library().text("library/index.html")


def test_an_entry_called_like_a_list_of_entries_is_in_nobodys_way():
    assert {"library/kinds/index.html", "library/kinds/handout/index.html"} <= library(card("kinds")).paths
