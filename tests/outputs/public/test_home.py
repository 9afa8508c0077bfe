from dataclasses import replace

from drawn import Drawn
from factory import edition, event, prose, session, settings, weekly

from mcsite.model.event import Status


def test_the_next_session_is_the_first_that_takes_place():
    first, second, third = weekly()
    drawn = Drawn(edition(replace(first, status=Status.CANCELLED, reason="clinic closed"), second, third))
    assert "Next Tue 13 Jan" in drawn.text("index.html")
    assert "Cancelled: clinic closed" in drawn.text("index.html")


def test_a_site_without_sessions_says_so_and_welcomes_all_the_same():
    drawn = Drawn(edition(site={"settings": settings(welcome=prose("Come **in**."))}))
    assert "Come in." in drawn.text("index.html")
    assert "Nothing is planned at the moment" in drawn.text("index.html")


def test_only_the_first_dozen_is_listed_and_the_rest_is_counted():
    drawn = Drawn(edition(*weekly(times=20)))
    assert "And 8 more: the whole programme" in drawn.text("index.html")


def test_a_browser_has_other_candidates_when_the_next_session_is_over():
    drawn = Drawn(edition(*weekly(times=6)))
    articles = list(drawn.tree("index.html").iter("article"))
    assert ["hidden" in article.attrib for article in articles] == [False, True, True, True]
    assert all(article.attrib["data-ends"].endswith("+00:00") for article in articles)


def test_a_new_body_of_an_event_does_not_touch_the_home_page():
    before = Drawn(edition(session(event(body=prose("old")))))
    after = Drawn(edition(session(event(body=prose("new")))))
    assert before.inputs("index.html") == after.inputs("index.html")


def test_links_begin_with_the_path_of_the_site():
    drawn = Drawn(edition(session(), site={"settings": settings(base_url="https://example.github.io/moves/")}))
    own = [link for link in drawn.links("index.html") if not link.startswith(("http", "webcal", "#"))]
    assert own
    assert all(link.startswith("/moves/") for link in own)


def test_without_the_family_pages_there_is_no_page():
    assert Drawn(edition(session(), site={"settings": settings(outputs=("calendars",))})).paths == set()
