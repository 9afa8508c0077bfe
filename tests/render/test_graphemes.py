import json
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from mcsite.render.graphemes import count, graphemes

LETTERS = (
    "a",
    " ",
    "é",
    "e\u0301",
    "\r\n",
    "日",
    "शि",
    "क्ष",
    "\u0995\u09cd\u09b7",
    "น้ำ",
    "نّ",
    "நி",
    "한",
    "\u1112\u1161\u11ab",
    "👍🏽",
    "👨\u200d👩\u200d👧",
    "❤\ufe0f",
    "🇩🇪",
    "1\ufe0f\u20e3",
    "🏴\U000e0067\U000e0062\U000e007f",
    "\u00ad",
    "\u202e",
)


def test_what_people_see_as_one_letter_is_one():
    assert list(graphemes("né👨\u200d👩\u200d👧🇩🇪🇫🇷क्षि")) == ["n", "é", "👨\u200d👩\u200d👧", "🇩🇪", "🇫🇷", "क्षि"]
    assert count("né👨\u200d👩\u200d👧🇩🇪🇫🇷क्षि") == 6
    assert count("plain") == 5
    assert count("") == 0


@given(st.text())
def test_nothing_is_lost_between_letters(text):
    assert "".join(graphemes(text)) == text


def test_a_browser_sees_the_same_letters(node):
    texts = ["".join(pair) for pair in product(LETTERS, repeat=2)] + ["".join(LETTERS), "".join(reversed(LETTERS))]
    assert [list(graphemes(text)) for text in texts] == node("graphemes.mjs", json.dumps(texts))
