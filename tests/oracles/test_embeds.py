"""A frame of coming sessions on somebody else's page, in a real browser."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from conftest import SAMPLE_NOW
from playwright.sync_api import Browser, Frame, Page
from story import Story
from visits import Visit

ROOT = "https://example.github.io/harbour-hands/"
PARTNER = "https://partner.example/"
DEEP = "embed/kinds/pop-up/"


@pytest.fixture
def page(browser: Browser, sample: Story) -> Iterator[Page]:
    """A visitor of the partner's page, whose browser has no script to run."""
    context = browser.new_context(viewport={"width": 320, "height": 500}, java_script_enabled=False, color_scheme="light")
    page = context.new_page()
    Visit(page, ROOT, datetime.fromisoformat(SAMPLE_NOW).replace(tzinfo=UTC), sample.files())
    yield page
    context.close()


def framed(page: Page, fragment: str = "") -> Frame:
    """The frame, far down on the partner's page."""
    line = f'<iframe src="{ROOT}{DEEP}{fragment}" title="Dates" style="border: 0; width: 100%; height: 30rem"></iframe>'
    page.route(PARTNER, lambda route: route.fulfill(body=f"<!doctype html><p style='height: 90rem'>Our gym{line}", content_type="text/html"))
    page.goto(PARTNER)
    return page.frames[1]


def test_it_shows_the_sessions_without_script_on_the_smallest_phone(page: Page) -> None:
    frame = framed(page)
    assert frame.locator(".session:visible").count() == 12
    width = page.frame_locator("iframe").locator("body").bounding_box()
    assert width is not None
    assert width["width"] <= 320


def test_a_link_in_it_leads_the_whole_window_to_the_session(page: Page) -> None:
    framed(page).locator(".session a").first.click()
    page.wait_for_url(f"{ROOT}events/**")


@pytest.mark.parametrize(
    ("word", "paper", "face"),
    [
        ("", "rgb(247, 241, 229)", "Seravek"),
        ("#dark", "rgb(37, 36, 48)", "Seravek"),
        ("#plain", "rgba(0, 0, 0, 0)", "system-ui"),
        ("#plain-dark", "rgba(0, 0, 0, 0)", "system-ui"),
    ],
)
def test_the_word_after_the_address_dresses_it(browser: Browser, sample: Story, word: str, paper: str, face: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = Visit(context.new_page(), ROOT, datetime.fromisoformat(SAMPLE_NOW).replace(tzinfo=UTC), sample.files()).open(DEEP + word)
    style = page.evaluate("(({backgroundColor, fontFamily}) => [backgroundColor, fontFamily])(getComputedStyle(document.documentElement))")
    assert style[0] == paper
    assert style[1].startswith(face)
    context.close()
