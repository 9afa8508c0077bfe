"""From a site in its main language to the same in all its languages."""

EVENT = "title: Circle\nstart: 2026-01-06 18:00\nend: 19:00"


def test_a_site_in_one_language_has_one_edition(site):
    assert site.write("events/circle.md", EVENT).prepare().edition.translations == ()
    assert site.settings("languages: [en]").prepare().edition.translations == ()


def test_each_further_language_is_an_edition(site):
    site.settings("languages: [en, de, pt-BR]").write("events/circle.md", EVENT)
    settings = [translation.site.settings for translation in site.prepare().edition.translations]
    assert [(each.language, each.base_url) for each in settings] == [("de", "https://example.org/de/"), ("pt-BR", "https://example.org/pt-br/")]


def test_the_first_language_is_the_main_one_unless_another_is_said_to_be(site):
    site.settings("languages: [de, en]")
    edition = site.prepare().edition
    assert (edition.site.settings.language, edition.translations[0].site.settings.language) == ("de", "en")
    edition = site.settings("language: en").prepare().edition
    assert (edition.site.settings.language, edition.translations[0].site.settings.language) == ("en", "de")


def test_a_translation_of_what_is_not_there_is_a_mistake_and_of_what_is_broken_is_none_of_its_own(site):
    site.settings("languages: [en, de]").write("events/circle.md", f"{EVENT}\nvenue: nowhere").write("events/circle.de.md", "title: Kreis")
    assert [note.code for note in site.check()] == ["E203"]
    site.write("events/circel.de.md", "title: Kreis")
    assert next((note.code, note.help) for note in site.check()) == ("E260", "did you mean circle.de.md?")


def test_a_translation_of_a_draft_waits_with_it(site):
    site.settings("languages: [en, de]").write("events/circle.md", f"{EVENT}\ndraft: yes").write("events/circle.de.md", "---\ntitle: Kreis\n---\n![x](a.svg)")
    site.write("assets/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    edition = site.prepare().edition
    assert edition.translations[0].site.events == ()
    assert edition.site.assets == ()


def test_the_memory_of_a_language_has_its_addresses_below_its_folder(site):
    site.settings("languages: [en, de]", "outputs: [pages, sessions, calendars]").write("events/circle.md", EVENT).build()
    edition = site.prepare().edition
    assert edition.ledger.knows("de/events/circle/")
    assert edition.translations[0].ledger.knows("events/circle/")
    assert not edition.translations[0].ledger.knows("de/events/circle/")


def test_a_language_without_words_is_told_and_a_code_that_is_none_is_a_mistake(site):
    lines = site.settings("languages: [en, nl]").path("site.md").read_text("utf-8").splitlines()
    assert [(note.code, lines[note.span.line - 1]) for note in site.check()] == [("W511", "languages: [en, nl]")]
    site.write("site.md", site.path("site.md").read_text("utf-8").replace("nl", "dutch"))
    assert [note.code for note in site.check()] == ["E710"]
