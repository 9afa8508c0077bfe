"""A slip in the year must not take a coming session out of sight."""

import pytest

NOW = "2026-01-10T09:00"
STRETCH = "title: Stretch\nonline: https://meet.example/\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 4\n"
ONCE = "title: Once\nonline: https://meet.example/\nstart: 2026-02-07 10:00\nend: 12:00\n"


@pytest.fixture
def town(site):
    assert site.write("events/stretch.md", STRETCH).write("events/once.md", ONCE).build().codes == []
    return site


def test_a_session_that_is_moved_to_the_year_before_is_asked_about_once(town):
    town.write("events/stretch.md", f"{STRETCH}moved: {{2026-01-13: 2025-01-14 18:00}}")
    (found,) = town.check(NOW)
    assert (found.code, found.span.line, found.span.column) == ("W651", 8, 21)
    assert found.message == (
        "'Stretch' was announced for Tuesday 13 January 2026, which is still to come, and is on Tuesday 14 January 2025 now, which is over"
    )
    town.build(NOW)
    assert town.check(NOW) == ()


def test_a_single_event_with_another_year_is_asked_about_at_its_start(town):
    town.write("events/once.md", ONCE.replace("2026-02-07", "2025-02-07"))
    (found,) = town.check(NOW)
    assert (found.code, found.span.path, found.span.line) == ("W651", "content/events/once.md", 4)


@pytest.mark.parametrize("line", ["moved: {2026-01-13: 2026-01-14 18:00}", "cancelled: {2026-01-13: ill}"])
def test_what_is_still_to_come_or_called_off_is_no_slip(town, line):
    town.write("events/stretch.md", f"{STRETCH}{line}")
    assert town.check(NOW) == ()


def test_time_that_goes_by_is_no_slip(town):
    assert town.check("2026-06-01T09:00") == ()
