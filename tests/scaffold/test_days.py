from datetime import date, timedelta

import pytest

from mcsite.scaffold.days import dated
from mcsite.scaffold.site import STARTER


def test_a_weekday_is_the_first_that_is_a_week_away():
    assert dated("start: @NEXT_TUESDAY@ 18:00", date(2026, 11, 23)) == "start: 2026-12-01 18:00"


def test_a_day_that_is_exactly_a_week_away_is_far_enough():
    assert dated("@NEXT_TUESDAY@", date(2026, 11, 24)) == "2026-12-01"


def test_days_are_counted_on_from_it_across_the_end_of_a_year():
    assert dated("@NEXT_TUESDAY_PLUS_36_DAYS@", date(2026, 11, 23)) == "2027-01-06"


@pytest.mark.parametrize("after", range(7))
def test_from_any_day_of_the_week_it_is_that_weekday_and_to_come(after):
    today = date(2026, 11, 23) + timedelta(days=after)
    found = date.fromisoformat(dated("@NEXT_SATURDAY@", today))
    assert found.isoweekday() == 6
    assert timedelta(days=7) <= found - today < timedelta(days=14)


def test_an_address_of_mail_stays_what_it_is():
    assert dated("email: hello@example.org", date(2026, 11, 23)) == "email: hello@example.org"


def test_no_place_for_a_date_is_left_in_the_starter():
    texts = [dated(path.read_text(encoding="utf-8"), date(2026, 11, 23)) for path in sorted(STARTER.rglob("*.md"))]
    assert texts
    assert not [text for text in texts if "@NEXT" in text]
