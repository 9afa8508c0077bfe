"""What goes into a zip, and what stays behind."""

import pytest
from factory import edition, event, session

from mcsite.model.library import LibraryEntry, LibraryFile, Workshop
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose
from mcsite.render.packs import may_go_along, outline_of, pack_of_event, pack_of_workshop
from mcsite.render.strings import ENGLISH

SEA = Picture("assets/sea.jpg", 9, 9, "The sea")


def file(path):
    return LibraryFile(path=f"assets/{path}", digest=path, size=1, source="x")


def entry(slug, licence, *paths, credit=""):
    files = tuple(file(path) for path in paths)
    to_desk = Prose("words", (("workshop:desk", "workshops/desk/"),))
    return LibraryEntry(slug=slug, title=slug, files=files, licence=licence, credit=credit, body=to_desk, origin=Origin(slug))


def desk(**changes):
    return Workshop(**{"slug": "desk", "title": "Desk", "licence": "CC BY-SA 4.0", "origin": Origin("w"), **changes})


def whole(workshop, *library):
    return edition(session(event(workshop=workshop)), site={"workshops": (workshop,), "library": library})


def test_colleagues_are_given_what_may_be_passed_on_and_told_its_terms():
    workshop = desk(image=SEA)
    pack = pack_of_workshop(whole(workshop, entry("sea", "CC BY 4.0", "sea.jpg", credit="Ada Moss"), entry("card", "CC0", "card.pdf")), workshop, ENGLISH)
    assert pack.files == (("assets/sea.jpg", "pictures/sea.jpg"), ("assets/card.pdf", "materials/card.pdf"))
    assert pack.terms[0] == "pictures/sea.jpg: CC BY 4.0, Ada Moss, https://creativecommons.org/licenses/by/4.0/"
    assert pack.left_out == ()


@pytest.mark.parametrize(
    ("library", "why"),
    [
        ((), "no licence is named"),
        ((entry("sea", "", "sea.jpg"),), "no licence is named"),
        ((entry("sea", "Ask us first", "sea.jpg"),), "“Ask us first” does not say that it may be passed on"),
    ],
)
def test_what_has_no_such_licence_is_left_out_and_the_reason_said(library, why):
    workshop = desk(image=SEA)
    pack = pack_of_workshop(whole(workshop, *library), workshop, ENGLISH)
    assert (pack.files, pack.left_out) == ((), (f"pictures/sea.jpg: {why}",))


def test_a_handout_with_such_a_picture_stays_behind_too():
    workshop = desk(takeaway=Prose("![The sea](sea.jpg)", (), (("sea.jpg", SEA),)))
    assert not may_go_along(whole(workshop), workshop)
    assert pack_of_workshop(whole(workshop), workshop, ENGLISH).left_out[-1].startswith("the handout")
    assert may_go_along(whole(workshop, entry("sea", "CC0", "sea.jpg")), workshop)


def test_an_event_takes_all_and_says_what_nobody_may_pass_on_unasked():
    workshop = desk(image=SEA)
    pack = pack_of_event(whole(workshop, entry("card", "CC0", "card.pdf")), "events/stretch/", workshop, ENGLISH)
    assert [name for _, name in pack.files] == ["pictures/sea.jpg", "materials/card.pdf"]
    assert pack.terms[0] == "pictures/sea.jpg: no licence is named: ask before you pass it on"


def test_two_files_of_one_name_keep_their_folders():
    workshop = desk()
    pack = pack_of_workshop(whole(workshop, entry("cards", "CC0", "a/card.pdf", "b/Card.pdf", "b/sea.jpg")), workshop, ENGLISH)
    assert [name for _, name in pack.files] == ["materials/a-card.pdf", "materials/b-Card.pdf", "pictures/sea.jpg"]


def test_of_two_entries_that_have_a_file_the_one_that_frees_it_counts():
    workshop = desk()
    library = entry("a", "Ask us first", "card.pdf"), entry("b", "CC BY 4.0", "card.pdf"), entry("c", "", "card.pdf")
    assert pack_of_workshop(whole(workshop, *library), workshop, ENGLISH).terms[0].startswith("materials/card.pdf: CC BY 4.0")


def test_the_outline_is_plain_text_with_all_that_is_needed_to_run_it():
    workshop = desk(
        minutes=50, version="3", summary="Set up your desk.", outcomes=("Set a chair",), outline=(("5", "Arrive"), ("", "Ask")), materials=("Tape",),
        stop_if=("it hurts",), takeaway=Prose("Stand **up**."), body=Prose("For an ordinary desk."),
    )  # fmt: skip
    assert outline_of(workshop, "https://moves.example/", ENGLISH).split("\n\n") == [
        "Desk\n50 minutes · Version 3", "Set up your desk.", "What you leave with", "- Set a chair", "What is needed", "- Tape", "How it goes",
        "- 5 min: Arrive\n- Ask", "Stop if", "- it hurts", "For an ordinary desk.", "To take away", "Stand up.\n",
    ]  # fmt: skip
