"""A site in another of its languages."""

import pytest
from bilingual import found_bilingual_town

from mcsite.model.foreign import Foreign


@pytest.fixture
def editions(site):
    prepared = found_bilingual_town(site).prepare()
    assert prepared.diagnostics == ()
    return prepared.edition, prepared.edition.translations[0]


def by_slug(things):
    return {thing.slug: thing for thing in things}


def test_every_thing_and_every_session_is_there_with_its_facts(editions):
    english, german = editions
    for name in ("events", "workshops", "library", "venues", "people", "partners", "pages", "neighbourhoods"):
        assert by_slug(getattr(english.site, name)).keys() == by_slug(getattr(german.site, name)).keys()
    for original, session in zip(english.site.sessions, german.site.sessions, strict=True):
        assert (original.identity.uid, original.key, original.address, original.when, original.status) == (
            session.identity.uid, session.key, session.address, session.when, session.status,
        )  # fmt: skip


def test_things_refer_to_each_other_in_the_same_language(editions):
    german = editions[1].site
    stretch, venues = by_slug(german.events)["stretch"], by_slug(german.venues)
    assert stretch.venue is venues["cowork"]
    assert stretch.workshop is by_slug(german.workshops)["desk"]
    assert all(session.event is stretch for session in german.sessions if session.event.slug == "stretch")
    assert by_slug(german.partners)["gym"].venue is venues["cowork"]


def test_settings_are_those_of_the_language(editions):
    settings = editions[1].site.settings
    assert (settings.title, settings.language, settings.folder) == ("Gut bewegt", "de", "de/")
    assert (settings.base_url, settings.root_url) == ("https://example.org/moves/de/", "https://example.org/moves/")
    assert [item.title for item in settings.navigation] == ["Programm", "Erster Besuch"]
    assert settings.signup.questions[-1].label == "Ort"


def test_usual_kinds_are_translated_with_the_program_and_own_ones_by_words(editions):
    kinds = by_slug(editions[1].site.settings.kinds)
    assert kinds["circle"].title == "Kreis"
    assert isinstance(kinds["sound-bath"].title, Foreign)


def test_a_session_that_differs_is_told_in_words(editions):
    outdoors = next(session for session in editions[1].site.sessions if session.key == "2026-02-03")
    assert (outdoors.title, outdoors.note, outdoors.summary) == ("Im Freien", "Bitte eine Matte mitbringen", "Eine Dreiviertelstunde für steife Schultern.")


def test_an_outline_keeps_its_minutes(editions):
    (workshop,) = editions[1].site.workshops
    assert workshop.outline == (("5", "ankommen"), ("20", "üben"))


def test_names_of_people_and_places_are_no_foreign_words(editions):
    german = editions[1].site
    assert not any(isinstance(thing.title, Foreign) for thing in (*german.people, *german.venues, *german.partners, *german.neighbourhoods))
    assert isinstance(by_slug(german.events)["sound"].title, Foreign)


def test_what_was_noted_of_a_thing_is_noted_where_its_words_stand(editions):
    german = editions[1].site
    assert by_slug(german.workshops)["desk"].origin.path == "content/workshops/desk.de.md"
    assert by_slug(german.events)["sound"].origin.path == "content/events/sound.md"
