"""Events that are read back together are the events that are read one by one, whatever comes, goes or changes."""

import random

import pytest
from town import found_town

from mcsite import memo
from mcsite.content import events, remembered_groups
from mcsite.content.remembered import Memory

TEXTS = ("Plain words.", "See [posture](/tags/posture/).", "After the [day](open-day.md).", "With [walk](event:overnight).", "![", "")


@pytest.fixture
def town(site, monkeypatch):
    monkeypatch.setattr(remembered_groups, "_EVENTS", 8)
    memo.forget()
    town = found_town(site)
    for number in range(60):
        town.write(f"events/talk-{number:02}.md", talk(number))
    return town


def talk(number, tag="talks", text="Words."):
    days = "\nrepeat: weekly\ntimes: 3" if number % 3 else ""
    return f"---\ntitle: Talk {number}\nstart: 2026-02-{number % 27 + 1:02} 18:00\nend: 19:00{days}\nvenue: park-pavilion\ntags: [{tag}]\n---\n{text}"


def whole(prepared):
    return prepared.edition.site, prepared.edition.ledger, prepared.diagnostics


def same_as_at_first(town):
    again = whole(town.prepare())
    memo.forget()
    assert again == whole(town.prepare())


def test_only_the_group_of_what_changed_is_looked_at_one_by_one(town, monkeypatch):
    town.prepare()
    town.write("events/talk-30.md", talk(30, text="Other words."))
    looked, plain = [], Memory.event_of
    monkeypatch.setattr(Memory, "event_of", lambda memory, document, read: looked.append(document.slug) or plain(memory, document, read))
    monkeypatch.delattr(events, "draft_of")
    town.prepare()
    assert "talk-30" in looked
    assert len(looked) < 40
    looked.clear()
    town.prepare()
    assert looked == []


def test_the_first_spelling_of_a_tag_holds_for_all_groups(town):
    town.prepare()
    town.write("events/a-first.md", talk(1, tag="Talks"))
    assert {tag.title for event in town.prepare().edition.site.events for tag in event.tags if tag.slug == "talks"} == {"Talks"}
    same_as_at_first(town)
    town.remove("events/a-first.md")
    assert {tag.title for event in town.prepare().edition.site.events for tag in event.tags if tag.slug == "talks"} == {"talks"}
    same_as_at_first(town)


def test_parts_are_the_very_things_that_the_site_has(town):
    town.prepare()
    site = town.prepare().edition.site
    assert all(session.event in site.events and any(session.venue is venue for venue in site.venues) for session in site.sessions if session.venue)
    assert all(any(session.event is event for event in site.events) for session in site.sessions)


def test_no_series_of_edits_makes_a_difference(town):
    chance = random.Random(7)
    for _ in range(6):
        for _ in range(chance.randrange(1, 4)):
            number = chance.randrange(60)
            if chance.random() < 0.2 and town.path(f"events/talk-{number:02}.md").exists():
                town.remove(f"events/talk-{number:02}.md")
            else:
                text = talk(number, chance.choice(("talks", "Talks", "rest")), chance.choice(TEXTS))
                town.write(f"events/talk-{number:02}.md", text.replace("end: 19:00", chance.choice(("end: 19:00", "end: 20:00", "# nothing"))))
        again = whole(town.prepare())
        with pytest.MonkeyPatch.context() as alone:
            alone.setattr(memo, "recall", lambda *_: None)
            assert again == whole(town.prepare())
