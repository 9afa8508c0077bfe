import json
import re

import pytest
from drawn import REPOSITORY, Drawn, default_theme
from factory import edition, event, session, settings, venue, weekly

from mcsite.model.event import Status
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.outputs.public.embeds import plan

GYM = Partner(slug="gym", title="Anchor Gym", code="SECRET-7", contact="Bo, 555", origin=Origin("p"))
WHOLE = edition(session(event(partner=GYM)), site={"partners": (GYM,)})
FRAMES = ("embed/index.html", "embed/venues/cowork/index.html", "embed/partners/gym/index.html", "embed/kinds/circle/index.html")


def listed(whole, path):
    """The sessions of a file for programs."""
    (artifact,) = (one for one in plan(whole, default_theme()) if one.path == path)
    return json.loads(artifact.make(**artifact.inputs))["sessions"]


@pytest.mark.parametrize("path", FRAMES)
def test_what_comes_next_stands_in_a_frame(path):
    assert Drawn(WHOLE).starts(path) == [("stretch@moves.example", "2026-01-06T18:00:00+00:00")]


@pytest.mark.parametrize("path", FRAMES)
def test_a_frame_has_no_menu_leads_out_of_itself_and_is_not_for_search_engines(path):
    page = Drawn(WHOLE).html(path)
    assert "<nav" not in page
    assert '<base target="_top">' in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_frame_leads_to_the_real_page():
    drawn = Drawn(WHOLE)
    assert '<a href="/venues/cowork/">' in drawn.html("embed/venues/cowork/index.html")
    assert '<a href="/events/">' in drawn.html("embed/index.html")


def test_a_long_list_ends_and_leads_to_the_rest():
    drawn = Drawn(edition(*weekly(times=40)))
    assert len(drawn.starts("embed/venues/cowork/index.html")) == 12
    assert "<bdi>Moves</bdi> · Further dates: 28" in drawn.html("embed/venues/cowork/index.html")
    assert max(len(drawn.html(path)) for path in drawn.paths if path.startswith("embed/") and path.endswith(".html")) < 10 * 1024


def test_where_nothing_is_planned_it_says_so():
    assert "Nothing is planned at the moment." in Drawn(edition(site={"venues": (venue(),)})).text("embed/venues/cowork/index.html")


def test_a_cancelled_session_is_shown_as_cancelled():
    drawn = Drawn(edition(session(status=Status.CANCELLED, reason="clinic closed")))
    assert "Cancelled: clinic closed" in drawn.text("embed/index.html")


def test_the_place_is_not_said_where_it_is_the_title():
    drawn = Drawn(WHOLE)
    assert drawn.text("embed/venues/cowork/index.html").count("Harbour Cowork") == 1
    assert "Harbour Cowork" in drawn.text("embed/partners/gym/index.html")


def test_each_word_that_dresses_a_frame_is_offered_has_its_mark_and_its_style():
    drawn = Drawn(WHOLE)
    offered = set(re.findall(r'"https://moves.example/embed/venues/cowork/#([a-z-]+)"', drawn.html("venues/cowork/index.html")))
    marks = set(re.findall(r'<i id="([a-z-]+)" hidden>', drawn.html("embed/venues/cowork/index.html")))
    styled = set(re.findall(r"#([a-z-]+):target", (REPOSITORY / "themes/default/static/embed.css").read_text("utf-8")))
    assert offered == marks == styled == {"light", "dark", "plain", "plain-light", "plain-dark"}


@pytest.mark.parametrize("page", ["venues/cowork/", "partners/gym/", "kinds/circle/"])
def test_the_page_hands_out_the_line_and_the_address_for_programs(page):
    drawn = Drawn(WHOLE)
    assert f'&lt;iframe src="https://moves.example/embed/{page}"' in drawn.html(f"{page}index.html")
    assert f"/embed/{page}events.json" in drawn.links(f"{page}index.html")
    (one,) = listed(WHOLE, f"embed/{page}events.json")
    assert (one["event"], one["venue"], one["start"]) == ("stretch", "cowork", "2026-01-06T18:00:00+00:00")


def test_a_line_holds_no_sign_that_ends_it():
    page = Drawn(edition(site={"venues": (venue(title='The "Net" <Loft>'),)})).html("venues/cowork/index.html")
    line = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1]
    assert 'title="The &amp;#34;Net&amp;#34; &amp;lt;Loft&amp;gt;, Moves"' in line


def test_programs_are_given_only_what_is_still_to_come():
    whole = edition(*weekly(times=4), now="2026-01-15 09:00")
    assert [one["number"] for one in listed(whole, "embed/venues/cowork/events.json")] == [3, 4]


def test_what_is_between_partner_and_organiser_is_in_no_frame():
    drawn = Drawn(WHOLE)
    assert not [path for path in drawn.paths if path.startswith("embed/") and re.search("SECRET-7|Bo, 555", drawn.html(path))]


def test_they_belong_to_the_pages():
    assert list(plan(edition(session(), site={"settings": settings(outputs=("calendars",))}), default_theme())) == []
