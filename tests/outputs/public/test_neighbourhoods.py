from drawn import Drawn
from factory import edition, session

from mcsite.model.places import Neighbourhood

HARBOUR = Neighbourhood("old-harbour", "Old Harbour")


def test_a_neighbourhood_shows_its_sessions_and_venues():
    drawn = Drawn(edition(session(), site={"neighbourhoods": (HARBOUR,)}))
    page = "neighbourhoods/old-harbour/index.html"
    assert drawn.starts(page) == [("stretch@moves.example", "2026-01-06T18:00:00+00:00")]
    assert "/venues/cowork/" in drawn.links(page)
    assert "webcal://moves.example/calendar/neighbourhoods/old-harbour.ics" in drawn.links(page)


def test_a_neighbourhood_where_nothing_happens_says_so():
    drawn = Drawn(edition(site={"neighbourhoods": (HARBOUR,)}))
    assert "Nothing is planned" in drawn.text("neighbourhoods/old-harbour/index.html")
