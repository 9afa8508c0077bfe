import pytest
from reading_aloud import town

from mcsite import pipeline
from mcsite.content.options import Options

CIRCLE = "title: Circle\nvenue: cowork\nstart: 2026-01-06 18:00\nend: 18:45"


def test_a_sound_site_is_prepared_with_every_file_it_will_have(site):
    prepared = town(site).write("events/circle.md", CIRCLE).prepare()
    assert prepared.diagnostics == ()
    paths = [artifact.path for artifact in prepared.artifacts]
    assert paths == sorted(set(paths))
    assert {"index.html", "events/circle/index.html", "calendar.ics", "events.json"} <= set(paths)


def test_one_mistake_keeps_the_site_from_being_built(site):
    prepared = town(site).write("events/circle.md", CIRCLE.replace("cowork", "kowork")).prepare()
    assert prepared.broken
    assert [note.code for note in prepared.diagnostics] == ["E203"]


def test_a_warning_does_not(site):
    prepared = town(site).write("events/circle.md", CIRCLE.replace("venue: cowork\n", "")).prepare()
    assert [note.code for note in prepared.diagnostics] == ["W640"]
    assert not prepared.broken


def test_mistakes_of_files_of_checks_and_of_the_theme_come_in_one_run(site):
    town(site).write("events/circle.md", CIRCLE).write("events/other.md", f"{CIRCLE}\nid: circle").write("pages/c.md", "tile: C")
    site.write("themes/own/theme.toml", 'extends = "default"').write("themes/own/templates/home.html", "{% if %}").settings("theme: own")
    assert {"E700", "E701", "E641", "E505"} == {note.code for note in site.check()}


def test_a_page_that_takes_the_place_of_ours_is_found_before_anything_is_made(site):
    assert [note.code for note in site.write("pages/events.md", "title: Ours").check()] == ["E640"]


@pytest.mark.parametrize("family", ["pages", "sessions", "calendars"])
def test_only_the_families_that_are_asked_for_are_planned(site, family):
    town(site).write("events/circle.md", f"{CIRCLE}\nrepeat: weekly\ntimes: 2").settings(f"outputs: [{family}]")
    paths = {artifact.path for artifact in site.prepare().artifacts}
    assert ("events/circle/index.html" in paths) == (family == "pages")
    assert ("events/circle/2026-01-06/session.ics" in paths) == (family == "sessions")
    assert ("events/circle/calendar.ics" in paths) == (family == "calendars")


def test_loading_writes_nothing(site):
    before = sorted(site.root.rglob("*"))
    loaded = pipeline.load(site.root, Options(now=site.prepare().edition.now))
    assert loaded.edition is not None
    assert sorted(site.root.rglob("*")) == before
