"""Texts in another language than their page."""

import json
import pickle

from mcsite.model.foreign import BEGINS, ENDS, PARTS, Foreign


def test_it_is_a_text_like_any_other():
    text = Foreign("Gongs", "en")
    assert text == "Gongs"
    assert f"{text}, {text.upper()}" == "Gongs, GONGS"
    assert json.dumps([text]) == '["Gongs"]'
    assert {text: 1}["Gongs"] == 1


def test_it_keeps_its_language_on_the_way_to_another_process():
    assert pickle.loads(pickle.dumps(Foreign("Gongs", "en"))).language == "en"


def test_another_language_is_another_input():
    assert Foreign("Chat", "en").__fingerprint__() != Foreign("Chat", "fr").__fingerprint__()


def test_a_template_is_shown_it_escaped_and_between_marks():
    assert Foreign("a < b", "en").__html__() == f"{BEGINS}en{PARTS}a &lt; b{ENDS}"
