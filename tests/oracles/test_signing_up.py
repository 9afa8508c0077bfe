"""Signing up as people do it: with a browser and a keyboard, at hosts that keep to their own rules."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import html5lib
import pytest
import tools
from form_hosts import ENCODED, Answer, Host, Netlify, Submission, basin, formspree, listening
from playwright.sync_api import Browser, Page, Request, Route
from story import NOW, Story
from tools import Nu
from visits import Visit

ROOT = "https://moves.example/"
THEN = datetime.fromisoformat(NOW).replace(tzinfo=UTC)
ASKS = "[name, email, phone, {label: Anything we should know about access?, optional: yes}, {label: Injuries, secure_intake: yes}]"
EVENTS = {
    "stretch": "repeat: weekly\ntimes: 3\ncapacity: 10\npartner: gym\nsignup: {netlify: yes, waiting_list: yes}\n"
    "taken: {2026-01-06: 7, 2026-01-13: 10, as_of: 2026-01-05 08:00}",
    "desk": "full: yes\nsignup: {formspree: abcdwxyz, waiting_list: yes}",
    "tea": "signup: formspree abcdwxyz",
    "walk": f"signup: {{basin: 1a2b3c4d5e6f, fields: {ASKS}, consent: You may write to me.}}",
    "talk": f"signup: {{netlify: yes, fields: {ASKS}}}",
    "call": "signup: tel:+44 1632 960417",
    "chat": "signup: whatsapp +44 7700 900123",
    "clay": "capacity: 6\ntaken: 5 as of 2026-01-05 07:30\nsignup: https://tally.so/r/abc?event={event}&day={date}",
    "song": "repeat: weekly\ntimes: 3\nfull: [2026-01-06]\nsignup: hello@moves.example",
}
PAGES = ("events/stretch/2026-01-06/", "events/stretch/2026-01-13/", "thanks/", *(f"events/{slug}/" for slug in EVENTS))
FORMS = [
    ("events/stretch/2026-01-06/", "netlify"), ("events/stretch/2026-01-13/", "netlify"), ("events/talk/", "netlify"), ("events/tea/", "formspree"),
    ("events/desk/", "formspree"), ("events/walk/", "basin"),
]  # fmt: skip


@pytest.fixture(scope="module")
def community(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """A site where one signs up in every way there is."""
    site = Story(tmp_path_factory.mktemp("signing-up"))
    site.write(
        "site.md",
        f"title: Moving Well\nbase_url: {ROOT}\ntimezone: Europe/London\norganiser: {{name: Maren Hale, email: hello@moves.example}}\n"
        "secure_intake: {name: Clinic portal, url: https://clinic.example/intake}",
    )
    site.write("pages/privacy.md", "title: Privacy").write("partners/gym.md", "title: Harbour Gym\ncode: GYM10")
    for slug, says in EVENTS.items():
        site.write(f"events/{slug}.md", f"title: {slug.title()} & more\nonline: https://meet.example/\nstart: 2026-01-06 18:00\nend: 19:00\n{says}")
    assert site.build().diagnostics == ()
    return site


def host_of(name: str, site: Story) -> Host:
    return {"netlify": lambda: Netlify(site.files()), "formspree": lambda: formspree("abcdwxyz"), "basin": lambda: basin("1a2b3c4d5e6f")}[name]()


@pytest.fixture
def visit(browser: Browser, community: Story) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, timezone_id="Europe/London")
    yield Visit(context.new_page(), ROOT, THEN, community.files())
    context.close()


def delivering(page: Page, address: str) -> list[Answer]:
    """Let a page's forms arrive at a host of this machine; gives what it said."""
    said: list[Answer] = []

    def post(route: Route, request: Request) -> None:
        if request.method != "POST":
            return route.fallback()
        door = HTTPConnection(urlsplit(address).netloc, timeout=30)
        headers = {name: value for name, value in request.all_headers().items() if name in {"content-type", "referer"}}
        door.request("POST", urlsplit(request.url).path, request.post_data_buffer or b"", headers)
        answer = door.getresponse()
        said.append(Answer(answer.status, answer.getheader("Location") or "", answer.read().decode()))
        door.close()
        onward = f'<meta http-equiv="refresh" content="0; url={said[-1].location}">' if said[-1].location else said[-1].reason
        return route.fulfill(body=onward, content_type="text/html")

    page.context.route("**/*", post)
    return said


