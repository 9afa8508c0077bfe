"""Templates of the library become texts to copy and pictures to post, one for each session, and the build says what is wrong with any."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.prints

SERIES = """
title: Stretch Circle
start: 2026-01-06 18:00
end: 18:45
repeat: weekly
times: 3
online: https://meet.example/x
summary: Slow movement.
"""
TEXT = """---
title: Chat
fill: session
---
**{{ session.title }}**, {{ session.short_date }}
[All about it]({{ session.link }}), [First visit](../pages/first.md)
"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300" width="300" height="300">
<text x="20" y="60" font-size="30" data-lines="2">{{ session.title }}</text>
</svg>
"""


def town(site):
    return site.write("events/circle.md", SERIES).write("pages/first.md", "title: First visit").write("library/chat.md", TEXT)


def made(site):
    return {path.name for path in (site.output / "public/library/chat").iterdir()} - {"index.html", "card.png"}


def test_a_text_is_there_to_copy_plain_and_as_markdown(site):
    town(site).build()
    assert made(site) == {f"circle-2026-01-{day}.{ending}" for day in ("06", "13", "20") for ending in ("txt", "md")}
    assert site.read("library/chat/circle-2026-01-13.txt") == (
        "Stretch Circle, Tue 13 Jan\nAll about it (https://example.org/events/circle/2026-01-13/), First visit (https://example.org/first/)\n"
    )
    assert site.read("library/chat/circle-2026-01-13.md") == (
        "**Stretch Circle**, Tue 13 Jan  \n[All about it](https://example.org/events/circle/2026-01-13/), [First visit](https://example.org/first/)\n"
    )


def test_the_page_of_the_entry_shows_them_and_leads_to_them(site):
    town(site).build()
    page = site.read("library/chat/index.html")
    assert page.count("<strong>Stretch Circle</strong>") == 3
    assert all(f'href="/library/chat/circle-2026-01-{day}.txt"' in page for day in ("06", "13", "20"))
    assert '<time datetime="2026-01-06T18:00:00+00:00" data-uid="circle-2026-01-06@example.org">' in page
    assert "{{ session.title }}" in page.partition("The template")[2]
    assert page.count("{{") == 3


def test_a_change_reaches_exactly_what_says_it(site):
    town(site).build()
    changed = site.write("events/circle.md", f"{SERIES}capacity: 10\n").build()
    assert not {path for path in changed.written if path.startswith("library/")}
    moved = site.write("events/circle.md", f"{SERIES}moved: {{2026-01-13: 2026-01-14 19:00}}\n").build()
    assert {path for path in moved.written if path.startswith("library/")} == {
        "library/chat/index.html", "library/chat/circle-2026-01-13.txt", "library/chat/circle-2026-01-13.md",
    }  # fmt: skip
    assert "Wed 14 Jan" in site.read("library/chat/circle-2026-01-13.txt")


def test_a_cancelled_session_loses_its_invitation_and_a_past_one_too(site):
    town(site).build()
    site.write("events/circle.md", f"{SERIES}cancelled: {{2026-01-13: clinic closed}}\n").build("2026-01-08T09:00")
    assert made(site) == {"circle-2026-01-20.txt", "circle-2026-01-20.md"}


def test_when_nothing_is_to_come_the_page_says_so(site):
    town(site).build("2026-03-01T09:00")
    assert made(site) == set()
    assert "Nothing is coming up" in site.read("library/chat/index.html")


def test_a_drawing_is_filled_in_as_svg_and_as_png(site):
    town(site).write("assets/square.svg", SVG).write("library/chat.md", "title: Chat\nfill: session\nfiles: [square.svg]").build()
    assert made(site) == {f"circle-2026-01-{day}.{ending}" for day in ("06", "13", "20") for ending in ("svg", "png")}
    assert "Stretch Circle" in site.read("library/chat/circle-2026-01-06.svg")
    assert (site.output / "public/library/chat/circle-2026-01-06.png").read_bytes().startswith(b"\x89PNG")
    page = site.read("library/chat/index.html")
    assert 'src="/library/chat/circle-2026-01-06.svg" alt="Stretch Circle"' in page


def test_the_same_bytes_come_of_one_process_and_of_two(site, tmp_path):
    town(site).write("assets/square.svg", SVG).write("library/square.md", "title: Square\nfill: session\nfiles: [square.svg]\n")
    site.build(jobs=1)
    alone = {path: data for path, data in site.files().items() if path.startswith("library/")}
    for path in (site.output, site.root / ".mcsite"):
        path.rename(tmp_path / f"old-{path.name}")
    site.build(jobs=2)
    assert alone == {path: data for path, data in site.files().items() if path.startswith("library/")}


def test_a_site_without_pages_has_none(site):
    town(site).settings("outputs: [calendars]").build()
    assert not (site.output / "public/library").exists()


def test_the_second_build_writes_nothing(site):
    town(site).write("assets/square.svg", SVG).write("library/square.md", "title: Square\nfill: session\nfiles: [square.svg]").build()
    assert site.build().written == set()


def test_a_hole_is_told_once_for_a_series_and_what_has_none_is_made(site):
    town(site).write("library/chat.md", "---\ntitle: Chat\nfill: session\n---\n{{ session.title }} {{ session.note }}\n")
    site.write("events/circle.md", f"{SERIES}changed: {{2026-01-13: {{note: Bring a mat}}}}\n")
    outcome = site.build()
    assert made(site) == {"circle-2026-01-13.txt", "circle-2026-01-13.md"}
    (note,) = outcome.diagnostics
    assert note.message == "'Chat' is not filled in for 'Stretch Circle' on 2026-01-06 and 1 more: there is no 'session.note'"


def test_what_the_site_does_not_say_is_told_once_for_all(site):
    town(site).write("events/walk.md", "title: Walk\nstart: 2026-01-09 10:00\nend: 11:00\nonline: https://meet.example/y")
    site.write("library/chat.md", "---\ntitle: Chat\nfill: event\n---\n{{ event.title }} {{ organiser.phone }}\n")
    (note,) = site.check()
    assert note.message == "'Chat' is not filled in for 'Stretch Circle' and 1 more: there is no 'organiser.phone'"
    assert "content/site.md" in note.help


def test_a_text_that_is_too_long_is_told_with_its_letters(site):
    town(site).write("library/chat.md", "---\ntitle: Chat\nfill: session\nlimit: 20\n---\n{{ session.title }}, {{ session.day }}\n")
    (note,) = site.check()
    assert note.message == "'Chat' for 'Stretch Circle' on 2026-01-06 and 2 more has 23 letters, 3 more than 20"


def test_a_text_too_long_for_a_drawing_is_told_once(site):
    town(site).write("assets/square.svg", SVG.replace(' data-lines="2"', "")).write(
        "library/chat.md", "title: Chat\nlicence: CC0\nfill: session\nfiles: [square.svg]"
    )
    site.write("events/circle.md", SERIES.replace("Stretch Circle", "Stretch Circle for everybody who sits"))
    (note,) = site.check()
    assert (note.code, note.message) == ("W693", "'Stretch Circle for everybody who sits' is too long for its place in the drawing of 'Chat'")


@settings(derandomize=True, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from("a*_<>&[]()`{}\"'!#| /~\\1.-é") | st.characters(categories=("L", "P", "S")), min_size=1, max_size=30).filter(str.strip))
def test_whatever_a_title_is_the_page_and_the_texts_are_of_this_site(site, title):
    """No element and no address comes of it."""
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    town(site).write("events/circle.md", SERIES.replace("Stretch Circle", f'"{quoted}"'))
    prepared = site.prepare()
    if not prepared.broken:
        (text,) = (artifact for artifact in prepared.artifacts if artifact.path == "library/chat/circle-2026-01-06.txt")
        said = text.make(**text.inputs).decode()
        assert said.endswith("First visit (https://example.org/first/)\n")
        page = next(artifact for artifact in prepared.artifacts if artifact.path == "library/chat/index.html")
        shown = page.make(**page.inputs).decode().partition("Filled in")[2]
        assert shown.count("<strong>") == 3
