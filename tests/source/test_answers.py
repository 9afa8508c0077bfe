import pytest
from refused import refusal

from mcsite.source.answers import one_of, whole_number, yes_or_no


def test_yes_and_no_have_many_spellings():
    assert [yes_or_no(text) for text in ("yes", "Yes", "TRUE", "on", "no", "False", "0")] == [True] * 4 + [False] * 3
    assert refusal(yes_or_no, "maybe").code == "E705"


def test_whole_numbers_have_limits():
    read = whole_number(1, 100)
    assert read("10") == 10
    assert read(" 100 ") == 100
    for text in ("0", "101", "-1", "1.5", "1e1", "ten", "", "9" * 40):
        assert refusal(read, text).code == "E709"


@pytest.mark.parametrize(
    ("text", "help_"), [("10 people", "did you mean 10?"), ("about 12", "did you mean 12?"), ("500 people", "write digits only, for example 12")]
)
def test_a_number_among_words_is_offered(text, help_):
    assert refusal(whole_number(1, 100), text).help == help_


def test_one_of_a_few_words_may_have_synonyms():
    read = one_of(("scheduled", "cancelled"), {"canceled": "cancelled"})
    assert read("Cancelled") == read("canceled") == "cancelled"
    refused = refusal(read, "cancled")
    assert (refused.code, refused.help) == ("E702", "did you mean 'cancelled'?")
    assert refusal(read, "zzz").help == "known here: cancelled, scheduled"
