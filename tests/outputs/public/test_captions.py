import pytest

pytestmark = pytest.mark.prints
EVENT = """
title: Desk lunch
start: 2026-01-06 12:00
end: 12:45
repeat: weekly
times: 2
tags: [desk work]
signup: mailto:a@b.example
summary: Fifty minutes.
"""
FIRST, SECOND = (f"events/lunch/2026-01-{day}/captions.txt" for day in ("06", "13"))


def test_each_session_to_come_has_words_for_those_who_tell_of_it(site):
    site.write("events/lunch.md", EVENT).build()
    parts = site.read(FIRST).split("\n\n---\n\n")
    assert parts[0] == "Alternative text, for each of the pictures\n\nDesk lunch. Tuesday 6 January 2026, 12:00–12:45."
    assert parts[1] == (
        "Bluesky, Facebook, Instagram, LinkedIn, Mastodon, Telegram, Threads, WhatsApp, X\n\n"
        "Desk lunch\nTuesday 6 January 2026, 12:00–12:45\n\nFifty minutes.\n\n#DeskWork\nhttps://example.org/s/lunch/\n"
    )
    assert site.read(SECOND).endswith("\nhttps://example.org/events/lunch/2026-01-13/\n")


def test_what_is_over_is_not_told_any_more(site):
    site.write("events/lunch.md", EVENT).build()
    site.build("2026-01-07T09:00")
    assert FIRST not in site.files()
    assert site.read(SECOND).endswith("\nhttps://example.org/s/lunch/\n")


def test_it_speaks_the_language_of_the_site(site):
    site.settings("language: de").write("events/lunch.md", EVENT).build()
    assert site.read(FIRST).startswith("Alternativtext, für jedes der Bilder\n\nDesk lunch. Dienstag, 6. Januar 2026, 12:00–12:45 Uhr.")
