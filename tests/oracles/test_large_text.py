"""Text twice as large, thumbs that need room, colours of one's own, no movement, no script: the pages as people have them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from conftest import SAMPLE_NOW
from playwright.sync_api import Browser
from story import Story
from visits import Visit, every_kind_of_page, hexadecimal

from mcsite.render.colours import contrast

ROOT = "https://example.github.io/harbour-hands/"
THEN = datetime.fromisoformat(SAMPLE_NOW).replace(tzinfo=UTC)
PAGES = ("", "calendar/", "events/winter-tea/", "search/")

CUT = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange(), cut = []
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement
        if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest(".skip, .trap, .table-scroll, .in-month")) continue
        range.selectNode(texts.currentNode)
        if ([...range.getClientRects()].some((box) => box.left < -1 || box.right > innerWidth + 1)) cut.push(texts.currentNode.data)
        if (getComputedStyle(element).overflow !== "visible" && element.scrollWidth > element.clientWidth + 1) cut.push(texts.currentNode.data)
    }
    return cut
}"""
"""Words that stand beyond the window, or in a box that hides a part of them."""

SMALL = """() => [...document.querySelectorAll("a[href], button, input, textarea, select, summary")].filter((element) => {
    if (!element.checkVisibility() || element.closest(".skip, .trap") || element.type === "hidden") return false
    const box = element.getBoundingClientRect(), sentence = element.closest("p, li, dd, td, h1, h2, h3, h4")
    const inWords = getComputedStyle(element).display === "inline" && sentence && sentence.innerText.trim().length > element.innerText.trim().length
    return !inWords && (box.width < 24 || box.height < 24)
}).map((element) => `${element.outerHTML.slice(0, 160)} ${element.offsetWidth} x ${element.offsetHeight}`)"""
"""What one presses, outside of sentences, and is less than 24 px wide or high (WCAG 2.2, 2.5.8)."""

EDGES = """() => [...document.querySelectorAll("input:not([type=hidden], [type=checkbox]), textarea")]
    .filter((field) => !field.closest(".trap") && field.checkVisibility())
    .map((field) => [getComputedStyle(field).borderTopColor, getComputedStyle(document.documentElement).backgroundColor])"""


@contextmanager
def visiting(browser: Browser, site: Story, **context: object) -> Iterator[Visit]:
    opened = browser.new_context(**{"viewport": {"width": 320, "height": 700}, **context})
    yield Visit(opened.new_page(), ROOT, THEN, site.files())
    opened.close()


def double(visit: Visit) -> None:
    """What somebody does who sets the text size of the browser to its double."""
    visit.page.context.new_cdp_session(visit.page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


@pytest.mark.parametrize("width", [320, 640])
def test_text_of_double_size_is_neither_cut_nor_wider_than_the_window(browser: Browser, sample: Story, width: int) -> None:
    with visiting(browser, sample, viewport={"width": width, "height": 700}) as visit:
        double(visit)
        assert visit.open("").evaluate("getComputedStyle(document.body).fontSize") == "34px"
        for address in every_kind_of_page(sample):
            page = visit.open(address)
            assert (page.evaluate(CUT), page.evaluate("document.documentElement.scrollWidth")) == ([], width), address


def test_text_of_double_size_leaves_axe_nothing_to_say(browser: Browser, sample: Story) -> None:
    with visiting(browser, sample) as visit:
        double(visit)
        assert visit.obstacles([*PAGES]) == {}


def test_the_one_action_does_not_cover_a_small_window(browser: Browser, sample: Story) -> None:
    with visiting(browser, sample) as visit:
        double(visit)
        assert visit.open("events/winter-tea/").locator(".thumb").first.evaluate("bar => getComputedStyle(bar).position") == "static"


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_one_presses_has_room_for_a_thumb(browser: Browser, sample: Story, width: int) -> None:
    with visiting(browser, sample, viewport={"width": width, "height": 700}) as visit:
        assert {address: small for address in every_kind_of_page(sample) if (small := visit.open(address).evaluate(SMALL))} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edges_of_fields_are_seen(browser: Browser, sample: Story, scheme: str) -> None:
    with visiting(browser, sample, color_scheme=scheme) as visit:
        edges = [edge for address in PAGES for edge in visit.open(address).evaluate(EDGES)]
        assert len(edges) >= 5
        assert min(contrast(*map(hexadecimal, edge)) for edge in edges) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_colours_of_ones_own_everything_is_still_told_apart(browser: Browser, sample: Story, scheme: str) -> None:
    with visiting(browser, sample, viewport={"width": 1280, "height": 800}, color_scheme=scheme, forced_colors="active") as visit:
        assert visit.obstacles([*PAGES]) == {}
        page = visit.open("calendar/")
        lines = page.locator(".masthead nav a").evaluate_all("links => links.map(link => [link.ariaCurrent, getComputedStyle(link).textDecorationThickness])")
        assert len({thickness for current, thickness in lines if current} & {thickness for current, thickness in lines if not current}) == 0
        number = visit.open("").locator(".next .number").first
        assert number.evaluate("number => getComputedStyle(number).forcedColorAdjust") == "none"
        assert number.evaluate("number => getComputedStyle(number).color === getComputedStyle(document.body).color")


def test_nothing_moves_for_those_whom_movement_harms(browser: Browser, sample: Story) -> None:
    with visiting(browser, sample, reduced_motion="reduce") as visit:
        for address in PAGES:
            page = visit.open(address)
            assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
            moving = "[...document.querySelectorAll('*')].filter((one) => !/^0s(, 0s)*$/.test(getComputedStyle(one).transitionDuration)).length"
            assert page.evaluate(f"[document.getAnimations().length, {moving}]") == [0, 0]


def test_without_script_every_kind_of_page_says_all_that_it_says_with_it(browser: Browser, sample: Story) -> None:
    """But for what only script can do: to copy, and to search."""
    said = "() => [...new Set(document.body.innerText.split(/\\s*\\n\\s*/))].filter(Boolean)"
    tools = "() => document.querySelectorAll('[data-copy], [data-search]').forEach((element) => element.remove())"
    with visiting(browser, sample) as with_script, visiting(browser, sample, java_script_enabled=False) as without:
        for address in every_kind_of_page(sample):
            page = with_script.open(address)
            page.evaluate(tools)
            plain = without.open(address)
            plain.evaluate(tools)
            assert plain.evaluate(said) == page.evaluate(said), address
