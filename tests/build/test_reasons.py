"""A file is made again exactly when there is a reason, and the reason has a name."""

from __future__ import annotations

import pytest

from mcsite.build.folder import Seen
from mcsite.build.manifest import Record
from mcsite.build.reasons import why

PARTS = (("cards", b"1"), ("template", b"2"))
RECORD = Record("pages.listing", PARTS, b"digest", 100, 5)
SEEN = Seen(100, 5, 77)


def unasked():
    pytest.fail("the file was read although the system's word was enough")


@pytest.mark.parametrize(
    ("maker", "parts", "record", "seen", "reason"),
    [
        ("pages.listing", PARTS, RECORD, SEEN, ""),
        ("pages.listing", PARTS, None, None, "it is new"),
        ("pages.listing", PARTS, None, SEEN, "nothing is remembered of it"),
        ("pages.table", PARTS, RECORD, SEEN, "it is made in another way"),
        ("pages.listing", (("cards", b"9"), ("template", b"2")), RECORD, SEEN, "cards changed"),
        ("pages.listing", (("cards", b"9"), ("template", b"9")), RECORD, SEEN, "cards and template changed"),
        ("pages.listing", (("cards", b"1"), ("settings", b"3")), RECORD, SEEN, "settings and template changed"),
        ("pages.listing", PARTS, RECORD, None, "the file is missing"),
    ],
)
def test_every_reason_has_its_words(maker, parts, record, seen, reason):
    assert why(maker, parts, record, seen, unasked) == reason


@pytest.mark.parametrize("seen", [Seen(100, 6, 77), Seen(101, 5, 77), Seen(-1, 5, 77)])
def test_a_file_that_looks_touched_is_read(seen):
    assert why("pages.listing", PARTS, RECORD, seen, lambda: b"digest") == ""
    assert why("pages.listing", PARTS, RECORD, seen, lambda: b"other") == "the file was changed by something else"
