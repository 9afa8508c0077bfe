"""How neighbours find it: every page of a site has one address, says what it is to people and programs, and says it truly."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from linked import Head, Node, faults, lacking, told
from story import Story
from town import found_town

STATUS = {"scheduled": "EventScheduled", "moved": "EventRescheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled"}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Story:
    story = Story(tmp_path_factory.mktemp("town"))
    found_town(story).build("2026-02-10T09:00")
    return story


@pytest.fixture(params=["sample", "town"])
def built(request: pytest.FixtureRequest) -> Story:
    story: Story = request.getfixturevalue(request.param)
    return story


def pages(story: Story) -> dict[str, str]:
    return {path: data.decode() for path, data in story.files().items() if path.endswith(".html")}


def heads(story: Story) -> dict[str, Head]:
    return {path: Head(text) for path, text in pages(story).items()}


def sessions(story: Story) -> dict[str, Any]:
    return {session["uid"]: session for session in json.loads(story.read("events.json"))["sessions"]}


def address(path: str) -> str:
    return path.removesuffix("index.html")


def is_hidden(head: Head) -> bool:
    """Whether it is not to be found itself: it asks for that, or it only leads on."""
    return head.meta.get("robots") == ["noindex"] or "refresh" in head.meta


def events_in(nodes: list[Node]) -> Iterator[Node]:
    """Every session that is told of, at first hand or as a part of its series."""
    for node in nodes:
        if node["@type"] == "Event":
            yield node
        yield from events_in(node.get("subEvent", []))


def test_every_page_has_one_title_one_description_and_one_address(built: Story) -> None:
    for path, head in heads(built).items():
        assert len(head.titles) == 1, path
        assert head.titles[0].strip(), path
        if not is_hidden(head):
            (description,), (canonical,) = head.meta["description"], head.canonical
            assert description.strip(), path
            assert canonical.endswith(f"/{address(path)}"), path


def test_no_page_asks_not_to_be_found_and_to_be_found_at_another_address(built: Story) -> None:
    for path, head in heads(built).items():
        if "robots" in head.meta:
            assert all(canonical.endswith(f"/{address(path)}") for canonical in head.canonical), path


def test_no_two_pages_that_can_be_found_have_the_same_title(built: Story) -> None:
    counted = Counter(head.titles[0] for head in heads(built).values() if not is_hidden(head))
    assert [title for title, count in counted.items() if count > 1] == []


def test_whoever_shares_a_page_shows_its_title_its_words_and_its_address(built: Story) -> None:
    for path, head in heads(built).items():
        if is_hidden(head):
            continue
        assert head.meta["og:url"] == head.canonical, path
        assert head.meta["og:title"] == head.titles, path
        assert head.meta["og:description"] == head.meta["description"], path
        assert head.meta["og:type"] == ["website"], path
        assert head.meta["og:locale"] == ["en_GB"], path
        pictured = "og:image" in head.meta
        assert head.meta["twitter:card"] == ["summary_large_image" if pictured else "summary"], path
        assert not pictured or {"og:image:width", "og:image:height", "og:image:alt"} <= set(head.meta), path


def test_what_pages_tell_programs_is_spelled_as_schema_org_spells_it(built: Story) -> None:
    assert [f"{path}: {fault}" for path, head in heads(built).items() for node in head.nodes for fault in faults(node)] == []


def test_pages_tell_programs_of_the_sessions_what_the_list_for_programs_tells(built: Story) -> None:
    listed, seen = sessions(built), set()
    for path, head in heads(built).items():
        for event in events_in(head.nodes):
            session = listed[event["identifier"]]
            seen.add(session["uid"])
            said = {name: event[name] for name in ("name", "startDate", "endDate", "url", "eventStatus")}
            status = f"https://schema.org/{STATUS[session['status']]}"
            expected = {"name": session["title"], "startDate": session["start"], "endDate": session["end"], "url": session["url"], "eventStatus": status}
            assert said == expected, path
            assert ("previousStartDate" in event) == (session["status"] == "moved"), path
    assert seen == set(listed)


def test_each_session_is_described_in_full_on_its_own_page_and_on_no_other(built: Story) -> None:
    described = [(event["identifier"], address(path)) for path, text in pages(built).items() for event in told(text, "Event")]
    base = urlsplit(next(iter(sessions(built).values()))["url"]).path.partition("events/")[0]
    assert sorted(described) == sorted((uid, urlsplit(session["url"]).path.removeprefix(base)) for uid, session in sessions(built).items())


def test_google_misses_nothing_in_any_session_of_the_sample_community(sample: Story) -> None:
    found = {path: list(lacking(event)) for path, text in pages(sample).items() for event in told(text, "Event")}
    assert found
    assert {path: names for path, names in found.items() if names} == {}


def test_google_would_miss_something(sample: Story) -> None:
    event = next(event for text in pages(sample).values() for event in told(text, "Event") if "offers" in event)
    cases = [({"location": {}}, "location"), ({"organizer": {"name": "x"}}, "organizer.url"), ({"offers": [{"price": "4"}]}, "offers.priceCurrency")]
    for change, missed in cases:
        assert missed in set(lacking({**event, **change}))
    assert "previousStartDate" in set(lacking({**event, "eventStatus": "https://schema.org/EventRescheduled"}))
    assert list(faults({**event, "startDate": "2026-12-01T18:00"}))
    assert list(faults({**event, "organiser": "x"}))
    assert list(faults({**event, "location": [{"@type": "Person", "name": "x"}]}))


def test_the_page_of_a_series_is_about_the_series(built: Story) -> None:
    series = {path: told(text, "EventSeries") for path, text in pages(built).items() if told(text, "EventSeries")}
    parents = {event["superEvent"]["url"] for text in pages(built).values() for event in told(text, "Event") if "superEvent" in event}
    assert {nodes[0]["url"] for nodes in series.values()} == parents
    assert all(len(nodes) == 1 and not told(pages(built)[path], "Event") for path, nodes in series.items())


def test_every_page_but_the_first_says_where_it_stands(built: Story) -> None:
    for path, text in pages(built).items():
        head = Head(text)
        if path == "index.html":
            assert [node["@type"] for node in head.nodes] == ["WebSite", "Organization"]
        elif not (is_hidden(head) and not head.nodes):
            (trail,) = told(text, "BreadcrumbList")
            steps = [step["item"] for step in trail["itemListElement"]]
            assert [step["position"] for step in trail["itemListElement"]] == list(range(1, len(steps) + 1)), path
            assert head.canonical[0].startswith(steps[-1]), path
            assert all(later.startswith(earlier) for earlier, later in pairwise(steps)), path


def test_what_is_over_is_found_by_its_series_and_not_by_its_own_page(built: Story) -> None:
    as_of = json.loads(built.read("events.json"))["as_of"]
    found = heads(built)
    for path, text in pages(built).items():
        for event in told(text, "Event"):
            over = event["endDate"][:10] < as_of
            assert is_hidden(found[path]) == (over and "superEvent" in event), path
            assert not (over and "offers" in event), path


def test_the_sitemap_names_the_pages_that_can_be_found_and_when_the_ledger_says_they_changed(built: Story) -> None:
    rows = [{part.tag.rpartition("}")[2]: part.text or "" for part in row} for row in ET.fromstring(built.read("sitemap.xml"))]
    listed = {row["loc"]: row.get("lastmod", "") for row in rows}
    found = {head.canonical[0] for head in heads(built).values() if head.canonical and not is_hidden(head)}
    assert set(listed) <= found
    assert {page for page in found - set(listed) if "/page/" not in page and "/calendar/2" not in page} == set()
    entries = built.ledger.sessions
    changed: dict[str, str] = {}
    for entry in entries:
        moment = f"{entry.modified:%Y-%m-%dT%H:%M:%SZ}"
        for place in (entry.address, f"events/{entry.slug}/"):
            changed[place] = max(moment, changed.get(place, ""))
    dated = {loc: stamp for loc, stamp in listed.items() if stamp}
    assert dated == {loc: changed[place] for loc in listed for place in changed if urlsplit(loc).path.endswith(f"/{place}") and place}


def test_readers_of_feeds_are_told_of_both(built: Story) -> None:
    for path, head in heads(built).items():
        if head.canonical and not is_hidden(head):
            links = {kind: href for (rel, kind), href in head.links.items() if rel == "alternate"}
            assert links["application/atom+xml"].endswith("/feed.xml"), path
            assert links["application/feed+json"].endswith("/feed.json"), path


def test_a_new_body_makes_the_page_of_the_event_again_and_no_page_of_its_sessions(site: Story) -> None:
    text = "---\ntitle: Swap\nsummary: Bring a book.\nstart: 2026-01-06 18:00\nrepeat: weekly\ntimes: 3\n---\n{}\n"
    site.write("events/swap.md", text.format("Old.")).build()
    written = site.write("events/swap.md", text.format("New.")).build().written
    assert {path for path in written if path.endswith((".html", "feed.json", "sitemap.xml"))} == {"events/swap/index.html"}
