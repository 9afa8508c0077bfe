from dataclasses import replace
from datetime import date
from decimal import Decimal

import factory
import pytest
from factory import person, session, settings, venue, weekly, when
from linked import faults, lacking

from mcsite.model.event import Price, Status
from mcsite.model.prose import Picture
from mcsite.render.linked_data.events import event, series

SCHEMA = "https://schema.org/"


def told(one, *, over=False, **changes):
    found = event(settings(**changes), one, over=over)
    assert list(faults(found)) == []
    return found


def club(**changes):
    return factory.event("club", rule="FREQ=WEEKLY", **changes)


def series_of(of, *sessions, over=False):
    found = series(settings(), of, sessions, (sessions[0].when.iso_start, sessions[-1].when.iso_end), over=over)
    assert list(faults(found)) == []
    return found


def test_a_session_says_everything_that_google_asks_for():
    found = told(session())
    assert list(lacking(found)) == []
    assert (found["startDate"], found["endDate"]) == ("2026-01-06T18:00:00+00:00", "2026-01-06T18:45:00+00:00")
    assert found["url"] == "https://moves.example/events/stretch/"
    assert found["eventAttendanceMode"] == f"{SCHEMA}OfflineEventAttendanceMode"
    assert found["performer"] == [
        {"@type": "Person", "@id": "https://moves.example/people/ada/#person", "name": "Ada", "url": "https://moves.example/people/ada/"}
    ]
    assert found["organizer"]["name"] == "Moves"
    assert "superEvent" not in found


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.SCHEDULED, "EventScheduled"),
        (Status.MOVED, "EventRescheduled"),
        (Status.POSTPONED, "EventPostponed"),
        (Status.CANCELLED, "EventCancelled"),
    ],
)
def test_each_status_is_said_and_the_start_is_kept(status, said):
    found = told(session(status=status, moved_from=when("2026-01-05 18:00") if status is Status.MOVED else None))
    assert found["eventStatus"] == SCHEMA + said
    assert found["startDate"] == "2026-01-06T18:00:00+00:00"
    assert found.get("previousStartDate") == ("2026-01-05T18:00:00+00:00" if status is Status.MOVED else None)
    assert list(lacking(found)) == []


def test_one_that_was_moved_and_then_cancelled_says_both():
    found = told(session(status=Status.CANCELLED, moved_from=when("2026-01-05 18:00")))
    assert (found["eventStatus"], found["previousStartDate"]) == (f"{SCHEMA}EventCancelled", "2026-01-05T18:00:00+00:00")


def test_summer_has_its_own_offset():
    assert told(session(start="2026-07-07 18:00"))["startDate"] == "2026-07-07T18:00:00+01:00"


def test_whole_days_are_dates_the_last_one_included():
    found = told(session(start="2026-05-16", end="2026-05-17"))
    assert (found["startDate"], found["endDate"]) == ("2026-05-16", "2026-05-17")


@pytest.mark.parametrize(
    ("places", "mode", "kinds"),
    [
        ({"online": "https://meet.example/x"}, "Mixed", ["Place", "VirtualLocation"]),
        ({"online": "https://meet.example/x", "venue": None}, "Online", ["VirtualLocation"]),
        ({"venue": None}, "Offline", ["Place"]),
    ],
)
def test_one_takes_part_in_a_room_on_the_web_or_in_either(places, mode, kinds):
    found = told(session(**places))
    assert found["eventAttendanceMode"] == f"{SCHEMA}{mode}EventAttendanceMode"
    assert [place["@type"] for place in found["location"]] == kinds
    assert list(lacking(found)) == []


def test_where_nobody_knows_the_place_none_is_made_up():
    found = told(session(venue=None, neighbourhood=None))
    assert not {"location", "eventAttendanceMode"} & set(found)
    assert "location.name" in set(lacking(found))


PRICES = (
    Price(name="Drop-in", amount=Decimal("4.50"), currency="GBP"),
    Price(name="Deeper", amount=Decimal(15), currency="GBP", url="https://book.example/x"),
    Price(name="Club", amount=Decimal(0), audience="members", url="https://book.example/members"),
)


def test_offers_are_what_everybody_may_have():
    found = told(session(factory.event(prices=PRICES)))
    assert [(offer["price"], offer["priceCurrency"], offer["url"]) for offer in found["offers"]] == [
        ("4.50", "GBP", "https://moves.example/events/stretch/"),
        ("15", "GBP", "https://book.example/x"),
    ]
    assert {offer["availability"] for offer in found["offers"]} == {f"{SCHEMA}InStock"}
    assert found["isAccessibleForFree"] is False
    assert list(lacking(found)) == []


