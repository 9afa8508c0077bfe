from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from factory import when
from PIL import Image
from printed import decoded, default_prints

from mcsite.model.library import AssetFile
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture
from mcsite.render.colours import MOODS, by_day, contrast
from mcsite.render.fonts import Fonts
from mcsite.render.social_card import FORMS, MOST, SocialCard, alt_of, as_picture, draw, sheet_of, texts_of

ADDRESS = "https://example.org/s/stretch/"
CARD = SocialCard(
    title="Stretch Circle",
    headline="Stretch Circle",
    kicker="Circle · Old Harbour",
    summary="Loosen up.",
    when=when("2026-01-06 18:00"),
    place=("Harbour Cowork", "1 Quay"),
    address=ADDRESS,
    site="Moves",
    origin=Origin("content/events/stretch.md"),
)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#0f5e73"/></svg>'
COVERED = 250
"""Pixels at the top and at the bottom of a story that telephones cover."""


def drawn(card, form):
    return Image.open(BytesIO(draw(card, form, default_prints(), Fonts())))


def pictured(folder, name, data, size):
    """The card with a picture."""
    (folder / name).write_bytes(data)
    image = Picture(f"assets/{name}", *size, "Ten mats.")
    return replace(CARD, image=image, file=AssetFile(image.path, str(hash(data)), len(data), str(folder / name)))


def photograph(size=(1600, 1200)):
    out = BytesIO()
    Image.merge("RGB", [Image.effect_noise(size, 90), Image.radial_gradient("L").resize(size), Image.effect_noise(size, 30)]).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(("form", "size"), [("card", (1200, 630)), ("card-square", (1080, 1080)), ("card-story", (1080, 1920))])
def test_each_form_has_the_size_that_networks_ask_for(form, size, tmp_path):
    assert drawn(CARD, form).size == size
    assert drawn(pictured(tmp_path, "mats.svg", DRAWING, (40, 30)), form).size == size
    assert FORMS[form][1:] == size


def test_only_what_can_be_posted_has_other_forms_than_the_wide_one():
    assert CARD.forms == ("card", "card-square", "card-story")
    assert replace(CARD, address="").forms == ("card",)


def test_the_code_of_a_story_leads_to_its_address():
    assert decoded(drawn(CARD, "card-story")) == [ADDRESS]
    assert decoded(drawn(CARD, "card-square")) == []


def test_nothing_is_to_be_read_where_a_telephone_covers_a_story():
    story = drawn(replace(CARD, title="A title of many words that takes all the room there is " * 2, notice="Moved from Tue 6 Jan"), "card-story").convert(
        "RGB"
    )
    top = story.crop((0, 0, 1080, COVERED)).getcolors(9)
    bottom = story.crop((0, 1920 - COVERED, 1080, 1920)).getcolors(9)
    assert top is not None
    assert len(top) == 1
    assert bottom is not None
    assert {colour for _, colour in bottom} == {top[0][1], story.getpixel((5, 1920 - COVERED))}


def test_a_drawing_gives_a_png_and_a_photograph_a_jpeg_neither_too_heavy_for_a_link(tmp_path):
    for card, kind in (
        (pictured(tmp_path, "a.svg", DRAWING, (40, 30)), "PNG"),
        (pictured(tmp_path, "a.jpg", photograph(), (1600, 1200)), "JPEG"),
        (CARD, "PNG"),
    ):
        data = draw(card, "card", default_prints(), Fonts())
        assert Image.open(BytesIO(data)).format == kind
        assert card.ending == {"PNG": "png", "JPEG": "jpg"}[kind]
        assert len(data) <= MOST


def test_a_drawing_of_too_many_colours_is_made_lighter(tmp_path):
    dots = "".join(f'<rect x="{x}" y="{y}" width="1" height="1" fill="#{(x * 7919 + y * 104729) % 0xFFFFFF:06x}"/>' for x, y in product(range(90), range(70)))
    card = pictured(tmp_path, "dots.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 70">{dots}</svg>'.encode(), (90, 70))
    light = draw(card, "card", default_prints(), Fonts())
    image = Image.open(BytesIO(light))
    if image.mode != "P":
        assert len(light) <= MOST
    assert image.size == (1200, 630)


def test_what_no_longer_holds_looks_different():
    held, off = drawn(CARD, "card"), drawn(replace(CARD, notice="Cancelled", off=True), "card")
    panel = (0, 100, 396, 480)
    assert held.crop(panel).tobytes() != off.crop(panel).tobytes()


@pytest.mark.parametrize("mood", MOODS)
def test_everything_on_it_can_be_read_in_every_mood(mood):
    for accent in ("", "#ffe800", "#101010", "#3fa9f5"):
        colours = by_day(mood, accent)
        pairs = [("ink", "paper"), ("ink-soft", "paper"), ("accent", "paper"), ("on-accent", "accent"), ("paper", "ink")]
        assert all(contrast(colours[one], colours[other]) >= 4.5 for one, other in pairs)


def test_in_words_it_says_what_stands_on_it_and_what_is_seen():
    assert alt_of(CARD) == "Stretch Circle. Tuesday 6 January 2026, 18:00–18:45, Harbour Cowork."
    seen = replace(CARD, image=Picture("assets/a.jpg", 9, 9, "Ten mats"), rhythm="Tuesdays")
    assert alt_of(seen) == "Stretch Circle. Tuesdays, 18:00–18:45, Harbour Cowork. Ten mats."
    assert alt_of(replace(CARD, when=None, place=())) == "Stretch Circle. Loosen up."
    assert len(alt_of(replace(CARD, headline="word " * 900))) <= 1000


def test_a_date_is_a_day_or_days_of_one_month_or_the_first_of_more():
    def date(*days):
        return sheet_of(replace(CARD, when=when(*days)), "card").data

    assert date("2026-01-06 18:00")["date"] == {"number": "6", "month": "January 2026", "weekday": "Tuesday"}
    assert date("2026-01-06", "2026-01-08")["date"] == {"number": "6–8", "month": "January 2026", "weekday": "Tue – Thu"}
    longer = date("2026-01-30", "2026-02-01")
    assert longer["date"]["number"] == "30"
    assert longer["hours"] == "30 Jan\u2009–\u20091 Feb 2026"


def test_all_that_is_drawn_is_asked_for_in_the_fonts():
    assert {"Stretch Circle", "6", "January 2026", "18:00–18:45", "1 Quay", "Moves"} <= set(texts_of(CARD))


def test_another_version_has_another_address():
    assert as_picture("events/stretch/", CARD).path == "events/stretch/card.png"
    assert as_picture("events/stretch/", CARD, 2).path == "events/stretch/card.png?v=2"
    assert (as_picture("", CARD).width, as_picture("", CARD).height, as_picture("", CARD).alt) == (1200, 630, alt_of(CARD))
