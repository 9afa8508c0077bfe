from factory import event, session, settings, weekly

from mcsite.render.linked_data import LinkedData

LINKED = LinkedData(settings(base_url="https://h.example/moves/"))


def test_the_trail_leads_from_the_home_page_to_this_one():
    items = LINKED.trail(("What’s on", "events/"), ("Swap", "events/swap/"))["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Moves", "https://h.example/moves/"),
        (2, "What’s on", "https://h.example/moves/events/"),
        (3, "Swap", "https://h.example/moves/events/swap/"),
    ]


def test_the_page_of_a_one_off_tells_of_its_session_and_that_of_a_series_of_the_series():
    once, club = event("once"), event("club", rule="FREQ=WEEKLY")
    assert LINKED.event(once, (session(once),), over=False, span=("", ""))["@type"] == "Event"
    assert LINKED.event(club, weekly(club), over=False, span=("", ""))["@type"] == "EventSeries"
