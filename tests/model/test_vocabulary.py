import pytest

from mcsite.model.vocabulary import MEANT, WORDS

NAMES = {word.name for word in WORDS}


def test_no_name_is_there_twice():
    assert len(NAMES) == len(WORDS)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.name)
def test_each_word_says_what_it_means_and_shows_what_it_becomes(word):
    assert word.description.endswith(".")
    assert word.example
    assert word.link == word.example.startswith("https://")


def test_what_is_meant_by_other_words_is_a_word():
    assert set(MEANT.values()) <= NAMES
    assert not NAMES & MEANT.keys()


def test_only_those_of_a_session_are_of_a_session():
    assert {word.name.partition(".")[0] for word in WORDS if word.of_a_session} == {"session"}
