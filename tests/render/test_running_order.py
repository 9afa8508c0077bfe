from datetime import datetime

from factory import edition, event, person, session, settings, venue, when
from printed import default_prints, heard, structure, text

from mcsite.model.library import Workshop
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.model.settings import Organiser
from mcsite.render.desk import printed
from mcsite.render.fonts import Fonts
from mcsite.render.running_order import outline_minutes, room_times, running_order_of
from mcsite.render.strings import ENGLISH


def workshop(*outline, **changes):
    steps = outline or (("5", "Arrive"), ("30", "Practise"), ("10", "One thing for the week"))
    known = {"outcomes": ("Know a move",), "materials": ("Ten mats",), "stop_if": ("it hurts",), "prompt": "How was your day?"}
    return Workshop(**{"slug": "format", "title": "Format", "outline": steps, "origin": Origin("content/workshops/format.md"), **known, **changes})


def partner(slug="gym", **changes):
    return Partner(**{"slug": slug, "title": slug.title(), "contact": "Kit, 01632 960001", "origin": Origin(f"content/partners/{slug}.md"), **changes})


def order(of=None, /, site=None, **changes):
    one = session(of or event(workshop=workshop()), **changes)
    return running_order_of(one, edition(one, site=site).site, ENGLISH)


def steps(found):
    return [(step.begins, step.minutes, step.what) for step in found.steps]


def test_the_clock_runs_from_the_beginning_of_the_session():
    assert steps(order()) == [("18:00", "5", "Arrive"), ("18:05", "30", "Practise"), ("18:35", "10", "One thing for the week")]
    assert steps(order(start="2026-01-06 23:50"))[2][0] == "00:25"


def test_after_a_step_of_unknown_length_nobody_knows_the_time():
    outline = (("5", "Arrive"), ("", "Play"), ("10", "Go"))
    assert [begins for begins, _, _ in steps(order(event(workshop=workshop(*outline))))] == ["18:00", "18:05", ""]
    assert outline_minutes(workshop(*outline)) is None


def test_on_the_night_when_clocks_change_it_shows_what_clocks_show():
    late = order(start="2026-03-29 00:30", end="2026-03-29 03:30")
    assert [begins for begins, _, _ in steps(late)] == ["00:30", "00:35", "02:05"]


def test_whole_days_have_no_clock():
    assert [begins for begins, _, _ in steps(order(start="2026-01-06"))] == ["", "", ""]


def test_it_says_when_the_outline_does_not_fill_the_session():
    assert order().length == ""
    assert order(event(workshop=workshop(("60", "Talk")))).length == "The outline takes 60 minutes, the session 45 minutes."


def test_for_a_late_beginning_it_has_the_workshop_s_plan_or_a_plain_one():
    assert order(event(workshop=workshop(if_late=("Leave out the names",)))).if_late == ("Leave out the names",)
    assert order().if_late == (
        "End on time all the same: people have plans.",
        "The longest step has most to spare: Practise (30 minutes).",
    )


def test_the_room_is_ours_from_set_up_to_clearing():
    assert ("The room is ours", "17:40–18:55") in order(event(setup=20, clear_up=10)).facts
    assert not [label for label, _ in order().facts if label == "The room is ours"]
    assert room_times(event(setup=20), when("2026-01-06")) is None
    needed = room_times(event(setup=20), when("2026-01-06 18:00"))
    assert needed is not None
    assert needed.start == datetime.fromisoformat("2026-01-06T17:40+00:00")


def test_whom_to_call_are_the_partner_those_who_lead_and_us():
    ours = settings(organiser=Organiser(name="Moves", phone="01632 960417", email="hello@moves.example"))
    near = (partner(venue=venue()), partner("named"), partner("far", venue=venue("far")), partner("silent", venue=venue(), contact=""))
    found = order(event(partner=near[1], hosts=(person(email="ada@moves.example"),)), site={"partners": near, "settings": ours})
    assert [name for name, _ in found.contacts] == ["Gym", "Named", "Ada", "Moves"]
    assert found.contacts[-1][1] == "01632 960417\nhello@moves.example"


def test_an_event_of_no_workshop_has_one_too_with_room_for_notes():
    data = printed(order(event()), "", default_prints(), Fonts())
    assert structure(data).pages == 1
    assert "My notes" in heard(data)


def test_it_is_one_page_heard_in_the_order_in_which_it_is_needed():
    hall = venue(access=(("Step-free", "yes"),))
    found = order(event(workshop=workshop(), venue=hall), venue=hall, note="Bring socks.")
    data = printed(found, "", default_prints(), Fonts())
    said = heard(data)
    parts = ("Stretch", "Bring socks.", "How was your day?", "Arrive", "18:05", "it hurts", "Ten mats", "Know a move", "Step-free")
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert structure(data).pages == 1


def test_a_long_one_goes_on_on_a_second_page_that_says_so():
    long = workshop(*(("5", f"Step {number}, which takes a whole line to say what is to be done, and then another one") for number in range(25)))
    data = printed(order(event(workshop=long)), "", default_prints(), Fonts())
    assert structure(data).pages == 2
    assert "Stretch, Tuesday 6 January 2026" in text(data)
    assert "2 / 2" in text(data)
