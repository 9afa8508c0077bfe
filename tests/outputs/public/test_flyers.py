import sys

import pytest
from printed import decoded, pages

pytestmark = pytest.mark.prints

EVENT = """
title: Desk lunch
start: 2026-01-06 12:00
end: 12:45
repeat: weekly
times: 3
online: https://meet.example/x
signup: mailto:a@b.example
"""
FILES = {f"flyer-{name}.pdf" for name in ("a4", "a5", "letter", "four", "tabs")}


def _flyers(site):
    return {path.name for path in (site.output / "public/events/lunch").glob("flyer-*")}


def test_an_event_has_flyers_and_its_page_leads_to_them(site):
    site.write("events/lunch.md", EVENT).build()
    assert _flyers(site) == FILES
    page = (site.output / "public/events/lunch/index.html").read_text("utf-8")
    assert all(f'href="/events/lunch/{name}"' in page for name in FILES)


def test_every_code_leads_to_an_address_that_exists(site):
    site.write("events/lunch.md", EVENT).write(
        "events/walk.md", "title: Walk\nstart: 2026-02-01 10:00\nend: 11:00\nsignup: none\nonline: https://x.example\n"
    ).build()
    made = sorted(site.output.rglob("flyer-*.pdf"))
    assert len(made) == 2 * len(FILES)
    for file in made:
        (address,) = {address for page in pages(file.read_bytes(), 120) for address in decoded(page)}
        assert (site.output / "public" / address.removeprefix("https://example.org/") / "index.html").is_file(), address


def test_a_site_that_wants_no_prints_has_none_and_no_links_to_them(site):
    site.settings("outputs: [pages, sessions]").write("events/lunch.md", EVENT).build()
    assert _flyers(site) == set()
    assert "flyer" not in (site.output / "public/events/lunch/index.html").read_text("utf-8").lower()


def test_a_character_that_no_font_has_is_told_once_however_many_flyers_want_it(site):
    for slug in ("one", "two", "three"):
        site.write(f"events/{slug}.md", f"title: 語 {slug}\nstart: 2026-02-01 10:00\nend: 11:00\nonline: https://x.example")
    flyers = [note.span.path for note in site.check() if note.code == "W661" and "the flyer" in note.message]
    assert flyers == ["content/events/one.md"]


def test_without_the_typesetter_no_page_leads_to_a_flyer(site, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    site.write("events/lunch.md", EVENT).build()
    assert _flyers(site) == set()
    assert "flyer" not in (site.output / "public/events/lunch/index.html").read_text("utf-8").lower()


def test_what_is_not_changed_is_not_made_again(site):
    site.write("events/lunch.md", EVENT).write("events/walk.md", EVENT.replace("Desk lunch", "Walk")).build()
    assert not site.build().written
    written = site.write("events/walk.md", EVENT.replace("Desk lunch", "Long walk")).build().written
    assert {path for path in written if path.endswith(".pdf")} == {f"events/walk/{name}" for name in FILES}


def test_prints_have_the_same_bytes_whatever_the_number_of_jobs(site):
    for number in range(30):
        site.write(f"events/lunch{number}.md", EVENT.replace("Desk lunch", f"Lunch {number}"))
    site.write("workshops/desk.md", "title: Desk\ntakeaway: Breathe.\n")
    site.build(jobs=2)
    first = {path.relative_to(site.output): path.read_bytes() for path in site.output.rglob("*.pdf")}
    (site.root / ".mcsite").rename(site.root / "forgotten")
    again = site.build(jobs=1)
    assert len(first) == 30 * (len(FILES) + len(("sign-in", "running order"))) + 3
    assert not {path for path in again.written if path.endswith(".pdf")}
