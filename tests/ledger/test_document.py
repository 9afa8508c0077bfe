import json
from datetime import UTC, datetime

import pytest
from factory import LONDON, when
from hypothesis import given
from hypothesis import strategies as st

from mcsite.diagnostics import Misread
from mcsite.ledger.document import LARGEST, is_kept, read, write
from mcsite.model.event import Status
from mcsite.model.ledger import EMPTY, Details, Earlier, Ledger, Published


def published(uid="swap@example.org", **changes):
    known = {"sequence": 1, "modified": datetime(2026, 1, 5, 9, tzinfo=UTC), "series": "swap@example.org", "slug": "swap", "key": "2026-01-06"}
    seen = {"address": "events/swap/", "digest": "0" * 32, "title": "Swap", "when": when("2026-01-06 18:00"), "place": "1 Quay"}
    return Published(**{"uid": uid, **known, **seen, **changes})


DETAILS = Details(
    kind="Circle", tags=("hips",), hosts=(("ana", "Ana"), ("bo", "Bo")), online="https://meet.example/", note="Bring a mat", price="free", own_title="Hips"
)
EARLIER = Earlier(when("2026-01-06 17:00"), "2 Quay", Status.CANCELLED, datetime(2026, 1, 5, 8, tzinfo=UTC), "Swap shop", DETAILS)
LEDGER = Ledger((published(), published("walk@example.org", number=3, withdrawn=True)), (("", ""), ("calendar.ics", ""), ("events/swap/", "swap@example.org")))


def spoiled(**changes):
    """A ledger whose first session says something else."""
    whole = json.loads(write(LEDGER))
    whole["sessions"][0] |= changes
    return json.dumps(whole).encode()


def refused(data):
    with pytest.raises(Misread) as misread:
        read(data)
    assert misread.value.code == "E900"
    return misread.value.message


def test_what_is_written_can_be_read():
    assert read(write(LEDGER)) == LEDGER
    assert read(write(EMPTY)) == EMPTY


def test_each_session_and_each_address_is_one_line():
    lines = write(LEDGER).decode().splitlines()
    assert sum('"uid"' in line for line in lines) == 2
    assert '"calendar.ics": "",' in lines


WHEN = {
    "whole days": when("2026-01-06", "2026-01-08"),
    "overnight": when("2026-06-20 22:00", "2026-06-21 04:30"),
    "elsewhere": when("2026-01-06 18:00", timezone="Asia/Kathmandu"),
}


@pytest.mark.parametrize("moment", WHEN.values(), ids=WHEN.keys())
def test_times_come_back_as_they_were(moment):
    ledger = Ledger((published(when=moment),))
    assert read(write(ledger)) == ledger


def test_the_second_of_two_equal_hours_stays_the_second():
    twice = when("2026-10-25 01:30", "2026-10-25 01:45")
    second = type(twice)(twice.start.replace(fold=1), twice.end.replace(fold=1), LONDON)
    (found,) = read(write(Ledger((published(when=second),)))).sessions
    assert found.when.start.fold == 1
    assert found.when.start.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=50), st.sampled_from(Status), st.integers(0, 2**31 - 1))
def test_every_title_status_and_sequence_comes_back(title, status, sequence):
    ledger = Ledger((published(title=title, status=status, sequence=sequence),))
    assert read(write(ledger)) == ledger


SPOILED = {
    "uid": ["", 3, None, "a\r\nUID:b", "x" * 501],
    "sequence": [-1, True, "1", 2**31, None],
    "modified": ["2026-01-05", "yesterday", "2026-13-05T09:00:00Z", 5],
    "series": ["", 3],
    "slug": ["", "../swap", "Swap", "a/b"],
    "key": ["2026-02-30", "2026-01-06-9999", "../../x", "2026-1-6"],
    "number": [0, -3, "1", True],
    "address": ["/etc/passwd", "../x/", "https://elsewhere.example/", "events/swap", "events/<b>/", "assets/x/"],
    "digest": ["", "g" * 32, "0" * 31],
    "title": [None, 5, "a\x00b", "\ud800", "x" * 2001],
    "start": ["2026-01-06", "18:00", "2026-01-06T18:00", "2027-01-06T18:00:00", "9999-99-99T00:00:00"],
    "end": ["2026-01-06", "", None],
    "timezone": ["Europe/Londn", "posixrules", "../UTC", ""],
    "place": [None, "a\u2028b"],
    "status": ["", "gone", "CANCELLED"],
    "withdrawn": ["yes", 1, None],
    "earlier": [[], {}, None, True, ["2026-01-06"], [{}], [{"until": "2026-01-05T08:00:00Z"}]],
    "colour": ["red"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in SPOILED.items() for value in values])
