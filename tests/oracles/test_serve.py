"""What an editor sees in the browser while a site is served."""

import pytest
from served import served

EVENT = "---\ntitle: Swap\nstart: 2026-01-06 18:00-19:00\n---\n{words}\n"
LONG = "A line.\n\n" * 100


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 390, "height": 700})
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type in {"error", "warning"} else None)
    yield page
    page.close()


def shown(page, words):
    """Whether a page shows words now; one that is being loaded shows none."""
    try:
        return page.evaluate("words => document.body.innerText.includes(words)", words)
    except Exception:  # noqa: BLE001 - whatever a driver says of a page that goes away under its hands
        return False


def test_the_page_follows_a_save_and_stays_where_it_was_read(site, page):
    site.write("events/swap.md", EVENT.format(words=LONG + "Books."))
    with served(site) as at:
        page.goto(f"{at.address}events/swap/")
        page.evaluate("scrollTo(0, 900)")
        site.write("events/swap.md", EVENT.format(words=LONG + "Plants."))
        at.until(lambda: shown(page, "Plants."))
        at.until(lambda: page.evaluate("scrollY") == 900)
        assert page.complaints == []


def test_what_is_wrong_is_laid_over_the_page_and_goes_when_it_is_mended(site, page):
    site.write("events/swap.md", EVENT.format(words="Books."))
    with served(site) as at:
        page.goto(f"{at.address}events/swap/")
        site.write("events/swap.md", EVENT.format(words="Books.").replace("18:00", "25:00"))
        at.hear("The last good page stays")
        at.until(lambda: "events/swap.md:3" in panel(page))
        assert "error[E" in panel(page)
        assert shown(page, "Books.")
        site.write("events/swap.md", EVENT.format(words="Plants."))
        at.until(lambda: shown(page, "Plants.") and "error[E" not in panel(page) and "This page: content/events/swap.md" in panel(page))
        assert page.complaints == []


def panel(page):
    """What the panel over the page says, as a person who cannot see it hears it."""
    try:
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    except Exception:  # noqa: BLE001 - as in ``shown``
        return ""
    return " ".join(str(node.get("name", {}).get("value", "")) for node in tree["nodes"])


def test_styles_are_put_on_without_loading_the_page_again(site, page):
    site.write("events/swap.md", EVENT.format(words="Books."))
    site.write("themes/plain/theme.toml", 'extends = "default"\n').write("themes/plain/static/site.css", "body { color: rgb(1, 2, 3); }\n")
    site.write("site.md", "title: Moves\nbase_url: https://example.org/\ntimezone: Europe/London\ntheme: plain")
    with served(site) as at:
        page.goto(at.address)
        page.evaluate("window.mark = 'kept'")
        site.write("themes/plain/static/site.css", "body { color: rgb(4, 5, 6); }\n")
        at.until(lambda: page.evaluate("getComputedStyle(document.body).color") == "rgb(4, 5, 6)")
        assert page.evaluate("window.mark") == "kept"
