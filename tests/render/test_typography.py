"""Typographic marks from those on a keyboard."""

import pytest

from mcsite.render.typography import curled, marks_of


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ('"Hi," she said', "“Hi,” she said"),
        ("it's", "it’s"),
        ("'fine'", "‘fine’"),  # noqa: RUF001 - the marks are what this is about
        ("\"'Hi,' he said\"", "“‘Hi,’ he said”"),  # noqa: RUF001 - the same
        ("\"He said 'Hi.'\"", "“He said ‘Hi.’”"),  # noqa: RUF001 - the same
        ("the '90s and '90", "the ’90s and ’90"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("'Tis so", "’Tis so"),
        ("the hosts' room", "the hosts’ room"),
        ("5'10\"", "5’10”"),
        ('("a")', "(“a”)"),
        ("18:00--18:45", "18:00–18:45"),
        ("a -- b --- c", "a – b — c"),
        ("----", "----"),
        ("wait...", "wait…"),
        ("....", "...."),
        ("a-b", "a-b"),
    ],
)
def test_marks_are_set_as_a_printer_would(typed, set_as):
    assert curled(typed) == set_as


def test_what_stands_before_decides():
    assert curled('"', before="a") == "”"
    assert curled("'s", before="b") == "’s"


@pytest.mark.parametrize(
    ("language", "typed", "set_as"),
    [
        ("de", "\"Geht's 'gut'?\"", "„Geht’s ‚gut‘?“"),  # noqa: RUF001 - the marks are what this is about
        ("de-AT", '"Servus"', "„Servus“"),
        ("fr", '"Oui" : l\'été', "«\u202fOui\u202f»\u202f: l’été"),
        ("fr", "Quoi ? Non ! Bien ; merci : 18:30", "Quoi\u202f? Non\u202f! Bien\u202f; merci\u202f: 18:30"),
        ("fr", "« Oui »", "«\u202fOui\u202f»"),
        ("es", "\"Di 'sí'\"", "«Di “sí”»"),
        ("pt", '"Sim"', "“Sim”"),
        ("pt-PT", '"Sim"', "«Sim»"),
        ("ar", '"نعم"', "«نعم»"),
        ("nl", '"Ja"', "“Ja”"),
        ("en", "Why ?", "Why ?"),
    ],
)
def test_each_language_has_its_marks(language, typed, set_as):
    assert curled(typed, marks=marks_of(language)) == set_as


def test_what_opens_no_quotation_is_an_apostrophe_in_any_language():
    assert curled("l'", marks=marks_of("fr")) == "l’"  # an emphasised word follows
    assert curled("die Gäste' Wunsch, rock 'n' roll", marks=marks_of("de")) == "die Gäste’ Wunsch, rock ’n’ roll"
