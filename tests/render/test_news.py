from factory import edition, event, session, settings, weekly

from mcsite.model.event import Status
from mcsite.model.settings import Organiser
from mcsite.render.news import channel_of, feed_id, news_of
from mcsite.render.strings import ENGLISH


def test_of_each_series_it_tells_the_next_session_and_every_change():
    first, second, third = weekly(event("club", rule="FREQ=WEEKLY"))
    off = session(third.event, "2026-01-20 18:00", status=Status.CANCELLED, reason="clinic closed")
    news = news_of(edition(first, second, off))
    assert [item.headline(ENGLISH) for item in news] == ["Stretch, Tuesday 6 January 2026", "Cancelled: Stretch, Tuesday 20 January 2026"]
    assert news[1].text(ENGLISH) == "Tuesday 20 January 2026 · 18:00–18:45 · Harbour Cowork · clinic closed · Loosen up."


def test_an_item_keeps_its_id_when_its_session_is_moved():
    before, after = session(event("once")), session(event("once"), "2026-01-09 18:00", key="2026-01-06", status=Status.MOVED)
    assert news_of(edition(before))[0].id == news_of(edition(after))[0].id == "tag:moves.example,2020:once"


def test_it_is_by_the_organiser_or_else_by_the_site():
    assert channel_of(settings(), ENGLISH).author == "Moves"
    named = channel_of(settings(organiser=Organiser(name="Maren", url="https://m.example/")), ENGLISH)
    assert (named.author, named.author_url) == ("Maren", "https://m.example/")


def test_the_news_of_a_site_below_a_path_have_a_name_of_their_own():
    assert feed_id(channel_of(settings(base_url="https://h.example/moves/"), ENGLISH)) == "tag:h.example,2020:/moves/"
