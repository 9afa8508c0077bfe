"""Text in a drawing is broken and made smaller until it fits the room that there is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mcsite.render.text_room import Room, broken, ems

EDGES = (0.0, 1000.0)


def room(**attributes):
    return Room.of({name.replace("_", "-"): value for name, value in attributes.items()}, EDGES)


def test_a_short_text_is_left_as_it_is():
    assert room(x="100", font_size="50").set("Swap") == (("Swap",), 1.0)


def test_one_that_is_too_wide_is_made_smaller_on_its_one_line():
    lines, scale = room(x="100", font_size="100").set("Tuesday Stretch Circle")
    assert lines == ("Tuesday Stretch Circle",)
    assert 0.6 < scale < 1
    assert ems(lines[0]) * 100 * scale <= 800


def test_where_there_are_more_lines_it_is_broken_first_and_evenly():
    lines, scale = room(x="0", font_size="100", data_width="1000", data_lines="3").set("A Morning for Hands that Make Things")
    assert (lines, scale) == (("A Morning for", "Hands that", "Make Things"), 1.0)


def test_smaller_lines_may_be_more_in_the_same_height():
    lines, scale = room(x="0", font_size="100", data_width="800", data_lines="2").set("An Evening of Slow and Careful Movements for Everybody who Sits")
    assert len(lines) > 2
    assert len(lines) * scale <= 2


def test_a_text_far_too_long_is_as_small_as_it_must_be():
    _, scale = room(x="0", font_size="100", data_width="100").set("Donaudampfschifffahrtsgesellschaft")
    assert 0 < scale < 0.25


@pytest.mark.parametrize(
    ("attributes", "width"),
    [
        ({"x": "100"}, 800),
        ({"x": "700"}, 260),
        ({"x": "0"}, 960),
        ({"x": "900", "text_anchor": "end"}, 800),
        ({"x": "900", "direction": "rtl"}, 800),
        ({"x": "100", "text_anchor": "end", "direction": "rtl"}, 800),
        ({"x": "500", "text_anchor": "middle"}, 920),
        ({"x": "100", "data_width": "321"}, 321),
    ],
)
def test_it_may_go_as_near_to_the_other_edge_as_it_begins_from_its_own(attributes, width):
    assert room(font_size="20px", **attributes).width == pytest.approx(width)


@pytest.mark.parametrize("attributes", [{"x": "100"}, {"font_size": "2em"}, {"x": "10%", "font_size": "20"}, {"x": "1200", "font_size": "20"}])
def test_where_nobody_knows_the_room_nothing_is_done(attributes):
    assert room(**attributes) is None


def test_scripts_without_blanks_are_broken_between_signs():
    assert broken("星期二伸展圈子", 4.5) == ("星期二伸", "展圈子")


def test_marks_above_letters_take_no_room():
    assert ems("e\u0301") == ems("e")


@settings(derandomize=True, deadline=None)
@given(st.text(min_size=1, max_size=80).map(lambda text: " ".join(text.split())).filter(bool), st.integers(1, 4))
def test_nothing_of_a_text_is_lost(words, most):
    lines, scale = Room(0, 300, 40, most).set(words)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert 0 < scale <= 1
