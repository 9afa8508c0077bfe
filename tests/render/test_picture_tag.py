"""The tag of a picture."""

from html.parser import HTMLParser

from mcsite.model.prose import Picture
from mcsite.render.picture_tag import COLUMN, picture_tag

ROOM = Picture("assets/warm room.jpg", 1000, 750, 'The "warm" room', "assets/warm-room-0123456789ab/")


class Read(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags = {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags[tag] = dict(attributes)


def test_copies_are_offered_by_width_and_the_original_to_those_who_know_no_webp():
    tags = Read(picture_tag(ROOM, "/moves/")).tags
    assert list(tags) == ["picture", "source", "img"]
    folder = "/moves/assets/warm-room-0123456789ab"
    assert tags["source"] == {"type": "image/webp", "srcset": f"{folder}/480.webp 480w, {folder}/800.webp 800w, {folder}/1000.webp 1000w", "sizes": COLUMN}
    assert tags["img"]["src"] == "/moves/assets/warm%20room.jpg"


def test_room_is_kept_for_a_picture_before_it_comes():
    image = Read(picture_tag(ROOM, "/")).tags["img"]
    assert (image["width"], image["height"]) == ("1000", "750")
    assert (image["loading"], image["decoding"]) == ("lazy", "async")


def test_what_is_seen_first_comes_first():
    image = Read(picture_tag(ROOM, "/", first=True)).tags["img"]
    assert (image["loading"], image["fetchpriority"]) == ("eager", "high")


def test_a_drawing_is_shown_as_it_is():
    assert list(Read(picture_tag(Picture("assets/a.svg", 4, 3, "A"), "/")).tags) == ["img"]


def test_what_editors_wrote_stays_text():
    tags = Read(picture_tag(ROOM, "/", title='"><script>', sizes='10px" onload="x')).tags
    assert list(tags) == ["picture", "source", "img"]
    assert (tags["img"]["alt"], tags["img"]["title"], tags["source"]["sizes"]) == ('The "warm" room', '"><script>', '10px" onload="x')
