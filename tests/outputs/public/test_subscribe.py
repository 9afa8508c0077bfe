import re

import pytest
from drawn import Drawn, words
from factory import WORDLESS, edition, event, session, settings, venue, weekly
from icalendar import Calendar

from mcsite.model.event import Status, Tag
from mcsite.outputs.public import feeds
from mcsite.render.follow import follow

PAGE = "subscribe/index.html"
DELAYS = {
    "Apple Calendar": "as often as you choose under Settings",
    "Google Calendar": "8 to 24 hours",
    "Outlook": "3 to 24 hours",
    "Thunderbird": "about 30 minutes",
}


def fields(drawn):
    """The addresses that one can copy."""
    return [field.attrib["value"] for field in drawn.tree(PAGE).iter("input")]


def ways(drawn):
    """What the page says for each app, by its heading."""
    sections = [section for section in drawn.tree(PAGE).iter("section") if section.get("class") == "way"]
    return {words(section.find("h3")): (words(section), [link.get("href") for link in section.iter("a")]) for section in sections}


def choices(drawn):
    """The number of sessions that the page says for each calendar."""
    return {words(choice.find("bdi")): words(choice.find("span")) for choice in drawn.tree(PAGE).iter("summary")}


def test_every_app_has_one_way_in_one_way_out_and_its_own_delay():
    doors = follow(settings(), "calendar.ics", "Moves")
    found = ways(Drawn(edition(session())))
    led = {app: links for app, (_, links) in found.items()}
    assert led == {
        "iPhone and iPad": [doors.webcal],
        "Android phone": [doors.google, doors.webcal],
        "Google Calendar": [doors.google],
        "Apple Calendar on a Mac": [doors.webcal],
        "Outlook.com, on the web": [doors.outlook_live],
        "Microsoft 365, at work or school": [doors.outlook_office],
        "Outlook on a computer": [],
        "Thunderbird": [],
    }
    for said, _ in found.values():
        assert "To stop" in said
        assert any(delay in said for delay in DELAYS.values())


def test_the_delay_is_that_of_the_app():
    found = ways(Drawn(edition()))
    of = DELAYS
    assert f"A change arrives {of['Google Calendar']} later" in found["Android phone"][0]
    assert f"A change arrives {of['Outlook']} later" in found["Outlook on a computer"][0]
    assert f"A change arrives {of['Thunderbird']} later" in found["Thunderbird"][0]
    assert f"A change arrives {of['Apple Calendar']}" in found["iPhone and iPad"][0]


def test_each_part_has_its_address_and_the_number_of_its_coming_sessions():
    club, once = weekly(event("club", rule="FREQ=WEEKLY", tags=())), session(event("once"), "2026-02-01 10:00")
    drawn = Drawn(edition(*club, once))
    assert "4 coming sessions" in drawn.text(PAGE)
    assert choices(drawn) == {
        "Circle": "4 coming sessions",
        "Harbour Cowork": "4 coming sessions",
        "Old Harbour": "4 coming sessions",
        "Ada": "4 coming sessions",
        "Desk work": "1 coming session",
    }
    assert fields(drawn) == [
        f"https://moves.example/{feed}"
        for feed in (
            "calendar.ics",
            "calendar/kinds/circle.ics",
            "calendar/venues/cowork.ics",
            "calendar/neighbourhoods/old-harbour.ics",
            "calendar/hosts/ada.ics",
            "calendar/tags/desk.ics",
        )
    ]
    assert follow(settings(), "calendar/tags/desk.ics", "Moves: Desk work").google in drawn.links(PAGE)


