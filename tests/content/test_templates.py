"""An entry that says for what it is filled in is a template, and all that is wrong with it is told where it stands."""

import pytest
from story import SITE_MD

from mcsite.model.filling import Slot

EVENT = "title: Swap\nstart: 2026-01-06 18:00\nend: 19:00\nonline: https://meet.example/"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" width="60" height="60">\n<text x="5" y="9" font-size="5">{{ session.title }}</text>\n</svg>'


@pytest.fixture
def town(site):
    return site.write("events/swap.md", EVENT)


def entry(site, front, body):
    return site.write("library/chat.md", f"---\ntitle: Chat\n{front}\nlicence: CC0\n---\n{body}\n")


def filling(site):
    prepared = site.prepare()
    assert prepared.diagnostics == ()
    (found,) = prepared.edition.site.library
    return found


def problems(site):
    return [(note.code, note.span.path.rpartition("/")[2], note.span.line, note.span.column) for note in site.check()]


def test_its_text_is_the_template_and_no_longer_its_description(town):
    found = filling(entry(town, "fill: session\nlimit: 280", "{{ session.title }} on {{ session.when }}"))
    assert [part for part in found.filling.text.parts if isinstance(part, Slot)] == [Slot("session.title"), Slot("session.when")]
    assert (found.filling.each, found.filling.limit, found.filling.only, bool(found.body)) == ("session", 280, (), False)


def test_an_entry_without_that_is_none(town):
    found = filling(entry(town, "kind: card", "A card."))
    assert found.filling is None
    assert found.body


@pytest.mark.parametrize(("written", "each"), [("each session", "session"), ("Sessions", "session"), ("every event", "event")])
def test_it_may_be_said_in_other_words(town, written, each):
    assert filling(entry(town, f"fill: {written}", "{{ event.title }}")).filling.each == each


def test_a_drawing_is_one_too_and_the_text_then_describes_it(town):
    town.write("assets/square.svg", SVG).write("assets/plain.svg", SVG.replace("{{ session.title }}", "x"))
    found = filling(entry(town, "fill: session\nfiles: [square.svg, plain.svg]", "For the chat."))
    assert [(drawing.name, drawing.width, drawing.height) for drawing in found.filling.drawings] == [("square", 60, 60)]
    assert found.filling.text is None
    assert found.body


def test_links_and_pictures_of_the_site_are_known_and_values_are_no_links(town):
    town.write("assets/chair.svg", SVG.replace("{{ session.title }}", "x"))
    links = "[b]({{ event.link }}) [c](mailto:{{ organiser.email }}) [d](tel:{{ organiser.phone }}) {{ event.title }}"
    body = f"[a](../events/swap.md) ![{{{{ event.title }}}}](chair.svg) {links}"
    town.settings("organiser: {name: Ada, email: ada@example.org, phone: 01632 960417}")
    text = filling(entry(town, "fill: event", body)).filling.text
    assert text.links == (("../events/swap.md", "events/swap/"),)
    assert [written for written, _ in text.pictures] == ["chair.svg"]


def test_a_link_to_nowhere_is_told_at_its_place(town):
    assert problems(entry(town, "fill: event", "{{ event.title }} [a](../events/swop.md)")) == [("E210", "chat.md", 6, 23)]


def test_it_may_be_for_some_kinds_and_events(town):
    town.write("events/late.md", f"{EVENT}\ndraft: yes".replace("Swap", "Late"))
    found = filling(entry(town, "fill: event\nfor: [Pop-up, swap, circle, late]", "{{ event.title }}"))
    assert found.filling.only == ("pop-up", "swap", "circle", "late")


def test_an_event_by_its_title_and_a_kind_of_the_sites_own(town):
    town.write("site.md", SITE_MD.replace("---\nWelcome", "kinds: {sound-bath: Sound bath}\n---\nWelcome"))
    assert filling(entry(town, "fill: event\nfor: [Swap, Sound bath]", "{{ event.title }}")).filling.only == ("swap", "sound-bath")


def test_what_is_neither_is_told_with_the_nearest(town):
    (note,) = entry(town, "fill: event\nfor: [workshops]", "{{ event.title }}").check()
    assert (note.code, note.help) == ("E203", "did you mean 'workshop'?")


@pytest.mark.parametrize(
    ("front", "body", "found"),
    [
        ("fill: session", "a {{ session.wen }}", [("E771", "chat.md", 6, 3)]),
        ("fill: event", "{{ session.when }}", [("E771", "chat.md", 6, 1)]),
        ("fill: session", "{{ session.when }}\n\n    {{ session.when }}", [("E770", "chat.md", 8, 5)]),
        ("fill: session", "<!-- {{ session.when }} -->", [("E770", "chat.md", 6, 6)]),
        ("fill: session", "[x]({{ session.when }})", [("E773", "chat.md", 6, 5)]),
        ("fill: session", "Nothing.", [("E772", "chat.md", 3, 7)]),
        ("limit: 280", "Nothing.", [("E772", "chat.md", 3, 8)]),
        ("for: swap", "Nothing.", [("E772", "chat.md", 3, 6)]),
        ("fill: sessoin", "{{ session.when }}", [("E702", "chat.md", 3, 7)]),
        ("kind: card", "{{ session.when }}\n{{ session.wen }}", [("W692", "chat.md", 6, 1)]),
        ("kind: card", "{{ something }}", []),
    ],
)
def test_each_mistake_has_its_place(town, front, body, found):
    assert problems(entry(town, front, body)) == found


def test_a_limit_for_a_drawing_alone_is_told(town):
    town.write("assets/square.svg", SVG)
    assert problems(entry(town, "fill: session\nfiles: [square.svg]\nlimit: 20", "For the chat.")) == [("E772", "chat.md", 5, 8)]


@pytest.mark.parametrize(
    ("svg", "found"),
    [
        (SVG.replace("title }}", "titel }}"), ("E771", "square.svg", 2, 34)),
        (SVG.replace('x="5"', 'fill="{{ session.title }}"'), ("E774", "square.svg", 1, 1)),
        (SVG.encode("utf-16"), ("E403", "square.svg", 1, 1)),
    ],
)
def test_what_is_wrong_with_a_drawing_is_told_at_the_drawing(town, svg, found):
    town.write("assets/square.svg", svg)
    assert found[:2] in [problem[:2] for problem in problems(entry(town, "fill: session\nfiles: [square.svg]", "For the chat."))]
