"""Everything that there is for an event, in one file."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from drawn import default_theme
from factory import edition, event, session, settings, weekly

from mcsite.outputs.public.event_packs import plan

SWAP = "title: Swap\nstart: 2026-03-06 18:00\nvenue: cowork\nprices: 5 EUR\nimage: sea.svg\nimage_alt: The sea"
VENUE = "title: Cowork\naddress: 1 Quay"
SEA = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30z"/></svg>'


@pytest.fixture
def swap(site):
    site.settings("outputs: [pages, sessions, calendars, prints]", "currency: EUR")
    return site.write("events/swap.md", SWAP).write("venues/cowork.md", VENUE).write("assets/sea.svg", SEA)


def unpacked(site, path="events/swap/pieces.zip"):
    with ZipFile(site.output / "public" / path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def planned(sessions, **changes):
    whole = edition(*sessions, site={"settings": settings(**changes)})
    return [gathering.path for gathering in plan(whole, default_theme())]


def test_it_holds_what_lies_below_the_event_and_its_pictures(swap):
    swap.build()
    files = unpacked(swap)
    assert {name.removeprefix("swap/") for name in files} == {
        "README.txt", "text.txt", "pictures/sea.svg", *(f"flyer-{kind}.pdf" for kind in ("a4", "a5", "letter", "four", "tabs", "plain")),
    }  # fmt: skip
    assert files["swap/flyer-a4.pdf"] == (swap.output / "public/events/swap/flyer-a4.pdf").read_bytes()


def test_its_text_can_be_pasted_and_its_readme_says_what_is_in_it(swap):
    swap.build()
    files = unpacked(swap)
    text, readme = files["swap/text.txt"].decode(), files["swap/README.txt"].decode()
    assert text.startswith("Swap\n\nFriday 6 March 2026, 18:00–19:00\n\nCowork, 1 Quay")
    assert text.endswith("https://example.org/events/swap/\n")
    assert "- pictures/sea.svg: no licence is named: ask before you pass it on" in readme


def test_whatever_another_output_puts_there_goes_along():
    (pack,) = plan(edition(*weekly()), default_theme())
    day = "events/stretch/2026-01-06/"
    paths = (f"{day}caption.txt", f"{day}card-square.png", f"{day}index.html", f"{day}session.ics", "events/stretch/calendar.ics", "events/stretch/pieces.zip")
    assert list(pack.pieces(paths)) == ["2026-01-06/caption.txt", "2026-01-06/card-square.png", "calendar.ics"]


def test_an_edit_of_the_text_makes_it_again_and_of_another_event_does_not(swap):
    swap.write("events/other.md", "title: Other\nstart: 2026-03-07 18:00").build()
    assert swap.build().written == set()
    assert "events/swap/pieces.zip" not in swap.write("events/other.md", "title: Others\nstart: 2026-03-07 18:00").build().written
    assert "events/swap/pieces.zip" in swap.write("events/swap.md", f"{SWAP}\nsummary: Bring a book.").build().written
    assert b"Bring a book." in unpacked(swap)["swap/text.txt"]


def test_the_same_bytes_come_of_it_with_more_processes_and_elsewhere(swap, tmp_path):
    swap.build()
    before = (swap.output / "public/events/swap/pieces.zip").read_bytes()
    again = type(swap)(tmp_path / "elsewhere").copy_of(swap.root)
    again.build(jobs=2)
    assert (again.output / "public/events/swap/pieces.zip").read_bytes() == before
    assert ZipFile(BytesIO(before)).testzip() is None


def test_the_page_of_the_event_leads_to_it(swap):
    swap.build()
    assert 'href="/events/swap/pieces.zip" download="swap.zip"' in swap.read("events/swap/index.html")


def test_there_is_one_while_something_is_to_come():
    assert planned(weekly()) == ["events/stretch/pieces.zip"]
    assert planned([session(event(), "2025-12-06 18:00")]) == []


def test_without_prints_and_cards_there_is_nothing_to_pack():
    assert planned(weekly(), outputs=("pages", "calendars")) == []
