from datetime import date

from mcsite.model.schedule import Change, Schedule


def test_a_change_says_nothing_of_what_stays_as_it_is():
    assert all(getattr(Change(), name) is None for name in Change.__dataclass_fields__)


def test_a_schedule_without_a_rule_is_one_date_without_limits():
    schedule = Schedule(start=date(2026, 1, 6), timezone="Europe/London")
    assert (schedule.rule, schedule.times, schedule.until, schedule.days) == ("", None, None, 1)
