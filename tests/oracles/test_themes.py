"""The second theme, with the whole sample community in it: valid, open to everybody, without a complaint of the browser."""

from datetime import UTC, datetime

import pytest
from conftest import SAMPLE_NOW
from playwright.sync_api import Browser
from story import REPOSITORY, Story
from tools import Nu
from visits import Visit, every_kind_of_page

ROOT = "https://example.github.io/harbour-hands/"


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Story:
    story = Story(tmp_path_factory.mktemp("garden")).copy_of(REPOSITORY)
    settings = story.path("site.md").read_text("utf-8")
    story.write("site.md", settings.replace("theme: default", "theme: garden"))
    assert story.build(SAMPLE_NOW, jobs=2).diagnostics == ()
    return story


def test_the_checker_finds_nothing_to_say_of_it(garden: Story, nu: Nu) -> None:
    assert nu(garden.output / "public") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_obstacle_in_it_and_the_browser_has_no_complaint(browser: Browser, garden: Story, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=scheme)
    visit = Visit(context.new_page(), ROOT, datetime.fromisoformat(SAMPLE_NOW).replace(tzinfo=UTC), garden.files())
    assert visit.obstacles(every_kind_of_page(garden)) == {}
    assert ([text for text in visit.said if "404" not in text], visit.elsewhere) == ([], [])
    context.close()
