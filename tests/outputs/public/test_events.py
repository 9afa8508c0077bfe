import itertools
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from drawn import Drawn
from factory import edition, event, prose, session, settings, venue, weekly, when
from linked import Head, told

from mcsite.model.event import Price, Status
from mcsite.model.library import Workshop
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.model.prose import Picture, Prose
from mcsite.model.schedule import Days
from mcsite.model.signup import Asked, Count, Intake, Provider, Question, Signup

PAGE = "events/stretch/index.html"


def series(**changes):
    return event(rule="FREQ=WEEKLY", **changes)


def test_an_event_says_when_where_with_whom_and_for_how_much():
    prices = (Price(name="Drop-in", amount=Decimal(0)), Price(name="Deep", amount=Decimal(15), currency="GBP"))
    text = Drawn(edition(session(event(prices=prices, capacity=10)))).text(PAGE)
    for said in ("Tuesday 6 January 2026", "18:00–18:45", "Harbour Cowork", "1 Quay, HB1 1AA", "Ada", "Drop-in free", "Deep £15", "Places 10"):
        assert said in text


def test_where_nobody_need_sign_up_the_page_says_so_unless_a_price_is_booked():
    assert "Sign up Not needed. Just come along." in Drawn(edition(session())).text(PAGE)
    booked = (Price(name="Place", amount=Decimal(5), currency="GBP", url="https://book.example/"),)
    assert "Not needed" not in Drawn(edition(session(event(prices=booked)))).text(PAGE)
    full = replace(session(), full=True)
    assert "Not needed" not in Drawn(edition(full)).text(PAGE)


def test_the_days_of_a_long_event_are_said_once():
    days = when("2026-01-06", "2026-01-08")
    assert Drawn(edition(replace(session(), when=days))).text(PAGE).split("Add this")[0].count("6–8 Jan 2026") == 1


def test_all_coming_dates_are_listed_and_numbered():
    drawn = Drawn(edition(*weekly(times=3)))
    assert "Session 3 of 3" in drawn.text(PAGE)
    assert "/events/stretch/2026-01-20/" in drawn.links(PAGE)
    uids = {uid for uid, _ in drawn.starts(PAGE)}
    assert uids == {f"stretch-2026-01-{day}@moves.example" for day in ("06", "13", "20")}


def test_when_the_nearest_is_cancelled_the_page_says_so_and_names_the_next():
    first, *rest = weekly()
    text = Drawn(edition(replace(first, status=Status.CANCELLED, reason="clinic closed"), *rest)).text(PAGE)
    assert "Tuesday 6 January 2026 is cancelled: clinic closed. The next one is on Tuesday 13 January 2026." in text


def test_a_day_without_session_is_shown_with_its_reason_until_it_is_past():
    of = series(skipped=(Days(date(2026, 1, 27), date(2026, 1, 27), "half-term"), Days(date(2025, 12, 30), date(2025, 12, 30), "new year")))
    text = Drawn(edition(*weekly(of))).text(PAGE)
    assert "No session half-term" in text
    assert "new year" not in text


def test_an_open_series_says_until_when_its_dates_are_confirmed():
    of = series()
    of = replace(of, schedule=replace(of.schedule, confirmed_until=date(2026, 6, 30)))
    sessions = [replace(one, of=None) for one in weekly(of)]
    assert "Dates are confirmed until 30 June 2026." in Drawn(edition(*sessions)).text(PAGE)
    after = Drawn(edition(*sessions, now="2026-07-01 09:00")).text(PAGE)
    assert "Dates were confirmed until 30 June 2026." in after
    assert "This has taken place" not in after


def test_a_series_whose_last_date_is_known_promises_no_later_ones():
    of = series()
    of = replace(of, schedule=replace(of.schedule, confirmed_until=date(2026, 6, 30)))
    text = Drawn(edition(*weekly(of))).text(PAGE)
    assert "Session 3 of 3" in text
    assert "confirmed until" not in text


def test_the_workshop_gives_what_one_brings_and_takes_away():
    ws = Workshop(
        slug="desk", title="Desk", materials=("A mat",), outcomes=("Two stretches",), outline=(("5", "Arrive"),), takeaway=prose("Rest."), origin=Origin("w")
    )
    text = Drawn(edition(session(event(workshop=ws)))).text(PAGE)
    for said in ("What is needed A mat", "What you leave with Two stretches", "Arrive", "To take away Rest."):
        assert said in text


def test_following_a_series_and_adding_one_date_are_told_apart():
    many, one = Drawn(edition(*weekly())), Drawn(edition(session()))
    assert "webcal://moves.example/events/stretch/calendar.ics" in many.links(PAGE)
    assert "/events/stretch/session.ics" in one.links(PAGE)
    assert not any("webcal" in link for link in one.links(PAGE))
    assert "Add this session once" in one.text(PAGE)


