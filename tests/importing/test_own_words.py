"""What mcsite said itself in a DESCRIPTION is not said again by who imports it."""

import re

import factory
import pytest
from foreign import bring, calendar, event
from icalendar import Calendar
from story import Story

from mcsite.importing.own_words import differing, in_fields, parted
from mcsite.importing.people import People
from mcsite.render.calendars import PRODUCT
from mcsite.render.catalogues import shipped_strings

PAGE = "https://elsewhere.example/events/swap/"
TALK = {
    "events/talk.md": """\
        ---
        title: Talk
        start: 2026-01-13 18:00
        end: 19:00
        venue: hall
        online: https://meet.example/talk
        hosts: [ada, bo]
        prices: [{name: Drop-in, amount: 4}, {name: Drop-in, amount: 0, for: members}, {name: Deeper session, amount: 12.50}]
        signup: https://book.example/talk
        summary: A short talk.
        ---
        All about backs.

        And necks.
        """,
    "events/off.md": "title: Off\nstart: 2026-01-14 18:00\nend: 19:00\nhosts: [ada]\nstatus: cancelled\nsummary: Not today.",
    "events/quiet.md": "title: Quiet\nstart: 2026-01-15 18:00\nend: 19:00\nsignup: none",
    "events/packed.md": "title: Packed\nstart: 2026-01-16 18:00\nend: 19:00\nfull: yes\nonline: https://meet.example/packed",
    "events/walk.md": "---\ntitle: Walk\nstart: 2026-01-17 18:00\nend: 19:00\nrepeat: weekly\ntimes: 3\nhosts: [bo]\n---\nAlong the quay.",
    "venues/hall.md": "title: Hall\naddress: Quay 1",
    "people/ada.md": "title: Ada",
    "people/bo.md": "title: Bo Berg",
}


def descriptions(site: Story, path: str = "calendar.ics") -> dict[str, str]:
    return {str(vevent["UID"]): str(vevent["DESCRIPTION"]) for vevent in Calendar.from_ical(site.read(path)).walk("VEVENT")}


@pytest.fixture
def published(tmp_path_factory):
    """Another site, with what a description can have in it."""
    other = Story(tmp_path_factory.mktemp("other"))
    other.write("site.md", "---\ntitle: Talks\nbase_url: https://example.org/\ntimezone: Europe/London\nLANGUAGE\n---\n")
    for path, content in TALK.items():
        other.write(path, content)
    return other


@pytest.mark.parametrize("language", ["en-GB", "de", "fr", "pt", "es", "ar"])
def test_what_was_published_imported_and_published_again_says_the_same(site: Story, published: Story, language: str):
    settings = f"language: {language}\ncurrency: GBP\nsignup: talks@example.org\noutputs: [pages, calendars]"
    published.write("site.md", published.path("site.md").read_text().replace("LANGUAGE", settings)).build()
    site.write("site.md", published.path("site.md").read_bytes())
    told = bring(site, (published.output / "public" / "events/walk/series.ics").read_bytes())
    assert "1 person into content/people" in told
    told = bring(site, (published.output / "public" / "calendar.ics").read_bytes(), "--into", "rest")
    site.remove("events/rest/walk-2026-01-17.md").remove("events/rest/walk-2026-01-24.md").remove("events/rest/walk-2026-01-31.md")
    assert "2 people" not in told
    site.build()
    assert descriptions(site) == descriptions(published)


def test_facts_become_fields_and_people_whom_the_site_knows_are_themselves(site: Story, published: Story):
    published.write("site.md", published.path("site.md").read_text().replace("LANGUAGE", "language: en-GB\ncurrency: GBP")).build()
    site.settings("currency: GBP", "signup: netlify").write("people/ada-lovelace.md", "title: Ada")
    bring(site, (published.output / "public" / "calendar.ics").read_bytes())
    text = site.path("events/talk.md").read_text()
    for line in ("hosts: [ada-lovelace, bo-berg]", "online: https://meet.example/talk", "signup: https://book.example/talk", "for: members"):
        assert line in text
    assert text.endswith("---\nA short talk.\n\nAll about backs.\n\nAnd necks.\n")
    assert "signup: none" in site.path("events/quiet.md").read_text()
    assert re.search("full: '?yes", site.path("events/packed.md").read_text())
    assert site.path("events/walk.md").read_text().endswith("---\nAlong the quay.\n\nSession 1 of 3\n")
    assert not site.path("people/ada.md").exists()


