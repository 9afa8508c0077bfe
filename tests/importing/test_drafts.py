from datetime import date

import factory
import pytest
from foreign import WEEKLY, event, vevents

from mcsite.importing.bundles import bundled
from mcsite.importing.drafts import Draft, Drafting, Names, lasting_name
from mcsite.importing.people import People
from mcsite.importing.places import Places
from mcsite.importing.remarks import Remarks
from mcsite.importing.sessions import program

UNTIL = date(2026, 3, 31)
ONE = "DTSTART:20260113T180000Z\nDTEND:20260113T190000Z"


def drafts(*parts: str) -> tuple[list[Draft], Remarks]:
    events, remarks = vevents(*parts)
    drafting = Drafting(factory.settings(), Places((), (), remarks), People((), ()), Names(()), UNTIL, remarks)
    return [draft for bundle in bundled(events, remarks) for draft in drafting.of(bundle, program(bundle, UNTIL, remarks))], remarks


def text(*parts: str) -> str:
    (found,), _ = drafts(*parts)
    return found.text


def test_a_series_reads_as_an_editor_would_write_it():
    moved = event(
        "RECURRENCE-ID:20260113T180000Z\nDTSTART:20260114T190000Z\nDTEND:20260114T203000Z\nLOCATION:Park\nDESCRIPTION:Bring a mat", summary="Swap outside"
    )
    off = event(
        "RECURRENCE-ID:20260120T180000Z\nDTSTART:20260120T180000Z\nDTEND:20260120T190000Z\nLOCATION:Hall\\, 1 High Street\nSTATUS:CANCELLED",
        summary="Cancelled: Swap",
    )
    assert (
        text(event(WEEKLY + "\nLOCATION:Hall\\, 1 High Street\nCATEGORIES:Circle,Seeds\nSEQUENCE:3"), moved, off)
        == """\
---
title: Swap
kind: circle
start: 2026-01-06 18:00
end: 19:00
repeat: every Tuesday
times: 4
cancelled: [2026-01-20]
moved: {2026-01-13: 2026-01-14 19:00}
changed: {2026-01-13: {end: 20:30, title: Swap outside, venue: park, note: Bring a mat}}
venue: hall
tags: [Seeds]
uid: a@elsewhere.example
sequence: 3
---
"""
    )


def test_a_cancelled_event_says_so_once():
    found = text(event(ONE + "\nSTATUS:CANCELLED", summary="Canceled: Swap"))
    assert "title: Swap\n" in found
    assert "status: cancelled\n" in found


def test_the_address_of_an_event_stands_below_its_description():
    assert text(event(ONE + "\nDESCRIPTION:Come\nURL:https://example.org/swap")).endswith("---\nCome\n\n<https://example.org/swap>\n")
    assert text(event(ONE + "\nDESCRIPTION:See https://example.org/swap\nURL:https://example.org/swap")).count("example.org") == 1


def test_what_holds_for_all_later_sessions_is_an_event_of_its_own():
    (before, after), remarks = drafts(event(WEEKLY), event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260120T180000Z\nDTSTART:20260120T190000Z\nDURATION:PT1H"))
    assert (before.fields["times"], before.fields["uid"]) == ("2", "a@elsewhere.example")
    assert (after.fields["start"], after.fields["uid"]) == ("2026-01-20 19:00", "a-2026-01-20-1900@elsewhere.example")
    assert remarks.of_event


def test_a_title_that_says_cancelled_where_the_calendar_does_not_is_remarked():
    assert len(drafts(event(ONE, summary="CANCELED Swap"))[1].of_event) == 1


def test_names_of_files_are_free_and_say_the_day_where_they_must():
    names = Names(["swap"])
    assert [names.free(title, date(2026, 1, 6)) for title in ("Swap", "Swap", "Con", "💃")] == [
        "swap-2026-01-06",
        "swap-2026-01-06-2",
        "con-2026-01-06",
        "event",
    ]


@pytest.mark.parametrize("uid", ["", "x" * 300, "a\x07b"])
def test_what_has_no_uid_that_can_be_kept_has_the_same_name_at_every_import(uid):
    (first,), _ = drafts(event(ONE, uid=uid))
    (again,), _ = drafts(event(ONE, uid=uid))
    assert str(first.fields["id"]).startswith("imported-")
    assert first.fields["id"] == again.fields["id"]


def test_that_name_differs_from_event_to_event():
    events, remarks = vevents(event(ONE, uid=""), event(ONE, uid="", summary="Other"))
    assert len({lasting_name(bundle) for bundle in bundled(events, remarks)}) == 2


def test_a_long_description_of_one_session_is_cut_and_that_is_said():
    found, remarks = drafts(event(WEEKLY), event(f"RECURRENCE-ID:20260113T180000Z\n{ONE}\nDESCRIPTION:{'word ' * 400}"))
    assert len(str(found[0].fields["changed"])) < 1_000
    assert "long" in remarks.of_event[0][1]
