"""Content is data: whatever is typed into a site is shown as it was typed, and does nothing in a browser."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser
from story import Story
from visits import Visit

ROOT = "https://example.org/moves/"
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)

PAYLOADS = (
    "<script>canary()</script>",
    '"><img src=x onerror=canary()>',
    "' onmouseover='canary()' x='",
    "</title><script>canary()</script>",
    "</script><script>canary()</script>",
    "--><script>canary()</script>",
    "]]><script>canary()</script>",
    "<svg onload=canary()>",
    "<details open ontoggle=canary()>",
    "<input autofocus onfocus=canary()>",
    "<math><mtext><table><mglyph><style><img src=x onerror=canary()>",
    '<a href="javascript:canary()">go</a>',
    '<a href="&#106;ava\tscript:canary()">go</a>',
    "[go](javascript:canary())",
    "[go](<java\nscript:canary()>)",
    "[go][x]\n\n[x]: data:text/html,<script>canary()</script>",
    "![x](x.png){onerror=canary()}",
    "<img src=https://elsewhere.example/x.png>",
    "<iframe src=https://elsewhere.example/></iframe>",
    "<link rel=stylesheet href=https://elsewhere.example/x.css>",
    "<style>@import 'https://elsewhere.example/x.css'</style>",
    "<p style='background: url(https://elsewhere.example/x.png)'>x</p>",
    "<meta http-equiv=refresh content='0; url=https://elsewhere.example/'>",
    "<base href=https://elsewhere.example/>",
    "<video poster=https://elsewhere.example/x.png><source src=https://elsewhere.example/x.mp4></video>",
    "<object data=https://elsewhere.example/></object>",
    "{{ 7 * 7 }} {% raw %} {# x #} ${7 * 7}",
)
"""What others have got past generators of sites: by elements, attributes, addresses, entities, templates, and by breaking out."""

IN_FIELDS = [payload for payload in PAYLOADS if not set("\n\t") & set(payload)]


@pytest.fixture
def hostile(site: Story) -> Story:
    """A site with every payload in the body of a page, and in every field of an event and of all that it refers to.

    What is refused with a message is taken out: a refusal is a good answer too.
    """
    site.write("site.md", f"title: {json.dumps(IN_FIELDS[0])}\nbase_url: {ROOT}\ntimezone: Europe/London\ndescription: {json.dumps(IN_FIELDS[1])}")
    for number, payload in enumerate(PAYLOADS):
        site.write(f"pages/body-{number}.md", f"---\ntitle: Body {number}\n---\nBefore {payload} after\n\n{payload}\n")
    for number, payload in enumerate(IN_FIELDS):
        text = json.dumps(payload)
        site.write(
            f"venues/v{number}.md", f"title: {text}\naddress: {text}\npostcode: {text}\nneighbourhood: {text}\ndirections: {text}\naccess: {{{text}: {text}}}"
        )
        site.write(f"people/p{number}.md", f"title: {text}\nrole: {text}\nregistration: {text}")
        site.write(f"partners/c{number}.md", f"title: {text}\nvenue: v{number}\nsummary: {text}")
        site.write(f"workshops/w{number}.md", f"title: {text}\noutcomes: [{text}]\nmaterials: [{text}]\nstop_if: [{text}]\nversion: {text}")
        site.write(f"library/l{number}.md", f"title: {text}\nlicence: {text}\ncredit: {text}\nkind: {text}\nfiles: [card.txt]")
        site.write(
            f"events/e{number}.md",
            f"title: {text}\nsummary: {text}\nstart: 2026-02-02 18:00\nend: 19:00\nrepeat: weekly\ntimes: 2\ncancelled: {{2026-02-02: {text}}}\n"
            f"changed: {{2026-02-09: {{title: {text}, note: {text}}}}}\nvenue: v{number}\nhosts: [p{number}]\npartner: c{number}\nworkshop: w{number}\n"
            f"tags: [{text}]\nprices: [{{name: {text}, amount: 5, currency: GBP}}]",
        )
    site.write("assets/card.txt", "Stand up.\n")
    for refused in {diagnostic.span.path for diagnostic in site.check() if diagnostic.code.startswith("E")}:
        (site.root / refused).unlink()
    outcome = site.build()
    assert outcome.report is not None, outcome.diagnostics
    return site


@pytest.fixture
def visit(browser: Browser, hostile: Story) -> Iterator[Visit]:
    """A visit without the protection that the pages' own policy gives."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.add_init_script("window.canaries = 0; window.canary = () => { window.canaries += 1 }")
    yield Visit(page, ROOT, NOW, hostile.files())
    context.close()


ALIVE = """() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
    .filter(({name, value}) => name.startsWith("on") || /^\\s*(javascript|data|vbscript):/i.test(value))
    .map(({name, value}) => `${element.localName} ${name}=${value}`))
    .concat([...document.querySelectorAll("script")].filter((script) => !script.src).map((script) => script.type)
        .filter((type) => type !== "application/ld+json"))"""


def test_nothing_that_was_typed_comes_to_life(visit: Visit) -> None:
    pages = [path.removesuffix("index.html") for path in visit.files if path.endswith(".html")]
    assert len(pages) > 5 * len(IN_FIELDS)
    for address in pages:
        page = visit.open(address)
        assert (page.evaluate("window.canaries"), page.evaluate(ALIVE), visit.elsewhere) == (0, [], []), address


def test_a_canary_would_sing(visit: Visit) -> None:
    visit.files["alive.html"] = b"<img src=https://elsewhere.example/x.png onerror=canary()><a href=javascript:canary()>go</a><script>canary()</script>"
    page = visit.open("alive.html")
    page.wait_for_function("window.canaries == 2")
    assert len(page.evaluate(ALIVE)) == 3
    assert visit.elsewhere


def test_what_was_typed_is_shown_as_typed(visit: Visit) -> None:
    shown = {}
    for number in range(len(IN_FIELDS)):
        if f"events/e{number}/index.html" in visit.files:
            shown[number] = visit.open(f"events/e{number}/").locator("h1").text_content()
    assert len(shown) > len(IN_FIELDS) // 2
    assert shown == {number: IN_FIELDS[number] for number in shown}


def test_calendars_and_lists_for_programs_say_it_as_typed(hostile: Story) -> None:
    titles = {session["title"] for session in json.loads(hostile.read("events.json"))["sessions"]}
    assert titles <= set(IN_FIELDS)
    summaries = {str(event["SUMMARY"]).removeprefix("Cancelled: ") for event in Calendar.from_ical(hostile.read("calendar.ics")).walk("VEVENT")}
    assert summaries == titles
