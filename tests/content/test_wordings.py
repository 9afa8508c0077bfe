"""What a translation says, and what it may not say."""

import pytest

CIRCLE = "---\ntitle: Circle\nstart: 2026-01-06 18:00\nend: 19:00\ncancelled: {2026-01-06: ill}\n---\nCome. See [us](../pages/about.md)."
ABOUT = "---\ntitle: About us\n---\n## Who we are\n\nPeople."


@pytest.fixture
def town(site):
    return site.settings("languages: [en, de]").write("events/circle.md", CIRCLE).write("pages/about.md", ABOUT)


def notes(site):
    return [(note.code, note.span.path.rpartition("/")[2], note.span.line) for note in site.check() if not note.code.startswith("W6")]


def in_german(site):
    return site.prepare().edition.translations[0].site


def test_words_are_read_and_facts_stay_as_they_are(town):
    town.write("events/circle.de.md", "---\ntitle: Kreis\nsummary: Ein Kreis.\nwords: {ill: krank}\n---\nKommt.")
    (event,), (original,) = in_german(town).events, town.prepare().edition.site.events
    assert (event.title, event.summary, event.body.source.strip()) == ("Kreis", "Ein Kreis.", "Kommt.")
    assert (event.schedule, event.slug) == (original.schedule, original.slug)
    assert [session.reason for session in in_german(town).sessions] == ["krank"]


@pytest.mark.parametrize("line", ["start: 2026-01-07", "venue: cowork", "image: a.svg", "Location: here", "signup: none", "aliases: [a]", "draft: yes"])
def test_a_fact_in_a_translation_is_a_mistake(town, line):
    town.write("events/circle.de.md", f"---\ntitle: Kreis\n{line}\n---\nKommt.")
    code, *place = notes(town)[0]
    assert code in ("E263", "E700")
    assert place == ["circle.de.md", 3]


def test_words_of_another_kind_are_no_fields_here(town):
    town.write("events/circle.de.md", "title: Kreis\nrole: Leiterin")
    assert notes(town) == [("E700", "circle.de.md", 3)]


def test_an_event_needs_a_title_and_a_person_does_not(town):
    town.write("events/circle.de.md", "summary: Ein Kreis.").write("people/ada.md", "title: Ada").write("people/ada.de.md", "role: Leiterin")
    assert notes(town) == [("E701", "circle.de.md", 1)]


def test_a_link_from_a_translation_may_name_a_file_or_its_translation(town):
    town.write("pages/about.de.md", "---\ntitle: Über uns\n---\n## Wer wir sind\n\nLeute.")
    town.write("events/circle.de.md", "---\ntitle: Kreis\n---\n[a](../pages/about.md#wer-wir-sind) [b](../pages/about.de.md) [c](page:about) [d](circle.de.md)")
    assert notes(town) == []
    assert {address for _, address in in_german(town).events[0].body.links} == {"about/", "about/#wer-wir-sind", "events/circle/"}


def test_a_heading_that_only_the_other_language_has_is_not_found(town):
    town.write("pages/about.de.md", "---\ntitle: Über uns\n---\n## Wer wir sind\n\nLeute.")
    town.write("events/circle.de.md", "---\ntitle: Kreis\n---\n[a](../pages/about.md#who-we-are)")
    assert notes(town) == [("E211", "circle.de.md", 4)]


def test_what_is_wrong_with_the_text_is_said_at_its_line(town):
    town.write("events/circle.de.md", "---\ntitle: Kreis\n---\nKommt.\n\n[x](nowhere.md)")
    assert notes(town) == [("E210", "circle.de.md", 6)]


def test_words_are_found_whatever_their_letters_and_blanks_and_unused_ones_are_told(town):
    town.write("events/circle.de.md", "title: Kreis\nwords:\n  ILL: krank\n  well: gesund")
    assert notes(town) == [("W265", "circle.de.md", 5)]
    assert in_german(town).sessions[0].reason == "krank"


def test_a_template_is_filled_in_with_the_words_of_each_language(town):
    card = "---\ntitle: {title}\n{more}---\n{text}, {{{{ session.title }}}}. [All](../events/circle.md)"
    town.write("library/note.md", card.format(title="Note", more="fill: session\nlicence: CC0\n", text="Come"))
    town.write("library/note.de.md", card.format(title="Zettel", more="", text="Kommt"))
    town.write("events/walk.md", "title: Walk\nstart: 2026-01-07 18:00\nend: 19:00").write("events/walk.de.md", "title: Gang")
    town.settings("outputs: [pages, cards]")
    assert [note for note in notes(town) if note[0].startswith("E")] == []
    town.build()
    assert "Come, Walk. All (https://example.org/events/circle/)" in town.read("library/note/walk.txt")
    assert "Kommt, Gang. All (https://example.org/de/events/circle/)" in town.read("de/library/note/walk.txt")
