"""What a colleague needs to run a workshop, in one file."""

from zipfile import ZipFile

import pytest
from papers import pdf

DESK = "title: Desk reset\nlicence: CC BY-SA 4.0\noutline: [5 min - Arrive]\ntakeaway: Stand up when the phone rings."


@pytest.fixture
def desk(site):
    site.settings("outputs: [pages, prints]")
    site.write("assets/card.pdf", pdf()).write("assets/secret.txt", "Mine.\n")
    site.write("library/card.md", "---\ntitle: Card\nfiles: [card.pdf]\nlicence: CC0 1.0\ncredit: Ada Moss\n---\nFor [desks](workshop:desk).\n")
    site.write("library/notes.md", "---\ntitle: Notes\nfiles: [secret.txt]\nlicence: Ask us first\n---\nFor [desks](workshop:desk).\n")
    return site.write("workshops/desk.md", DESK)


def unpacked(site):
    with ZipFile(site.output / "public/workshops/desk/kit.zip") as archive:
        return {name.removeprefix("desk/"): archive.read(name) for name in archive.namelist()}


def test_it_holds_outline_handout_and_what_may_be_passed_on(desk):
    desk.build()
    assert set(unpacked(desk)) == {"README.txt", "outline.txt", "handout-a4.pdf", "handout-letter.pdf", "handout-large.pdf", "materials/card.pdf"}


def test_its_readme_names_the_terms_and_what_stayed_behind(desk):
    desk.build()
    readme = unpacked(desk)["README.txt"].decode()
    assert "Licence: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/" in readme
    assert "- materials/card.pdf: CC0 1.0, Ada Moss, https://creativecommons.org/publicdomain/zero/1.0/" in readme
    assert "- materials/secret.txt: “Ask us first” does not say that it may be passed on" in readme


def test_a_workshop_that_names_no_licence_has_none(desk):
    desk.write("workshops/desk.md", "title: Desk reset").build()
    assert not (desk.output / "public/workshops/desk/kit.zip").exists()
    assert "kit.zip" not in desk.read("workshops/desk/index.html")


def test_its_page_offers_it_under_its_licence(desk):
    desk.build()
    page = desk.read("workshops/desk/index.html")
    assert 'href="/workshops/desk/kit.zip"' in page
    assert '<a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license">CC BY-SA 4.0</a>' in page


def test_a_licence_that_is_taken_back_takes_its_file_out(desk):
    desk.build()
    desk.write("library/card.md", "---\ntitle: Card\nfiles: [card.pdf]\nlicence: Ask us first\n---\nFor [desks](workshop:desk).\n").build()
    assert "materials/card.pdf" not in unpacked(desk)
