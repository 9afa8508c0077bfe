import pytest
from icalendar import Calendar

from mcsite.ledger.document import LARGEST, read
from mcsite.ledger.fullness import fullness

ROOM = 4_000_000


def test_a_ledger_with_room_says_nothing():
    assert (fullness(0), fullness(LARGEST * 3 // 4), fullness(3_000_000, ROOM)) == ("", "", "")


def test_a_nearly_full_one_says_how_much_and_where_help_is():
    told = fullness(3_000_001, ROOM)
    assert told.startswith("ledger.json has 2.9 of at most 4 MB, and what is larger the next build refuses (E900)")
    assert "mcsite explain E900" in told


def test_one_that_is_too_large_says_what_will_happen():
    assert "the next build will refuse it" in fullness(ROOM + 1, ROOM)


@pytest.mark.parametrize("times", ["", "repeat: weekly\ntimes: 2\n"])
def test_lines_of_an_event_that_is_over_and_has_no_file_can_be_taken_out(site, times):
    """What ``mcsite explain E900`` advises: every address goes on answering, and calendars stay as they are to the byte."""
    site.settings("outputs: [pages, sessions, calendars]").write("events/circle.md", "title: Circle\nstart: 2026-01-06 18:00\nrepeat: weekly\ntimes: 3")
    site.write("events/old.md", f"title: Old\nstart: 2025-11-04 18:00\nend: 19:00\n{times}").build()
    site.remove("events/old.md").build()
    before, ledger = site.files(), site.output / "public" / "ledger.json"
    lines = [line for line in ledger.read_text("utf-8").split("\n") if '"series": "old@' not in line]
    last = next(number for number, line in enumerate(lines) if line == "],") - 1
    lines[last] = lines[last].removesuffix(",")
    trimmed = read("\n".join(lines).encode())
    assert {known.series for known in trimmed.sessions} == {"circle@example.org"}
    assert site.build(previous=trimmed).report is not None
    after = site.files()
    assert after.keys() == before.keys()
    feeds = {path for path in before if path.endswith(".ics")}
    assert {path for path in feeds if after[path] != before[path]} == set()
    assert Calendar.from_ical(after["events/old/calendar.ics" if times else "events/old/session.ics"]).walk("VEVENT") == []
