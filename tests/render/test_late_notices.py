from dataclasses import replace

import factory
import pytest
from render.notices import notice

from mcsite.model.event import Status
from mcsite.model.ledger import Details
from mcsite.model.moment import When
from mcsite.model.signup import Provider, Signup

ADA = (("ada", "Ada"),)
MEETING = "https://meet.example/two"
NOTE = "Bring a mat"
NEWS = {
    "begins later": {"was": factory.when("2026-01-06 17:00")},
    "begins earlier": {"was": factory.when("2026-01-06 19:00")},
    "ends later": {"was": factory.when("2026-01-06 18:00", "2026-01-06 18:30")},
    "ends earlier": {"was": factory.when("2026-01-06 18:00", "2026-01-06 19:30")},
    "is on another day": {"was": factory.when("2026-01-07 18:00")},
    "is at another time": {"was": factory.when("2026-01-06"), "changed": "2026-01-05T12:00"},
    "is in another place": {"place": "The Park"},
    "takes place after all": {"status": Status.POSTPONED},
    "begins later, in another place": {"was": factory.when("2026-01-06 17:00"), "place": "The Park"},
    "is led by somebody else": {"details": Details(hosts=(("bo", "Bo"),))},
    "can be joined online, too": {"details": Details(hosts=ADA)},
    "is at another address online": {"details": Details(hosts=ADA, online="https://meet.example/one")},
    "has another title": {"details": Details(hosts=ADA, online=MEETING, note=NOTE), "title": "Bend"},
    "has a new note": {"details": Details(hosts=ADA, online=MEETING, note="Bring socks")},
    "is on another day, in another place": {"was": factory.when("2026-01-05 18:00"), "place": "The Park"},
}


@pytest.mark.parametrize(("news", "before"), NEWS.items())
def test_the_news_goes_on_where_the_title_ends(news, before):
    assert notice(factory.session(online=MEETING, note=NOTE), **before).news == news


def test_what_is_no_longer_so_is_told_too():
    was = Details(hosts=ADA, online=MEETING, note=NOTE)
    assert notice(factory.session(note=NOTE), details=was).label == "Cannot be joined online any more"
    silent = notice(factory.session(online=MEETING), details=was)
    assert (silent.label, silent.only_new_note, silent.was.note) == ("Has no note any more", True, NOTE)


def test_a_corrected_name_is_nobody_else():
    assert not notice(factory.session(), was=factory.when("2026-01-06 17:00"), details=Details(hosts=ADA)).new_people


def test_what_does_not_take_place_is_no_news_of_time_or_place():
    off = notice(factory.session(status=Status.POSTPONED), was=factory.when("2026-01-06 19:00"), place="The Park")
    assert (off.news, off.label) == ("is postponed", "Postponed")


def test_a_place_on_the_web_is_told_as_such():
    online = factory.session(venue=None, online="https://meet.example/two")
    assert notice(online, place="The Park").label == "Online instead"
    assert notice(online, place="https://meet.example/one").label == "At another address online"


def test_a_place_that_is_lost_is_not_another_one():
    assert notice(factory.session(venue=None), place="The Park").label == "Has no place yet"


def test_times_are_told_in_full_and_in_brief():
    told = notice(was=factory.when("2026-01-06 17:00"))
    assert (told.was.time, told.was.brief) == ("Tuesday 6 January 2026, 17:00–17:45", "Tue 6 Jan 17:00")
    assert told.now.brief_hours == "Tue 6 Jan 18:00–18:45"


def test_whole_days_have_no_hours():
    days = replace(factory.session(), when=factory.when("2026-01-07", "2026-01-08"))
    told = notice(days, was=factory.when("2026-01-07"))
    assert (told.now.time, told.now.brief) == ("7–8 Jan 2026", "Wed 7 Jan – Thu 8 Jan")
    assert told.was.time == "Wednesday 7 January 2026"


def test_hours_of_another_zone_say_so():
    elsewhere = factory.when("2026-01-06 18:00", timezone="America/New_York")
    told = notice(replace(factory.session(), when=elsewhere), was=When(elsewhere.start, elsewhere.start, elsewhere.timezone))
    assert told.now.hours == "18:00–18:45 (New York time)"


def test_who_cannot_come_is_told_what_comes_instead():
    first, second, third = factory.weekly()
    off = replace(first, status=Status.CANCELLED)
    assert notice(off, others=(replace(second, status=Status.CANCELLED), third)).instead == third.card
    assert notice(first, place="The Park", others=(second, third)).instead is None


def test_the_short_address_is_told_where_one_signs_up():
    signing = factory.session(factory.event(signup=Signup(Provider.MAIL, "a@example.org")))
    told = notice(signing, place="x")
    assert (told.signup, told.page) == ("https://moves.example/s/stretch/", "https://moves.example/events/stretch/")
    assert notice(place="x").signup == ""


def test_a_site_without_pages_names_none():
    told = notice(place="x", site={"settings": factory.settings(outputs=("mails",), signup=Signup(Provider.NETLIFY))})
    assert (told.signup, told.page) == ("", "")


def test_the_body_of_an_event_is_not_in_it():
    before, after = (notice(factory.session(factory.event(body=factory.prose(body))), place="x") for body in ("old", "new"))
    assert before == after
