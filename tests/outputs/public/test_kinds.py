from drawn import Drawn
from factory import edition, session


def test_a_kind_lists_its_sessions_and_has_a_calendar():
    drawn = Drawn(edition(session()))
    assert drawn.starts("kinds/circle/index.html") == [("stretch@moves.example", "2026-01-06T18:00:00+00:00")]
    assert "webcal://moves.example/calendar/kinds/circle.ics" in drawn.links("kinds/circle/index.html")


def test_only_kinds_that_are_used_are_listed():
    assert "/kinds/pop-up/" not in Drawn(edition(session())).links("kinds/index.html")
