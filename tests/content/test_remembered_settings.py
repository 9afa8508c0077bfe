"""Settings that were read before are the settings."""

from mcsite import memo
from mcsite.content import remembered_settings, settings


def test_settings_are_read_once_until_they_change(site, monkeypatch):
    memo.forget()
    first = site.prepare().edition.site.settings
    with monkeypatch.context() as patched:
        patched.delattr(settings, "read_settings")
        assert site.prepare().edition.site.settings == first
        assert site.prepare().edition.site.settings.origin.places == first.origin.places
    site.settings("title: Another")
    assert site.prepare().edition.site.settings.title == "Another"


def test_another_address_is_other_settings(site):
    site.prepare()
    assert site.prepare(base_url="https://preview.example/").edition.site.settings.base_url == "https://preview.example/"


def test_the_words_of_the_theme_for_usual_kinds_are_those_of_now(site, monkeypatch):
    site.prepare()
    usual = remembered_settings.titles_of_usual_kinds

    def renamed(language):
        return usual(language) | {"circle": "Ring"}

    monkeypatch.setattr(remembered_settings, "titles_of_usual_kinds", renamed)
    monkeypatch.setattr(settings, "titles_of_usual_kinds", renamed)
    assert "Ring" in {kind.title for kind in site.prepare().edition.site.settings.kinds}


def test_what_is_wrong_with_settings_is_said_each_time(site):
    site.settings("currency: pounds and pence")
    first, second = (site.check() for _ in range(2))
    assert [note.path for note in (each.span for each in first)] == ["content/site.md"]
    assert first == second
