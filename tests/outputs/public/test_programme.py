from drawn import Drawn
from factory import edition, event, session, settings, weekly

from mcsite.model.event import Status
from mcsite.model.settings import Kind
from mcsite.render.listing import LEAF


def test_coming_sessions_are_listed_soonest_first_with_their_starts():
    drawn = Drawn(edition(session(event("b"), "2026-02-01 10:00"), session(event("a"), "2026-01-31 10:00"), session(event("c"), "2025-12-01 10:00")))
    assert drawn.starts("events/index.html") == [("a@moves.example", "2026-01-31T10:00:00+00:00"), ("b@moves.example", "2026-02-01T10:00:00+00:00")]


def test_a_whole_day_is_marked_with_its_date():
    drawn = Drawn(edition(session(start="2026-05-02", end="2026-05-03")))
    assert drawn.starts("events/index.html") == [("stretch@moves.example", "2026-05-02")]
    assert "2–3 May 2026" in drawn.text("events/index.html")


def test_a_long_list_goes_on_on_further_pages():
    drawn = Drawn(edition(*weekly(times=LEAF + 1)))
    assert {"events/index.html", "events/page/2/index.html"} <= drawn.paths
    assert "/events/page/2/" in drawn.links("events/index.html")
    assert len(drawn.starts("events/page/2/index.html")) == 1


def test_a_part_of_it_is_one_link_away():
    walk = event("walk", kind=Kind("class", "Class"), tags=())
    drawn = Drawn(edition(session(), session(walk), session(walk, "2026-01-07 18:00", key="2026-01-07")))
    assert {"/kinds/circle/", "/kinds/class/"} <= set(drawn.links("events/index.html"))
    assert "Everything By kind Circle 1 Class 2" in drawn.text("events/index.html")
    assert "By kind" not in Drawn(edition(session())).text("events/index.html"), "there is only one"


def test_what_is_cancelled_moved_or_full_is_said_in_the_list():
    off = session(event("off"), "2026-01-06 18:00", status=Status.CANCELLED, reason="clinic closed")
    moved = session(event("moved"), "2026-01-07 18:00", status=Status.MOVED, moved_from=off.when)
    full = session(event("full"), "2026-01-08 18:00", full=True)
    text = Drawn(edition(off, moved, full)).text("events/index.html")
    assert "Cancelled: clinic closed" in text
    assert "Moved from Tue 6 Jan, 18:00–18:45" in text
    assert "Full" in text


def test_the_day_stands_before_the_title():
    text = Drawn(edition(session())).text("events/index.html")
    assert text.index("Tue 6 Jan") < text.index("18:00–18:45") < text.index("Stretch")


def test_one_is_led_to_following_where_there_is_something_to_follow():
    assert "/subscribe/" in Drawn(edition(session())).links("events/index.html")
    assert "/subscribe/" not in Drawn(edition(session(), site={"settings": settings(outputs=("pages",))})).links("events/index.html")
