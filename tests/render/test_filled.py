"""Which copies of a template an edition has: of what is near and takes place, each with a name of its own."""

from dataclasses import replace

import factory

from mcsite.model.event import Status
from mcsite.model.filling import EVENT, SESSION, DrawingTemplate, Filling, Slot, TextTemplate
from mcsite.model.library import LibraryEntry
from mcsite.model.origin import Origin
from mcsite.model.settings import Kind
from mcsite.render.filled import filled_of
from mcsite.render.strings import ENGLISH

DRAWING = DrawingTemplate("square", ("<svg><text>", Slot("session.title"), "</text></svg>"), 10, 10)
WEEKS = factory.weekly(factory.event(rule="FREQ=WEEKLY"), times=12)
WALK = factory.session(factory.event("walk", title="Walk", kind=Kind("walk", "Walk")), "2026-05-05 10:00")


def filled(*sessions, words=("session.title",), site=None, **changes):
    text = TextTemplate(tuple(part for word in words for part in (Slot(word), " ")))
    known = {"each": SESSION, "text": text, **changes}
    entry = LibraryEntry(slug="chat", title="Chat", filling=Filling(**known), origin=Origin("content/library/chat.md"))
    return filled_of(factory.edition(*sessions, site={"library": (entry,), **(site or {})}), ENGLISH)["chat"]


def names(found):
    return [copy.address.removeprefix("library/chat/") for copy in found.copies]


def test_sessions_of_the_next_six_weeks_have_one_each_and_of_each_event_the_next():
    assert names(filled(*WEEKS, WALK)) == [f"stretch-2026-{day}" for day in ("01-06", "01-13", "01-20", "01-27", "02-03", "02-10")] + ["walk"]


def test_of_a_template_for_events_there_is_one_for_each_with_something_to_come():
    found = filled(*WEEKS, WALK, factory.session(factory.event("gone"), "2026-01-01 10:00"), words=("event.title",), each=EVENT)
    assert names(found) == ["stretch", "walk"]
    assert [copy.when for copy in found.copies] == [None, None]


def test_it_may_be_for_some_kinds_and_events_only():
    assert names(filled(*WEEKS, WALK, only=("walk",))) == ["walk"]
    assert names(filled(*WEEKS[:1], WALK, only=("circle",))) == ["stretch-2026-01-06"]
    assert names(filled(*WEEKS[:1], WALK, only=("stretch", "walk"))) == ["stretch-2026-01-06", "walk"]


def test_nobody_is_invited_to_what_is_called_off():
    off = replace(WEEKS[0], status=Status.CANCELLED)
    assert names(filled(off, *WEEKS[1:3])) == ["stretch-2026-01-13", "stretch-2026-01-20"]
    assert names(filled(off, words=("event.title",), each=EVENT)) == []


def test_but_what_says_so_is_said():
    (copy, _) = filled(replace(WEEKS[0], status=Status.CANCELLED), WEEKS[1], words=("session.title", "session.status")).copies
    assert copy.text.source.strip() == "Stretch Cancelled"
    assert copy.status is Status.CANCELLED


def test_a_copy_with_a_hole_is_not_made_and_told():
    found = filled(replace(WEEKS[0], venue=None), WEEKS[1], words=("session.title", "venue.name"))
    assert names(found) == ["stretch-2026-01-13"]
    (hole,) = found.holes
    assert (hole.copy.title, hole.event.slug, [slot.name for slot in hole.slots]) == ("Stretch", "stretch", ["venue.name"])


def test_other_words_fill_it():
    text = TextTemplate((Slot("venue.name", "online"),))
    (copy,) = filled(replace(WEEKS[0], venue=None), text=text).copies
    assert copy.text.source == "online"


def test_a_drawing_has_the_name_of_its_copy_and_of_several_each_its_own():
    (copy,) = filled(WEEKS[0], drawings=(DRAWING,)).copies
    assert [(drawn.address, drawn.words, drawn.pictured) for drawn in copy.drawings] == [("library/chat/stretch-2026-01-06", "Stretch", True)]
    (copy,) = filled(WEEKS[0], drawings=(DRAWING, replace(DRAWING, name="story"))).copies
    assert [drawn.address for drawn in copy.drawings] == ["library/chat/stretch-2026-01-06-square", "library/chat/stretch-2026-01-06-story"]


def test_without_cards_there_are_no_pictures_in_pixels():
    (copy,) = filled(WEEKS[0], drawings=(DRAWING,), site={"settings": factory.settings(outputs=("pages",))}).copies
    assert [drawn.pictured for drawn in copy.drawings] == [False]


def test_what_it_is_made_of_is_only_what_it_says():
    """So that another change of the session makes nothing anew."""
    (before,) = filled(WEEKS[0]).copies
    (after,) = filled(replace(WEEKS[0], note="Bring a mat", capacity=4)).copies
    assert before == after
