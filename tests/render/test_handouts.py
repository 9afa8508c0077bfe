from dataclasses import replace

import pytest
from factory import edition, event, person, prose, session, settings, weekly

from mcsite.model.event import Status
from mcsite.model.library import Workshop
from mcsite.model.origin import Origin
from mcsite.model.settings import Organiser
from mcsite.model.signup import Provider, Signup
from mcsite.render.handouts import handouts_of

FORMAT = Workshop(slug="desk", title="Desk reset", takeaway=prose("Breathe."), stop_if=("it hurts",), origin=Origin("content/workshops/desk.md"))
ADA = person(registration="Guild, member 1")
BY_MAIL = Signup(Provider.MAIL, "a@b.example")


def circle(**changes):
    return event(rule="FREQ=WEEKLY", **{"workshop": FORMAT, "hosts": (ADA,), "signup": BY_MAIL, **changes})


def handouts(*sessions, now="2026-01-05 09:00", **site):
    return handouts_of(edition(*sessions, now=now, site={"workshops": (FORMAT,), **site}))


def test_a_session_s_handout_names_the_session_after_it():
    first, second, third = weekly(circle())
    found = handouts(first, second, third)
    assert found[first.address].following.when == second.when
    assert found[second.address].following.when == third.when
    assert found[third.address].following is None


def test_one_that_is_called_off_is_not_the_next():
    first, second, third = weekly(circle())
    found = handouts(first, replace(second, status=Status.CANCELLED), third)
    assert found[first.address].following.when == third.when
    assert second.address not in found


def test_after_the_last_of_a_series_comes_another_series_of_the_format():
    (last,) = weekly(circle(), times=1)
    (other,) = weekly(circle(slug="evening"), start="2026-02-03 19:00", times=1)
    assert handouts(last, other)[last.address].following.when == other.when


def test_the_workshop_s_own_names_the_next_from_today():
    first, second, _ = weekly(circle())
    assert handouts(first, second, now="2026-01-08 09:00")["workshops/desk/"].following.when == second.when


@pytest.mark.parametrize(("now", "there"), [("2025-11-24 09:00", False), ("2025-11-26 09:00", True), ("2026-01-19 09:00", True), ("2026-01-21 09:00", False)])
def test_a_session_s_is_there_from_six_weeks_before_until_two_weeks_after(now, there):
    (only,) = weekly(circle(), times=1)
    assert (only.address in handouts(only, now=now)) == there


@pytest.mark.parametrize(
    ("signup", "address"), [(BY_MAIL, "https://moves.example/s/stretch/"), (Signup(Provider.NONE), "https://moves.example/events/stretch/")]
)
def test_the_next_step_is_to_sign_up_where_one_signs_up(signup, address):
    first, second, _ = weekly(circle(signup=signup))
    assert handouts(first, second)[first.address].step.address == address


def test_when_nothing_follows_the_next_step_is_to_look_what_is_on():
    (only,) = weekly(circle(), times=1)
    assert handouts(only)[only.address].step.address == "https://moves.example/events/"


def test_who_gives_it_is_named_with_registration_if_public():
    hidden = person("ben", public=False)
    (only,) = weekly(circle(hosts=(ADA, hidden)), times=1)
    (giver,) = handouts(only)[only.address].givers
    assert (giver.name, giver.note) == ("Ada", "Guild, member 1")


def test_where_nobody_public_does_the_organiser_answers():
    (only,) = weekly(circle(hosts=(person("ben", public=False),)), times=1)
    (giver,) = handouts(only, settings=settings(organiser=Organiser(name="Moves Ltd", registration="No 5")))[only.address].givers
    assert (giver.name, giver.note) == ("Moves Ltd", "No 5")


def test_a_workshop_without_a_takeaway_has_none():
    bare = replace(FORMAT, takeaway=prose(""))
    (only,) = weekly(circle(workshop=bare), times=1)
    assert handouts(only, workshops=(bare,)) == {}


def test_a_one_off_has_its_handout_at_its_own_page():
    only = session(event(workshop=FORMAT))
    assert handouts(only)["events/stretch/"].about == "Stretch · Tuesday 6 January 2026"
