import json
import re

import pytest
from factory import MODIFIED, WORDLESS, edition, event, session, settings, weekly

from mcsite.model.event import Status
from mcsite.model.prose import Picture
from mcsite.model.settings import Organiser
from mcsite.outputs.public import atom
from mcsite.outputs.public.json_feed import plan

TOP = {"version", "title", "home_page_url", "feed_url", "description", "authors", "language", "items"}
ITEM = {"id", "url", "title", "content_text", "image", "date_modified", "tags"}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def read(whole):
    """The feed, judged by what JSON Feed 1.1 requires and knows."""
    (artifact,) = plan(whole, WORDLESS)
    assert artifact.path == "feed.json"
    feed = json.loads(artifact.make(**artifact.inputs))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    assert isinstance(feed["items"], list)
    assert set(feed) <= TOP
    assert all(set(author) <= {"name", "url"} and author for author in feed["authors"])
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert isinstance(item["content_text"], str)
        assert RFC_3339.fullmatch(item["date_modified"])
        assert set(item) <= ITEM
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return feed


def test_it_says_whose_it_is_and_where_it_is_fetched():
    feed = read(edition(session(), site={"settings": settings(description="Small.", organiser=Organiser(name="Maren", url="https://m.example/"))}))
    assert (feed["title"], feed["description"], feed["language"]) == ("Moves", "Small.", "en")
    assert (feed["home_page_url"], feed["feed_url"]) == ("https://moves.example/", "https://moves.example/feed.json")
    assert feed["authors"] == [{"name": "Maren", "url": "https://m.example/"}]


def test_an_item_tells_of_a_session():
    picture = Picture("assets/a b.jpg", 1200, 800, "Mats")
    (item,) = read(edition(session(event("once", image=picture))))["items"]
    assert item == {
        "id": "tag:moves.example,2020:once",
        "url": "https://moves.example/events/once/",
        "title": "Stretch, Tuesday 6 January 2026",
        "content_text": "Tuesday 6 January 2026 · 18:00–18:45 · Harbour Cowork · Loosen up.",
        "image": "https://moves.example/assets/a%20b.jpg",
        "date_modified": f"{MODIFIED:%Y-%m-%dT%H:%M:%SZ}",
        "tags": ["Desk work"],
    }


def test_it_tells_the_same_as_the_atom_feed():
    first, second, third = weekly(event("club", rule="FREQ=WEEKLY"))
    whole = edition(first, second, session(third.event, "2026-01-20 18:00", status=Status.CANCELLED), session(event("once")))
    (other,) = atom.plan(whole, WORDLESS)
    told = other.make(**other.inputs).decode()
    items = read(whole)["items"]
    assert len(items) == told.count("<entry>") == 3
    assert all(item["id"] in told and item["title"] in told for item in items)


def test_without_sessions_it_is_still_a_feed():
    assert read(edition())["items"] == []


@pytest.mark.parametrize("text", ['"\\', "control \x00\x1b \u2028 \ud800 letters", "emoji \N{ROCKET}"])
def test_nothing_that_is_typed_breaks_it(text):
    assert len(read(edition(session(event(title=text, summary=text)), site={"settings": settings(title=text, description=text)}))["items"]) == 1


def test_a_site_without_pages_has_none():
    assert list(plan(edition(site={"settings": settings(outputs=("calendars",))}), WORDLESS)) == []
