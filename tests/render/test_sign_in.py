import pytest
from factory import event, person, session, settings, venue
from printed import default_prints, heard, structure, text

from mcsite.model.event import Status
from mcsite.render.desk import printed
from mcsite.render.fonts import Fonts
from mcsite.render.sign_in import MOST_ROWS, ROWS, is_met, sign_in_of
from mcsite.render.strings import ENGLISH


def sheet_of(**changes):
    return sign_in_of(session(event(hosts=(person(email="ada@moves.example"),)), **changes), settings(), ENGLISH)


def made(**changes):
    return printed(sheet_of(**changes), "", default_prints(), Fonts())


def rows(data):
    """The lines for names: those of the table without its head."""
    return structure(data).tags().count("TR") - structure(data).tags().count("THead")


@pytest.mark.parametrize(("capacity", "lines", "more"), [(7, 7, False), (None, ROWS, True), (5000, MOST_ROWS, True)])
def test_it_has_a_line_for_each_place(capacity, lines, more):
    data = made(capacity=capacity)
    assert rows(data) == lines
    assert ("on the back" in text(data)) is more


@pytest.mark.parametrize(("capacity", "count"), [(1, 1), (24, 1), (60, 3)])
def test_it_takes_as_many_pages_as_can_be_written_on(capacity, count):
    data = made(capacity=capacity)
    assert structure(data).pages == count
    assert text(data).count("Name\n") == count


def test_it_asks_for_names_and_nothing_else():
    said = heard(made(capacity=3))
    assert "A first name is enough. Please write nothing about your health here." in said
    assert not any(word in said.casefold() for word in ("mail", "phone", "address", "birth", "@"))


def test_it_says_by_when_it_is_shredded():
    assert "Shred this sheet by Tuesday 13 January 2026." in heard(made(capacity=3))


def test_it_says_so_on_each_of_its_pages():
    assert " ".join(text(made(capacity=60)).split()).count("Shred this sheet by Tuesday 13 January 2026.") == 4


def test_what_it_is_for_stands_above():
    assert "Tuesday 6 January 2026 · 18:00–18:45 · Harbour Cowork · 3 of 12" in heard(made(capacity=3, number=3, of=12))


def test_nobody_signs_in_where_nobody_meets():
    assert is_met(session())
    assert is_met(session(online="https://meet.example/x"))
    assert is_met(session(venue=None))
    assert not is_met(session(venue=None, online="https://meet.example/x"))
    assert not is_met(session(status=Status.CANCELLED))


def test_a_site_in_america_prints_it_on_letter():
    sheet = sign_in_of(session(venue=venue()), settings(language="en-US"), ENGLISH).sheet()
    assert (sheet.data["paper"], sheet.data["words"]["shred"]) == ("us-letter", "Shred this sheet by Tuesday, January 13, 2026.")
