from dataclasses import replace

import pytest
from factory import edition, event, person, session, settings, venue, weekly, when

from mcsite.model.event import Status
from mcsite.model.library import Page, Workshop
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.model.places import Neighbourhood
from mcsite.model.signup import Provider, Signup
from mcsite.render.social_cards import cards_of, folder_of, site_picture
from mcsite.render.strings import ENGLISH

PAGE = "events/stretch/"
HERE = Origin("content/x.md")
BY_MAIL = Signup(Provider.MAIL, "a@b.example")


def test_everything_that_has_a_page_people_share_has_a_card():
    hidden, shown = person("bob", public=False), person()
    site = {
        "venues": (venue(),),
        "people": (shown, hidden),
        "partners": (Partner(slug="gym", title="Gym", origin=HERE),),
        "neighbourhoods": (Neighbourhood("old-harbour", "Old Harbour"),),
        "pages": (Page(slug="about", title="About", origin=HERE),),
        "workshops": (Workshop(slug="desk", title="Desk", minutes=45, origin=HERE),),
    }
    made = cards_of(edition(session(), site=site))
    assert set(made) == {"", PAGE, "venues/cowork/", "people/ada/", "partners/gym/", "neighbourhoods/old-harbour/", "about/", "workshops/desk/"}
    assert made["workshops/desk/"].kicker == "45 minutes"
    assert all(card.forms == ("card",) for page, card in made.items() if page != PAGE)


def test_a_site_that_wants_no_cards_has_none():
    whole = edition(session(), site={"settings": settings(outputs=("pages", "prints"))})
    assert cards_of(whole) == {}
    assert site_picture(whole, ENGLISH) is None


def test_a_series_has_one_and_so_have_its_next_sessions():
    made = cards_of(edition(*weekly(times=9)))
    assert [page for page in made if page.startswith(PAGE)] == [PAGE, *(f"{PAGE}2026-01-{day}/" for day in ("06", "13", "20", "27"))]
    assert made[PAGE].rhythm == "Tuesdays"
    assert not made[PAGE].address


def test_what_is_far_ahead_has_none_and_what_is_just_over_keeps_its_own_to_be_looked_at():
    sessions = weekly(event(rule="FREQ=MONTHLY"), times=1) + weekly(event(rule="FREQ=MONTHLY"), start="2026-04-06 18:00", times=1)
    assert [page for page in cards_of(edition(*sessions)) if page.startswith(PAGE)] == [PAGE, f"{PAGE}2026-01-06/"]
    over = cards_of(edition(*sessions, now="2026-01-19 09:00"))
    assert over[f"{PAGE}2026-01-06/"].forms == ("card",)
    assert f"{PAGE}2026-01-06/" not in cards_of(edition(*sessions, now="2026-01-21 09:00"))


def test_a_one_off_has_one_as_long_as_it_is_to_come_however_far_ahead():
    far = session(start="2026-12-01 18:00")
    assert cards_of(edition(far))[PAGE].forms == ("card", "card-square", "card-story")
    assert PAGE not in cards_of(edition(far, now="2027-01-01 09:00"))


def test_a_series_that_is_not_weekly_shows_its_next_date():
    of = event(rule="FREQ=MONTHLY")
    sessions = tuple(session(of, f"2026-0{month}-06 18:00") for month in (2, 3, 4))
    card = cards_of(edition(*sessions))[PAGE]
    assert (card.rhythm, card.when) == ("", sessions[0].when)


def test_one_date_that_is_moved_or_called_off_leaves_the_weekday_of_the_others():
    first, second, third, fourth = weekly(times=4)
    moved = replace(second, status=Status.MOVED, when=when("2026-01-14 19:00"), moved_from=second.when)
    assert cards_of(edition(first, moved, third, fourth))[PAGE].rhythm == "Tuesdays"
    assert cards_of(edition(replace(first, status=Status.CANCELLED), second, third))[PAGE].rhythm == "Tuesdays"


@pytest.mark.parametrize(
    ("changes", "notice", "off"),
    [
        ({"status": Status.CANCELLED}, "Cancelled", True),
        ({"status": Status.POSTPONED}, "Postponed", True),
        ({"status": Status.MOVED, "moved_from": when("2026-01-05 18:00")}, "Moved from Mon 5 Jan", False),
        ({"status": Status.MOVED, "moved_from": when("2026-01-06 17:00")}, "Moved from Tue 6 Jan, 17:00–17:45", False),
        ({"full": True}, "Fully booked", False),
        ({}, "", False),
    ],
)
def test_what_must_not_be_overlooked_stands_on_it(changes, notice, off):
    card = cards_of(edition(session(**changes)))[PAGE]
    assert (card.notice, card.off) == (notice, off)


def test_the_address_of_a_story_is_the_short_one_only_where_that_leads_to_this_session():
    first, second = weekly(event(rule="FREQ=WEEKLY", signup=BY_MAIL), times=2)
    made = cards_of(edition(first, second))
    assert made[first.address].address == "https://moves.example/s/stretch/"
    assert made[second.address].address == "https://moves.example/events/stretch/2026-01-13/"
    assert cards_of(edition(session(event(signup=BY_MAIL), full=True)))[PAGE].address == "https://moves.example/events/stretch/"


def test_files_of_a_session_lie_below_its_event_even_where_it_has_no_page():
    (one,) = weekly(times=1)
    assert folder_of(replace(one, address=PAGE)) == f"{PAGE}2026-01-06/"
    assert folder_of(session()) == PAGE


def test_the_site_is_shown_by_its_title_and_what_it_is_about():
    picture = site_picture(edition(site={"settings": settings(description="Small gatherings.")}), ENGLISH)
    assert picture is not None
    assert (picture.path, picture.alt) == ("card.png", "Moves. Small gatherings.")
