"""A late change as browsers and checkers find it: the banner on the pages, and the notice on its sheet of paper."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import tools
from playwright.sync_api import Browser
from story import Story
from tools import Nu
from visits import AXE, Visit

ROOT = "https://example.org/"
NOW = datetime(2026, 1, 6, 9, tzinfo=UTC)
ENDS = datetime(2026, 1, 6, 18, 45, tzinfo=UTC)
BANNERED = ("", "calendar/", "events/stretch/", "events/stretch/2026-01-06/")
NOTICES = ("stretch-2026-01-06", "walk-2026-01-06")
LONG = "A very long evening of slow and careful stretching " * 5
STRETCH = "venue: cowork\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: 3\nsignup: https://forms.example/stretch\n"


@pytest.fixture
def hurried(site: Story) -> Story:
    """A site on a day on which one session is called off, and another gets a long note and another day and place."""
    address = "The Second Floor behind the Old Fish Market, Number One Hundred and Eleven, Custom House Quay"
    site.write("venues/cowork.md", f"title: Cowork\naddress: {address}").write("venues/park.md", f"title: {'Park Pavilion ' * 4}\naddress: {address}")
    site.write("events/stretch.md", f"title: Stretch\n{STRETCH}").write("events/walk.md", f"title: {LONG}\n{STRETCH}")
    site.build("2026-01-05T09:00")
    site.write("events/stretch.md", f"title: Stretch\n{STRETCH}cancelled: {{2026-01-06: the heating failed}}")
    moved = f"moved: {{2026-01-06: 2026-01-07 08:00}}\nchanged: {{2026-01-06: {{venue: park, note: {'Use the side door. ' * 8}}}}}"
    site.write("events/walk.md", f"title: {LONG}\n{STRETCH}{moved}")
    assert site.build(NOW.strftime("%Y-%m-%dT%H:%M")).codes == []
    return site


@pytest.fixture
def visit(browser: Browser, hurried: Story) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 320, "height": 700}, timezone_id="Europe/London")
    yield Visit(context.new_page(), ROOT, NOW, hurried.files())
    context.close()


def door_notice(site: Story, name: str) -> Path:
    return site.output / "private" / "late" / name / "door-notice.html"


def test_the_checker_of_pages_finds_nothing_to_say(hurried: Story, nu: Nu, tmp_path: Path) -> None:
    for number, address in enumerate(BANNERED):
        (tmp_path / f"page{number}.html").write_text(hurried.read(f"{address}index.html"), "utf-8")
    for name in NOTICES:
        (tmp_path / f"{name}.html").write_bytes(door_notice(hurried, name).read_bytes())
    assert nu(tmp_path) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_obstacle(visit: Visit, hurried: Story, scheme: str) -> None:
    axe = tools.package("axe-core/axe.min.js").read_text("utf-8")
    visit.page.emulate_media(color_scheme=scheme)
    visit.files |= {f"notice{number}/index.html": door_notice(hurried, name).read_bytes() for number, name in enumerate(NOTICES)}
    found = {}
    for address in (*BANNERED, "notice0/", "notice1/"):
        page = visit.open(address)
        page.evaluate(axe)
        found[address] = page.evaluate(AXE)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    assert {address: obstacles for address, obstacles in found.items() if obstacles} == {}


def test_the_banner_goes_when_the_session_is_over_though_nothing_was_built(visit: Visit) -> None:
    assert visit.open("events/stretch/").locator(".late").is_visible()
    assert not visit.open("events/stretch/", ENDS + timedelta(minutes=1)).locator(".late").is_visible()
    home = visit.open("", ENDS + timedelta(minutes=1))
    assert [change.is_visible() for change in home.locator(".late-change").all()] == [False, True]


@pytest.mark.parametrize("name", NOTICES)
def test_the_notice_fits_on_one_sheet(browser: Browser, hurried: Story, name: str) -> None:
    page = browser.new_page()
    page.goto(door_notice(hurried, name).as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert re.search(rb"/MediaBox \[0 0 59[45][\d.]* 84[12]", printed)
