from datetime import date

from drawn import Drawn
from factory import edition, event, prose, session

from mcsite.model.library import Workshop
from mcsite.model.origin import Origin

DESK = Workshop(
    slug="desk", title="Desk posture",
    minutes=50, version="3", reviewed=date(2026, 1, 1), outcomes=("Two stretches",), outline=(("5 min", "Arrive"), ("", "Talk")),
    materials=("A mat",), stop_if=("It hurts",), takeaway=prose("Rest."), body=prose("Why."), origin=Origin("w"),
)  # fmt: skip


def test_a_format_is_shown_whole():
    text = Drawn(edition(site={"workshops": (DESK,)})).text("workshops/desk/index.html")
    for said in ("50 minutes", "Two stretches", "5 min Arrive", "Talk", "A mat", "It hurts", "Rest.", "Why.", "Version 3, reviewed 1 January 2026"):
        assert said in text


def test_it_names_the_sessions_that_use_it():
    drawn = Drawn(edition(session(event(workshop=DESK)), session(event("other")), site={"workshops": (DESK,)}))
    assert [uid for uid, _ in drawn.starts("workshops/desk/index.html")] == ["stretch@moves.example"]


def test_a_new_body_of_the_format_leaves_the_index_alone():
    before, after = (Drawn(edition(site={"workshops": (Workshop(slug="a", title="A", body=prose(text), origin=Origin("w")),)})) for text in ("old", "new"))
    assert before.inputs("workshops/index.html") == after.inputs("workshops/index.html")
