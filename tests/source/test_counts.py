"""How many places are taken, and since when that is known."""

from datetime import date, datetime

import pytest
from refused import refusal

from mcsite.source.counts import counts
from mcsite.source.misreads import Misreads


def test_places_are_counted_by_session():
    found = counts({"2026-01-06": "7", "2026-01-13 18:00": "0", "as_of": "2026-01-05 20:00"})
    assert found.taken == ((date(2026, 1, 6), 7), (datetime(2026, 1, 13, 18), 0))
    assert found.as_of.at == datetime(2026, 1, 5, 20)


@pytest.mark.parametrize("text", ["7 as of 2026-01-05 20:00", "7, counted 2026-01-05 20:00", "7 counted on 5 January 2026 8pm"])
def test_of_one_session_a_line_is_enough(text):
    found = counts(text)
    assert (found.taken, found.as_of.at) == (((None, 7),), datetime(2026, 1, 5, 20))


@pytest.mark.parametrize(
    ("raw", "code"),
    [("7", "E701"), ({"2026-01-06": "7"}, "E701"), ({"as_of": "2026-01-05 20:00"}, "E701"), ("7 as of 2026-01-05", "E306"), ("many as of today", "E701")],
)
def test_a_number_without_its_age_is_refused(raw, code):
    assert refusal(counts, raw).code == code


@pytest.mark.parametrize(
    ("raw", "way", "code"),
    [
        ({"2026-01-06": "-1", "as_of": "2026-01-05 20:00"}, ("2026-01-06",), "E709"),
        ({"2026-01-06": "seven", "as_of": "2026-01-05 20:00"}, ("2026-01-06",), "E709"),
        ({"soon": "7", "as_of": "2026-01-05 20:00"}, ("soon",), "E300"),
        ({"2026-01-06": "7", "As of": "2026-01-05"}, ("As of",), "E306"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(raw, way, code):
    with pytest.raises(Misreads) as caught:
        counts(raw)
    assert [(problem.way, problem.misread.code) for problem in caught.value.problems] == [(way, code)]
