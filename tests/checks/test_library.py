"""Whoever finds something in the library knows what may be done with it."""

from datetime import date

import pytest
from factory import edition

from mcsite.checks.library import ask
from mcsite.model.library import LibraryEntry, LibraryFile, Workshop
from mcsite.model.origin import Origin

FILE = LibraryFile(path="assets/card.pdf", digest="0", size=1, source="x")


def codes(now="2026-01-05 09:00", **changes):
    entry = LibraryEntry(**{"slug": "card", "title": "Card", "files": (FILE,), "licence": "CC0", "origin": Origin("content/library/card.md"), **changes})
    return [note.code for note in ask(edition(now=now, site={"library": (entry,)}))]


def test_files_without_a_licence_are_named_and_an_entry_without_files_needs_none():
    assert codes(licence="") == ["W403"]
    assert codes(licence="", files=()) == []


def test_an_entry_holds_until_the_end_of_its_day():
    assert codes(review_by=date(2026, 1, 5)) == []
    assert codes(review_by=date(2026, 1, 5), now="2026-01-06 00:00") == ["W404"]


@pytest.mark.parametrize(("licence", "found"), [("CC BY", ["W408"]), ("Creative Commons", ["W408"]), ("CC BY 4.0", []), ("Ask us first", [])])
def test_a_licence_of_creative_commons_needs_its_version_and_words_of_ones_own_are_fine(licence, found):
    assert codes(licence=licence) == found


@pytest.mark.parametrize(("licence", "found"), [("Ask us first", ["W408"]), ("CC BY-SA 4.0", []), ("", [])])
def test_a_workshop_that_others_shall_run_needs_one_that_they_can_look_up(licence, found):
    workshop = Workshop(slug="desk", title="Desk", licence=licence, origin=Origin("content/workshops/desk.md"))
    assert [note.code for note in ask(edition(site={"workshops": (workshop,)}))] == found
