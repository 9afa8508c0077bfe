from dataclasses import replace
from datetime import date

import factory
import pytest

from mcsite.model.event import Status
from mcsite.model.promise import promised_until

LAST = date(2026, 6, 30)


def series(confirmed_until=LAST, **changes):
    of = factory.event(rule="FREQ=WEEKLY", **changes)
    return replace(of, schedule=replace(of.schedule, confirmed_until=confirmed_until))


def sessions(of, count=3, total=None):
    return [replace(one, of=total) for one in factory.weekly(of, times=count)]


def test_a_series_without_end_promises_its_dates_up_to_the_confirmed_day():
    assert promised_until(series(), sessions(series())) == LAST


def test_a_series_with_an_end_promises_up_to_that_day_only_while_sessions_are_held_back():
    assert promised_until(series(), sessions(series(), 3, total=12)) == LAST
    assert promised_until(series(), sessions(series(), 3, total=3)) is None


def test_a_series_all_of_which_is_sure_says_nothing():
    assert promised_until(series(None), sessions(series(None))) is None


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
def test_a_series_that_is_called_off_promises_nothing(status):
    assert promised_until(series(status=status), sessions(series(status=status))) is None
