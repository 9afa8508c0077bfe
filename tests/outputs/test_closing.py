"""Every address that was ever published answers for ever."""

import json
import re

import pytest
from ledger.feeds import entries

LATER = "2026-01-05T10:30"
STRETCH = "title: Stretch\nvenue: cowork\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 3\ntags: [desk]\nsignup: https://forms.example/\n"


@pytest.fixture
def town(site):
    site.write("venues/cowork.md", "title: Cowork\naddress: 1 Quay\nneighbourhood: Old Harbour").write("pages/about.md", "title: About")
    site.write("events/stretch.md", STRETCH).write("events/once.md", "title: Once\nvenue: cowork\nstart: 2026-02-07 10:00\nend: 12:00\n")
    assert site.build().codes == []
    return site


def leads_to(site, address):
    """Where a page leads on by itself."""
    found = re.search(r'content="0; url=([^"]*)"', site.read(f"{address}index.html"))
    return found[1] if found else ""


def goodbye(site, address):
    """What a page says of what was there, and its link: where it leads, and what that is called."""
    assert leads_to(site, address) == ""
    return re.search(r'<p>(.*?) <a href="([^"]*)">(.*?)</a></p>', site.read(f"{address}index.html")).groups()


def feed(site, address):
    return entries((site.output / "public" / address).read_bytes())


def test_after_three_renames_every_address_still_answers(town):
    before = set(town.files())
    for old, new in (("stretch", "bend"), ("bend", "reach"), ("reach", "rest")):
        town.rename(f"events/{old}.md", f"events/{new}.md")
        assert town.build(LATER).codes == []
    after = town.files()
    assert {path for path in before if path.endswith((".html", ".ics"))} - after.keys() == set()
    for slug in ("stretch", "bend", "reach"):
        assert leads_to(town, f"events/{slug}/") == "/events/rest/"
        assert leads_to(town, f"events/{slug}/2026-01-13/") == "/events/rest/2026-01-13/"
        assert leads_to(town, f"s/{slug}/") == "/s/rest/"
        for name in ("calendar.ics", "series.ics", "2026-01-13/session.ics"):
            assert after[f"events/{slug}/{name}"] == after[f"events/rest/{name}"]


def test_a_session_on_another_day_is_found_from_its_old_page(town):
    town.write("events/stretch.md", STRETCH.replace("2026-01-06", "2026-01-07"))
    town.build(LATER)
    assert leads_to(town, "events/stretch/2026-01-13/") == "/events/stretch/2026-01-14/"
    assert feed(town, "events/stretch/2026-01-13/session.ics").keys() == {"stretch-2026-01-13@example.org"}


def test_a_feed_that_is_about_nothing_any_more_is_empty_and_still_a_calendar(town):
    town.write("events/stretch.md", STRETCH.replace("desk", "posture"))
    town.build(LATER)
    assert feed(town, "calendar/tags/desk.ics") == {}
    assert "BEGIN:VTIMEZONE" in town.read("calendar/tags/desk.ics")
    assert goodbye(town, "tags/desk/") == ("This page is no longer here.", "/tags/", "Topics")


def test_pages_without_a_successor_say_so_and_name_what_is_above_them(town):
    town.build("2026-01-05T10:30")
    town.remove("pages/about.md").rename("venues/cowork.md", "venues/hall.md")
    for path in ("events/stretch.md", "events/once.md"):
        town.write(path, town.path(path).read_text("utf-8").replace("venue: cowork", "venue: hall"))
    town.build(LATER)
    assert goodbye(town, "about/") == ("This page is no longer here.", "/", "Moving Well")


def test_a_venue_whose_file_is_renamed_keeps_its_followers(town):
    before = feed(town, "calendar/venues/cowork.ics")
    town.write("partners/cowork.md", "title: Cowork\nvenue: hall")
    town.rename("venues/cowork.md", "venues/hall.md")
    for path in ("events/stretch.md", "events/once.md"):
        town.write(path, town.path(path).read_text("utf-8").replace("venue: cowork", "venue: hall"))
    for _ in range(2):
        town.build("2026-01-05T10:30")
        assert feed(town, "calendar/venues/cowork.ics").keys() == before.keys() != set()
        assert 'url=/venues/hall/"' in town.read("venues/cowork/index.html")
        assert len(json.loads(town.read("embed/venues/cowork/events.json"))["sessions"]) == len(before)


def test_a_venue_that_is_gone_has_a_calendar_without_sessions(town):
    town.remove("venues/cowork.md")
    for path in ("events/stretch.md", "events/once.md"):
        town.write(path, town.path(path).read_text("utf-8").replace("venue: cowork", "online: https://m.example/"))
    town.build("2026-01-05T10:30")
    assert goodbye(town, "venues/cowork/") == ("This page is no longer here.", "/venues/", "Venues")
    assert feed(town, "calendar/venues/cowork.ics") == {}


