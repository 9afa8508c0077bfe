"""Which files are translations of others."""

import pytest

from mcsite.diagnostics import Span
from mcsite.source.files import discover
from mcsite.source.translations import told_apart


def found(site, *paths):
    for path in paths:
        site.write(path, "title: A")
    return discover(site.root)


def names(files):
    return [(file.path.removeprefix("content/"), file.kind, file.slug, file.language) for file in files]


def test_a_file_with_a_language_in_its_name_is_a_translation_of_the_one_without(site):
    apart = told_apart(found(site, "events/stretch.md", "events/2026/stretch.de.md", "site.de.md"), "en", ["de"])
    assert names(apart.files) == [("events/stretch.md", "event", "stretch", ""), ("site.md", "site", "site", "")]
    assert names(apart.translations) == [("events/2026/stretch.de.md", "event", "stretch", "de"), ("site.de.md", "site", "site", "de")]
    assert apart.diagnostics == ()


@pytest.mark.parametrize(
    ("ending", "languages", "code"),
    [("pt-br", ["pt-BR"], "pt-BR"), ("pt_BR", ["pt-BR"], "pt-BR"), ("pt", ["pt-BR"], "pt-BR"), ("DE", ["de"], "de"), ("zh-hant", ["zh-Hant"], "zh-Hant")],
)
def test_a_language_may_be_written_in_every_usual_way(site, ending, languages, code):
    (file,) = told_apart(found(site, "events/stretch.md", f"events/stretch.{ending}.md"), "en", languages).translations
    assert file.language == code


def test_a_language_that_could_be_two_is_none(site):
    apart = told_apart(found(site, "events/stretch.pt.md"), "en", ["pt-BR", "pt-PT"])
    assert [note.code for note in apart.diagnostics] == ["E261"]


def test_on_a_site_in_one_language_it_is_a_file_with_a_dot_in_its_name(site):
    apart = told_apart(found(site, "events/stretch.de.md"), "en", [])
    assert names(apart.files)[0] == ("events/stretch.de.md", "event", "stretch-de", "")
    (note,) = apart.diagnostics
    assert (note.code, note.help) == ("W102", "rename it to stretch-de.md, so that its name and its address are the same")


def test_beside_the_file_that_it_would_translate_it_may_be_meant_as_a_translation(site):
    (note,) = told_apart(found(site, "events/stretch.md", "events/stretch.de.md"), "en", []).diagnostics
    assert note.help.endswith("if it is a translation of stretch.md, write 'languages: [en, de]' in site.md")


def test_settings_of_another_name_are_no_settings(site):
    apart = told_apart(found(site, "site.de.md"), "en", [])
    assert [(note.code, note.span) for note in apart.diagnostics] == [("E107", Span("content/site.de.md"))]


def test_two_translations_of_one_file_into_one_language_are_one_too_many(site):
    apart = told_apart(found(site, "events/stretch.md", "events/stretch.pt.md", "events/stretch.pt-br.md"), "en", ["pt-BR"])
    assert len(apart.translations) == 1
    assert [note.code for note in apart.diagnostics] == ["E104"]


def test_other_dots_in_a_name_are_no_language(site):
    assert found(site, "events/stretch.v2.md", "events/stretch.2026.md").translations == ()