def test_all_dates_can_be_added_once_where_they_are_one_rule():
    of = event(rule="FREQ=WEEKLY")
    of = replace(of, schedule=replace(of.schedule, times=3))
    drawn = Drawn(edition(*weekly(of)))
    assert "/events/stretch/series.ics" in drawn.links(PAGE)
    assert "Add all dates once" in drawn.text(PAGE)
    assert "/events/stretch/series.ics" not in Drawn(edition(*weekly(of), now="2026-02-01 09:00")).links(PAGE)
    unruly = replace(of, schedule=replace(of.schedule, rule="FREQ=MONTHLY;BYMONTHDAY=31"))
    assert "Add all dates once" not in Drawn(edition(*weekly(unruly))).text(PAGE)


def test_a_series_that_is_cancelled_as_a_whole_still_shows_its_next_date_and_a_finished_one_its_last():
    of = series(status=Status.CANCELLED)
    assert "Next Tue 6 Jan" in Drawn(edition(*weekly(of, status=Status.CANCELLED))).text(PAGE)
    assert "Last Tue 20 Jan" in Drawn(edition(*weekly(), now="2026-02-01 09:00")).text(PAGE)


def test_without_pages_of_sessions_one_signs_up_for_the_next_with_room(site):
    site.settings("outputs: [pages]", "signup: netlify")
    site.write("events/swap.md", "title: Swap\nstart: 2026-01-06 18:00\nrepeat: weekly\ntimes: 3\nfull: [2026-01-06]").build()
    assert 'name="date" value="2026-01-13T18:00:00+00:00"' in site.read("events/swap/index.html")
    assert "url=/events/swap/#signup" in site.read("s/swap/index.html")


@pytest.mark.parametrize(
    ("signup", "shown"),
    [
        ("netlify", 'name="session" value="swap-2026-01-20@example.org"'),
        ("mailto:hello@example.org", "Tuesday%2020%20January%202026"),
        ("https://forms.example/swap", 'href="https://forms.example/swap"'),
    ],
)
def test_without_pages_of_sessions_a_full_one_is_said_to_be_full_and_another_offered_in_its_place(site, signup, shown):
    site.settings("outputs: [pages]", f"signup: {signup}")
    site.write("events/swap.md", "title: Swap\nstart: 2026-01-06 18:00\nrepeat: weekly\ntimes: 3\ncancelled: {2026-01-06: ill}\nfull: [2026-01-13]").build()
    offer = site.read("events/swap/index.html").partition('id="signup"')[2].partition("</section>")[0]
    told = " ".join(re.sub("<[^>]*>", "", offer).split())
    assert "Tuesday 13 January 2026 is full. There is room on Tuesday 20 January 2026, 18:00." in told
    assert shown in offer


def test_text_in_another_direction_finds_its_own():
    assert '<div class="prose" dir="auto">' in Drawn(edition(session(event(body=prose("مرحبا بكم."))))).html(PAGE)


def test_an_event_that_is_over_says_so():
    assert "This has taken place" in Drawn(edition(session(), now="2026-02-01 09:00")).text(PAGE)


def test_an_event_that_is_cancelled_is_not_offered_any_more():
    of = event(status=Status.CANCELLED, reason="flu")
    drawn = Drawn(edition(session(of, status=Status.CANCELLED, reason="flu")))
    assert "Cancelled: flu" in drawn.text(PAGE)
    assert "/events/stretch/session.ics" not in drawn.links(PAGE)


def test_people_who_are_not_public_are_not_named():
    hidden = replace(event().hosts[0], public=False, title="Secret Agent")
    assert "Secret Agent" not in Drawn(edition(session(event(hosts=(hidden,))))).html(PAGE)


def test_a_title_in_another_script_is_set_apart_and_markup_in_it_is_only_text():
    drawn = Drawn(edition(session(event(title="حلقة <b>القراءة</b> {{ 7*7 }}"))))
    assert "حلقة <b>القراءة</b> {{ 7*7 }}" in drawn.text(PAGE)
    assert "<h1><bdi>حلقة &lt;b&gt;" in drawn.html(PAGE)