@pytest.mark.parametrize(("address", "name"), FORMS)
def test_a_form_that_is_filled_in_with_the_keyboard_is_accepted_by_its_host(visit: Visit, community: Story, address: str, name: str) -> None:
    host = host_of(name, community)
    with listening(host) as door:
        said = delivering(visit.page, door)
        page = visit.open(f"{address}?ref=flyer-7")
        filled = fill_with_the_keyboard(page)
        page.wait_for_url(f"{ROOT}thanks/")
    assert [answer.status for answer in said] in ([302], [303])
    (kept,) = host.kept
    assert {field: kept[field] for field in filled} == filled
    assert kept["consent"] == "yes"
    assert kept["referral"] == "flyer-7"
    assert kept["session"].endswith("@moves.example")
    assert kept["page"] == ROOT + address
    assert kept["waiting-list"] == ("yes" if address in {"events/stretch/2026-01-13/", "events/desk/"} else "no")
    assert page.locator("h1").inner_text() == "Thank you"
    assert visit.elsewhere == []


def fill_with_the_keyboard(page: Page) -> dict[str, str]:
    """Tab from the first field on, write into each, tick the box, and press the button; what was written, by field."""
    values = {"name": "Ada Moss", "email": "ada@example.org", "phone": "01632 960417"}
    page.locator("#signup-form [name=name]").focus()
    written = {}
    while True:
        here = page.evaluate("({name: document.activeElement.name, type: document.activeElement.type, tag: document.activeElement.tagName})")
        if here["tag"] == "BUTTON":
            page.keyboard.press("Enter")
            return written
        if here["type"] == "checkbox":
            page.keyboard.press("Space")
        elif here["tag"] == "INPUT":
            written[here["name"]] = values.get(here["name"], "A chair with a back, please")
            page.keyboard.type(written[here["name"]])
        page.keyboard.press("Tab")


def test_a_form_that_is_not_filled_in_is_not_sent(visit: Visit, community: Story) -> None:
    host = host_of("netlify", community)
    with listening(host) as door:
        said = delivering(visit.page, door)
        page = visit.open("events/talk/")
        for field, value in (("name", "Ada"), ("email", "not an address"), ("phone", "1"), ("email", "ada@example.org")):
            page.locator("#signup-form button").click()
            assert page.locator("#signup-form :invalid").count() > 0
            page.fill(f"#signup-form [name={field}]", value)
        assert page.locator("#signup-form :invalid").evaluate_all("found => found.map(field => field.name)") == ["consent"]
    assert said == []


def test_a_machine_that_fills_in_everything_is_dropped_without_a_word(community: Story) -> None:
    for address, name in FORMS:
        host = host_of(name, community)
        action, fields, trap = the_form(community, address)
        answer = host.answer(Submission(urlsplit(action).path, (*fields.items(), (trap, "buy now")), referer=ROOT + address))
        assert (answer.status in {302, 303}, host.kept) == (True, [])