def test_the_numbers_are_those_of_the_calendars_themselves():
    yearly = [session(event("club", rule="FREQ=YEARLY"), f"{year}-06-01 18:00") for year in range(2024, 2030)]
    whole = edition(*yearly, session(event("once", tags=(Tag("x", "X"),), venue=venue("hall", title="Hall"))), now="2026-01-05 09:00")
    files = {artifact.path: artifact.make(**artifact.inputs) for artifact in feeds.plan(whole, WORDLESS)}
    tree = Drawn(whole).tree(PAGE)
    for choice in tree.iter("details"):
        feed = next(choice.iter("input")).attrib["value"].removeprefix("https://moves.example/")
        starts = [found["DTSTART"].dt for found in Calendar.from_ical(files[feed]).walk("VEVENT")]
        said = int(re.match(r"\d+", words(next(choice.iter("span"))))[0])
        assert said == sum(start > whole.now for start in starts)


def test_what_is_called_off_is_not_counted_in_silence():
    first, second, third = weekly()
    off = session(first.event, "2026-01-27 18:00", status=Status.CANCELLED)
    assert choices(Drawn(edition(first, second, third, off)))["Circle"] == "4 coming sessions, 1 of them called off"


def test_a_part_of_last_season_can_still_be_followed_and_one_of_years_ago_is_not_offered():
    old = session(event("old", tags=(Tag("old", "Old"),)), "2024-03-01 18:00")
    last = session(event("last", tags=(Tag("last", "Last season"),)), "2025-11-01 18:00")
    found = choices(Drawn(edition(old, last)))
    assert found["Last season"] == "nothing planned yet"
    assert "Old" not in found


def test_a_site_without_sessions_can_be_followed_all_the_same():
    drawn = Drawn(edition())
    assert "nothing planned yet" in drawn.text(PAGE)
    assert fields(drawn) == ["https://moves.example/calendar.ics"]
    assert "Follow only a part" not in drawn.text(PAGE)


def test_every_address_that_can_be_copied_is_on_paper_too():
    drawn = Drawn(edition(session()))
    main = next(drawn.tree(PAGE).iter("main"))
    assert [words(line) for line in main.iter("p") if line.get("class") == "on-paper"] == fields(drawn)


def test_without_script_nothing_is_missing_but_the_button_that_copies():
    tree = Drawn(edition(session())).tree(PAGE)
    assert all("hidden" in button.attrib for button in tree.iter("button"))
    assert {element.tag for element in tree.iter() if "hidden" in element.attrib} == {"button"}


def test_every_part_of_the_page_has_a_name_of_its_own():
    ids = re.findall(r' id="([^"]+)"', Drawn(edition(*weekly())).html(PAGE))
    assert len(ids) == len(set(ids))


def test_pages_lead_to_it():
    drawn = Drawn(edition(*weekly(), session(event("once"))))
    for path in ("index.html", "calendar/index.html", "events/index.html", "events/stretch/index.html", "events/once/index.html", "404.html"):
        assert "/subscribe/" in drawn.links(path), path


@pytest.mark.parametrize("families", [("pages", "sessions"), ("calendars",)])
def test_where_nothing_can_be_followed_nothing_leads_there(families):
    drawn = Drawn(edition(*weekly(), site={"settings": settings(outputs=families)}))
    assert PAGE not in drawn.paths
    assert not any("subscribe" in link or "#follow" in link for path in drawn.paths for link in drawn.links(path))


def test_an_own_page_of_that_name_is_told_that_the_address_is_taken(site):
    site.write("pages/subscribe.md", "title: Subscribe")
    (note,) = site.check()
    assert (note.code, note.span.path) == ("E640", "content/pages/subscribe.md")
    assert "subscribe/index.html" in note.message
    assert site.settings("outputs: [pages]").check() == ()


def test_editing_a_text_does_not_make_the_page_again_and_another_session_does(site):
    text = "---\ntitle: Swap\nstart: 2026-01-06 18:00\nend: 19:00\nrepeat: weekly\ntimes: {}\nonline: https://meet.example/\n---\n{}\n"
    site.write("events/swap.md", text.format(3, "Old.")).build()
    assert PAGE not in site.write("events/swap.md", text.format(3, "New.")).build().written
    assert PAGE in site.write("events/swap.md", text.format(4, "New.")).build().written
