import sys

import pytest
from printed import decoded, pages, structure

pytestmark = pytest.mark.prints

WORKSHOP = """---
title: Desk reset
takeaway: |
  Breathe **out** first.
stop_if: [it hurts]
---
"""
EVENT = """
title: Desk lunch
workshop: desk
start: 2026-01-06 12:00
end: 12:45
repeat: weekly
times: 3
online: https://meet.example/x
signup: mailto:a@b.example
"""
FILES = {"handout-a4.pdf", "handout-letter.pdf", "handout-large.pdf", "handout/index.html"}


def _made(site, below):
    root = _public(site) / below
    return {path.relative_to(root).as_posix() for path in (*root.glob("handout*"), *root.glob("handout/*")) if path.is_file()}


def _public(site):
    return site.output / "public"


def _with_workshop(site):
    return site.write("workshops/desk.md", WORKSHOP).write("events/lunch.md", EVENT)


def test_a_workshop_and_its_near_sessions_have_handouts(site):
    _with_workshop(site).build()
    for below in ("workshops/desk", "events/lunch/2026-01-06", "events/lunch/2026-01-13"):
        assert _made(site, below) == FILES


def test_every_code_leads_to_an_address_that_exists(site):
    _with_workshop(site).build()
    made = sorted(_public(site).rglob("handout-*.pdf"))
    assert len(made) == 12
    for file in made:
        (address,) = {address for page in pages(file.read_bytes(), 120) for address in decoded(page)}
        assert (_public(site) / address.removeprefix("https://example.org/") / "index.html").is_file(), address


def test_the_page_and_the_paper_say_the_same(site):
    _with_workshop(site).build()
    page = (_public(site) / "workshops/desk/handout/index.html").read_text("utf-8")
    for words in ("Desk reset", "Breathe <strong>out</strong> first.", "Stop if", "it hurts", "handout-large.pdf"):
        assert words in page


def test_a_site_that_wants_no_prints_has_none(site):
    site.settings("outputs: [pages, sessions]")
    _with_workshop(site).build()
    assert not list(_public(site).rglob("*handout*"))


def test_without_the_typesetter_the_pages_are_still_there(site, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    _with_workshop(site).build()
    assert [path.name for path in _public(site).rglob("handout*")].count("handout") == 4
    assert not list(_public(site).rglob("*.pdf"))


def test_an_edited_takeaway_makes_its_own_prints_again_and_no_others(site):
    _with_workshop(site).write("workshops/other.md", WORKSHOP.replace("Desk", "Other")).build()
    site.write("workshops/other.md", WORKSHOP.replace("Desk", "Other").replace("first", "last"))
    written = {path for path in site.build().written if path.endswith(".pdf")}
    assert written == {f"workshops/other/{name}" for name in FILES if name.endswith(".pdf")}


def test_the_sample_s_handouts_are_one_page_each_and_sound(sample):
    for file in sorted((_public(sample) / "workshops").rglob("handout-a4.pdf")):
        seen = structure(file.read_bytes())
        assert (seen.pages, seen.ua, seen.language) == (1, True, "en-GB"), file
