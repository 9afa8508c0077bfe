from drawn import Drawn
from factory import edition, session, settings, venue

PAGE = "venues/cowork/index.html"


def known(**changes):
    return {"venues": (venue(access=(("Step-free", "yes, by the ramp"),), directions="Towards the masts.", hours=(("Monday", "9 to 5"),), **changes),)}


def test_a_venue_says_how_one_gets_there_and_in():
    text = Drawn(edition(session(), site=known())).text(PAGE)
    for said in ("1 Quay, HB1 1AA", "Towards the masts.", "Step-free yes, by the ramp", "Monday 9 to 5"):
        assert said in text


def test_what_comes_next_there_is_listed_and_can_be_followed():
    drawn = Drawn(edition(session()))
    assert drawn.starts(PAGE) == [("stretch@moves.example", "2026-01-06T18:00:00+00:00")]
    assert "webcal://moves.example/calendar/venues/cowork.ics" in drawn.links(PAGE)


def test_a_venue_without_sessions_offers_no_calendar():
    drawn = Drawn(edition(site={"venues": (venue(),)}))
    assert "Nothing is planned" in drawn.text(PAGE)
    assert not any("webcal" in link for link in drawn.links(PAGE))


def test_without_calendars_there_is_none_to_follow():
    drawn = Drawn(edition(session(), site={"settings": settings(outputs=("pages",))}))
    assert not any(".ics" in link for link in drawn.links(PAGE))


def test_the_index_names_the_next_session_of_each():
    text = Drawn(edition(session())).text("venues/index.html")
    assert "Harbour Cowork Old Harbour Next: Tue 6 Jan, 18:00, Stretch" in text
