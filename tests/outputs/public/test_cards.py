import sys
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from linked import Head
from PIL import Image
from printed import decoded

pytestmark = pytest.mark.prints

EVENT = """
title: Desk lunch
start: 2026-01-06 12:00
end: 12:45
repeat: weekly
times: 3
online: https://meet.example/x
signup: mailto:a@b.example
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#0f5e73"/></svg>'
HERE = "events/lunch"
FIRST = f"{HERE}/2026-01-06"


def cards(site):
    return {path: data for path, data in site.files().items() if path.rpartition("/")[2].startswith("card")}


def shown(site, page):
    """What a page says of the picture by which it is shown: address, width, height, words."""
    said = Head(site.read(page)).meta
    return [said[f"og:image{part}"][0] for part in ("", ":width", ":height", ":alt")] if "og:image" in said else []


def test_every_page_is_shown_by_a_picture_that_is_there_and_as_large_as_it_says(site):
    site.write("events/lunch.md", EVENT).write("pages/about.md", "---\ntitle: About\n---\nWe.\n").write("people/ada.md", "title: Ada").build()
    pages = [path for path in site.files() if path.endswith(".html") and not path.startswith(("s/", "embed/")) and "og:url" in site.read(path)]
    assert {"index.html", "calendar/index.html", "about/index.html", "people/ada/index.html", f"{HERE}/index.html", f"{FIRST}/index.html"} <= set(pages)
    for page in pages:
        address, width, height, words = shown(site, page)
        image = Image.open(BytesIO(site.files()[urlsplit(address).path.lstrip("/")]))
        assert (str(image.width), str(image.height)) == (width, height)
        assert words
        assert Head(site.read(page)).meta["twitter:card"] == ["summary_large_image"]
    assert shown(site, f"{FIRST}/index.html")[3] == "Desk lunch. Tuesday 6 January 2026, 12:00–12:45, Online."
    assert shown(site, "calendar/index.html")[0] == "https://example.org/card.png"


def test_the_page_of_a_session_leads_to_what_those_need_who_tell_of_it(site):
    site.write("events/lunch.md", EVENT).build()
    for name in ("card-square.png", "card-story.png", "captions.txt"):
        assert f'href="/{FIRST}/{name}"' in site.read(f"{FIRST}/index.html")
        assert f"{FIRST}/{name}" in site.files()
    assert "captions.txt" not in site.read(f"{HERE}/index.html")


def test_every_code_leads_to_an_address_that_exists(site):
    site.write("events/lunch.md", EVENT).write(
        "events/walk.md", "title: Walk\nstart: 2026-02-01 10:00\nend: 11:00\nsignup: none\nonline: https://x.example\n"
    ).build()
    stories = [data for path, data in cards(site).items() if path.endswith("card-story.png")]
    assert len(stories) == 4
    for story in stories:
        (address,) = decoded(Image.open(BytesIO(story)))
        assert address.removeprefix("https://example.org/") + "index.html" in site.files()


def test_a_session_that_is_called_off_has_another_card_at_another_address(site):
    site.write("events/lunch.md", EVENT).build()
    before = cards(site)
    site.write("events/lunch.md", EVENT + "cancelled: {2026-01-06: the heating failed}\n").build()
    assert shown(site, f"{FIRST}/index.html")[0] == f"https://example.org/{FIRST}/card.png?v=1"
    assert shown(site, f"{FIRST}/index.html")[3].startswith("Cancelled: Desk lunch.")
    changed = {path for path, data in cards(site).items() if data != before[path]}
    assert {f"{FIRST}/{form}.png" for form in ("card", "card-square", "card-story")} <= changed
    assert not {path for path in changed if "2026-01-13" in path and not path.endswith("story.png")}


def test_a_site_that_wants_no_cards_has_none_and_is_shown_by_its_pictures(site):
    photograph = BytesIO()
    Image.new("RGB", (900, 600), "teal").save(photograph, "JPEG")
    site.settings("outputs: [pages, sessions, prints]").write("assets/mats.jpg", photograph.getvalue()).write(
        "events/lunch.md", EVENT + "image: mats.jpg\nimage_alt: Ten mats on a floor\n"
    ).build()
    assert cards(site) == {}
    assert "captions.txt" not in "".join(site.files())
    assert "captions.txt" not in site.read(f"{FIRST}/index.html")
    assert shown(site, f"{FIRST}/index.html") == ["https://example.org/assets/mats.jpg", "900", "600", "Ten mats on a floor"]
    assert shown(site, "calendar/index.html") == []


def test_without_the_typesetter_there_is_one_warning_and_the_site_all_the_same(site, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    outcome = site.write("workshops/desk.md", "title: Desk\ntakeaway: Breathe.\n").write("events/lunch.md", EVENT).build()
    assert outcome.codes.count("W664") == 1
    assert cards(site) == {}
    assert shown(site, f"{FIRST}/index.html") == []


def test_a_site_without_cards_and_prints_does_not_miss_the_typesetter(site, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    assert site.settings("outputs: [pages]").write("events/lunch.md", EVENT).build().codes == []


def test_what_no_font_here_can_draw_is_told_once_and_the_page_is_shown_by_the_card_of_the_site(site):
    site.settings("outputs: [pages, cards]").write("pages/breath.md", "---\ntitle: 呼吸\n---\nIn.\n").write("pages/in.md", "---\ntitle: 吸\n---\nIn.\n")
    outcome = site.build()
    assert outcome.codes == ["W661"]
    assert set(cards(site)) == {"card.png"}
    assert shown(site, "breath/index.html")[0] == "https://example.org/card.png"


def test_only_what_changed_is_drawn_again(site):
    site.write("events/lunch.md", f"---{EVENT}summary: Eat.\n---\nOld.\n").write("events/walk.md", EVENT.replace("Desk lunch", "Walk")).build()
    assert not site.build().written
    written = site.write("events/lunch.md", f"---{EVENT}summary: Eat.\n---\nNew.\n").build().written
    assert not {path for path in written if "card" in path}
    written = site.write("events/walk.md", EVENT.replace("Desk lunch", "Long walk")).build().written
    drawn = {path for path in written if path.endswith(".png")}
    assert drawn
    assert all(path.startswith("events/walk/") for path in drawn)
    assert not {path for path in written if path.startswith(HERE) and path.endswith(".html")}


def test_a_picture_with_another_content_is_drawn_again_and_no_page_with_it(site):
    site.write("assets/mats.svg", DRAWING).write("pages/about.md", "---\ntitle: About\nimage: mats.svg\nimage_alt: Ten mats on a floor\n---\nWe.\n").build()
    assert site.write("assets/mats.svg", DRAWING.replace("0f5e73", "730f5e")).build().written == {"about/card.png", "assets/mats.svg"}


@pytest.mark.parametrize("mood", ["sea", "plain"])
def test_cards_wear_the_colours_of_the_site(site, mood):
    site.settings(f"mood: {mood}", "accent: teal").write("events/lunch.md", EVENT).build()
    plain = Image.open(BytesIO(cards(site)[f"{FIRST}/card.png"])).convert("RGB")
    panel, paper = plain.getpixel((4, 300)), plain.getpixel((1190, 300))
    assert paper == {"sea": (0xEF, 0xF4, 0xF5), "plain": (255, 255, 255)}[mood]
    assert panel[0] < panel[1]


def test_cards_have_the_same_bytes_whatever_the_number_of_jobs(site):
    for number in range(20):
        site.write(f"events/lunch{number}.md", EVENT.replace("Desk lunch", f"Lunch {number}"))
    site.build(jobs=2)
    first = cards(site)
    (site.root / ".mcsite").rename(site.root / "forgotten")
    again = site.build(jobs=1)
    assert len(first) == 1 + 20 * 10
    assert not {path for path in again.written if path in first}
