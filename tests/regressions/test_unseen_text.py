"""Text that is there for a program and not for people."""

import pytest

ONE_OFF = "start: 2026-01-06 18:00\nend: 18:45\nonline: https://meet.example/\n"


@pytest.mark.parametrize("title", ["\u200b", "'\u2060\u200d'", '"\\u3164"'])
def test_a_title_of_which_nothing_can_be_seen_is_none(site, title):
    (note,) = site.write("events/c.md", f"title: {title}\n{ONE_OFF}").prepare().diagnostics
    assert (note.code, note.span.line) == ("E703", 2)


def test_emoji_that_are_joined_by_unseen_signs_stay(site):
    prepared = site.write("events/c.md", f"title: \N{PERSON IN LOTUS POSITION}\u200d\u2640\ufe0f\n{ONE_OFF}").prepare()
    assert {note.code for note in prepared.diagnostics} <= {"W661"}  # what no font has is left out on paper, and said
    assert prepared.edition.site.events[0].title == "\N{PERSON IN LOTUS POSITION}\u200d\u2640\ufe0f"
