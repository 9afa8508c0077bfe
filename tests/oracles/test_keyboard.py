"""The pages under somebody's ten fingers: everything is reached in order, seen when it is reached, and works without a mouse."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from conftest import SAMPLE_NOW
from playwright.sync_api import Browser, Page, expect
from story import Story
from visits import Visit, hexadecimal

from mcsite.render.colours import contrast

ROOT = "https://example.github.io/harbour-hands/"
THEN = datetime.fromisoformat(SAMPLE_NOW).replace(tzinfo=UTC)
SIGN_UP = "events/winter-tea/"
"""A page with a form and, on a telephone, one action that stays in sight."""
WALKED = (
    "",
    "no/such/page",
    "about/",
    "calendar/2027-03/",
    "embed/",
    "events/clay-hands/",
    SIGN_UP,
    "first-visit/",
    "kinds/",
    "subscribe/",
    "venues/net-loft/",
)
"""Every sort of thing on which Tab stops: links, fields, what is folded, tables that scroll, footnotes, frames."""

STOPS = """() => [...document.querySelectorAll("a[href], button, input, textarea, select, summary, [tabindex]")]
    .filter((element) => element.checkVisibility({visibilityProperty: true}) && element.tabIndex >= 0 && !element.disabled)
    .map((element, number) => element.dataset.stop = number)"""

FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect()
    const solid = (colour) => !/, 0\\)$|^transparent$/.test(colour)
    let below = element.parentElement
    while (below && !solid(getComputedStyle(below).backgroundColor)) below = below.parentElement
    const inside = (middle, length) => Math.min(length - 1, Math.max(0, middle))
    const at = document.elementFromPoint(inside(box.x + box.width / 2, innerWidth), inside(box.y + box.height / 2, innerHeight))
    return {
        stop: Number(element.dataset.stop ?? -1),
        html: element.outerHTML.slice(0, 120),
        width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        outline: style.outlineColor,
        paper: getComputedStyle(below ?? document.documentElement).backgroundColor,
        covered: !(at && (element.contains(at) || at.contains(element))),
    }
}"""


@pytest.fixture(params=["light", "dark"])
def visit(request: pytest.FixtureRequest, browser: Browser, sample: Story) -> Iterator[Visit]:
    yield from visited(browser, sample, request.param)


@pytest.fixture
def desk(browser: Browser, sample: Story) -> Iterator[Visit]:
    yield from visited(browser, sample, width=1280)


def visited(browser: Browser, sample: Story, scheme: str = "light", width: int = 390) -> Iterator[Visit]:
    context = browser.new_context(
        viewport={"width": width, "height": 720}, color_scheme=scheme, reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"]
    )
    yield Visit(context.new_page(), ROOT, THEN, sample.files())
    context.close()


def walked(page: Page) -> list[dict]:
    """What has the focus after each press of Tab, one press more than there are places to stop at."""
    stops = []
    for _ in range(len(page.evaluate(STOPS)) + 1):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    return stops


def tabbed_to(page: Page, selector: str) -> None:
    """Press Tab until a thing has the focus."""
    for _ in range(300):
        if page.locator(selector).first.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {selector}")


def test_tab_reaches_everything_in_the_order_of_the_page_and_shows_where_it_is(visit: Visit) -> None:
    for address in WALKED:
        page = visit.open(address)
        *stops, after = walked(page)
        assert [stop["stop"] for stop in stops] == list(range(len(stops))), address
        assert after["stop"] in {-1, 0}, address
        faint = [stop for stop in stops if stop["width"] < 2 or contrast(hexadecimal(stop["outline"]), hexadecimal(stop["paper"])) < 3]
        assert (faint, [stop for stop in stops if stop["covered"]]) == ([], []), address


def test_the_first_stop_skips_what_every_page_begins_with(desk: Visit) -> None:
    page = desk.open("calendar/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main a").first.evaluate("link => link === document.activeElement")


def test_the_menu_leads_on_and_says_where_one_is(desk: Visit) -> None:
    page = desk.open("")
    menu = page.get_by_role("navigation", name="Main")
    tabbed_to(page, ".masthead nav a >> nth=1")
    page.keyboard.press("Enter")
    page.wait_for_url(ROOT + "calendar/")
    assert menu.locator("[aria-current=page]").all_inner_texts() == ["Calendar"]


def test_what_is_folded_opens_and_closes_and_is_passed_over_while_closed(desk: Visit) -> None:
    page = desk.open("calendar/")
    tabbed_to(page, ".pasting > summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Line of HTML")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.pasting')") is None


def test_an_address_is_copied(desk: Visit) -> None:
    page = desk.open("calendar/")
    tabbed_to(page, "[data-copy=follow-address]")
    page.keyboard.press("Enter")
    button = page.locator("[data-copy=follow-address]")
    expect(button).to_have_text("Copied")
    expect(button).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == ROOT + "calendar.ics"


def test_an_address_that_may_not_be_copied_is_left_selected(desk: Visit) -> None:
    desk.page.context.clear_permissions()
    desk.page.context.grant_permissions(["clipboard-read"])
    page = desk.open("calendar/")
    tabbed_to(page, "[data-copy=follow-address]")
    page.keyboard.press("Enter")
    field = page.locator("#follow-address")
    expect(field).to_be_focused()
    assert field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)") == ROOT + "calendar.ics"
    assert desk.said == []


def test_a_month_is_a_table_whose_days_and_sessions_are_read_and_reached(desk: Visit) -> None:
    page = desk.open("calendar/")
    table = page.get_by_role("table", name="December 2026")
    assert table.get_by_role("columnheader").count() == 7
    assert table.locator("th abbr").first.get_attribute("title") == "Monday"
    assert table.get_by_role("row").count() in {6, 7}
    assert all(len(row.get_by_role("cell").all()) == 7 for row in table.get_by_role("row").all()[1:])
    first = table.get_by_role("link").first
    tabbed_to(page, ".month-table a")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{ROOT}events/**")


def test_a_filter_is_a_page_that_is_reached(desk: Visit) -> None:
    page = desk.open("kinds/")
    tabbed_to(page, ".entries a")
    kind = page.locator(".entries a").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{ROOT}kinds/*/")
    expect(page.get_by_role("heading", level=1)).to_have_text(kind)


def test_one_signs_up_without_a_mouse_and_never_falls_into_the_trap(visit: Visit) -> None:
    page = visit.open(SIGN_UP)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or "") if request.method == "POST" else None)
    tabbed_to(page, ".thumb a")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your name")).to_be_focused()
    for key in ("Ada", "Tab", "ada@example.org", "Tab", "Space"):
        page.keyboard.press(key) if key in {"Tab", "Space"} else page.keyboard.type(key)
    tabbed_to(page, "#signup-form button")
    with page.expect_request(lambda request: request.method == "POST"):
        page.keyboard.press("Enter")
    assert {name: parse_qs(sent[0]).get(name) for name in ("name", "email", "consent")} == {"name": ["Ada"], "email": ["ada@example.org"], "consent": ["yes"]}


def test_a_form_with_gaps_is_not_sent_and_leads_to_the_gap(desk: Visit) -> None:
    page = desk.open(SIGN_UP)
    tabbed_to(page, "#signup-form button")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your name")).to_be_focused()
    assert desk.elsewhere == []
