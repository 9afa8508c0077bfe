"""The sample community in a real browser: nothing breaks, nobody else is asked, what is over is no longer offered."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from conftest import SAMPLE_NOW
from playwright.sync_api import Browser, expect
from story import Story
from visits import LEADS_ON, Visit, every_kind_of_page

from mcsite.render.forwarding import farewell_page, forwarding_page
from mcsite.render.strings import ENGLISH

ROOT = "https://example.github.io/harbour-hands/"
THEN = datetime.fromisoformat(SAMPLE_NOW).replace(tzinfo=UTC)
"""The moment for which the sample was built; its clocks show UTC in winter."""
PHONE = {"width": 320, "height": 700}


@pytest.fixture
def visit(browser: Browser, sample: Story) -> Iterator[Visit]:
    """A visit with a small phone."""
    context = browser.new_context(viewport=PHONE, timezone_id="Europe/London")
    yield Visit(context.new_page(), ROOT, THEN, sample.files())
    context.close()


def test_no_page_complains_or_asks_another_host_or_is_wider_than_a_phone(visit: Visit, sample: Story) -> None:
    for address in every_kind_of_page(sample):
        page = visit.open(address)
        said = [text for text in visit.said if "404" not in text]
        assert (said, visit.elsewhere) == ([], []), address
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_obstacle_on_any_kind_of_page(visit: Visit, sample: Story, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    assert visit.obstacles(every_kind_of_page(sample)) == {}


def test_axe_finds_no_obstacle_where_something_has_been(visit: Visit) -> None:
    gone = farewell_page("Stretch Circle", "Stretch Circle has come to its end.", "See what is on now", f"{ROOT}events/", "en")
    moved = forwarding_page("Stretch Circle", f"{ROOT}events/", f"{ROOT}events/", ENGLISH)
    visit.files |= {"gone/index.html": gone, "moved/index.html": moved.replace(LEADS_ON, b'name="refresh"')}
    assert visit.obstacles(["gone/", "moved/"]) == {}


def test_a_page_that_keeps_people_out_would_be_noticed(visit: Visit) -> None:
    visit.files["shut/index.html"] = (
        b"<!doctype html><html><title>Shut</title><h1>A</h1><h3>B</h3><img src=a.png><p style='color: #ccc'>Come in<nav>D</nav><nav>E</nav>"
    )
    rules = {rule.partition(":")[0] for rule in visit.obstacles(["shut/"])["shut/"]}
    assert rules >= {"html-has-lang", "heading-order", "image-alt", "color-contrast", "landmark-one-main", "landmark-unique", "region"}


def test_a_page_that_breaks_would_be_noticed(visit: Visit) -> None:
    visit.files["broken.html"] = b"<script>throw new Error('broken')</script><img src='https://elsewhere.example/x.png'>"
    visit.open("broken.html")
    assert any("broken" in text for text in visit.said)
    assert visit.elsewhere == ["https://elsewhere.example/x.png"]


def test_what_is_over_is_no_longer_offered(visit: Visit) -> None:
    shown = "[data-retire] [data-ends]:visible"
    before = visit.open("events/").locator(shown).count()
    later = THEN + timedelta(days=9)
    page = visit.open("events/", later)
    ends = page.locator(shown).evaluate_all("elements => elements.map(element => element.dataset.ends)")
    assert 0 < len(ends) < before
    assert all(datetime.fromisoformat(end) > later for end in ends)
    assert page.locator("[data-retired]").first.is_visible()


def test_nothing_is_retired_before_it_is_over(visit: Visit) -> None:
    page = visit.open("events/")
    assert page.locator("[data-retire] [data-ends]").count() == page.locator("[data-retire] [data-ends]:visible").count() > 0
    assert not page.locator("[data-retired]").first.is_visible()


def test_a_filter_shows_what_its_page_lists_and_everything_comes_back(visit: Visit) -> None:
    page = visit.open("events/")
    everything = page.locator(".session").count()
    page.get_by_text("By kind").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Workshop", exact=True).focus()
    page.keyboard.press("Enter")
    status = page.locator(".filters [role=status]")
    expect(status).to_contain_text("Workshop")
    workshops = page.locator("[data-listed] .session").count()
    assert status.inner_text().split()[-1] == str(workshops)
    assert 0 < workshops < everything
    assert page.url.endswith("/kinds/workshop/"), "what is shown can be passed on"
    assert page.locator("h1").inner_text() == "What’s on"
    page.get_by_role("link", name="Everything").click()
    expect(page.locator("[data-listed] .session")).to_have_count(everything)
    assert visit.said == []


def test_the_policy_of_the_pages_keeps_foreign_scripts_and_pictures_out(visit: Visit) -> None:
    page = visit.open("")
    page.evaluate("""() => {
        const script = document.createElement("script")
        script.textContent = "document.title = 'taken over'"
        const picture = document.createElement("img")
        picture.src = "https://elsewhere.example/x.png"
        document.body.append(script, picture)
    }""")
    page.wait_for_timeout(200)
    assert page.title() != "taken over"
    assert visit.elsewhere == []
    assert len([text for text in visit.said if "Content Security Policy" in text]) == 2


def test_the_pages_are_complete_without_script(browser: Browser, sample: Story) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Visit(context.new_page(), ROOT, THEN, sample.files()).open("events/")
    assert page.locator("[data-retire] [data-ends]").count() == sample.read("events/index.html").count("data-ends=")
    context.close()
