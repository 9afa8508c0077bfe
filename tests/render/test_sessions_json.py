import json
from datetime import date

from factory import event, session

from mcsite.render.sessions_json import sessions_json

DAY = date(2026, 1, 5)


def test_sessions_stand_in_order_of_time_whatever_order_they_come_in():
    later, sooner = session(event("later"), "2026-02-03 18:00").card, session(event("sooner")).card
    said = json.loads(sessions_json(DAY, (later, sooner), "https://moves.example/"))
    assert [one["event"] for one in said["sessions"]] == ["sooner", "later"]
    assert said["as_of"] == "2026-01-05"


def test_addresses_are_whole_and_letters_are_letters():
    data = sessions_json(DAY, (session(event("a", title="Dehnen für Müde")).card,), "https://moves.example/a/").decode()
    assert '"url": "https://moves.example/a/events/a/"' in data
    assert "Dehnen für Müde" in data


def test_no_session_is_an_empty_list():
    assert json.loads(sessions_json(DAY, (), "https://moves.example/")) == {"as_of": "2026-01-05", "sessions": []}
