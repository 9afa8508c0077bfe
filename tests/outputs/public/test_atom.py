import feedparser
import pytest
from factory import MODIFIED, WORDLESS, edition, event, session, settings, weekly

from mcsite.model.event import Identity, Status
from mcsite.outputs.public.atom import plan


def written(whole):
    (artifact,) = plan(whole, WORDLESS)
    assert artifact.path == "feed.xml"
    return artifact.make(**artifact.inputs)


def read(whole):
    found = feedparser.parse(written(whole))
    assert not found.bozo
    return found


def test_a_reader_finds_the_feed_sound():
    found = read(edition(session(event("once"))))
    assert found.version == "atom10"
    assert (found.feed.title, found.feed.id, found.feed.link) == ("Moves", "tag:moves.example,2020:/", "https://moves.example/")
    (entry,) = found.entries
    assert (entry.id, entry.link) == ("tag:moves.example,2020:once", "https://moves.example/events/once/")
    assert entry.title == "Stretch, Tuesday 6 January 2026"
    assert entry.summary == "Tuesday 6 January 2026 · 18:00–18:45 · Harbour Cowork · Loosen up."


def test_of_each_series_it_tells_the_next_session_and_every_change():
    sessions = list(weekly(event("club", rule="FREQ=WEEKLY"), times=5))
    sessions[3] = session(sessions[3].event, "2026-01-27 18:00", status=Status.CANCELLED, reason="clinic closed")
    found = read(edition(*sessions, now="2026-01-10 09:00"))
    assert [entry.title for entry in found.entries] == ["Stretch, Tuesday 13 January 2026", "Cancelled: Stretch, Tuesday 27 January 2026"]


def test_it_was_updated_when_the_last_of_its_sessions_was():
    first, second = weekly(event("club", rule="FREQ=WEEKLY"), times=2)
    later = session(
        first.event,
        "2026-01-13 18:00",
        identity=Identity("club-2026-01-13@moves.example", 1, MODIFIED.replace(day=3), "club@moves.example"),
        status=Status.POSTPONED,
    )
    assert read(edition(first, later)).feed.updated == "2026-01-03T12:00:00Z"
    assert second.identity.modified == MODIFIED


def test_without_sessions_it_is_still_a_feed():
    assert read(edition()).entries == []


@pytest.mark.parametrize("text", ["<b>&amp;</b> \"'", "]]>", "emoji \N{ROCKET}", "control \x00\x1b\x85 \u2028 \ufffe \ud800 letters"])
def test_nothing_that_is_typed_breaks_it(text):
    found = read(edition(session(event("once", title=text, summary=text)), site={"settings": settings(title=text, description=text)}))
    assert len(found.entries) == 1


def test_the_feed_keeps_its_address_below_a_path():
    found = read(edition(site={"settings": settings(base_url="https://h.example/moves/")}))
    assert (found.feed.id, found.feed.links[0].href) == ("tag:h.example,2020:/moves/", "https://h.example/moves/feed.xml")
