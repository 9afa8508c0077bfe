"""A ledger that is read block by block is the one that is read as a whole, whatever stands in the file."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger.test_document import DETAILS, EARLIER, published

from mcsite import memo
from mcsite.diagnostics import Misread
from mcsite.ledger import reading
from mcsite.ledger.document import read, write
from mcsite.ledger.reading import read_again
from mcsite.model.ledger import EMPTY, Ledger, Rendition


@pytest.fixture(autouse=True)
def nothing_remembered():
    memo.forget()


def ledger_of(count, **changes):
    sessions = [published(f"{number:04}@example.org", number=number + 1, details=DETAILS, earlier=(EARLIER,)) for number in range(count)]
    addresses = [(f"events/swap-{number}/", f"{number:04}@example.org") for number in range(count)]
    return Ledger(tuple(replace(session, **changes) for session in sessions), tuple(sorted(addresses)))


LARGE = ledger_of(300)


@pytest.fixture
def blocks(monkeypatch):
    """What was really read, block by block."""
    found = []

    def counted(data):
        found.append(data)
        return read(data)

    monkeypatch.setattr(reading, "read", counted)
    return found


@pytest.mark.parametrize("ledger", [EMPTY, ledger_of(1), LARGE, ledger_of(40, renditions=(Rendition("de", "1" * 32, published().modified),))])
def test_twice_read_is_once_read(ledger):
    data = write(ledger)
    assert read_again(data) == read(data) == ledger
    assert read_again(data) == ledger


def test_a_line_that_changes_is_read_with_its_neighbours_alone(blocks):
    read_again(write(LARGE))
    assert len(blocks) > 4
    blocks.clear()
    assert read_again(write(LARGE)) == LARGE
    assert blocks == []
    sessions = list(LARGE.sessions)
    sessions[150] = replace(sessions[150], title="Another")
    del sessions[20]
    changed = replace(LARGE, sessions=tuple(sessions))
    assert read_again(write(changed)) == changed
    assert 1 <= len(blocks) <= 4
    assert sum(map(len, blocks)) < len(write(LARGE)) / 2


SPOILED = {
    "another layout": write(LARGE).replace(b"\n", b"\n "),
    "cut off": write(LARGE)[:-3],
    "a line is gone": write(LARGE).replace(b",\n", b"\n", 1),
    "twice the same session": write(LARGE).replace(b"0150@example.org", b"0001@example.org", 1),
    "twice the same address": write(LARGE).replace(b'"events/swap-150/"', b'"events/swap-1/"'),
    "a line that ends the list": write(LARGE).replace(b"Swap", b'Swap"}], "sessions": [{"title": "', 1),
    "a field too much": write(LARGE).replace(b'"uid"', b'"more": 1, "uid"', 1),
    "an unknown zone": write(LARGE).replace(b"Europe/London", b"Europe/Lundin", 1),
    "another version": write(LARGE).replace(b'"version": 1', b'"version": 2'),
    "two middles": write(LARGE).replace(b'\n],\n"addresses": {\n', b'\n],\n"addresses": {\n"": ""\n},\n"addresses": {\n'),
    "nothing": b"",
    "no text": b"\xff" * 50,
}


@pytest.mark.parametrize("data", SPOILED.values(), ids=SPOILED.keys())
def test_what_is_wrong_is_said_as_if_it_had_been_read_as_a_whole(data):
    assert said(read_again, data) == said(read, data)
    assert said(read_again, data) == said(read, data)


@given(st.binary(max_size=30), st.integers(0, 60_000), st.integers(0, 40))
def test_no_bytes_make_a_difference(inserted, place, gone):
    data = write(LARGE)
    spoiled = data[:place] + inserted + data[place + gone :]
    assert said(read_again, spoiled) == said(read, spoiled)


def said(reader, data):
    """The ledger, or what is said instead."""
    try:
        return reader(data)
    except Misread as misread:
        return misread.code, misread.message, misread.help
