import pytest

from mcsite.render.readability import read_english, syllables

EASY = "Lie on your back. Breathe in. Breathe out for as long as you like. Let your arms rest. Do this five times. Then stand up. " * 2
HARD = "Individuals experiencing musculoskeletal discomfort should endeavour to facilitate appropriate diaphragmatic respiration, " * 5


@pytest.mark.parametrize(
    ("word", "count"), [("cat", 1), ("breathe", 1), ("shoulder", 2), ("little", 2), ("lifted", 2), ("reached", 1), ("exercise", 3), ("don't", 1), ("rhythm", 1)]
)
def test_syllables_are_counted_as_one_claps_them(word, count):
    assert syllables(word) == count


def test_what_one_says_to_a_neighbour_is_easy():
    assert read_english(EASY).grade < 3
    assert read_english(EASY).plainer == ()


def test_what_a_textbook_says_is_hard_and_there_are_plainer_words():
    reading = read_english(HARD)
    assert reading.grade > 20
    assert ("facilitate", "help") in reading.plainer


def test_the_longest_sentence_is_found():
    assert read_english(EASY + "This one goes on and on and on, as if it never came to its end.").longest == (
        "This one goes on and on and on, as if it never came to its end"
    )


def test_list_items_are_sentences():
    assert read_english("\n".join(["- Lift one arm", "- Lift the other arm", "- Rest"] * 8)).grade < 3


def test_a_few_words_say_nothing():
    assert read_english("Individuals experiencing discomfort.") is None
