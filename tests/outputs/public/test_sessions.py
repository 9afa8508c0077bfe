from dataclasses import replace

from drawn import Drawn
from factory import edition, event, prose, session, settings, venue, weekly
from linked import Head

from mcsite.model.event import Status
from mcsite.model.signup import Provider, Signup

SECOND = "events/stretch/2026-01-13/index.html"


def test_a_session_has_its_number_and_its_neighbours():
    drawn = Drawn(edition(*weekly()))
    assert "session 2 of 3" in drawn.text(SECOND)
    assert {"/events/stretch/2026-01-06/", "/events/stretch/2026-01-20/"} <= set(drawn.links(SECOND))


def test_every_session_that_the_page_names_is_marked_its_own_before_the_others():
    first, second, third = weekly()
    drawn = Drawn(edition(first, replace(second, status=Status.CANCELLED), third))
    starts = drawn.starts(SECOND)
    assert starts[0] == ("stretch-2026-01-13@moves.example", "2026-01-13T18:00:00+00:00")
    assert set(starts) == {(one.identity.uid, one.when.iso_start) for one in (first, second, third)}


def test_a_session_that_is_over_says_so_and_points_to_the_next():
    drawn = Drawn(edition(*weekly(), now="2026-01-14 09:00"))
    assert "This session has taken place. The next one is on Tuesday 20 January 2026, 18:00." in drawn.text(SECOND)
    assert "/events/stretch/2026-01-13/session.ics" not in drawn.links(SECOND)


def test_a_cancelled_session_says_why_and_what_comes_instead():
    first, second, third = weekly()
    drawn = Drawn(edition(first, replace(second, status=Status.CANCELLED, reason="clinic closed"), third))
    assert "Cancelled: clinic closed. The next one is on Tuesday 20 January 2026, 18:00." in drawn.text(SECOND)


def test_who_wanted_to_come_to_the_last_one_is_told_of_the_soonest():
    *others, last = weekly()
    drawn = Drawn(edition(*others, replace(last, status=Status.CANCELLED)))
    assert "The next one is on Tuesday 6 January 2026, 18:00." in drawn.text("events/stretch/2026-01-20/index.html")


def test_the_date_of_a_cancelled_session_is_struck_out_and_that_of_another_is_not():
    first, second, third = weekly()
    drawn = Drawn(edition(first, replace(second, status=Status.CANCELLED), third))
    assert '<section class="when is-off"' in drawn.html(SECOND)
    assert '<section class="when"' in drawn.html("events/stretch/2026-01-20/index.html")


def test_what_differs_in_one_session_stands_on_its_page():
    first, second, third = weekly()
    drawn = Drawn(edition(first, replace(second, venue=venue("park", title="Park Pavilion"), note="Bring a mat"), third))
    assert "Park Pavilion" in drawn.text(SECOND)
    assert "Bring a mat" in drawn.text(SECOND)


def test_a_browser_is_told_when_it_ends():
    assert 'data-ends="2026-01-13T18:45:00+00:00"' in Drawn(edition(*weekly())).html(SECOND)


def test_a_new_body_of_the_event_does_not_touch_its_sessions():
    before, after = (Drawn(edition(*weekly(event(rule="FREQ=WEEKLY", body=prose(text))))) for text in ("old", "new"))
    assert before.inputs(SECOND) == after.inputs(SECOND)
    assert before.inputs("events/stretch/index.html") != after.inputs("events/stretch/index.html")


def test_a_one_off_has_no_page_besides_its_events():
    assert not any(path.startswith("events/stretch/2026") for path in Drawn(edition(session())).paths)


def test_without_the_family_sessions_there_is_none():
    drawn = Drawn(edition(*weekly(), site={"settings": settings(outputs=("pages",))}))
    assert SECOND not in drawn.paths


def test_a_session_that_is_over_asks_not_to_be_found_and_one_to_come_or_called_off_does_not():
    first, second, third = weekly()
    drawn = Drawn(edition(first, replace(second, status=Status.CANCELLED), third, now="2026-01-10 09:00"))
    hidden = {day: '<meta name="robots" content="noindex">' in drawn.html(f"events/stretch/2026-01-{day}/index.html") for day in ("06", "13", "20")}
    assert hidden == {"06": True, "13": False, "20": False}


def test_whoever_finds_or_shares_it_reads_when_and_where():
    (description,) = Head(Drawn(edition(*weekly())).html(SECOND)).meta["description"]
    assert description == "Tuesday 13 January 2026, 18:00–18:45, Harbour Cowork. Loosen up."
    (whole_day,) = Head(Drawn(edition(*weekly(start="2026-01-06", venue=None))).html(SECOND)).meta["description"]
    assert whole_day.startswith("Tuesday 13 January 2026")


def test_a_full_session_leads_to_the_next_that_has_room():
    of = event(rule="FREQ=WEEKLY", signup=Signup(Provider.NETLIFY))
    first, second, third = weekly(of)
    drawn = Drawn(edition(first, replace(second, full=True), replace(third, full=True)))
    assert "This session is full. There is room on Tuesday 6 January 2026." in drawn.text(SECOND)
    assert "/events/stretch/2026-01-06/#signup" in drawn.links(SECOND)
    assert "There is room" not in Drawn(edition(*(replace(one, full=True) for one in (first, second, third)))).text(SECOND)


def test_a_full_session_may_have_a_waiting_list():
    of = event(rule="FREQ=WEEKLY", signup=Signup(Provider.MAIL, "hello@example.org", waiting_list=True))
    text = Drawn(edition(*weekly(of, full=True))).text(SECOND)
    assert "Waiting list This session is full. We write to the people on the waiting list as soon as a place is free." in text
    assert "Join the waiting list by e-mail" in text


def test_a_count_of_places_goes_from_the_page_when_it_is_a_day_old(site):
    series = "title: Stretch\nonline: https://m.example\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 3\ncapacity: 10\nsignup: a@b.example\n"
    page = "events/stretch/2026-01-13/index.html"
    site.write("events/stretch.md", series + "taken: {2026-01-13: 9, as_of: 2026-01-05 08:00}").build("2026-01-05T09:00")
    assert "1 place left" in site.read(page)
    assert page not in site.build("2026-01-06T07:59").written
    assert page in site.build("2026-01-06T08:00").written
    assert "place left" not in site.read(page)


def test_a_session_of_which_every_place_was_counted_is_full_everywhere(site):
    series = "title: Stretch\nonline: https://m.example\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 3\ncapacity: 10\nsignup: a@b.example\n"
    site.write("events/stretch.md", series + "taken: {2026-01-06: 10, as_of: 2026-01-01 08:00}").build()
    assert "This session is full." in site.read("events/stretch/2026-01-06/index.html")
    assert "Fully booked" in site.read("calendar.ics")
    assert 'content="0; url=/events/stretch/2026-01-13/#signup"' in site.read("s/stretch/index.html")
