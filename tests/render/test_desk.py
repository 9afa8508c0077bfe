from dataclasses import replace

from factory import edition, session, settings, weekly
from printed import default_prints

from mcsite.model.event import Status
from mcsite.render.desk import Stationery, near, number_of, occasion_of, printable, printed, unprintables
from mcsite.render.fonts import Fonts
from mcsite.render.sign_in import SignIn, sign_in_of
from mcsite.render.strings import ENGLISH


def sheet(title):
    return sign_in_of(session(title=title, capacity=3), settings(), ENGLISH)


def test_sessions_are_near_by_the_day():
    first, second, third = weekly()
    found = edition(first, second, third, now="2026-01-06 12:00")
    assert list(near(found, second.when.first_day - first.when.first_day)) == [first, second]


def test_an_occasion_is_a_session_in_words():
    found = occasion_of(session(number=3, of=12), settings(), ENGLISH)
    assert found.values["facts"] == "Tuesday 6 January 2026 · 18:00–18:45 · Harbour Cowork · 3 of 12"
    assert occasion_of(session(venue=None, online="https://meet.example/x"), settings(), ENGLISH).place == "Online"
    assert number_of(session(status=Status.CANCELLED), ENGLISH) == ""


def test_sheets_are_on_the_paper_of_the_country():
    assert Stationery("Moves", "en-US").values["paper"] == "us-letter"
    assert Stationery("Moves", "de").values["paper"] == "a4"


def test_a_smile_is_left_out_and_what_is_not_a_sign_is_not_printed():
    things = {"a.pdf": sheet("Stretch \N{GRINNING FACE}"), "b.pdf": sheet("語"), "c.pdf": sheet("Stretch")}
    ready = dict(printable(things, default_prints(), Fonts()))
    assert {path: inputs["left_out"] for path, inputs in ready.items()} == {"a.pdf": "\N{GRINNING FACE}", "c.pdf": ""}
    assert printed(**ready["a.pdf"]).startswith(b"%PDF")


def test_what_no_font_has_is_told_once():
    things: dict[str, SignIn] = {"a.pdf": sheet("語"), "b.pdf": sheet("語"), "c.pdf": sheet("Stretch")}
    (note,) = unprintables(things, default_prints(), Fonts())
    assert (note.code, note.span.path) == ("W661", "content/events/stretch.md")
    assert note.message == "the sign-in sheet of '語' is not made as PDF: no font here has 語"


def test_without_the_typesetter_there_is_nothing_to_print_and_nothing_to_say(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    assert not list(printable({"a.pdf": sheet("語")}, default_prints(), Fonts()))
    assert not list(unprintables({"a.pdf": sheet("語")}, default_prints(), Fonts()))


def test_an_occasion_s_file_is_its_event_s():
    assert replace(sheet("Stretch")).origin.path == "content/events/stretch.md"
