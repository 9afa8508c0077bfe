from drawn import Drawn
from factory import edition, event, session

from mcsite.model.event import Tag
from mcsite.render.listing import LEAF


def test_a_tag_lists_its_sessions_and_has_a_calendar():
    drawn = Drawn(edition(session(event("a")), session(event("b", tags=(Tag("read", "Reading"),)))))
    assert [uid for uid, _ in drawn.starts("tags/desk/index.html")] == ["a@moves.example"]
    assert "webcal://moves.example/calendar/tags/desk.ics" in drawn.links("tags/desk/index.html")


def test_a_tag_of_past_sessions_keeps_its_page():
    drawn = Drawn(edition(session(start="2025-01-06 18:00")))
    assert "Nothing is planned" in drawn.text("tags/desk/index.html")


def test_more_sessions_than_a_page_shows_are_counted():
    many = [session(event(f"e{day:03}"), f"2026-{2 + day // 28:02}-{1 + day % 28:02} 10:00") for day in range(LEAF + 21)]
    assert "And 21 more: the whole programme" in Drawn(edition(*many)).text("tags/desk/index.html")


def test_a_kind_lists_its_sessions_and_has_a_calendar():
    drawn = Drawn(edition(session()))
    assert drawn.starts("kinds/circle/index.html") == [("stretch@moves.example", "2026-01-06T18:00:00+00:00")]
    assert "webcal://moves.example/calendar/kinds/circle.ics" in drawn.links("kinds/circle/index.html")


def test_only_kinds_that_are_used_are_listed():
    assert "/kinds/pop-up/" not in Drawn(edition(session())).links("kinds/index.html")
