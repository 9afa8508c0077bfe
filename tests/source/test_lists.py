import pytest

from mcsite.source.answers import whole_number
from mcsite.source.lists import each, each_entry, keyed
from mcsite.source.misreads import Misreads
from mcsite.source.raw import text_of
from mcsite.source.texts import note

number = whole_number(1, 9)


def test_several_values_may_be_a_list_or_words_with_commas():
    assert each(number)(["1", "2"]) == each(number)("1, 2") == (1, 2)
    assert each(number)("7") == (7,)


def test_one_entry_may_stand_alone():
    assert each_entry(text_of)("a, b") == ("a, b",)
    assert each_entry(text_of)(["a", "b"]) == ("a", "b")


def test_reasons_may_follow_the_keys():
    assert keyed(number, note)({"1": "one", "2": None}) == ((1, "one"), (2, ""))
    assert keyed(number, note)(["1", {"2": "two"}]) == ((1, ""), (2, "two"))
    assert keyed(number, note)("1, 2") == ((1, ""), (2, ""))


def test_everything_that_is_wrong_is_said_with_the_way_to_it():
    with pytest.raises(Misreads) as caught:
        keyed(number, note)(["1", "x", {"y": "why"}])
    assert [(problem.way, problem.misread.code) for problem in caught.value.problems] == [((1,), "E709"), ((2, "y"), "E709")]


def test_what_is_wrong_with_a_key_is_said_at_the_key():
    with pytest.raises(Misreads) as caught:
        keyed(number, number)({"x": "1", "2": "y"})
    assert [(problem.way, problem.on_key) for problem in caught.value.problems] == [(("x",), True), (("2",), False)]


def test_a_list_inside_a_list_is_said_at_its_place():
    with pytest.raises(Misreads) as caught:
        keyed(number, note)(["1", ["2"]])
    assert [(problem.way, problem.misread.code) for problem in caught.value.problems] == [((1,), "E703")]
