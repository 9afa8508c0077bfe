"""What stands around the events is read once, and never is another thing for that."""

import pytest
from town import found_town

from mcsite import memo
from mcsite.content import shelving

HEADING = "---\ntitle: Night Walk\nstart: 2026-06-20 22:00-23:00\n---\n## What to bring\n\nA lamp."


@pytest.fixture
def town(site):
    memo.forget()
    return found_town(site)


@pytest.fixture
def readings(monkeypatch):
    """How often it was really read."""
    found, plain = [], shelving.standing_of

    def standing_of(*told):
        found.append(len(told))
        return plain(*told)

    monkeypatch.setattr(shelving, "standing_of", standing_of)
    return found


def same_as_at_first(town):
    again = town.prepare()
    memo.forget()
    first = town.prepare()
    assert (again.edition.site, again.diagnostics) == (first.edition.site, first.diagnostics)
    return again.edition.site


def test_the_text_of_an_event_is_no_reason_to_read_it_again(town, readings):
    town.prepare()
    town.write("events/last-year.md", "---\ntitle: Last Year\nstart: 2025-11-04 18:30\nend: 19:30\nvenue: harbour-cowork\n---\nAnother text.")
    town.prepare()
    assert len(readings) == 1
    same_as_at_first(town)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("venues/park-pavilion.md", "title: The Pavilion\naddress: The Park\nneighbourhood: Meadow"),
        ("people/olu.md", "title: Olu Ade\nrole: Reader\npublic: no"),
        ("workshops/desk-posture.md", "---\ntitle: Desks\nsummary: About chairs.\n---\nAn outline."),
        ("pages/new.md", "title: New"),
        ("events/last-year.md", "title: Another Year\nstart: 2025-11-04 18:30\nend: 19:30\nvenue: harbour-cowork"),
    ],
)
def test_another_file_is_another_reading(town, readings, path, text):
    town.prepare()
    town.write(path, text)
    town.prepare()
    assert len(readings) == 2
    same_as_at_first(town)


def test_neighbourhoods_of_venues_are_the_ones_that_events_have(town):
    town.prepare()
    site = same_as_at_first(town)
    assert all(any(venue.neighbourhood is known for known in site.neighbourhoods) for venue in site.venues if venue.neighbourhood)


def test_a_page_that_leads_to_a_heading_of_an_event_hears_of_its_going(town):
    town.write("events/overnight.md", HEADING)
    town.write("pages/walks.md", "---\ntitle: Walks\n---\n[Bring this](../events/overnight.md#what-to-bring).")
    assert not town.prepare().broken
    town.write("events/overnight.md", HEADING.replace("What to bring", "Bring"))
    assert [note.code for note in town.check() if note.severity == "error"] == ["E211"]


def test_what_is_wrong_is_said_each_time(town):
    town.write("pages/walks.md", "---\ntitle: Walks\n---\n[Nowhere](nowhere.md).")
    assert [note.code for note in town.check()] == [note.code for note in town.check()] == ["E210"]


def test_a_site_that_was_carried_elsewhere_finds_its_files_there(town, tmp_path):
    town.write("library/sheet.md", "title: Sheet\nkind: handout\nfiles: [sheet.txt]\nlicence: CC BY 4.0\nlanguage: en").path("assets").mkdir(exist_ok=True)
    (town.root / "assets").mkdir(exist_ok=True)
    (town.root / "assets" / "sheet.txt").write_text("Breathe.", "utf-8")
    town.prepare()
    elsewhere = type(town)(tmp_path / "elsewhere").copy_of(town.root)
    sources = [file.source for entry in elsewhere.prepare().edition.site.library for file in entry.files]
    assert [source for source in sources if not source.startswith(str(elsewhere.root))] == []
