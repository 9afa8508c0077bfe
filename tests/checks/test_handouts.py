from factory import edition, prose, session, settings

from mcsite.checks.handouts import ask
from mcsite.model.library import Workshop
from mcsite.model.origin import Origin

HARD = "Individuals experiencing musculoskeletal discomfort should endeavour to facilitate appropriate diaphragmatic respiration, " * 5


def _notes(text, **changes):
    workshop = Workshop(slug="desk", title="Desk reset", takeaway=prose(text), origin=Origin("content/workshops/desk.md"))
    return list(ask(edition(session(), site={"workshops": (workshop,), "settings": settings(**changes)})))


def test_a_hard_takeaway_is_named_with_its_longest_sentence_and_plainer_words():
    (note,) = _notes(HARD)
    assert note.code == "W662"
    assert "'Individuals experiencing musculoskeletal discomfort should endeavour …'" in note.help
    assert "'help' for 'facilitate'" in note.help


def test_an_easy_one_is_not():
    assert _notes("Lie on your back. Breathe in. Breathe out. Let your arms rest. " * 5) == []


def test_only_english_is_graded():
    assert _notes(HARD, language="de") == []
