import json

from factory import WORDLESS, edition, event, person, session, settings, weekly, when

from mcsite.model.event import Status
from mcsite.outputs.public.events_json import plan


def read(whole):
    (artifact,) = plan(whole, WORDLESS)
    assert artifact.path == "events.json"
    return json.loads(artifact.make(**artifact.inputs))


def test_a_session_is_said_in_full():
    said = read(edition(*weekly(event("club", rule="FREQ=WEEKLY", hosts=(person("ada"), person("bea", public=False))), times=1), now="2026-01-05 09:00"))
    assert said == {
        "as_of": "2026-01-05",
        "sessions": [
            {
                "uid": "club-2026-01-06@moves.example",
                "event": "club",
                "title": "Stretch",
                "kind": "circle",
                "number": 1,
                "of": 1,
                "start": "2026-01-06T18:00:00+00:00",
                "end": "2026-01-06T18:45:00+00:00",
                "timezone": "Europe/London",
                "status": "scheduled",
                "url": "https://moves.example/events/club/2026-01-06/",
                "venue": "cowork",
                "neighbourhood": "old-harbour",
                "tags": ["desk"],
                "hosts": ["ada"],
            }
        ],
    }


def test_past_and_coming_sessions_stand_in_order_of_time():
    said = read(edition(*weekly(times=4), now="2026-01-15 09:00"))
    assert [one["start"][:10] for one in said["sessions"]] == ["2026-01-06", "2026-01-13", "2026-01-20", "2026-01-27"]


def test_whole_days_are_dates_the_last_one_included():
    (one,) = read(edition(session(event("open"), "2026-05-16", "2026-05-17")))["sessions"]
    assert (one["start"], one["end"]) == ("2026-05-16", "2026-05-17")


def test_summer_time_shows_in_the_offset():
    (one,) = read(edition(session(start="2026-06-02 18:00")))["sessions"]
    assert one["start"] == "2026-06-02T18:00:00+01:00"


def test_what_is_not_known_is_null():
    (one,) = read(edition(session(event("walk", tags=(), hosts=()), venue=None, neighbourhood=None)))["sessions"]
    assert (one["venue"], one["neighbourhood"], one["number"], one["tags"], one["hosts"]) == (None, None, None, [], [])


def test_a_change_is_said():
    moved = session(start="2026-03-04 19:00", status=Status.MOVED, moved_from=when("2026-03-03 18:00"))
    assert read(edition(moved))["sessions"][0]["status"] == "moved"


def test_a_site_without_sessions_has_an_empty_list():
    assert read(edition())["sessions"] == []


def test_it_belongs_to_the_pages():
    assert list(plan(edition(site={"settings": settings(outputs=("calendars",))}), None)) == []
