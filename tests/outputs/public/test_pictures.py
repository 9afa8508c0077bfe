"""Photographs on pages: copies for every screen, made once, and only where they are shown."""

import re
from io import BytesIO

import pytest
from links import dead_links
from PIL import Image
from story import SITE_MD

from mcsite import memo
from mcsite.build.workers import SHARE
from mcsite.model.library import AssetFile
from mcsite.outputs.public import pictures
from mcsite.render import pictures as door

HOME = "---\nbase_url: https://example.org/\ntimezone: Europe/London\ntitle: Moving Well\n---\n![A room](room.jpg)\n"


def photograph(shade=120, size=(1000, 750), kind="JPEG", **options):
    out = BytesIO()
    image = Image.merge("RGB", [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.new("L", (256, 256), shade)]).resize(size)
    image.save(out, kind, **options)
    return out.getvalue()


@pytest.fixture
def shown(site):
    """A photograph in three texts and on the page of an event; another that nobody shows."""
    site.write("site.md", HOME).write("assets/room.jpg", photograph()).write("assets/spare.jpg", photograph(7))
    site.write("pages/room.md", "---\ntitle: Room\n---\nCome in.\n\n![The room](room.jpg)\n\n![Again](room.jpg)\n")
    site.write("pages/other.md", "---\ntitle: Other\n---\nNothing to see.\n")
    return site.write("events/swap.md", "title: Swap\nstart: 2026-01-06 18:00\nimage: room.jpg\nimage_alt: The room")


def copies(site):
    return {path: data for path, data in site.files().items() if path.endswith(".webp")}


def widths(site):
    return sorted(Image.open(BytesIO(data)).size for data in copies(site).values())


def test_a_page_offers_copies_of_a_photograph_and_every_one_is_there(shown):
    shown.build()
    page = shown.read("room/index.html")
    srcset = re.findall(r'<source type="image/webp" srcset="([^"]+)" sizes="[^"]+"><img src="/assets/room.jpg" alt="The room" width="1000" height="750"', page)
    folder = re.fullmatch(r"(?P<at>/assets/room-[0-9a-f]{12}/)480.webp 480w, (?P=at)800.webp 800w, (?P=at)1000.webp 1000w", srcset[0])[1]
    assert sorted(copies(shown)) == sorted(f"{folder[1:]}{width}.webp" for width in (480, 800, 1000))
    assert widths(shown) == [(480, 360), (800, 600), (1000, 750)]
    assert dead_links(shown.files(), "https://example.org/") == []


def test_a_photograph_that_no_page_shows_has_no_copies(shown):
    shown.build()
    assert not [path for path in copies(shown) if "spare" in path]
    assert "assets/spare.jpg" in shown.files()


def test_a_site_without_pages_makes_no_copies(shown):
    shown.settings("outputs: [calendars]").build()
    assert copies(shown) == {}


def test_one_photograph_on_three_pages_is_made_once(shown, monkeypatch):
    made = []
    monkeypatch.setattr(door, "shrunk", lambda data, width: made.append(width) or b"copy of %d" % (len(data) + width))
    memo.forget()
    shown.build()
    memo.forget()
    assert sorted(made) == [480, 800, 1000]


def test_the_second_build_writes_nothing(shown):
    shown.build()
    assert shown.build().written == set()


def test_a_changed_photograph_has_new_copies_and_changes_only_the_pages_that_show_it(shown):
    shown.build()
    before = set(copies(shown))
    outcome = shown.write("assets/room.jpg", photograph(9)).build()
    assert outcome.removed == before
    assert not before & set(copies(shown))
    pages = {path for path in outcome.written if path.endswith(".html")}
    assert pages == {"index.html", "room/index.html", "events/swap/index.html"}


def test_a_changed_text_makes_no_copy_anew(shown):
    shown.build()
    outcome = shown.write("pages/room.md", "---\ntitle: Room\n---\nWelcome.\n\n![The room](room.jpg)\n").build()
    assert {path for path in outcome.written if not path.startswith("search/index/")} == {"room/index.html"}


def test_how_many_processes_make_them_does_not_show(shown, tmp_path):
    for number in range(3):
        shown.write(f"assets/{number}.jpg", photograph(number, (600, 400)))
        shown.write(f"pages/p{number}.md", f"---\ntitle: P{number}\n---\n![It](assets/{number}.jpg)\n")
    prepared = shown.prepare()
    assert sum(artifact.effort for artifact in prepared.artifacts) > 2 * SHARE
    memo.forget()
    shown.build(jobs=1)
    alone = copies(shown)
    for place in (shown.output, shown.root / ".mcsite"):
        place.rename(tmp_path / f"{place.name}-before")
    memo.forget()
    shown.build(jobs=2)
    assert copies(shown) == alone
    assert len(alone) == 9


def test_what_moves_and_what_is_drawn_is_shown_as_it_is(site):
    frames = [Image.new("RGB", (600, 8), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    site.write("assets/dance.gif", out.getvalue()).write("assets/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"/>')
    site.write("pages/room.md", "---\ntitle: Room\n---\n![A dance](dance.gif)\n\n![A line](a.svg)\n").build()
    assert copies(site) == {}
    assert '<img src="/assets/dance.gif" alt="A dance" width="600" height="8"' in site.read("room/index.html")
    assert "<picture>" not in site.read("room/index.html")


def test_a_picture_as_tall_as_a_tower_is_shown_as_it_is(site):
    site.write("assets/strip.png", photograph(size=(20, 900), kind="PNG")).write("pages/room.md", "---\ntitle: Room\n---\n![A strip](strip.png)\n").build()
    assert copies(site) == {}


def test_two_files_of_one_picture_share_its_copies(site):
    site.write("assets/a/Room.jpg", photograph()).write("assets/b/room.jpg", photograph())
    outcome = site.write("pages/room.md", "---\ntitle: Room\n---\n![One](a/Room.jpg)\n\n![Two](b/room.jpg)\n").build()
    assert outcome.codes == []
    assert len(copies(site)) == 3


@pytest.mark.parametrize("name", ["Übung im Gehölz.jpg", "部屋.jpg", "!!!.jpg", "a.b.c.jpg", "long-" + "x" * 90 + ".jpg"])
def test_a_file_of_any_name_has_copies_with_plain_addresses(site, name):
    site.write(f"assets/{name}", photograph()).write("pages/room.md", f"---\ntitle: Room\n---\n![A room](<{name}>)\n").build()
    assert len(copies(site)) == 3
    assert all(re.fullmatch(r"assets/[a-z0-9-]+-[0-9a-f]{12}/\d+\.webp", path) for path in copies(site))
    assert dead_links(site.files(), "https://example.org/") == []


def test_under_a_path_the_copies_are_found_too(shown):
    shown.write("site.md", SITE_MD.replace("https://example.org/", "https://example.org/moves/")).build()
    assert "/moves/assets/room-" in shown.read("room/index.html")
    assert dead_links(shown.files(), "https://example.org/moves/") == []


def test_a_file_that_changes_while_the_site_is_built_is_not_taken_for_what_it_was(tmp_path):
    place = tmp_path / "room.jpg"
    place.write_bytes(photograph())
    with pytest.raises(OSError, match="changed while the site was being built"):
        pictures.copy(AssetFile("assets/room.jpg", "0" * 64, 1, str(place)), 480)
