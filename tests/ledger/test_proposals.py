"""Lines to paste: in the place of a line of the same name they say what that said, and more."""

import pytest

from mcsite.ledger.proposals import adding, cancelling, instead, moving, withdrawing, written

STRETCH = "title: Stretch\nonline: https://meet.example/\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 4\n"
EXCEPTIONS = "extra: [2026-03-03 18:00]\ncancelled: {2026-01-13: 'no key, again', 2026-01-20: }\nmoved: {2026-01-27: 2026-01-28 19:00}\n"


@pytest.fixture
def event(site):
    site.write("events/stretch.md", STRETCH + EXCEPTIONS)
    prepared = site.prepare()
    assert prepared.diagnostics == ()
    (found,) = prepared.edition.site.events
    return found


def test_a_line_holds_what_stands_in_the_file_already_in_order_of_days(event):
    assert cancelling(event, {"2026-01-06": "rain"}) == 'cancelled: {2026-01-06: rain, 2026-01-13: "no key, again", 2026-01-20: ""}'
    assert moving(event, {"2026-01-06": "2026-01-07 18:00"}) == "moved: {2026-01-06: 2026-01-07 18:00, 2026-01-27: 2026-01-28 19:00}"
    assert adding(event, ["2026-02-24 18:00"]) == "extra: [2026-02-24 18:00, 2026-03-03 18:00]"


def test_what_the_editor_wrote_of_a_day_stays(event):
    assert '2026-01-13: "no key, again"' in cancelling(event, {"2026-01-13": "why"})


def test_only_lines_that_are_there_are_taken_the_place_of(event):
    assert instead(event.origin, "extra", "skip", "moved") == " (in place of the present 'extra' and 'moved')"
    assert instead(event.origin, "skip") == ""


def test_what_was_withdrawn_before_stays_withdrawn(site):
    settings = site.settings("withdrawn: [events/old/]").prepare().edition.site.settings
    assert withdrawing(settings, ["events/new/", "events/old/"]) == "withdrawn: [events/old/, events/new/]"


@pytest.mark.parametrize(("reason", "line"), [("half-term", "half-term"), ("", "why"), ("rain: all day", '"rain: all day"')])
def test_a_reason_is_written_so_that_it_is_read_as_it_was(reason, line):
    assert written(reason) == line
