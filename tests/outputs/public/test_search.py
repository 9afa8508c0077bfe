from dataclasses import replace

import pytest
from drawn import Drawn, default_theme
from factory import edition, event, person, session, settings, venue, weekly

from mcsite.build.bundle import Bundle
from mcsite.model.event import Status
from mcsite.model.library import Page
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.outputs.public.search import plan

PAGE = "search/index.html"
GYM = Partner(slug="gym", title="Gym", code="SECRET-7", contact="Bo, 555", origin=Origin("p"))


def documents(whole):
    """What can be found, by address."""
    (bundle,) = (each for each in plan(whole, default_theme()) if isinstance(each, Bundle))
    return {document.address: document for document in bundle.inputs["documents"]}


def test_everything_that_has_something_to_say_stands_in_the_list_and_in_the_index():
    page = Page(slug="about", title="About us", origin=Origin("a"))
    whole = edition(session(event("stretch", partner=GYM)), site={"pages": (page,), "partners": (GYM,)})
    addresses = {"about/", "events/stretch/", "partners/gym/", "people/ada/", "venues/cowork/"}
    assert documents(whole).keys() == addresses
    assert {f"/{address}" for address in addresses} <= set(Drawn(whole).links(PAGE))


def test_the_list_goes_from_a_to_z_as_people_look_for_it():
    titles = ["“Zest”", "élan", "Eight", "elbow", "3 breaths"]
    whole = edition(*(session(event(f"e{number}", title=title, hosts=())) for number, title in enumerate(titles)), site={"venues": (), "people": ()})
    assert Drawn(whole).headings(PAGE) == [(1, "Search"), (2, "Everything from A to Z"), (3, "#"), (3, "E"), (3, "Z")]
    shown = Drawn(whole).text(PAGE)
    assert sorted(titles, key=shown.index) == ["3 breaths", "Eight", "élan", "elbow", "“Zest”"]


@pytest.mark.parametrize("over", [session(event("old"), "2025-01-07 18:00"), session(event("old"), status=Status.CANCELLED)])
def test_what_is_over_or_called_off_is_found_late_and_not_listed(over):
    whole = edition(over, session(event("new")))
    assert {address: one.minor for address, one in documents(whole).items() if one.kind == "events"} == {"events/old/": True, "events/new/": False}
    assert "/events/old/" not in Drawn(whole).links(PAGE)


def test_an_event_is_found_by_what_its_sessions_say_besides():
    first, second, third = weekly(times=3)
    whole = edition(first, replace(second, note="Bring a mat"), replace(third, title="Stretch, with cake"))
    (found,) = (one for one in documents(whole).values() if one.kind == "events")
    assert {"Loosen up.", "Circle", "Harbour Cowork, 1 Quay, HB1 1AA", "Ada", "Desk work", "Bring a mat", "Stretch, with cake"} <= set(found.texts)


def test_what_is_not_public_is_not_found():
    whole = edition(session(event(hosts=(person("bea", public=False),), partner=GYM)), site={"partners": (GYM,)})
    found = documents(whole)
    assert "people/bea/" not in found
    assert not [word for word in ("Bea", "SECRET", "555") if word in repr(found)]


def test_only_this_page_may_run_the_engine():
    drawn = Drawn(edition(session()))
    assert "wasm-unsafe-eval" in drawn.html(PAGE)
    assert not [path for path in drawn.paths if path != PAGE and "wasm" in drawn.html(path)]


def test_every_page_leads_to_it_where_it_is():
    assert "/search/" in Drawn(edition(session())).links("index.html")
    without = Drawn(edition(session(), site={"settings": settings(outputs=("pages",))}))
    assert "/search/" not in without.links("index.html")
    assert PAGE not in without.paths


def test_where_nothing_is_there_it_says_so():
    assert "There is nothing here yet." in Drawn(edition()).text(PAGE)


def test_a_day_that_passes_changes_nothing_to_be_found():
    sessions = weekly(times=4)
    assert documents(edition(*sessions, now="2026-01-05 09:00")) == documents(edition(*sessions, now="2026-01-15 09:00"))


def test_a_venue_is_found_by_how_one_gets_in():
    whole = edition(site={"venues": (venue(access=(("Step-free", "by the ramp"),)),)})
    assert "Step-free: by the ramp" in documents(whole)["venues/cowork/"].texts
