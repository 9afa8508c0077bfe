import factory

from mcsite import checks


def test_every_family_is_asked_and_the_answers_are_sorted_by_place():
    nowhere = factory.event("a", venue=None)
    rival = factory.event("b", identity="a", venue=None)
    answers = checks.ask(factory.edition(factory.session(nowhere), factory.session(rival)))
    assert {note.code for note in answers} == {"W640", "E641"}
    assert list(answers) == sorted(answers)
