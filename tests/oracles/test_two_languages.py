"""A site in English and Arabic: its pages are what the standards say, nobody is kept out, and the switch is found by hand and by key."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bilingual import found_bilingual_town, in_arabic
from playwright.sync_api import Browser
from story import Story
from tools import Nu
from visits import Visit, every_kind_of_page

ROOT = "https://example.org/moves/"
THEN = datetime(2026, 1, 5, 9, tzinfo=UTC)
SMALLEST = 24
"""Pixels of what a finger must meet (WCAG 2.2, 2.5.8)."""
PHONE, DESK = {"width": 320, "height": 700}, {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Story:
    story = in_arabic(found_bilingual_town(Story(tmp_path_factory.mktemp("languages"))))
    assert story.build().codes == []
    return story


@pytest.fixture
def visit(browser: Browser, town: Story) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE)
    yield Visit(context.new_page(), ROOT, THEN, town.files())
    context.close()


def test_the_checker_of_pages_finds_nothing_to_say(town: Story, nu: Nu) -> None:
    assert nu(Path(town.output / "public")) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_obstacle(visit: Visit, town: Story, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    pages = [*every_kind_of_page(town), "ar/", "ar/events/sound/", "ar/events/stretch/", "ar/404.html"]
    assert visit.obstacles(list(dict.fromkeys(pages))) == {}
    assert ([text for text in visit.said if "404" not in text], visit.elsewhere) == ([], [])


@pytest.mark.parametrize("window", [PHONE, DESK])
def test_a_finger_meets_every_language(visit: Visit, window: dict[str, int]) -> None:
    page = visit.open("events/stretch/")
    page.set_viewport_size(window)
    for link in page.locator(".languages a").all():
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST
    assert page.evaluate("document.documentElement.scrollWidth") == window["width"]


def test_by_key_the_languages_come_first_after_the_way_to_the_content(visit: Visit) -> None:
    page = visit.open("events/sound/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hreflang") == "ar"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{ROOT}ar/events/sound/"
    assert page.evaluate("document.documentElement.dir") == "rtl"
    with page.expect_navigation():
        page.locator(".languages a").click()
    assert page.url == f"{ROOT}events/sound/"


def test_on_an_arabic_page_english_words_run_from_left_to_right(visit: Visit) -> None:
    page = visit.open("ar/events/sound/")
    assert page.locator("h1 bdi").evaluate("text => [text.lang, getComputedStyle(text).direction]") == ["en", "ltr"]
    assert page.locator(".prose [lang=en]").evaluate("text => getComputedStyle(text).direction") == "ltr"


def test_each_language_is_searched_by_itself(visit: Visit) -> None:
    page = visit.open("ar/search/")
    page.locator("#words").fill("الإطالة")
    page.locator("[data-found] a").first.wait_for()
    assert page.locator("[data-found] a").first.get_attribute("href") == "/moves/ar/events/stretch/"
