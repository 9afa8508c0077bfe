from foreign import WEEKLY, event, vevents

from mcsite.importing.bundles import Bundle, bundled
from mcsite.importing.remarks import Remarks

ONE = "DTSTART:20260113T180000Z\nDTEND:20260113T190000Z"
OF_SERIES = f"RECURRENCE-ID:20260113T180000Z\n{ONE}"


def bundles(*parts: str) -> tuple[tuple[Bundle, ...], Remarks]:
    events, remarks = vevents(*parts)
    return bundled(events, remarks), remarks


def test_single_sessions_belong_to_their_series():
    (found,), _ = bundles(event(WEEKLY), event(OF_SERIES + "\nSEQUENCE:4"), event(ONE, uid="b"))[0][:1], None
    assert found.master is not None
    assert (len(found.overrides), found.sequence) == (1, 4)


def test_the_highest_sequence_is_the_latest_version():
    (found,), remarks = bundles(event(ONE + "\nSEQUENCE:2", summary="New"), event(ONE + "\nSEQUENCE:1", summary="Old"))
    assert found.first.title == "New"
    assert remarks.left_out == {"earlier versions of events": 1}


def test_of_equal_sequences_the_later_change_is_the_latest_version():
    (found,), _ = bundles(event(ONE + "\nLAST-MODIFIED:20260102T000000Z", summary="New"), event(ONE + "\nLAST-MODIFIED:20260101T000000Z", summary="Old"))
    assert found.first.title == "New"


def test_an_event_that_stands_twice_is_one():
    found, remarks = bundles(event(ONE), event(ONE))
    assert len(found) == 1
    assert remarks.left_out == {"events that stand twice in the file": 1}


def test_events_that_share_a_uid_by_mistake_are_all_kept():
    found, remarks = bundles(event(ONE), event("DTSTART:20260114T180000Z\nDURATION:PT1H"))
    assert [bundle.uid for bundle in found] == ["a@elsewhere.example", "a-2026-01-14@elsewhere.example"]
    assert len(remarks.of_event) == 1


def test_events_without_a_uid_are_not_one():
    assert [bundle.uid for bundle in bundles(event(ONE, uid=""), event(OF_SERIES, uid=""))[0]] == ["", ""]


def test_what_is_private_is_left_out_and_counted():
    found, remarks = bundles(event(ONE + "\nCLASS:PRIVATE"), event(ONE + "\nCLASS:CONFIDENTIAL", uid="b"), event(ONE + "\nCLASS:PUBLIC", uid="c"))
    assert [bundle.uid for bundle in found] == ["c"]
    assert remarks.left_out == {"private or confidential events": 2}
