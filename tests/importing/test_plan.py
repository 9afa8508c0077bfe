from datetime import UTC, date, datetime

import pytest
from foreign import WEEKLY, calendar, event
from story import Story

from mcsite.content.options import Options
from mcsite.importing.plan import Imported, NoCalendarError, NoSiteError, Source, Wish, imported
from mcsite.source.files import discover

ONE = "DTSTART:20260113T180000Z\nDTEND:20260113T190000Z"


def brought(site: Story, *files: bytes) -> Imported:
    wish = Wish(discover(site.root), Options(datetime(2026, 1, 5, 9, tzinfo=UTC), drafts=True), date(2027, 1, 5))
    return imported([Source(f"{number}.ics", data) for number, data in enumerate(files)], wish, lambda *_: None)


def test_events_and_their_venues_become_files(site: Story):
    found = brought(site, calendar(event(WEEKLY + "\nLOCATION:Hall")))
    assert list(found.files) == ["content/venues/hall.md", "content/events/swap.md"]
    assert (found.venues, found.read, found.known, found.endless) == (1, 1, 0, 0)


def test_two_files_with_one_event_bring_it_once_in_its_last_version(site: Story):
    found = brought(site, calendar(event(ONE, summary="Old")), calendar(event(ONE + "\nSEQUENCE:1", summary="New")))
    assert [draft.title for draft in found.drafts] == ["New"]


def test_nothing_about_people_is_carried_over(site: Story):
    people = "ATTENDEE;CN=Ann Other:mailto:ann@example.org\nORGANIZER;CN=Bob:mailto:bob@example.org\nCONTACT:Cy\nATTACH:https://example.org/x.pdf"
    found = brought(
        site,
        calendar(event(f"{ONE}\n{people}\nBEGIN:VALARM\nACTION:EMAIL\nATTENDEE:mailto:ann@example.org\nEND:VALARM"), "BEGIN:VTODO\nSUMMARY:Sweep\nEND:VTODO"),
    )
    assert not {"Ann", "Bob", "Cy", "example.org"} & set("".join(found.files.values()).replace("@", " ").split())
    assert "ann" not in "".join(found.files.values())
    assert found.remarks.left_out == {
        "names and addresses of people who attend": 1, "names and addresses of organisers": 1, "contacts": 1, "attachments": 1, "alarms": 1, "tasks": 1,
    }  # fmt: skip


@pytest.mark.parametrize("known", ["uid: a@elsewhere.example", "id: a@elsewhere.example"])
def test_what_the_site_has_already_is_left_as_it_is(site: Story, known: str):
    site.write("events/other.md", f"title: Other\nstart: 2026-01-06 18:00\nend: 19:00\n{known}")
    found = brought(site, calendar(event(ONE)))
    assert (dict(found.files), found.known) == ({}, 1)


def test_no_name_of_a_file_or_an_alias_is_taken_again(site: Story):
    site.write("events/2025/swap.md", "title: Swap\nstart: 2026-01-06 18:00\nend: 19:00\naliases: [swap-2026-01-13]")
    assert list(brought(site, calendar(event(ONE))).files) == ["content/events/swap-2026-01-13-2.md"]


def test_a_description_that_no_page_can_show_is_cut_and_that_is_said(site: Story):
    found = brought(site, calendar(event(f"{ONE}\nDESCRIPTION:{'word ' * 12_000}")))
    assert len(found.drafts[0].body) < 4_000
    assert "Its description is long or tangled" in found.remarks.of_event[0][1]


def test_what_is_no_calendar_is_told_apart(site: Story):
    with pytest.raises(NoCalendarError) as error:
        brought(site, b"<!doctype html>")
    assert error.value.args == ("0.ics", "<!doctype html>")


def test_a_site_without_settings_cannot_be_imported_into(site: Story):
    site.write("site.md", "title: Only")
    with pytest.raises(NoSiteError):
        brought(site, calendar(event(ONE)))


def test_a_calendar_that_calls_off_calls_off_all(site: Story):
    (draft,) = brought(site, calendar(event(ONE), head="METHOD:CANCEL")).drafts
    assert draft.fields["status"] == "cancelled"
