from dataclasses import replace
from datetime import date

import factory

from mcsite.ledger import identify


def test_sessions_of_a_series_are_told_apart_by_their_original_dates():
    series = factory.event(rule="FREQ=WEEKLY")
    first, second = (identify(factory.settings(), series, key).uid for key in ("2026-01-06", "2026-01-13"))
    assert first == "stretch-2026-01-06@moves.example"
    assert first != second


def test_a_one_off_keeps_its_identity_when_its_date_changes():
    event = factory.event()
    assert identify(factory.settings(), event, "2026-01-06") == identify(factory.settings(), event, "2026-02-03")


def test_an_id_outlives_the_name_of_the_file():
    event = factory.event(identity="for-ever")
    assert identify(factory.settings(), event, "2026-01-06") == identify(factory.settings(), replace(event, slug="renamed"), "2026-01-06")


def test_what_was_published_on_a_day_was_last_modified_then():
    event = factory.event(publish_on=date(2025, 12, 20))
    assert identify(factory.settings(), event, "2026-01-06").modified.date() == date(2025, 12, 20)
