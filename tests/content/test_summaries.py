import pytest

from mcsite.content.summaries import LONGEST_SUMMARY, opening
from mcsite.model.prose import Prose


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("# Circle\n\n- a\n\nWe *read*\ntogether.\n\nMore.", "We read together."),
        ("| a |\n|---|", ""),
        ("", ""),
    ],
)
def test_a_text_begins_with_its_first_sentences(source, line):
    assert opening(Prose(source), "en") == line


def test_a_long_beginning_ends_at_a_word():
    line = opening(Prose("word, " * 60), "en")
    assert len(line) <= LONGEST_SUMMARY + 1
    assert line.endswith("word…")
