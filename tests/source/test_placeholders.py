"""Names between two brackets are placeholders; whatever else people type is told, or is text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mcsite.model.filling import Slot
from mcsite.source.placeholders import has_placeholders, template

ANYTHING = st.text(st.sampled_from("{} \n\"'.|orsesion_whencafé“”") | st.characters(exclude_categories=("Cs",)), max_size=80)
LIKELY = st.lists(st.sampled_from(["{{", "}}", "{", "}", " ", "session.when", "session.", "or", '"x"', "\n", "event.title", "|", "{{ session.when }}"])).map(
    "".join
)


def told(text):
    return [(fault.code, fault.span.line, fault.span.column, fault.help) for fault in template(text, "x.md").faults]


def test_a_name_between_two_brackets_is_one():
    found = template("Come on {{ session.when }}, {{session.place}}!", "x.md")
    assert found.parts == ("Come on ", Slot("session.when"), ", ", Slot("session.place"), "!")
    assert not found.faults


@pytest.mark.parametrize(
    "written", ['{{ venue.name or "online" }}', "{{ venue.name or 'online' }}", "{{ venue.name or “online” }}", '{{Venue.Name  or  "online"}}']
)
def test_other_words_may_stand_for_want_of_a_value(written):
    assert template(written, "x.md").parts == (Slot("venue.name", "online"),)


def test_none_at_all_may_stand_there_too():
    assert template('{{ venue.name or "" }}', "x.md").parts == (Slot("venue.name", ""),)


def test_places_are_those_of_the_file():
    (slot,) = template("a\nbc {{ session.when }}", "x.md", first_line=7).slots
    assert (slot.span.path, slot.span.line, slot.span.column, slot.span.length) == ("x.md", 8, 4, 18)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("session.wen", "did you mean {{ session.when }}?"),
        ("session.venue", "did you mean {{ session.place }}?"),
        ("date", "did you mean {{ session.date }}?"),
        ("organizer.email", "did you mean {{ organiser.email }}?"),
        ("venue.xyz", "known here: venue.name, venue.address, venue.postcode, venue.directions, venue.link"),
        ("xyz", "'mcsite fields merge' lists all that there are"),
    ],
)
def test_an_unknown_name_is_told_with_the_one_that_was_meant(written, meant):
    assert told(f"a {{{{ {written} }}}}") == [("E771", 1, 3, meant)]


@pytest.mark.parametrize(
    "code", ["session.when | upper", "session.when()", "1 + 1", "", "session['when']", "session.when or venue.name", "% if x %", "session.when."]
)
def test_code_is_none(code):
    assert [fault[:3] for fault in told(f"{{{{ {code} }}}}")] == [("E770", 1, 1)]


def test_one_that_does_not_end_on_its_line_is_told():
    assert [fault[:3] for fault in told("a {{ session.when\n}}")] == [("E770", 1, 3)]


def test_single_brackets_around_a_name_are_told_and_others_are_text():
    assert told("{ Session.when }") == [("E770", 1, 1, "write {{ session.when }}")]
    assert told("{a.b} {x} {} { }} } p{color:red}") == []


@settings(derandomize=True, deadline=None)
@given(ANYTHING | LIKELY)
def test_whatever_is_typed_is_read_and_nothing_of_it_is_lost(text):
    found = template(text, "x.md")
    stays = "".join(part for part in found.parts if isinstance(part, str))
    assert len(stays) + sum(slot.span.length for slot in found.slots) == len(text)
    assert all(fault.code in {"E770", "E771"} for fault in found.faults)
    assert has_placeholders(text) or not found.slots
