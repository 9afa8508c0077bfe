from dataclasses import replace

import factory

from mcsite.model.prose import Prose


def test_editing_a_body_changes_no_card():
    session = factory.session()
    edited = replace(session, event=replace(session.event, body=Prose("Other words.")))
    assert edited != session
    assert edited.card == session.card


def test_a_series_has_a_rule_or_extra_dates():
    assert factory.event(rule="FREQ=WEEKLY").is_series
    assert not factory.event().is_series
