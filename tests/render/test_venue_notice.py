from dataclasses import replace

import pytest
from factory import edition, event, person, session, settings, venue, weekly, when
from printed import decoded, default_prints, heard, pages, structure

from mcsite.model.event import Status
from mcsite.render.desk import printed
from mcsite.render.fonts import Fonts
from mcsite.render.strings import ENGLISH
from mcsite.render.venue_notice import LINES, venue_notices

HERE, PARK = venue(), venue("park", title="Park Pavilion", address="The Park", postcode="")
TUESDAY, WEDNESDAY = "Tuesday 6 January 2026", "Wednesday 7 January 2026"


def notices(*sessions, now="2026-01-05 09:00", **site):
    return venue_notices(edition(*sessions, now=now, site={"venues": (HERE, PARK), **site}), ENGLISH)


def told(notice):
    """Each line of a notice as (day, hours, label, what is told)."""
    return [(day, line.hours, line.label, line.told) for day, lines in notice.days for line in lines]


def test_it_says_what_is_held_there_next():
    (notice,) = notices(*weekly(times=2)).values()
    assert told(notice) == [(TUESDAY, "18:00–18:45", "", ""), ("Tuesday 13 January 2026", "18:00–18:45", "", "")]
    assert [line.detail for _, lines in notice.days for line in lines] == ["1 of 2 · Ada", "2 of 2 · Ada"]


def test_one_that_is_called_off_stays_on_it_with_the_reason():
    off = session(status=Status.CANCELLED, reason="the heating failed")
    assert told(notices(off)["venues/cowork/"]) == [(TUESDAY, "18:00–18:45", "Cancelled", "the heating failed")]
    assert told(notices(replace(off, status=Status.POSTPONED))["venues/cowork/"])[0][2] == "Postponed"


def test_one_that_was_moved_stands_at_both_its_times():
    moved = session(start="2026-01-07 19:00", status=Status.MOVED, moved_from=when("2026-01-06 18:00"))
    assert told(notices(moved)["venues/cowork/"]) == [
        (TUESDAY, "18:00–18:45", "Moved to", "Wednesday 7 January 2026, 19:00–19:45"),
        (WEDNESDAY, "19:00–19:45", "", "Moved from Tue 6 Jan, 18:00–18:45."),
    ]


def test_on_the_same_day_only_the_hour_is_new():
    moved = session(start="2026-01-06 19:00", status=Status.MOVED, moved_from=when("2026-01-06 18:00"))
    assert told(notices(moved)["venues/cowork/"])[0] == (TUESDAY, "18:00–18:45", "Moved to", "19:00–19:45")


def test_one_that_is_elsewhere_this_time_is_told_at_both_doors():
    found = notices(session(venue=PARK))
    assert told(found["venues/cowork/"]) == [(TUESDAY, "18:00–18:45", "Moved to", "Park Pavilion, The Park")]
    assert told(found["venues/park/"]) == [(TUESDAY, "18:00–18:45", "", "")]


def test_from_a_room_to_the_web():
    assert told(notices(session(venue=None, online="https://meet.example/x"))["venues/cowork/"])[0][2:] == ("Moved to", "Online")


def test_one_that_is_booked_out_says_so_and_a_note_is_told():
    assert told(notices(session(full=True, note="Bring a mat."))["venues/cowork/"])[0][2:] == ("Full", "Bring a mat.")


@pytest.mark.parametrize(("now", "there"), [("2025-12-08 23:59", False), ("2025-12-09 00:00", True), ("2026-01-06 23:59", True), ("2026-01-07 00:00", False)])
def test_it_is_there_from_four_weeks_before_until_the_day_is_over(now, there):
    assert bool(notices(session(), now=now)) is there


def test_who_has_no_page_is_not_named():
    shy = person("bea", public=False)
    (notice,) = notices(session(hosts=(person(), shy))).values()
    assert "Bea" not in notice.texts
    assert all("Bea" not in text for text in notice.texts)


def test_a_site_that_wants_no_prints_has_none():
    assert notices(session(), settings=settings(outputs=("pages",))) == {}


def _pdf(notice, left_out=""):
    return printed(notice, left_out, default_prints(), Fonts())


def test_it_is_one_page_however_much_there_is():
    many = [one for number in range(9) for one in weekly(event(f"circle-{number}", title="A rather long name of a circle", rule="FREQ=WEEKLY"), times=4)]
    (notice,) = notices(*many).values()
    assert len(told(notice)) == LINES
    assert structure(_pdf(notice)).pages == 1


def test_its_code_leads_to_the_venue_s_page():
    (notice,) = notices(session()).values()
    data = _pdf(notice)
    assert [decoded(page) for page in pages(data)] == [["https://moves.example/venues/cowork/"]]
    assert heard(data).index("Harbour Cowork") < heard(data).index("Stretch") < heard(data).index("All dates")


def test_without_pages_there_is_no_code():
    (notice,) = notices(session(), settings=settings(outputs=("prints",))).values()
    assert notice.step is None
    assert "Figure" not in structure(_pdf(notice)).tags()
