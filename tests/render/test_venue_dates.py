from dataclasses import replace

from factory import edition, event, person, session, settings, venue, weekly
from printed import default_prints, heard, structure

from mcsite.model.event import Status
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.model.settings import Organiser
from mcsite.render.desk import printed
from mcsite.render.fonts import Fonts
from mcsite.render.strings import ENGLISH
from mcsite.render.venue_dates import venue_dates

PARTNER = Partner(slug="gym", title="Gym", venue=venue(), contact="Kit, grumpy before ten", origin=Origin("content/partners/gym.md"))
OURS = settings(organiser=Organiser(name="Moves", phone="01632 960417", email="hello@moves.example"))


def dates(*sessions, **site):
    return venue_dates(edition(*sessions, site={"settings": OURS, "partners": (PARTNER,), **site}), ENGLISH)


def test_the_room_is_needed_from_set_up_to_clearing():
    (sheet,) = dates(session(event(setup=20, clear_up=15))).values()
    (booking,) = sheet.bookings
    assert (booking.day, booking.room, booking.hours, booking.title) == ("Tuesday 6 January 2026", "17:40–19:00", "18:00–18:45", "Stretch")


def test_where_nobody_said_more_it_is_needed_for_the_session():
    (sheet,) = dates(session()).values()
    assert sheet.bookings[0].room == "18:00–18:45"


def test_whole_days_are_all_day():
    (sheet,) = dates(session(event(setup=20), start="2026-01-08")).values()
    assert (sheet.bookings[0].room, sheet.bookings[0].hours) == ("all day", "all day")


def test_for_one_that_is_called_off_the_room_is_not_needed():
    (sheet,) = dates(session(status=Status.CANCELLED)).values()
    assert (sheet.bookings[0].room, sheet.bookings[0].label) == ("–", "Cancelled")


def test_it_is_there_for_six_weeks_ahead():
    (sheet,) = dates(*weekly(times=9)).values()
    assert len(sheet.bookings) == 6


def test_our_contacts_are_on_it_once_and_what_they_told_us_is_not():
    ada = person(email="ada@moves.example")
    (sheet,) = dates(*weekly(event(hosts=(ada,), partner=PARTNER, rule="FREQ=WEEKLY"))).values()
    assert sheet.contacts == (("Moves", "01632 960417\nhello@moves.example"), ("Ada", "ada@moves.example"))
    assert "grumpy" not in str(sheet.sheet().data)


def test_what_is_only_online_needs_no_room():
    assert dates(session(venue=None, online="https://meet.example/x")) == {}


def test_it_is_heard_in_order():
    (sheet,) = dates(session(event(setup=20))).values()
    data = printed(sheet, "", default_prints(), Fonts())
    said = heard(data)
    assert said.index("Our dates at Harbour Cowork") < said.index("As of 5 January 2026") < said.index("17:40") < said.index("Whom to call")
    assert structure(data).tags().count("TH") == 4


def test_in_america_it_is_printed_on_letter():
    (sheet,) = dates(session(), settings=replace(OURS, language="en-US")).values()
    assert sheet.sheet().data["paper"] == "us-letter"