def test_a_calendar_of_another_program_keeps_its_description_and_its_address(site: Story):
    bring(site, calendar(event(f"DTSTART:20260113T180000Z\nDTEND:20260113T190000Z\nURL:{PAGE}\nDESCRIPTION:Soup.\\n\\nWith: Ada\\n\\n{PAGE}")))
    assert site.path("events/swap.md").read_text().endswith(f"---\nSoup.\n\nWith: Ada\n\n{PAGE}\n")
    assert not site.path("people").exists()


def test_a_description_that_somebody_went_on_with_is_left_whole():
    assert parted(f"Soup.\n\nWith: Ada\n\n{PAGE}\n\nBring a bowl.", PAGE).text.endswith("Bring a bowl.")
    assert parted(f"Soup.\n\nWith: Ada\n\n{PAGE}", "").facts == ()


def test_a_last_paragraph_that_is_not_ours_is_text():
    told = parted(f"Soup.\n\nWith: Ada\nand a spoon.\n\n{PAGE}", PAGE)
    assert (told.text, [fact.line for fact in told.facts]) == ("Soup.\n\nWith: Ada\nand a spoon.", [PAGE])


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "pt"])
def test_facts_are_known_in_all_languages(language: str):
    say = shipped_strings(language).say
    lines = [say("With: %(people)s", people=say(", ").join(("Ada", "Bo"))), say("Fully booked")]
    fields, rest = in_fields(parted("Soup.\n\n" + "\n".join(lines) + f"\n\n{PAGE}", PAGE).facts, People((), ()), factory.settings(), alone=True)
    assert (fields, rest) == ({"hosts": ["ada", "bo"], "full": "yes"}, [])


@pytest.mark.parametrize("line", ["Price: a smile", "Price: Drop-in £4.999; free", "Online: somewhere", "Sign up: at the bar", "With: ???"])
def test_what_no_field_takes_stays_text(line: str):
    fields, rest = in_fields(parted(f"Soup.\n\n{line}\n\n{PAGE}", PAGE).facts, People((), ()), factory.settings(), alone=True)
    assert (fields, rest) == ({}, [line])


def test_a_number_is_told_of_a_session_without_its_series_alone():
    facts = parted(f"Session 2 of 3\n\n{PAGE}", PAGE).facts
    assert [in_fields(facts, People((), ()), factory.settings(), alone=alone)[1] for alone in (True, False)] == [["Session 2 of 3"], []]


def test_what_is_said_of_one_session_alone_is_its_note(site: Story):
    one, other = (f"DESCRIPTION:Soup.\\n\\nSession {number} of 4\\nWith: {name}\\n\\n{PAGE}" for number, name in ((1, "Ada"), (2, "Bo")))
    weekly = "DTSTART:20260106T180000Z\nDTEND:20260106T190000Z\nRRULE:FREQ=WEEKLY;COUNT=4"
    single = f"RECURRENCE-ID:20260113T180000Z\nDTSTART:20260113T180000Z\nDTEND:20260113T190000Z\nURL:{PAGE}\n{other}"
    data = calendar(event(f"{weekly}\nURL:{PAGE}\n{one}"), event(single)).replace(b"-//Elsewhere//EN", PRODUCT.encode())
    bring(site, data)
    text = site.path("events/swap.md").read_text()
    assert "hosts: [ada]" in text
    assert "note: 'Soup. With: Bo'" in text or 'note: "Soup. With: Bo"' in text
    assert differing((), ()) == []
