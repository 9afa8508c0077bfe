"""A whole site in Arabic: it runs from right to left, fits on a phone, and nobody is kept out."""
# ruff: noqa: RUF001 - Arabic letters that look like Latin ones are Arabic

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from story import Story
from tools import Nu
from visits import Visit, every_kind_of_page

ROOT = "https://example.org/haraka/"
THEN = datetime(2026, 1, 5, 9, tzinfo=UTC)

ARABIC_TOWN = {
    "site.md": """\
        ---
        title: حركة الميناء
        base_url: https://example.org/haraka/
        timezone: Africa/Cairo
        language: ar
        description: لقاءات صغيرة ومنتظمة لمن يجلسون ويحملون ويقرأون.
        organiser: {name: مريم حلمي, email: hello@example.org, phone: 02 5550 0123}
        signup: {provider: formspree, form: xharakademo}
        kinds: {circle: حلقة, workshop: ورشة}
        navigation: [{title: البرنامج, to: events/}, {title: التقويم, to: calendar/}, {title: الأماكن, to: venues/}]
        ---
        أهلا بكم في **الميناء**. تعالوا إلى [حلقة الثلاثاء](events/halaqa.md).

        1. اجلسوا
        2. تنفسوا
        """,
    "events/halaqa.md": """\
        ---
        title: حلقة الثلاثاء
        kind: circle
        start: 2026-01-06 18:00
        end: 18:45
        repeat: weekly
        times: 9
        skip: {2026-02-10: عطلة}
        cancelled: {2026-01-20: القاعة مغلقة}
        moved: {2026-01-13: 2026-01-14 19:00}
        changed: {2026-01-27: {note: أحضروا Yoga-Mat من فضلكم}}
        venue: nadi
        hosts: [maryam]
        partner: quwwa
        tags: [ظهر, كتفان]
        capacity: 10
        prices: [{name: مرة واحدة, amount: 0}, {name: كل المرات, amount: 150, currency: EGP}]
        summary: ثلاثة أرباع الساعة من التمدد الهادئ.
        ---
        > تعالوا كما أنتم.

        | اليوم | الساعة |
        |-------|--------|
        | الثلاثاء | 18:00 |
        """,
    "events/warsha.md": "title: ورشة المكتب\nkind: workshop\nworkshop: maktab\nstart: 2026-01-08 18:30\nduration: 50 min\nvenue: nadi"
    "\nsignup: mailto:hello@example.org",
    "events/safar.md": "title: أسبوع على الإنترنت\nstart: 2026-02-02\nend: 2026-02-06\nonline: https://meet.example/x\nsignup: https://forms.example/x",
    "events/qadim.md": "title: لقاء قديم\nstart: 2025-11-04 18:30\nend: 19:30\nvenue: nadi\nhosts: [maryam]",
    "workshops/maktab.md": "---\ntitle: الجلوس السليم\nminutes: 50\noutcomes: [جلوس أقل]\nmaterials: [كرسي]\n---\nخطوات الورشة.",
    "library/bitaqa.md": "---\ntitle: بطاقة العادة\nfiles: [bitaqa.txt]\nlicence: CC BY 4.0\n---\nصفحة واحدة.",
    "venues/nadi.md": "title: نادي الميناء\naddress: شارع البحر 1\npostcode: 21500\nneighbourhood: الميناء القديم\ngeo: [31.2, 29.9]\naccess: {مدخل: بلا درج}"
    "\ndirections: من محطة الرمل سيرا على الأقدام.",
    "people/maryam.md": "title: مريم حلمي\nrole: معالجة",
    "partners/quwwa.md": "title: نادي القوة\nvenue: nadi",
    "pages/privacy.md": "---\ntitle: بياناتكم\n---\nلا نحفظ شيئا.",
    "assets/bitaqa.txt": "قفوا مرة كل ساعة.\n",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Story:
    story = Story(tmp_path_factory.mktemp("arabic"))
    for path, text in ARABIC_TOWN.items():
        story.write(path, text)
    assert story.build().codes == []
    return story


@pytest.fixture
def visit(browser: Browser, town: Story) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    yield Visit(context.new_page(), ROOT, THEN, town.files())
    context.close()


def middle(page: Page, selector: str) -> float:
    """How far from the left the middle of something is, as a part of the width of the window."""
    box, window = page.locator(selector).first.bounding_box(), page.viewport_size
    assert box is not None
    assert window is not None
    return (box["x"] + box["width"] / 2) / window["width"]


def test_every_page_says_its_language_and_its_direction(town: Story) -> None:
    pages = {path: data.decode() for path, data in town.files().items() if path.endswith(".html")}
    assert len(pages) > 40
    assert [path for path, page in pages.items() if '<html lang="ar" dir="rtl">' not in page] == []


def test_the_checker_of_pages_finds_nothing_to_say(town: Story, nu: Nu) -> None:
    assert nu(Path(town.output / "public")) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_obstacle(visit: Visit, town: Story, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    assert visit.obstacles(every_kind_of_page(town)) == {}
    assert ([text for text in visit.said if "404" not in text], visit.elsewhere) == ([], [])


def test_no_page_can_be_pushed_sideways_on_a_phone(visit: Visit, town: Story) -> None:
    for address in every_kind_of_page(town):
        page = visit.open(address)
        page.evaluate("scrollTo(-500, 0)")
        assert page.evaluate("[scrollX, document.documentElement.scrollWidth]") == [0, 320], address


def test_it_begins_at_the_right(visit: Visit) -> None:
    page = visit.open("events/")
    assert middle(page, ".date .number") > 0.75
    page.set_viewport_size({"width": 1280, "height": 800})
    assert middle(page, ".brand a") > 0.75
    assert middle(page, ".masthead nav ul") < 0.4
    page = visit.open("events/halaqa/")
    assert middle(page, ".facts") < 0.4
    assert middle(page, ".spread > .prose") > 0.6
    page = visit.open("calendar/")
    assert middle(page, ".month-table th >> nth=0") > 0.8


def test_addresses_still_run_from_left_to_right(visit: Visit) -> None:
    page = visit.open("calendar/")
    assert page.locator("#follow-address").evaluate("field => getComputedStyle(field).direction") == "ltr"
