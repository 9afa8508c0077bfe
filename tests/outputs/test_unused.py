"""Files that nothing speaks of are named, and no others."""

import pytest

CARD = "Stand up when the phone rings.\n"


def unused(site):
    return [note.message for note in site.check() if note.code == "W405"]


def test_a_file_that_nothing_uses_is_named_with_its_folder(site):
    assert unused(site.write("assets/old/card.txt", CARD)) == ["nothing uses card.txt in assets/old/"]


def test_many_of_one_folder_are_one_question(site):
    for number in range(5):
        site.write(f"assets/old/{number}.txt", CARD)
    assert unused(site) == ["nothing uses 0.txt, 1.txt, 2.txt and 2 more in assets/old/"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("library/card.md", "title: Card\nfiles: [card.txt]\nlicence: CC0"),
        ("pages/about.md", "---\ntitle: About\n---\n[The card](card.txt)\n"),
        ("pages/about.md", '---\ntitle: About\n---\n<a href="/assets/card.txt">The card</a>\n'),
        ("events/swap.md", "title: Swap\nstart: 2026-03-06 18:00\ndraft: yes\nsummary: See card.txt"),
        ("themes/default/templates/place.html", "{{ 'assets/card.txt'|href }}"),
    ],
)
def test_what_something_uses_is_not(site, path, text):
    site.write("assets/card.txt", CARD).write(path, text)
    assert unused(site) == []


def test_fonts_are_used_by_being_there(site):
    site.write("assets/fonts/own.ttf", b"\x00\x01\x00\x00")
    assert unused(site) == []


def test_of_a_site_with_a_mistake_nobody_can_say_what_it_uses(site):
    site.write("assets/card.txt", CARD).write("library/card.md", "title: Card\nfiles: [crad.txt]\nlicence: CC0")
    assert [note.code for note in site.check()] == ["E204"]
