"""A process that builds again and again is given the same objects again, as long as nothing that they depend on is another."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mcsite import kept


class Thing:
    """Something that is known by its identity."""


def a_thing_of(*_parts):
    return Thing()


@pytest.fixture(autouse=True)
def _keeping():
    with kept.keeping():
        yield


def test_the_same_parts_give_the_same_answer_in_the_next_build():
    part = Thing()
    first = kept.again(a_thing_of, part, "word", 7, (part, ("word", None)))
    kept.next_build()
    assert kept.again(a_thing_of, part, "word", 7, (part, ("word", None))) is first


def test_another_object_is_another_part_even_if_it_is_equal():
    moment = datetime(2026, 1, 6, 18, tzinfo=UTC)
    first = kept.again(a_thing_of, moment)
    assert kept.again(a_thing_of, datetime(2026, 1, 6, 18, tzinfo=UTC)) is not first


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, 1.0),
        (0, False),
        ("1", 1),
        ("", None),
        ((), None),
        ((1,), 1),
        (("a", ("b",)), (("a", "b"),)),
        (b"a", "a"),
        (date(2026, 1, 6), "2026-01-06"),
    ],
)
def test_what_only_looks_alike_is_told_apart(one, other):
    assert kept.again(a_thing_of, one) is not kept.again(a_thing_of, other)


def test_days_that_are_equal_are_the_same():
    assert kept.again(a_thing_of, date(2026, 1, 6)) is kept.again(a_thing_of, date(2026, 1, 6))


def test_two_functions_do_not_share_answers():
    def another(*_parts):
        return Thing()

    part = Thing()
    assert kept.again(a_thing_of, part) is not kept.again(another, part)


def test_what_a_build_did_not_ask_for_is_let_go():
    part = Thing()
    first = kept.again(a_thing_of, part)
    kept.next_build()
    kept.next_build()
    assert kept.again(a_thing_of, part) is not first


def test_an_object_is_held_as_long_as_its_answer():
    """Were it not, another could come to have its identity, and be taken for it."""
    answers = {id(kept.again(a_thing_of, Thing())) for _ in range(100)}
    assert len(answers) == 100


def test_an_answer_of_nothing_is_asked_for_again():
    asked = []
    for _ in range(2):
        kept.again(asked.append, "word")
    assert asked == ["word", "word"]


def test_a_value_that_equals_the_last_one_of_its_name_is_that_one():
    first = kept.the_same((1, [2]), "name", 7)
    kept.next_build()
    assert kept.the_same((1, [2]), "name", 7) is first
    assert kept.the_same((1, [2]), "name", 8) is not first
    assert kept.the_same((1, [3]), "name", 7) == (1, [3])


def test_what_was_kept_is_recalled_by_its_parts():
    part = Thing()
    assert kept.recall("question", part) is None
    kept.keep("answer", "question", part)
    assert (kept.recall("question", part), kept.recall("question", Thing())) == ("answer", None)


def test_a_process_that_builds_once_keeps_nothing(monkeypatch):
    part = Thing()
    first = kept.again(a_thing_of, part)
    monkeypatch.setattr(kept, "_kept", None)
    assert not kept.is_keeping()
    assert kept.again(a_thing_of, part) is not first
    assert kept.keep("answer", "question") == "answer"
    assert kept.recall("question") is None
    assert kept.the_same([1], "name") is not kept.the_same([1], "name")
    kept.next_build()