def test_what_is_free_costs_nothing_in_the_money_of_the_site():
    found = told(session(factory.event(prices=(Price(amount=Decimal(0)),))), currency="GBP")
    assert (found["offers"][0]["price"], found["offers"][0]["priceCurrency"], found["isAccessibleForFree"]) == ("0", "GBP", True)


def test_what_is_free_for_some_is_neither_free_nor_not():
    mixed = (Price(name="First visit", amount=Decimal(0)), PRICES[0])
    assert "isAccessibleForFree" not in told(session(factory.event(prices=mixed)))


def test_where_nothing_is_said_of_money_nothing_is_told():
    assert not {"offers", "isAccessibleForFree"} & set(told(session()))
    assert not {"offers", "isAccessibleForFree"} & set(told(session(factory.event(prices=PRICES[2:]))))


def test_a_full_session_is_sold_out():
    assert {offer["availability"] for offer in told(session(factory.event(prices=PRICES), full=True))["offers"]} == {f"{SCHEMA}SoldOut"}


@pytest.mark.parametrize("changes", [{"status": Status.CANCELLED}, {"status": Status.POSTPONED}])
def test_what_does_not_take_place_is_not_offered(changes):
    assert "offers" not in told(session(factory.event(prices=PRICES), **changes))
    assert "offers" not in told(session(factory.event(prices=PRICES)), over=True)


def test_an_offer_is_valid_from_the_day_on_which_it_was_published():
    found = told(session(factory.event(prices=PRICES, publish_on=date(2025, 12, 20))))
    assert {offer["validFrom"] for offer in found["offers"]} == {"2025-12-20"}


def test_people_who_are_not_public_are_not_named():
    assert "performer" not in told(session(factory.event(hosts=(person(public=False),))))


def test_a_picture_is_told_with_its_address():
    found = told(session(factory.event(image=Picture("assets/a.jpg", 1200, 800, "Mats"))))
    assert found["image"][0]["url"] == "https://moves.example/assets/a.jpg"


def test_what_differs_in_one_session_is_told_of_that_session():
    found = told(session(title="Stretch by the sea", venue=venue("beach", title="The Beach"), capacity=6))
    assert (found["name"], found["location"][0]["name"], found["maximumAttendeeCapacity"]) == ("Stretch by the sea", "The Beach", 6)


def test_a_session_of_a_series_belongs_to_it():
    found = told(weekly(club())[1])
    assert found["url"] == "https://moves.example/events/club/2026-01-13/"
    assert found["superEvent"]["@id"] == series_of(club(), *weekly(club()))["@id"]


def test_a_series_names_its_sessions_by_their_own_addresses_and_does_not_describe_them_again():
    sessions = weekly(club(prices=PRICES))
    found = series_of(club(prices=PRICES), *sessions)
    assert (found["startDate"], found["endDate"]) == ("2026-01-06T18:00:00+00:00", "2026-01-20T18:45:00+00:00")
    assert [part["url"] for part in found["subEvent"]] == [f"https://moves.example/events/club/2026-01-{day}/" for day in ("06", "13", "20")]
    assert [part["@id"] for part in found["subEvent"]] == [told(one)["@id"] for one in sessions]
    assert not any({"offers", "description", "organizer", "superEvent"} & set(part) for part in found["subEvent"])
    assert found["location"][0]["name"] == "Harbour Cowork"


def test_where_sessions_have_no_pages_the_series_describes_them_each_by_its_own_name():
    sessions = [replace(one, address="events/club/") for one in weekly(club(prices=PRICES))]
    parts = series_of(club(), *sessions)["subEvent"]
    assert len({part["@id"] for part in parts}) == len(parts)
    assert all(list(lacking(part)) == [] and part["offers"] for part in parts)
    assert not any("offers" in part for part in series_of(club(), *sessions[-1:], over=True)["subEvent"])


@pytest.mark.parametrize(("status", "said"), [(Status.SCHEDULED, "EventScheduled"), (Status.CANCELLED, "EventCancelled")])
def test_a_series_is_called_off_as_a_whole(status, said):
    assert series_of(club(status=status), *weekly(club()))["eventStatus"] == SCHEMA + said
