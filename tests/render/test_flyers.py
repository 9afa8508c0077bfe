from dataclasses import replace

import pytest
from factory import edition, event, session, settings, venue, weekly
from printed import default_prints

from mcsite.model.event import Status
from mcsite.model.prose import Picture
from mcsite.model.signup import Provider, Signup
from mcsite.render.flyers import flyers_of, formats_of, lacking_of

PAGE = "events/stretch/"
BY_MAIL = Signup(Provider.MAIL, "a@b.example")
ALWAYS = ["flyer-a4", "flyer-a5", "flyer-letter", "flyer-four", "flyer-tabs"]


def flyer(*sessions, **site):
    return flyers_of(edition(*sessions, site=site))[PAGE]


def test_a_flyer_names_the_dates_that_are_still_to_come():
    first, second, third = weekly()
    made = flyers_of(edition(first, second, third, now="2026-01-08 09:00"))[PAGE]
    assert made.dates == (second.when, third.when)
    assert not made.more


def test_one_that_is_called_off_is_not_named():
    first, second, third = weekly()
    assert flyer(first, replace(second, status=Status.CANCELLED), third).dates == (first.when, third.when)


def test_of_many_dates_the_first_twelve_are_named():
    sessions = weekly(times=14)
    made = flyer(*sessions)
    assert made.dates == tuple(one.when for one in sessions[:12])
    assert made.more


def test_what_is_over_has_no_flyer():
    assert flyers_of(edition(session(), now="2026-02-01 09:00")) == {}


@pytest.mark.parametrize(
    ("signup", "address"), [(BY_MAIL, "https://moves.example/s/stretch/"), (Signup(Provider.NONE), "https://moves.example/events/stretch/")]
)
def test_its_one_address_is_where_one_signs_up_or_the_event(signup, address):
    assert flyer(session(event(signup=signup))).step.address == address


def test_its_place_is_a_venue_or_online():
    assert flyer(session()).place == ("Harbour Cowork", "1 Quay", "HB1 1AA")
    assert flyer(session(event(venue=None, online="https://meet.example"))).place == ("Online",)
    assert flyer(session(event(venue=venue(address="", postcode="")))).place == ("Harbour Cowork",)


def test_files_are_those_of_the_country_and_one_without_the_picture_where_there_is_one():
    whole = edition(session(), site={"settings": settings(language="en-US")})
    made = formats_of(whole, default_prints(), PAGE)
    assert list(made) == ALWAYS
    assert {form.paper for name, form in made.items() if name in ("flyer-four", "flyer-tabs")} == {"us-letter"}
    assert formats_of(whole, default_prints(), "events/other/") == {}


def test_without_its_letters_nothing_is_made_without_its_signs_it_is():
    foreign = edition(session(event(title="体操")))
    assert lacking_of(foreign, default_prints())[PAGE] == {"体", "操"}
    assert formats_of(foreign, default_prints(), PAGE) == {}
    assert list(formats_of(edition(session(event(title="Smile 🙂"))), default_prints(), PAGE)) == ALWAYS


def test_a_picture_that_is_not_there_is_not_shown():
    assert flyer(session(event(image=Picture("assets/gone.svg", 4, 3, "x")))).design == "date"
