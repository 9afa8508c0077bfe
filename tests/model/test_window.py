from datetime import date

import factory
import pytest

from mcsite.model.window import Window, months_later


def test_the_window_lies_around_the_day_of_the_edition():
    whole = factory.edition(now="2026-01-05 09:00", site={"settings": factory.settings(feed_past_months=1, feed_future_months=2)})
    assert Window.of(whole) == Window(date(2025, 12, 5), date(2026, 3, 5))


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2026-01-08", "2026-01-09", False),
        ("2026-01-09", "2026-01-10", True),
        ("2026-01-20", "2026-01-21", True),
        ("2026-01-21", "2026-01-22", False),
    ],
)
def test_a_session_is_shown_if_one_of_its_days_is_in_the_window(start, end, shown):
    assert Window(date(2026, 1, 10), date(2026, 1, 20)).shows(factory.session(start=start, end=end)) is shown


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-01-05", -12, "2025-01-05"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-03-31", -4, "2025-11-30"),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, then):
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(then)
