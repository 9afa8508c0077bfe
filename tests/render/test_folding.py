"""Folding is quicker than icalendar's, and the same to the octet."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from mcsite.render.folding import ROOM, folded

LINES = st.lists(st.sampled_from(["a", " ", "é", "€", "🙂", "\\", "^", "\\n", "\\,", "x" * 70, "é" * 36]), min_size=1).map("".join)


@given(LINES)
@example("x" * ROOM)
@example("x" * (ROOM + 1))
@example("x" * (ROOM - 1) + "\\n")
@example("\\" * 400)
@example("^" * (ROOM * 2))
def test_a_line_is_folded_as_icalendar_folds_it(line):
    assert folded(line) == Contentline(line).to_ical()


@given(LINES)
def test_no_line_is_longer_than_the_standard_allows_and_nothing_is_lost(line):
    pieces = folded(line).split(b"\r\n ")
    assert all(len(piece) + (number > 0) <= 75 for number, piece in enumerate(pieces))
    assert b"".join(pieces).decode() == line
