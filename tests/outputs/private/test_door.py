"""Stories of the sheets for the door and for whoever leads."""

import pytest
from printed import heard, structure, text
from story import tree

pytestmark = pytest.mark.prints

WORKSHOP = "title: Stretch format\noutline: [5 min - Arrive, 40 min - Stretch]\nprompt: How was your day?\nif_late: [Leave out the names]"
EVENT = """\
title: Stretch
workshop: format
start: 2026-01-06 18:00
end: 18:45
repeat: weekly
times: 4
venue: cowork
capacity: 3
setup: 20 min
"""
NEAR = ("stretch-2026-01-06", "stretch-2026-01-13")


@pytest.fixture
def town(site):
    site.write("venues/cowork.md", "title: Cowork\naccess: {Step-free: yes}").write("workshops/format.md", WORKSHOP).write("events/stretch.md", EVENT)
    return site.write("partners/gym.md", "title: Gym\nvenue: cowork\ncontact: Kit, 01632 960001")


def made(site, **options):
    assert site.build(**options).codes == []
    folder = site.output / "private" / "door"
    return tree(folder) if folder.is_dir() else {}


def test_every_session_of_the_next_two_weeks_has_both(town):
    assert set(made(town)) == {f"{folder}/{name}.pdf" for folder in NEAR for name in ("sign-in", "running-order")}


def test_one_that_is_called_off_has_none(town):
    town.write("events/stretch.md", EVENT + "cancelled: {2026-01-06: the heating failed}\n")
    assert {path.partition("/")[0] for path in made(town)} == {NEAR[1]}


def test_one_that_is_only_online_has_a_running_order_alone(town):
    town.write("events/talk.md", "title: Talk\nstart: 2026-01-07 18:00\nend: 19:00\nonline: https://meet.example/x")
    assert {path for path in made(town) if path.startswith("talk")} == {"talk-2026-01-07/running-order.pdf"}


def test_they_say_what_the_page_says_and_what_it_does_not(town):
    sheets = made(town)
    said = heard(sheets["stretch-2026-01-06/running-order.pdf"])
    for part in ("18:05", "How was your day?", "Leave out the names", "Kit, 01632 960001", "17:40–18:45", "Step-free"):
        assert part in said
    assert "Shred this sheet by Tuesday 13 January 2026." in heard(sheets["stretch-2026-01-06/sign-in.pdf"])


def test_nothing_of_them_is_public(town):
    made(town)
    private = ("01632 960001", "How was your day?", "Leave out the names", "sign-in", "17:40")
    public = {path: text(data) if path.endswith(".pdf") else data.decode("utf-8", "replace") for path, data in town.files().items()}
    assert {path for path, words in public.items() if any(each in words for each in private)} == set()


def test_an_edited_material_makes_its_running_orders_again_and_no_sign_in_sheet(town):
    before = made(town)
    after = made(town.write("workshops/format.md", WORKSHOP + "\nmaterials: [ten mats]"))
    assert {path for path in after if after[path] != before[path]} == {f"{folder}/running-order.pdf" for folder in NEAR}


def test_a_site_that_wants_no_prints_has_none(town):
    assert made(town.settings("outputs: [pages, sessions]")) == {}


def test_a_script_that_no_font_has_is_said_once_and_the_rest_is_made(town):
    town.write("events/stretch.md", EVENT.replace("title: Stretch", "title: 語"))
    outcome = town.build()
    assert {diagnostic.message.partition("'")[0] for diagnostic in outcome.diagnostics} == {
        "the flyer of ", "the running order of ", "the notice for the door of ", "the sheet of dates for ",
    }  # fmt: skip
    assert not (town.output / "private" / "door").exists()


def test_the_sample_has_them_all_in_one_page_each(sample):
    sheets = tree(sample.output / "private")
    names = {path.rpartition("/")[2] for path in sheets}
    assert {"sign-in.pdf", "running-order.pdf", "dates.pdf"} <= names
    assert {path for path, data in sheets.items() if path.endswith(".pdf") and structure(data).pages != 1} == set()
