from dataclasses import replace
from xml.etree import ElementTree as ET

from factory import MODIFIED, WORDLESS, edition, event, person, session, settings, weekly

from mcsite.outputs.public import sitemap


def made(whole):
    return {artifact.path: artifact.make(**artifact.inputs) for artifact in sitemap.plan(whole, WORDLESS)}


def addresses(data):
    return [found.text for found in ET.fromstring(data).iter() if found.tag.endswith("}loc")]


def test_every_page_is_named_once_with_its_full_address():
    whole = edition(session(event("once")), *weekly(event("club", rule="FREQ=WEEKLY"), times=2), site={"settings": settings(base_url="https://h.example/m/")})
    found = addresses(made(whole)["sitemap.xml"])
    assert len(found) == len(set(found))
    assert all(address.startswith("https://h.example/m/") for address in found)
    assert {
        "https://h.example/m/",
        "https://h.example/m/events/",
        "https://h.example/m/events/once/",
        "https://h.example/m/events/club/2026-01-13/",
        "https://h.example/m/venues/cowork/",
        "https://h.example/m/tags/desk/",
        "https://h.example/m/kinds/circle/",
        "https://h.example/m/people/ada/",
    } <= set(found)


def test_years_that_have_an_archive_are_named():
    found = addresses(made(edition(session(event("old"), "2024-05-01 18:00")))["sitemap.xml"])
    assert "https://moves.example/archive/2024/" in found


def test_people_without_a_page_are_not_named():
    found = addresses(made(edition(session(event("once", hosts=(person("bea", public=False),)))))["sitemap.xml"])
    assert "https://moves.example/people/bea/" not in found


def test_more_pages_than_a_file_may_name_become_several(monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 5)
    whole = edition(*weekly(event("club", rule="FREQ=WEEKLY"), times=9))
    files = made(whole)
    parts = addresses(files["sitemap.xml"])
    assert parts == [f"https://moves.example/sitemap-{number}.xml" for number in range(1, len(files))]
    assert all(0 < len(addresses(files[part.rpartition("/")[2]])) <= 5 for part in parts)


def test_how_following_works_is_named_where_there_is_something_to_follow():
    assert "https://moves.example/subscribe/" in addresses(made(edition())["sitemap.xml"])
    without = edition(site={"settings": settings(outputs=("pages",))})
    assert "https://moves.example/subscribe/" not in addresses(made(without)["sitemap.xml"])


def test_a_site_without_pages_has_none():
    assert made(edition(site={"settings": settings(outputs=("calendars",))})) == {}


def test_sessions_that_are_over_are_found_by_their_series():
    found = addresses(made(edition(*weekly(event("club", rule="FREQ=WEEKLY")), session(event("once")), now="2026-01-10 09:00"))["sitemap.xml"])
    assert {"https://moves.example/events/club/", "https://moves.example/events/club/2026-01-13/", "https://moves.example/events/once/"} <= set(found)
    assert "https://moves.example/events/club/2026-01-06/" not in found


def test_a_page_changed_when_its_session_did_and_that_of_a_series_when_the_last_of_its_sessions_did():
    first, second, third = weekly(event("club", rule="FREQ=WEEKLY"))
    later = replace(second, identity=replace(second.identity, modified=MODIFIED.replace(day=3)))
    document = ET.fromstring(made(edition(first, later, third))["sitemap.xml"])
    stamps = {row[0].text.removeprefix("https://moves.example/"): row[1].text for row in document if len(row) > 1}
    assert stamps == {
        "events/club/": "2026-01-03T12:00:00Z",
        "events/club/2026-01-06/": "2026-01-01T12:00:00Z",
        "events/club/2026-01-13/": "2026-01-03T12:00:00Z",
        "events/club/2026-01-20/": "2026-01-01T12:00:00Z",
    }
