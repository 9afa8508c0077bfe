"""The search of the sample community, in a real browser, with the policy that its page has."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from conftest import SAMPLE_NOW
from playwright.sync_api import Browser, Page, expect
from story import Story
from visits import Visit

ROOT = "https://example.github.io/harbour-hands/"
THEN = datetime.fromisoformat(SAMPLE_NOW).replace(tzinfo=UTC)


@pytest.fixture
def visit(browser: Browser, sample: Story) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    yield Visit(context.new_page(), ROOT, THEN, sample.files())
    context.close()


def asked_for(page: Page, words: str) -> list[str]:
    """The titles that a search by keyboard finds."""
    page.get_by_label("What are you looking for?").focus()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).not_to_be_empty()
    return page.locator("[data-found] h2").all_inner_texts()


def test_words_in_a_text_are_found_in_other_forms_too(visit: Visit) -> None:
    page = visit.open("search/")
    assert "Stretch Circle" in asked_for(page, "shoulder")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"Found: \d+"))
    assert page.locator("[data-found] mark").first.inner_text().startswith("shoulder")
    assert (visit.said, visit.elsewhere) == ([], [])


def test_what_is_found_leads_to_its_page(visit: Visit) -> None:
    page = visit.open("search/?q=kettle")
    page.locator("[data-found] a").first.click()
    page.wait_for_url(re.compile(f"{ROOT}(?!search)"))
    assert page.url.removeprefix(ROOT) + "index.html" in visit.files


def test_the_engine_is_fetched_only_when_somebody_means_to_search(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    page = visit.open("search/")
    assert not [url for url in fetched if "/search/index/" in url]
    with page.expect_request(re.compile("/search/index/pagefind-entry.json")):
        page.get_by_label("What are you looking for?").focus()


def test_what_is_over_is_found_late_and_called_so(visit: Visit) -> None:
    page = visit.open("search/")
    found = asked_for(page, "chairs")
    assert found.index("Harvest Supper on Chairs") > len(found) / 2
    assert "Over, or called off" in page.locator("[data-found] li", has_text="Harvest Supper").inner_text()


def test_what_is_nowhere_is_said_to_be_nowhere(visit: Visit) -> None:
    page = visit.open("search/")
    assert asked_for(page, "zzzqx") == []
    expect(page.get_by_role("status")).to_contain_text("Nothing was found")


def test_without_an_index_titles_are_found(visit: Visit) -> None:
    visit.files = {path: data for path, data in visit.files.items() if not path.startswith("search/index/")}
    page = visit.open("search/")
    assert asked_for(page, "stretch circle") == ["Stretch Circle", "Tuesday Stretch Circle, spring round", "Tuesday Stretch Circle, the pilot"]


def test_without_script_there_is_the_list_and_no_field_that_does_nothing(browser: Browser, sample: Story) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Visit(context.new_page(), ROOT, THEN, sample.files()).open("search/")
    assert page.get_by_role("searchbox").count() == 0
    assert page.locator("[data-all] li").count() > 50
    context.close()
