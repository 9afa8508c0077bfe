from drawn import Drawn
from factory import edition, event, session

from mcsite.model.event import Status


def past():
    return [session(event(slug), f"{day} 10:00") for slug, day in (("a", "2024-05-05"), ("b", "2025-03-01"), ("c", "2025-11-30"))]


def test_past_sessions_are_listed_latest_first():
    drawn = Drawn(edition(*past(), session()))
    assert [uid for uid, _ in drawn.starts("archive/index.html")] == ["c@moves.example", "b@moves.example", "a@moves.example"]


def test_each_year_has_a_page():
    drawn = Drawn(edition(*past()))
    assert {"archive/2024/index.html", "archive/2025/index.html"} <= drawn.paths
    assert len(drawn.starts("archive/2025/index.html")) == 2
    assert "2025 2 sessions 2024 1 session" in drawn.text("archive/index.html")


def test_an_empty_archive_says_so():
    assert "Nothing has taken place yet" in Drawn(edition(session())).text("archive/index.html")


def test_a_session_in_progress_is_not_past():
    drawn = Drawn(edition(session(), now="2026-01-06 18:30"))
    assert drawn.starts("archive/index.html") == []


def test_what_was_cancelled_is_still_known_as_cancelled():
    assert "Cancelled: snow" in Drawn(edition(session(start="2025-01-01 10:00", status=Status.CANCELLED, reason="snow"))).text("archive/index.html")