def test_headings_skip_no_level():
    ws = Workshop(slug="desk", title="Desk", materials=("A mat",), takeaway=prose("# Reset"), origin=Origin("w"))
    levels = [level for level, _ in Drawn(edition(*weekly(series(workshop=ws, body=prose("# A\n\n## B"))))).headings(PAGE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_map_is_a_plain_link():
    links = Drawn(edition(session(event(venue=venue(geo=(51.5, -0.13)))))).links(PAGE)
    assert "geo:51.5,-0.13" in links
    assert any(link.startswith("https://www.openstreetmap.org/?mlat=51.5&mlon=-0.13") for link in links)


def test_a_new_body_makes_one_page_again_and_a_new_title_those_that_show_it(site):
    text = "---\ntitle: {}\nsummary: Bring a book.\nstart: 2026-01-06 18:00\nrepeat: weekly\ntimes: 3\n---\n{}\n"
    site.write("events/swap.md", text.format("Swap", "Old.")).write("events/other.md", "title: Other\nstart: 2026-02-01 10:00").build()
    pages = {path for path in site.write("events/swap.md", text.format("Swap", "New.")).build().written if path.endswith(".html")}
    assert pages == {"events/swap/index.html"}
    pages = {path for path in site.write("events/swap.md", text.format("Barter", "New.")).build().written if path.endswith(".html")}
    assert {"index.html", "events/index.html", "events/swap/index.html", "events/swap/2026-01-06/index.html", "calendar/index.html"} <= pages
    assert not {"events/other/index.html", "404.html", "venues/index.html"} & pages


PHOTOGRAPH = Picture("assets/mats.jpg", 1600, 1000, "Ten mats")


def shared(of, **changes):
    """What is shown where somebody shares the page of a site without cards, or with these ``changes``."""
    changes = {"site": {"settings": settings(outputs=("pages",))}, **changes}
    said = Head(Drawn(edition(session(of), **changes)).html(PAGE)).meta
    return {name.removeprefix("og:"): values for name, values in said.items() if name.startswith(("og:image", "twitter:"))}


def test_a_page_is_shared_with_its_photograph():
    assert shared(event(image=PHOTOGRAPH)) == {
        "image": ["https://moves.example/assets/mats.jpg"],
        "image:width": ["1600"],
        "image:height": ["1000"],
        "image:alt": ["Ten mats"],
        "twitter:card": ["summary_large_image"],
    }


def test_a_page_without_a_photograph_is_shared_with_that_of_the_site_or_with_words():
    drawing = event(image=Picture("assets/mats.svg", 1600, 1000, "Ten mats"))
    assert shared(drawing) == {"twitter:card": ["summary"]}
    welcome = Prose("![Boats](b.jpg)", pictures=(("b.jpg", Picture("assets/b.jpg", 1200, 800, "Boats")),))
    assert shared(drawing, site={"settings": settings(outputs=("pages",), welcome=welcome)})["image"] == ["https://moves.example/assets/b.jpg"]


def test_a_page_is_shared_by_its_card_and_its_photograph_stays_for_search_engines():
    of = event(image=PHOTOGRAPH)
    assert shared(of, site={})["image"] == ["https://moves.example/events/stretch/card.png"]
    (one,) = told(Drawn(edition(session(of))).html(PAGE), "Event")
    assert [image["url"] for image in one["image"]] == ["https://moves.example/assets/mats.jpg", "https://moves.example/events/stretch/card.png"]


def test_a_one_off_that_is_over_is_still_told_of_and_no_longer_offered():
    of = event(prices=(Price(amount=Decimal(5), currency="GBP"),))
    (coming,), (over,) = (told(Drawn(edition(session(of), now=now)).html(PAGE), "Event") for now in ("2026-01-05 09:00", "2026-02-01 09:00"))
    assert "offers" in coming
    assert "offers" not in over
    assert coming["startDate"] == over["startDate"]


def test_no_word_of_a_form_breaks_out_of_it():
    hostile = '"><script>alert(1)</script>'
    partner = Partner(slug="gym", title="Gym", code=hostile, origin=event().origin)
    signup = Signup(Provider.NETLIFY, questions=(Question(Asked.TEXT, hostile), Question(Asked.TEXT, hostile, elsewhere=True)), consent=hostile)
    site = {"settings": settings(secure_intake=Intake(hostile, "https://clinic.example/"))}
    drawn = Drawn(edition(session(event(title=hostile, signup=signup, partner=partner)), site=site))
    assert [script.get("type", "") for script in drawn.tree(PAGE).iter("script")] == ["module", "application/ld+json"]
    assert drawn.text(PAGE).count(hostile) >= 4
    assert [field.get("value") for field in drawn.tree(PAGE).iter("input") if field.get("name") == "referral"] == [hostile]


def test_places_that_are_left_are_told_with_the_moment_of_counting_for_a_day():
    one = session(event(capacity=10, signup=Signup(Provider.NETLIFY)), count=Count(7, when("2026-01-05 08:00").begins))
    assert "3 places left (counted Mon 5 Jan, 08:00)" in Drawn(edition(one)).text(PAGE)
    assert "left" not in Drawn(edition(one, now="2026-01-06 08:00")).text(PAGE).partition("Sign up")[2]
    assert "left" not in Drawn(edition(one, now="2026-01-05 07:59")).text(PAGE).partition("Sign up")[2]