def test_a_field_that_is_not_what_we_write_spoils_all(name, value):
    assert name in refused(spoiled(**{name: value}))


ONCE = {
    "start": "2026-01-06T17:00:00",
    "end": "2026-01-06T17:45:00",
    "timezone": "Europe/London",
    "place": "",
    "status": "scheduled",
    "title": "Swap shop",
    "until": "2026-01-05T08:00:00Z",
}
SPOILED_ONCE = {
    "start": "17:00",
    "end": "2026-01-06",
    "timezone": "Mars",
    "place": 3,
    "status": "gone",
    "until": "2026-01-05T08:00:00",
    "colour": "red",
    "title": ["Swap"],
}


@pytest.mark.parametrize(("name", "value"), SPOILED_ONCE.items())
def test_how_it_was_announced_before_is_looked_at_as_closely(name, value):
    read(spoiled(earlier=[ONCE]))
    assert name in refused(spoiled(earlier=[ONCE | {name: value}]))


def test_no_more_changes_are_believed_than_are_remembered():
    read(spoiled(earlier=[ONCE] * 5))
    assert "earlier" in refused(spoiled(earlier=[ONCE] * 6))
    assert "earlier" in refused(spoiled(earlier=[]))


SPOILED_DETAILS = (
    "Circle", {"colour": "red"}, {"note": 3}, {"note": "x" * 501}, {"note": "a\u0007"}, {"tags": "hips"}, {"tags": [1]},
    {"hosts": ["ana"]}, {"hosts": {"../ana": "Ana"}}, {"hosts": {"ana": ["Ana"]}},
)  # fmt: skip


@pytest.mark.parametrize("details", SPOILED_DETAILS)
def test_details_are_looked_at_as_closely(details):
    assert "details" in refused(spoiled(details=details))


def test_a_ledger_may_be_older_than_details():
    read(spoiled(details={}))
    assert read(write(Ledger((published(details=DETAILS),)))).sessions[0].details == DETAILS


def test_how_it_was_announced_before_comes_back_and_takes_no_room_where_there_is_nothing():
    ledger = Ledger((published(earlier=(EARLIER,)),))
    assert read(write(ledger)) == ledger
    assert b"earlier" not in write(LEDGER)


@pytest.mark.parametrize("name", ["uid", "number", "status"])
def test_a_missing_field_is_named(name):
    whole = json.loads(write(LEDGER))
    del whole["sessions"][1][name]
    assert f"session 2 has no '{name}'" in refused(json.dumps(whole).encode())


ADDRESSES = ["../x/", "/", "//", "events//", "a/../b/", "x.html", "assets/a/", "theme/b/", "calendar.ics/", "con\x00/", "events/Swap/", "a" * 600 + "/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_of_ours_is_refused(address):
    assert not is_kept(address)
    whole = json.loads(write(LEDGER))
    whole["addresses"][address] = ""
    assert "address" in refused(json.dumps(whole).encode())


ODD = {
    "nothing": b"",
    "a page": b"<!doctype html><title>Not found</title>",
    "not text": b"\xff\xfe",
    "torn": write(LEDGER)[:-30],
    "a list": b"[]",
    "a number": b"1e999",
    "not a number": b'{"version": NaN, "sessions": [], "addresses": {}}',
    "far too deep": b"[" * 100_000,
    "a very long number": b'{"version": ' + b"9" * 10_000 + b', "sessions": [], "addresses": {}}',
    "another version": write(EMPTY).replace(b'"version": 1', b'"version": 2'),
    "a version that is none": write(EMPTY).replace(b'"version": 1', b'"version": true'),
    "sessions that are none": write(EMPTY).replace(b'"sessions": [\n\n]', b'"sessions": {}'),
    "addresses that are none": write(EMPTY).replace(b'"addresses": {\n\n}', b'"addresses": []'),
    "something twice": b'{"version": 1, "version": 1, "sessions": [], "addresses": {}}',
    "one UID twice": write(Ledger((published(), published()))),
    "far too large": b" " * (LARGEST + 1),
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD.keys())
def test_what_is_no_ledger_is_refused_in_plain_words(data):
    assert refused(data).startswith("the record of what was published cannot be used: ")


@given(st.binary(max_size=200))
def test_no_bytes_break_it(data):
    refused(data)
