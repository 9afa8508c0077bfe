"""Photographs on a page, as a browser fetches and shows them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Route
from story import NOW, Story
from tools import Nu
from visits import Visit

ROOT = "https://example.org/"
TOP, BELOW = (200, 40, 40), (40, 40, 200)
PAGE = """---
title: Room
image: upright.jpg
image_alt: The room
---
Come in.

![The other room](<other room.jpg>)
"""


def photograph(orientation: int = 1) -> bytes:
    """Red above blue, 2000 pixels wide and 1500 high to whoever heeds how the camera was held."""
    image = Image.new("RGB", (2000, 1500), TOP)
    image.paste(BELOW, (0, 750, 2000, 1500))
    if orientation == 6:
        image = image.transpose(Image.Transpose.ROTATE_90)
    out, exif = BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def rooms(site: Story) -> Story:
    site.write("assets/upright.jpg", photograph(6)).write("assets/other room.jpg", photograph()).write("pages/room.md", PAGE).build()
    return site


@pytest.fixture
def visits(browser: Browser, rooms: Story) -> Iterator[dict[str, Visit]]:
    """A telephone, a desk, and a browser from the time before WebP."""
    screens = {"telephone": ({"width": 390, "height": 844}, 2), "desk": ({"width": 1280, "height": 900}, 1)}
    contexts = {name: browser.new_context(viewport=size, device_scale_factor=fine) for name, (size, fine) in screens.items()}
    moment = datetime.fromisoformat(NOW).replace(tzinfo=UTC)
    yield {name: Visit(context.new_page(), ROOT, moment, rooms.files()) for name, context in contexts.items()}
    for context in contexts.values():
        context.close()


SHOWN = "[...document.querySelectorAll('main img')].map((image) => image.currentSrc.split('/').pop())"
HEIGHTS = "[...document.querySelectorAll('main img')].map((image) => image.getBoundingClientRect().height)"
FIRST_SEEN = "document.querySelector('main img').decode()"
ALL_SEEN = "Promise.all([...document.querySelectorAll('main img')].map((image) => image.decode()))"
CORNER = """() => {
    const image = document.querySelector("main img"), canvas = document.createElement("canvas").getContext("2d")
    canvas.drawImage(image, 0, 0, 10, 10)
    return [...canvas.getImageData(2, 2, 1, 1).data].slice(0, 3)
}"""


@pytest.mark.parametrize("screen", ["telephone", "desk"])
def test_a_screen_fetches_no_more_than_it_can_show(visits: dict[str, Visit], screen: str) -> None:
    visit = visits[screen]
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url) if "/assets/" in request.url else None)
    page = visit.open("room/")
    page.locator("main img").last.scroll_into_view_if_needed()
    page.evaluate(ALL_SEEN)
    assert page.evaluate(SHOWN) == ["800.webp", "800.webp"]
    assert len(fetched) == 2
    assert (visit.said, visit.elsewhere) == ([], [])


def test_a_photograph_is_upright_as_a_copy_and_as_the_original(visits: dict[str, Visit]) -> None:
    page = visits["desk"].open("room/")
    assert max(abs(one - other) for one, other in zip(page.evaluate(CORNER), TOP, strict=True)) < 20
    page.evaluate("document.querySelectorAll('main source').forEach((source) => source.remove())")
    page.evaluate(FIRST_SEEN)
    assert page.evaluate(SHOWN)[0] == "upright.jpg"
    assert max(abs(one - other) for one, other in zip(page.evaluate(CORNER), TOP, strict=True)) < 20


@pytest.mark.parametrize("screen", ["telephone", "desk"])
def test_nothing_on_a_page_moves_when_a_photograph_comes(visits: dict[str, Visit], screen: str) -> None:
    visit, waiting = visits[screen], list[Route]()
    visit.page.route("**/*.webp", lambda route: waiting.append(route))  # noqa: PLW0108 - playwright takes no method of a list
    visit.page.goto(f"{ROOT}room/", wait_until="domcontentloaded")
    before = visit.page.evaluate(HEIGHTS)
    for route in waiting:
        route.fallback()
    visit.page.evaluate(FIRST_SEEN)
    assert waiting
    assert min(before) > 200
    assert visit.page.evaluate(HEIGHTS) == before


def test_the_checker_of_pages_finds_nothing_to_say_of_pages_with_photographs(rooms: Story, nu: Nu) -> None:
    assert nu(rooms.output / "public") == []
