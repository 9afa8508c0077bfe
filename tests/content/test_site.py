from datetime import UTC, datetime

import pytest
from reading_aloud import town

from mcsite.content.options import Options
from mcsite.content.site import address_of
from mcsite.source.files import discover

DRAFT = "title: Unfinished\ndraft: yes\nvenue: nowhere"
LATER = "title: Later\nvenue: cowork\npublish_on: 2026-02-01\nstart: 2026-03-03 18:00\nend: 19:00"


def test_a_folder_without_settings_is_no_site_yet(site):
    site.remove("site.md")
    (note,) = site.check()
    assert note.code == "E010"


def test_broken_settings_are_said_and_nothing_that_is_right(site):
    town(site).write("site.md", "title: Moves\nbase_url: https://example.org/\ntimezone: Europe/Londn")
    (note,) = site.check()
    assert note.span.path == "content/site.md"
    assert "Europe/London" in note.help


SETTINGS = "title: Moves\nbase_url: https://example.org/\ntimezone: Europe/London\n"
PRICED = "title: Circle\nvenue: cowork\nstart: 2026-01-06 18:00\nend: 18:45\nprices: 15"


def test_settings_with_a_slip_do_not_keep_other_files_from_being_looked_over(site):
    town(site).write("site.md", f"{SETTINGS}outputs: [page]").write("events/circle.md", PRICED.replace("cowork", "kowork") + " GBP")
    assert [(note.span.path, note.code) for note in site.check()] == [("content/events/circle.md", "E203"), ("content/site.md", "E702")]
    assert site.prepare().broken


@pytest.mark.parametrize(
    ("line", "code"),
    [("base_url: https://example.org/", "E701"), ("timezone: Europe/London", "E701"), ("title: Moves", "E701"), (SETTINGS.strip(), "E701")],
)
def test_nor_do_settings_that_lack_what_is_needed(site, line, code):
    rest = SETTINGS.replace(f"{line}\n", "") + "description: Moves."
    town(site).write("site.md", rest).write("events/circle.md", PRICED.replace("cowork", "kowork") + " GBP")
    assert {(note.span.path, note.code) for note in site.check()} == {("content/events/circle.md", "E203"), ("content/site.md", code)}
    assert site.prepare().broken


def test_an_address_that_cannot_be_understood_is_none(site):
    town(site).write("site.md", SETTINGS.replace("https://example.org/", "example"))
    assert address_of(discover(site.root), Options(now=datetime(2026, 1, 5, tzinfo=UTC))) is None


def test_a_slip_in_settings_is_not_said_again_of_every_file_that_leans_on_them(site):
    town(site).write("site.md", f"{SETTINGS}currency: pounds").write("events/circle.md", PRICED)
    assert [note.span.path for note in site.check()] == ["content/site.md"]


def test_a_draft_waits_and_nobody_minds_its_mistakes(site):
    prepared = town(site).write("events/draft.md", DRAFT).prepare()
    assert prepared.diagnostics == ()
    assert prepared.edition.site.events == ()
    assert [(held.path, held.reason) for held in prepared.held_back] == [("content/events/draft.md", "it is a draft")]


def test_drafts_can_be_asked_for(site):
    prepared = town(site).write("events/draft.md", LATER.replace("publish_on: 2026-02-01", "draft: yes")).prepare(drafts=True)
    assert [event.slug for event in prepared.edition.site.events] == ["draft"]


def test_a_draft_is_one_however_its_key_is_written(site):
    prepared = town(site).write("events/draft.md", "title: Unfinished\nDraft: Yes\nvenue: nowhere").prepare()
    assert [held.path for held in prepared.held_back] == ["content/events/draft.md"]


def test_a_field_counts_everywhere_however_its_key_is_written(site):
    site.write("people/ada.md", "Name: Ada Moss\nPublic: no").write(
        "events/a.md", "Title: A\nStart: 2026-01-06 18:00-19:00\nHost: Ada Moss\nNeighborhood: Docks"
    )
    site.write("pages/p.md", "---\ntitle: P\n---\n[Docks](neighbourhood:docks) [Ada](person:ada)\n")
    prepared = site.prepare()
    assert [note.code for note in prepared.diagnostics if note.code != "W640"] == ["E213"]
    assert prepared.edition.site.sessions[0].hosts[0].title == "Ada Moss"


def test_a_file_that_cannot_be_read_at_all_is_said_once(site):
    town(site).write("venues/cowork.md", "---\ntitle: Harbour Cowork\n  bad: [\n---\n")
    site.write("events/a.md", "---\ntitle: A\nvenue: cowork\nstart: 2026-01-06 18:00\nend: 19:00\n---\n[There](../venues/cowork.md)\n")
    assert {note.span.path for note in site.check()} == {"content/venues/cowork.md"}


@pytest.mark.parametrize(("now", "shown"), [("2026-01-31T23:59", 0), ("2026-02-01T00:00", 1)])
def test_an_event_is_published_from_its_day_on(site, now, shown):
    prepared = town(site).write("events/later.md", LATER).prepare(now)
    assert len(prepared.edition.site.events) == shown
    assert len(prepared.held_back) == 1 - shown


def test_the_date_of_a_session_never_decides_about_publication(site):
    prepared = town(site).write("events/later.md", LATER.replace("publish_on: 2026-02-01", "capacity: 3")).prepare("2025-01-01T09:00")
    assert len(prepared.edition.site.events) == 1


def test_problems_of_all_files_come_in_one_run(site):
    town(site).write("events/a.md", "title: A").write("venues/b.md", "capacity: many").write("pages/c.md", "tile: C")
    assert {note.span.path for note in site.check()} == {"content/events/a.md", "content/venues/b.md", "content/pages/c.md"}


def test_neighbourhoods_and_tags_are_one_however_they_are_capitalised(site):
    town(site).write("venues/park.md", "title: Park\nneighbourhood: old harbour")
    site.write("events/a.md", "title: A\nvenue: park\nstart: 2026-01-06 18:00\nend: 19:00\ntags: [Desk work, desk-work]")
    (event,) = site.prepare().edition.site.events
    assert [place.title for place in site.prepare().edition.site.neighbourhoods] == ["Old Harbour"]
    assert [tag.slug for tag in event.tags] == ["desk-work"]


def test_the_base_url_of_the_command_takes_the_place_of_the_sites(site):
    assert site.prepare(base_url="https://example.com/there").edition.site.settings.base_url == "https://example.com/there/"
