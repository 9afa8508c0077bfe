"""The whole plan of a site in several languages."""

from datetime import datetime

import pytest
from story import Story

from mcsite.content.options import Options
from mcsite.pipeline import load, plan


@pytest.fixture
def two(site: Story) -> Story:
    site.settings("languages: [en, de]", "outputs: [pages, sessions, calendars, search]")
    return site.write("events/circle.md", "title: Circle\nstart: 2026-01-06 18:00\nend: 19:00")


def planned(site):
    loaded = load(site.root, Options(datetime.fromisoformat("2026-01-05T09:00")))
    return plan(loaded.edition, loaded.theme, loaded.others)


def test_what_is_not_shared_is_made_below_the_folder_of_each_language(two):
    paths = {artifact.path for artifact in planned(two).artifacts}
    assert {"events/circle/index.html", "de/events/circle/index.html", "calendar.ics", "de/calendar.ics", "de/404.html"} <= paths
    assert {"theme/site.css", "robots.txt", "ledger.json"} <= paths
    assert not {"de/theme/site.css", "de/robots.txt", "de/ledger.json", "de/.nojekyll"} & paths


def test_each_language_has_an_index_of_its_own_to_search(two):
    assert [bundle.folder for bundle in planned(two).bundles] == ["search/index/", "de/search/index/"]


def test_a_page_that_has_the_name_of_a_language_is_told(two):
    two.write("pages/de.md", "title: Germany")
    assert "E640" in {note.code for note in planned(two).diagnostics}


def test_private_files_are_made_once(two):
    two.settings("late_change_hours: 48").build()
    assert not [artifact for artifact in planned(two).artifacts if artifact.area.value == "private" and artifact.path.startswith("de/")]
