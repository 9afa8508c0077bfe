from dataclasses import replace

from drawn import Drawn
from factory import edition, event, prose, session, venue, weekly
from linked import told

from mcsite.model.places import Neighbourhood

HARBOUR = Neighbourhood("old-harbour", "Old Harbour")


def test_a_neighbourhood_shows_its_sessions_and_venues():
    drawn = Drawn(edition(session(), site={"neighbourhoods": (HARBOUR,)}))
    page = "neighbourhoods/old-harbour/index.html"
    assert drawn.starts(page) == [("stretch@moves.example", "2026-01-06T18:00:00+00:00")]
    assert "/venues/cowork/" in drawn.links(page)
    assert "webcal://moves.example/calendar/neighbourhoods/old-harbour.ics" in drawn.links(page)


PAGE = "neighbourhoods/old-harbour/index.html"
ELSEWHERE = Neighbourhood("mill-end", "Mill End")


def test_it_says_how_one_finds_each_place_and_gets_in():
    here = venue(directions="Past the green hoist.", access=(("Step-free", "yes, from the quay"),))
    drawn = Drawn(edition(session(event(venue=here)), site={"neighbourhoods": (HARBOUR,)}))
    for said in ("1 Quay, HB1 1AA", "Past the green hoist.", "Step-free yes, from the quay"):
        assert said in drawn.text(PAGE)
    assert "geo:51.5,-0.13" in drawn.links(PAGE)
    assert any(link.startswith("https://www.openstreetmap.org/?mlat=51.5&mlon=-0.13") for link in drawn.links(PAGE))
    assert not any(drawn.tree(PAGE).iter("iframe"))


def test_a_session_of_two_neighbourhoods_brings_its_place_along():
    """The venue is in one part of town, the event counts as another's: each page names the place."""
    there = session(event(venue=venue(neighbourhood=ELSEWHERE), neighbourhood=HARBOUR))
    drawn = Drawn(edition(there, site={"neighbourhoods": (ELSEWHERE, HARBOUR)}))
    for page in (PAGE, "neighbourhoods/mill-end/index.html"):
        (part,) = told(drawn.html(page), "Place")
        assert [place["name"] for place in part["containsPlace"]] == ["Harbour Cowork"]


def test_it_stays_short_and_says_what_there_is_beyond():
    drawn = Drawn(edition(*weekly(event("club", rule="FREQ=WEEKLY"), times=15), site={"neighbourhoods": (HARBOUR,)}))
    assert len(drawn.starts(PAGE)) == 12
    assert "And 3 more" in drawn.text(PAGE)


def test_the_text_of_a_venue_is_for_its_own_page():
    made = edition(session(event(venue=venue())), site={"neighbourhoods": (HARBOUR,)})
    longer = replace(made, site=replace(made.site, venues=(venue(body=prose("A long story.")),)))
    assert Drawn(made).inputs(PAGE) == Drawn(longer).inputs(PAGE)


def test_a_neighbourhood_where_nothing_happens_says_so():
    drawn = Drawn(edition(site={"neighbourhoods": (HARBOUR,)}))
    assert "Nothing is planned" in drawn.text("neighbourhoods/old-harbour/index.html")
