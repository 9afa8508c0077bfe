"""A site in colours of its own."""

import pytest

EVENT = "title: Swap\nstart: 2026-01-06 18:00-19:00\nonline: https://meet.example/"
SITE = "title: Moves\nbase_url: https://example.org/moves/\ntimezone: Europe/London\n"


def test_without_a_wish_the_theme_s_own_colours_are_meant(site):
    site.write("events/swap.md", EVENT).build()
    assert "theme/colours.css" not in site.files()
    assert "colours.css" not in site.read("index.html")


@pytest.mark.parametrize("wish", ["accent: '#1f6b5c'", "accent: #1f6b5c", "accent: 1f6b5c"])
def test_one_colour_is_enough_and_its_quotes_may_be_forgotten(site, wish):
    outcome = site.write("site.md", SITE + wish).write("events/swap.md", EVENT).build()
    assert outcome.codes == []
    assert "--accent: light-dark(#1f6b5c, " in site.read("theme/colours.css")
    assert 'href="/moves/theme/colours.css?v=' in site.read("events/swap/index.html")


def test_another_mood_changes_the_paper_and_what_a_browser_paints_around_it(site):
    site.write("site.md", f"{SITE}mood: sea").build()
    assert "--paper: light-dark(#eff4f5, " in site.read("theme/colours.css")
    assert 'content="#eff4f5" media="(prefers-color-scheme: light)"' in site.read("index.html")


def test_a_logo_stands_before_the_name_and_is_not_read_twice(site):
    site.write("assets/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><path d="M0 0h9v9z"/></svg>')
    site.write("site.md", f"{SITE}logo: logo.svg").build()
    page = site.read("index.html")
    assert '<img src="/moves/assets/logo.svg"' in page
    assert 'alt=""' in page


def test_a_logo_that_is_not_there_is_said(site):
    (note,) = site.write("site.md", f"{SITE}logo: lgo.svg").check()
    assert (note.code, note.span.line) == ("E400", 5)
