from mcsite.diagnostics import Span
from mcsite.model.filling import DrawingTemplate, Filling, Slot, TextTemplate


def test_a_template_knows_all_that_it_says():
    text, drawing = TextTemplate(("Come to ", Slot("session.title"))), DrawingTemplate("square", (Slot("session.status"),))
    filling = Filling("session", text=text, drawings=(drawing,))
    assert [slot.name for slot in filling.slots] == ["session.title", "session.status"]
    assert filling.says("session.status")
    assert not filling.says("session.when")


def test_where_a_placeholder_stands_makes_no_difference():
    assert Slot("a.b", span=Span("x", 1)) == Slot("a.b", span=Span("y", 2))


def test_a_template_reads_as_its_author_wrote_it():
    assert TextTemplate((Slot("session.title"), ", ", Slot("venue.name", "online"), "\n")).source == '{{ session.title }}, {{ venue.name or "online" }}'
