"""The pages are what the standards say, and what the calendars say."""

import json
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from story import Story
from tools import Nu
from town import found_town
from visits import LEADS_ON


def test_the_checker_of_pages_finds_nothing_to_say_of_the_sample_community(sample: Story, nu: Nu) -> None:
    assert nu(sample.output / "public") == []


def test_the_checker_of_pages_finds_nothing_to_say_of_a_town_that_shows_everything(site: Story, nu: Nu) -> None:
    found_town(site).build()
    assert nu(site.output / "public") == []


def test_the_checker_of_pages_would_find_something(tmp_path: Path, nu: Nu) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html lang=en><title>A page</title><img src=a.png>")
    (tmp_path / "style.css").write_text("p { colour: red }")
    (tmp_path / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><circle radius="1"/></svg>')
    found = "\n".join(nu(tmp_path))
    assert all(name in found for name in ("page.html", "style.css", "drawing.svg"))


def test_the_checker_of_pages_tells_a_script_from_data(tmp_path: Path, nu: Nu) -> None:
    head = "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\"><title>A page</title>"
    block = '<!doctype html><html lang="en">{}<script{}>{}</script><p>Words.</p></html>'
    (tmp_path / "data.html").write_text(block.format(head, ' type="application/ld+json"', "{}"))
    (tmp_path / "script.html").write_text(block.format(head, "", "let x = 1"))
    assert [note.partition(".html")[0].rpartition("/")[2] for note in nu(tmp_path) if "Inline script" in note] == ["script"]


class Headings(HTMLParser):
    """The levels of the headings of a page, in their order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.levels.append(int(tag[1]))


def test_headings_begin_with_the_title_and_leave_no_level_out(sample: Story) -> None:
    pages = {path: Headings(data.decode()).levels for path, data in sample.files().items() if path.endswith(".html") and LEADS_ON not in data}
    assert max(map(len, pages.values())) > 20
    assert [path for path, levels in pages.items() if levels[:1] != [1] or levels.count(1) != 1] == []
    assert [path for path, levels in pages.items() if any(below - above > 1 for above, below in pairwise(levels))] == []


class Times(HTMLParser):
    """The starts of sessions that a page shows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "data-uid" in given:
            self.found.add((given["data-uid"] or "", given["datetime"] or ""))


def test_pages_say_the_same_as_the_list_for_programs(sample: Story) -> None:
    sessions = json.loads(sample.read("events.json"))["sessions"]
    listed = {(session["uid"], session["start"]) for session in sessions}
    shown = {path: Times(data.decode()).found for path, data in sample.files().items() if path.endswith(".html")}
    assert {path: times - listed for path, times in shown.items() if times - listed} == {}
    base = "https://example.github.io/harbour-hands/"
    for session in sessions:
        assert (session["uid"], session["start"]) in shown[session["url"].removeprefix(base) + "index.html"]


def test_every_page_of_a_session_is_found_in_the_lists(sample: Story) -> None:
    sessions = json.loads(sample.read("events.json"))["sessions"]
    listed = {time for path, data in sample.files().items() if path.startswith(("events/index", "archive/")) for time in Times(data.decode()).found}
    assert {(session["uid"], session["start"]) for session in sessions} <= listed
