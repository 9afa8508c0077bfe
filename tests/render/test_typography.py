"""Typographic marks from those on a keyboard."""

import pytest

from mcsite.render.typography import curled


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ('"Hi," she said', "“Hi,” she said"),
        ("it's", "it’s"),
        ("'fine'", "‘fine’"),  # noqa: RUF001 - the marks are what this is about
        ("\"'Hi,' he said\"", "“‘Hi,’ he said”"),  # noqa: RUF001 - the same
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
