"""What was read before is not read again, and never makes a difference to what a site is."""

import pytest
from town import found_town

from mcsite import memo
from mcsite.content import events


@pytest.fixture
def town(site):
    memo.forget()
    return found_town(site)


@pytest.fixture
def read(monkeypatch):
    """The slugs of the events that were really read."""
    slugs = []
    plain = events.draft_of

    def draft_of(document, reading, shelves):
        slugs.append(document.slug)
        return plain(document, reading, shelves)

    monkeypatch.setattr(events, "draft_of", draft_of)
    return slugs


def whole(prepared):
    """All that can be seen of what was prepared."""
    return prepared.edition.site, prepared.edition.ledger.sessions, prepared.diagnostics, [artifact.path for artifact in prepared.artifacts]


def as_if_for_the_first_time(site):
    memo.forget()
    return whole(site.prepare())


def test_only_the_event_that_was_edited_is_read_again(town, read):
    town.prepare()
    read.clear()
    town.write("events/open-day.md", "title: Open Day\nstart: 2026-05-17\nvenue: park-pavilion\ntags: [posture]")
    again = whole(town.prepare())
    assert read == ["open-day"]
    assert again == as_if_for_the_first_time(town)


def test_what_an_event_refers_to_is_the_very_thing(town):
    town.prepare()
    site = town.prepare().edition.site
    (evening,) = (event for event in site.events if event.slug == "desk-evening")
    assert any(evening.venue is venue for venue in site.venues)
    assert any(evening.workshop is workshop for workshop in site.workshops)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("venues/park-pavilion.md", "title: The Pavilion\naddress: The Park\nneighbourhood: Meadow"),
        ("people/olu.md", "title: Olu Ade\nrole: Reader\npublic: no"),
        ("site.md", "title: Moving\nbase_url: https://example.org/\ntimezone: Europe/Paris\nclosed: [2026-03-27]"),
        ("workshops/desk-posture.md", "---\ntitle: Desks\nsummary: About chairs.\n---\nAn outline."),
    ],
)
def test_an_event_follows_what_it_refers_to(town, path, text):
    town.prepare()
    town.write(path, text)
    assert whole(town.prepare()) == as_if_for_the_first_time(town)


def test_an_event_that_links_to_another_hears_of_its_going(town):
    town.write("events/circle.md", "---\ntitle: Circle\nstart: 2026-02-03 18:00-19:00\n---\nAfter the [night walk](overnight.md).")
    assert not town.prepare().broken
    town.remove("events/overnight.md")
    assert [note.code for note in town.check() if note.severity == "error"] == ["E210"]


def test_an_event_that_leads_to_a_heading_of_another_hears_of_its_going(town):
    town.write("events/overnight.md", "---\ntitle: Night Walk\nstart: 2026-06-20 22:00-23:00\n---\n## What to bring\n\nA lamp.")
    town.write("events/circle.md", "---\ntitle: Circle\nstart: 2026-02-03 18:00-19:00\n---\n[Bring this](overnight.md#what-to-bring).")
    assert not town.prepare().broken
    town.write("events/overnight.md", "---\ntitle: Night Walk\nstart: 2026-06-20 22:00-23:00\n---\n## Bring\n\nA lamp.")
    assert [note.code for note in town.check() if note.severity == "error"] == ["E211"]


def test_a_warning_is_said_each_time(town):
    town.write("events/short.md", "title: Short\nstart: 2026-02-03 18:00")
    first, second = (town.check() for _ in range(2))
    assert "W360" in [note.code for note in first]
    assert first == second


def test_a_mistake_is_said_each_time(town):
    town.write("events/lost.md", "title: Lost\nstart: 2026-02-03 18:00-19:00\nvenue: nowhere")
    assert [note.code for note in town.check()] == [note.code for note in town.check()] == ["E203"]


def test_tags_are_called_as_the_first_event_in_order_calls_them(town):
    town.write("events/z.md", "title: Z\nstart: 2026-02-03 18:00-19:00\ntags: [Desk Work]").prepare()
    town.write("events/a.md", "title: A\nstart: 2026-02-03 18:00-19:00\ntags: [desk work]")
    prepared = town.prepare()
    assert {tag.title for event in prepared.edition.site.events for tag in event.tags if tag.slug == "desk-work"} == {"desk work"}
    assert whole(prepared) == as_if_for_the_first_time(town)


def test_a_document_is_known_by_its_bytes_and_its_place(town):
    town.prepare()
    town.write("events/other-day.md", "title: Open Day\nstart: 2026-05-16\nend: 2026-05-17\nvenue: park-pavilion\ntags: [posture]")
    assert {event.slug for event in town.prepare().edition.site.events} >= {"open-day", "other-day"}


def test_another_address_of_the_site_is_another_reading(town, read):
    town.prepare()
    read.clear()
    town.prepare(base_url="https://preview.example/")
    assert len(read) == len(town.prepare().edition.site.events)


def test_an_event_that_leads_to_what_is_gathered_is_not_read_again_for_another_title(town, read):
    town.write(
        "events/circle.md", "---\ntitle: Circle\nstart: 2026-02-03 18:00-19:00\n---\nSee [posture](/tags/posture/) and [the day](open-day.md)."
    ).prepare()
    read.clear()
    town.write("events/open-day.md", "title: A Day\nstart: 2026-05-16\nvenue: park-pavilion\ntags: [posture]")
    again = whole(town.prepare())
    assert read == ["open-day"]
    assert again == as_if_for_the_first_time(town)


def test_it_hears_of_it_when_nothing_is_gathered_any_more(town):
    town.write("events/circle.md", "---\ntitle: Circle\nstart: 2026-02-03 18:00-19:00\n---\nSee [rest](/tags/rest/).")
    assert [note.code for note in town.check() if note.severity == "error"] == ["E210"]
    town.write("events/nap.md", "title: Nap\nstart: 2026-02-03 18:00-19:00\ntags: [rest]")
    assert not town.prepare().broken
    town.remove("events/nap.md")
    assert [note.code for note in town.check() if note.severity == "error"] == ["E210"]


def test_an_event_that_calls_another_by_its_title_hears_of_a_new_title(town):
    town.write("events/circle.md", "---\ntitle: Circle\nstart: 2026-02-03 18:00-19:00\n---\nSee [the walk](<event:Walk by Night>).")
    town.write("events/overnight.md", "title: Walk by Night\nstart: 2026-06-20 22:00-23:00")
    assert not town.prepare().broken
    town.write("events/overnight.md", "title: Another Walk\nstart: 2026-06-20 22:00-23:00")
    assert [note.code for note in town.check() if note.severity == "error"] == ["E210"]
