"""Words longer than a phone is wide: they break, and no page can be pushed sideways."""

from datetime import UTC, datetime

from playwright.sync_api import Browser
from story import Story
from visits import Visit

PHONE = {"width": 320, "height": 700}
WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"


def test_no_page_of_long_words_is_wider_than_a_phone(browser: Browser, site: Story) -> None:
    site.write(
        "site.md",
        f"title: {WORD}\nbase_url: https://example.org/\ntimezone: Europe/Vienna\ndescription: {WORD}\nsignup: netlify\n"
        f"organiser: {{name: {WORD}, email: {WORD[:60]}@{WORD[:60]}.example}}\nnavigation: [{{title: {WORD}, to: events/}}]",
    )
    site.write("venues/hall.md", f"title: {WORD}\naddress: {WORD}\nneighbourhood: {WORD}\naccess: {{{WORD}: {WORD}}}\nurl: https://{WORD[:60]}.example/")
    site.write("people/ada.md", f"title: {WORD}\nrole: {WORD}\nregistration: {WORD}")
    site.write(
        "events/club.md",
        f"---\ntitle: {WORD}\nstart: 2026-01-06 18:00\nend: 19:00\nrepeat: weekly\ntimes: 3\nvenue: hall\nhosts: [ada]\ntags: [{WORD}]\n"
        f"summary: {WORD}\ncancelled: {{2026-01-13: {WORD}}}\n---\n# {WORD}\n\n{WORD}\n\n| {WORD} | {WORD} |\n|---|---|\n| {WORD} | {WORD} |\n\n`{WORD}`\n",
    ).build()
    context = browser.new_context(viewport=PHONE)
    visit = Visit(context.new_page(), "https://example.org/", datetime(2026, 1, 5, 9, tzinfo=UTC), site.files())
    pages = [path.removesuffix("index.html") for path in site.files() if path.endswith("index.html") and not path.startswith("s/")]
    wide = {address: width for address in pages if (width := visit.open(address).evaluate("document.documentElement.scrollWidth")) > PHONE["width"]}
    context.close()
    assert len(pages) > 20
    assert wide == {}