def test_a_program_that_asks_for_a_venue_that_is_gone_hears_that_nothing_is_held_there(town):
    assert json.loads(town.read("embed/venues/cowork/events.json"))["sessions"] != []
    town.remove("venues/cowork.md")
    for path in ("events/stretch.md", "events/once.md"):
        town.write(path, town.path(path).read_text("utf-8").replace("venue: cowork", "online: https://m.example/"))
    for _ in range(2):
        assert "E200" not in town.build(LATER).codes
        assert json.loads(town.read("embed/venues/cowork/events.json")) == {"as_of": "2026-01-05", "sessions": []}


def test_a_month_that_is_over_leads_to_the_calendar(town):
    for month in range(3, 10):
        town.write(f"events/month-{month}.md", f"title: Month\nvenue: cowork\nstart: 2026-{month:02}-07 10:00\nend: 12:00\n")
    town.build(LATER)
    assert leads_to(town, "calendar/2026-09/") == ""
    town.build("2026-12-01T09:00")
    assert leads_to(town, "calendar/2026-09/") == "/calendar/"


def test_what_is_over_and_taken_away_says_so(town):
    town.build("2026-03-01T09:00")
    town.remove("events/once.md")
    town.build("2026-03-01T09:00")
    page = town.read("events/once/index.html")
    assert "Once, Saturday 7 February 2026, is over." in page
    assert 'href="/events/"' in page
    assert 'name="robots" content="noindex"' in page
    assert feed(town, "events/once/session.ics") == {}


def test_feeds_go_on_when_a_site_stops_making_feeds(town):
    before = feed(town, "calendar.ics")
    town.settings("outputs: [pages, sessions]")
    town.build(LATER)
    assert feed(town, "calendar.ics") == before
    assert feed(town, "events/stretch/calendar.ics").keys() == {uid for uid in before if "stretch" in uid}
    assert feed(town, "calendar/tags/desk.ics").keys() == {uid for uid in before if "stretch" in uid}


def test_pages_of_sessions_that_are_not_made_any_more_lead_to_their_event(town):
    town.settings("outputs: [pages, calendars]")
    town.build(LATER)
    assert leads_to(town, "events/stretch/2026-01-13/") == "/events/stretch/"


@pytest.mark.parametrize("families", ["[]", "[pages]", "[calendars]"])
def test_the_memory_is_published_whatever_else_is_made(town, families):
    known = {address for address, _ in town.ledger.addresses}
    town.settings(f"outputs: {families}")
    assert town.build(LATER).report is not None
    assert known <= {address for address, _ in town.ledger.addresses}
    assert len(town.ledger.sessions) == 4


def test_a_site_without_pages_says_what_it_can(town):
    town.settings("outputs: [calendars]")
    town.build(LATER)
    assert "This page is no longer here." in town.read("about/index.html")


def test_an_address_that_is_used_again_answers_with_what_is_there_now(town):
    town.rename("events/stretch.md", "events/bend.md").build(LATER)
    town.write("events/stretch.md", STRETCH.replace("Stretch", "Another").replace("2026-01-06", "2026-04-06"))
    town.build(LATER)
    assert leads_to(town, "events/stretch/") == ""
    assert leads_to(town, "events/stretch/2026-01-13/") == "/events/bend/2026-01-13/"
    town.rename("events/stretch.md", "events/other.md").build(LATER)
    assert leads_to(town, "events/stretch/") == "/events/other/"


def test_the_second_build_adds_nothing_to_the_answers(town):
    town.rename("events/stretch.md", "events/bend.md").build(LATER)
    assert town.build(LATER).written == set()


def test_links_lead_below_the_path_of_the_site(town):
    town.rename("events/stretch.md", "events/bend.md")
    town.build(LATER, "https://example.org/moves/")
    assert leads_to(town, "events/stretch/") == "/moves/events/bend/"
    assert 'href="https://example.org/moves/events/bend/"' in town.read("events/stretch/index.html")


def test_what_programs_fetch_stays_and_is_empty_when_the_site_makes_no_pages_any_more(town):
    town.settings("outputs: [calendars]")
    for _ in range(2):
        assert town.build(LATER).codes == []
        assert json.loads(town.read("events.json")) == {"as_of": "2026-01-05", "sessions": []}
        assert "<entry>" not in town.read("feed.xml")
        assert "<updated>" in town.read("feed.xml")
        assert json.loads(town.read("feed.json"))["items"] == []


def test_a_site_that_never_had_pages_has_no_empty_feeds(site):
    site.settings("outputs: [calendars]").write("events/stretch.md", STRETCH.replace("venue: cowork", "online: https://meet.example/")).build()
    assert {"events.json", "feed.xml", "feed.json"}.isdisjoint(site.files())