def the_form(site: Story, address: str) -> tuple[str, dict[str, str], str]:
    """A page's form as a browser without script sends it: where to, the fields with something in each, and the field nobody sees."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(site.read(f"{address}index.html"))
    form = next(tree.iter("form"))
    assert (form.get("method"), form.get("enctype", ENCODED)) == ("post", ENCODED)
    trap = next(element for element in form.iter("input") if element.get("tabindex") == "-1").attrib["name"]
    values = {"email": "ada@example.org", "checkbox": "yes"}
    shown = {element.attrib["name"]: element.get("value") or values.get(element.get("type", ""), "x") for element in form.iter("input")}
    hidden = {element.attrib["name"]: element.get("value", "") for element in form.iter("input") if element.get("type") == "hidden"}
    return form.attrib["action"], {name: value for name, value in {**shown, **hidden}.items() if name != trap}, trap


@pytest.mark.parametrize(("address", "name"), FORMS)
def test_a_form_is_accepted_without_script_and_carries_the_code_of_the_partner(community: Story, address: str, name: str) -> None:
    host = host_of(name, community)
    action, fields, trap = the_form(community, address)
    answer = host.answer(Submission(urlsplit(action).path, (*fields.items(), (trap, "")), referer=ROOT + address))
    assert (answer.reason, len(host.kept)) == ("", 1)
    assert host.kept[0]["referral"] == ("GYM10" if "stretch" in address else "")
    assert urlsplit(answer.location).path == "/thanks/"


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("netlify", {"path": "/nowhere/"}), ("netlify", {"fields": (("name", "Ada"),)}), ("formspree", {"path": "/f/other"}), ("formspree", {"referer": ""}),
        ("formspree", {"fields": (("name", "Ada"), ("email", "ada"))}), ("formspree", {"fields": (("email", "a@b.example"), ("_next", "/thanks/"))}),
        ("basin", {"fields": (("_gotcha", ""),)}), ("basin", {"kind": "text/plain"}), ("basin", {"method": "GET"}),
    ],
)  # fmt: skip
def test_the_hosts_refuse_what_breaks_their_rules(community: Story, name: str, wrong: dict[str, str]) -> None:
    host = host_of(name, community)
    right = {"netlify": "/thanks/", "formspree": "/f/abcdwxyz", "basin": "/f/1a2b3c4d5e6f"}
    sent = {"path": right[name], "fields": (("form-name", "sign-up"), ("email", "a@b.example")), "referer": ROOT, **wrong}
    assert host.answer(Submission(**sent)).status >= 400
    assert host.kept == []


def test_the_policy_lets_forms_go_nowhere_else(visit: Visit) -> None:
    page = visit.open("events/tea/")
    page.evaluate("""() => {
        const form = document.getElementById("signup-form")
        form.action = "https://elsewhere.example/f/1"
        form.noValidate = true
        form.requestSubmit()
    }""")
    page.wait_for_timeout(200)
    assert page.url == f"{ROOT}events/tea/"
    assert visit.elsewhere == []
    assert any("form-action" in text for text in visit.said)


@pytest.mark.parametrize(("query", "shown"), [("?ref=flyer-7", "flyer-7"), ("", "GYM10"), ("?ref=", "GYM10"), ("?" + urlencode({"ref": "<b>x"}), "GYM10")])
def test_a_code_in_the_address_goes_along_and_nothing_else_does(visit: Visit, query: str, shown: str) -> None:
    assert visit.open(f"events/stretch/2026-01-06/{query}").locator("[name=referral]").input_value() == shown
    assert visit.open(f"events/stretch/2026-01-06/?ref={'x' * 41}").locator("[name=referral]").input_value() == "GYM10"


def test_places_are_told_with_their_age_and_no_longer_than_a_day(visit: Visit) -> None:
    page = visit.open("events/stretch/2026-01-06/")
    assert page.locator(".places").inner_text() == "3 places left (counted Mon 5 Jan, 08:00)"
    assert visit.open("events/clay/").locator(".places").inner_text() == "1 place left (counted Mon 5 Jan, 07:30)"
    later = datetime(2026, 1, 6, 8, tzinfo=UTC)
    assert visit.open("events/stretch/2026-01-06/", later - timedelta(minutes=1)).locator(".places").is_visible()
    assert not visit.open("events/stretch/2026-01-06/", later).locator(".places").is_visible()
    assert page.locator("#signup-form").is_visible()


def test_the_button_that_leads_to_the_form_makes_way_for_it(visit: Visit) -> None:
    page = visit.open("events/tea/")
    button = page.locator(".thumb-only")
    assert button.is_visible()
    button.locator("a").click()
    assert not button.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_obstacle_where_one_signs_up(visit: Visit, scheme: str) -> None:
    axe = tools.package("axe-core/axe.min.js").read_text("utf-8")
    visit.page.emulate_media(color_scheme=scheme)
    found = {}
    for address in PAGES:
        page = visit.open(address)
        page.evaluate(axe)
        found[address] = page.evaluate("axe.run(document).then((found) => found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html}`))")
    assert {address: obstacles for address, obstacles in found.items() if obstacles} == {}
    assert (visit.said, visit.elsewhere) == ([], [])


def test_the_checker_of_pages_finds_nothing_to_say_where_one_signs_up(community: Story, nu: Nu, tmp_path: Path) -> None:
    for address in PAGES:
        (tmp_path / f"{address.replace('/', '-')}.html").write_bytes(community.files()[f"{address}index.html"])
    assert nu(tmp_path) == []
