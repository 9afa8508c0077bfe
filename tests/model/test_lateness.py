"""When a change is a late one, asked of the ledger alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite.model.event import Status
from mcsite.model.lateness import LONGEST, REMEMBERED, late_changes, remembering
from mcsite.model.ledger import EMPTY, Details, Earlier

TONIGHT = factory.when("2026-01-06 18:00")
TOMORROW = factory.when("2026-01-07 18:00")
NEXT_WEEK = factory.when("2026-01-13 18:00")
START = datetime(2026, 1, 6, 18, tzinfo=UTC)


def earlier(when=TONIGHT, status=Status.SCHEDULED, until="2026-01-06T09:00"):
    return Earlier(when, "", status, datetime.fromisoformat(until).replace(tzinfo=UTC), "Stretch", Details())


def known(*history, when=TONIGHT, status=Status.SCHEDULED):
    published = factory.lately(factory.session()).ledger.sessions[0]
    return replace(published, when=when, status=status, earlier=history)


def late(*history, now="2026-01-06T10:00", hours=24, when=TONIGHT, status=Status.SCHEDULED):
    session = replace(factory.session(), when=when, status=status)
    ledger = replace(EMPTY, sessions=(known(*history, when=when, status=status),))
    return late_changes((session,), ledger, hours, datetime.fromisoformat(now).replace(tzinfo=UTC))


def test_what_was_never_changed_is_not_late():
    assert late() == ()


def test_a_change_is_late_within_the_hours_before_its_start():
    assert late(earlier(until="2026-01-05T18:00"), status=Status.CANCELLED)
    assert not late(earlier(until="2026-01-05T17:59"), status=Status.CANCELLED)


def test_no_change_is_late_where_nobody_asks():
    assert late(earlier(), status=Status.CANCELLED, hours=0) == ()


@pytest.mark.parametrize(("was", "became"), [(TONIGHT, NEXT_WEEK), (NEXT_WEEK, TONIGHT)])
def test_the_old_start_counts_as_well_as_the_new(was, became):
    (found,) = late(earlier(was), when=became)
    assert found.until == datetime(2026, 1, 6, 18, 45, tzinfo=UTC)


def test_both_count_when_both_are_near():
    (found,) = late(earlier(TONIGHT), when=TOMORROW)
    assert found.until == datetime(2026, 1, 6, 18, 45, tzinfo=UTC)
    (found,) = late(earlier(TONIGHT), when=TOMORROW, hours=48)
    assert found.until == datetime(2026, 1, 7, 18, 45, tzinfo=UTC)


def test_a_change_while_it_goes_on_is_late_and_one_afterwards_is_not():
    assert late(earlier(until="2026-01-06T18:30"), now="2026-01-06T18:31", status=Status.CANCELLED)
    assert not late(earlier(until="2026-01-06T18:45"), now="2026-01-06T18:45", status=Status.CANCELLED)


def test_of_two_states_in_which_it_does_not_take_place_neither_is_news():
    assert not late(earlier(status=Status.CANCELLED), status=Status.POSTPONED)
    (found,) = late(earlier(), earlier(status=Status.CANCELLED, until="2026-01-06T09:30"), status=Status.POSTPONED)
    assert found.was.status is Status.SCHEDULED


def test_what_was_before_the_last_late_change_is_told():
    first, second = earlier(), earlier(factory.when("2026-01-06 19:00"), until="2026-01-06T09:30")
    (found,) = late(first, second, when=factory.when("2026-01-06 20:00"))
    assert (found.was, found.changed, found.until) == (second, second.until, datetime(2026, 1, 6, 20, 45, tzinfo=UTC))


def test_a_history_is_remembered_while_it_may_still_matter():
    one = known(status=Status.CANCELLED)
    assert remembering(one, (earlier(),), START).earlier == (earlier(),)
    assert remembering(one, (earlier(),), START + timedelta(minutes=45)).earlier == ()


def test_what_was_changed_long_before_is_not_remembered_at_all():
    early = earlier(until="2025-12-01T09:00")
    assert remembering(known(status=Status.CANCELLED), (early,), datetime(2025, 12, 1, 9, tzinfo=UTC)).earlier == ()


def test_a_history_begins_with_what_matters_and_is_never_endless():
    restless = tuple(earlier(until=f"2026-01-06T09:{minute:02}") for minute in range(20))
    assert remembering(known(), restless, START).earlier == restless[-REMEMBERED:]
    early = earlier(until="2025-12-01T09:00")
    assert remembering(known(), (early, early, earlier()), START).earlier == (earlier(),)


@given(hours=st.integers(1, 168), changed=st.integers(-200 * 60, 60), asked=st.integers(-200 * 60, 120), moved=st.integers(-300 * 60, 300 * 60))
def test_whatever_the_hours_nothing_that_is_late_was_forgotten(hours, changed, asked, moved):
    """Minutes around the start: when it was changed, when the site is built, and by how much it was moved."""
    now, moment = START + timedelta(minutes=max(asked, changed)), START + timedelta(minutes=changed)
    became = factory.when((START + timedelta(minutes=moved)).strftime("%Y-%m-%d %H:%M"))
    history = (Earlier(TONIGHT, "", Status.SCHEDULED, moment, "Stretch", Details()),)
    session = replace(factory.session(), when=became)
    whole = known(*history, when=became)
    kept = remembering(whole, history, now)
    assert timedelta(hours=hours) <= LONGEST
    told = [late_changes((session,), replace(EMPTY, sessions=(one,)), hours, now) for one in (whole, kept)]
    assert told[0] == told[1]
