from dataclasses import replace
from decimal import Decimal

import pytest
from factory import when
from PIL import Image
from printed import decoded, default_prints, pages, structure, text

from mcsite.model.event import Price
from mcsite.model.library import AssetFile
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture
from mcsite.render.flyer import SHORT_TEXT, SHORT_TITLE, SHORT_WORD, Flyer, Format, is_short, sheet_of, trouble
from mcsite.render.fonts import Fonts
from mcsite.render.handout import Step
from mcsite.render.print import pdf

TUESDAYS = tuple(when(f"2026-{month:02}-{day:02} 18:00") for month, day in ((1, 6), (1, 13), (1, 20), (1, 27), (2, 3), (2, 10), (2, 17), (2, 24)))
TUESDAYS += tuple(when(f"2026-03-{day:02} 18:00") for day in (3, 10, 17, 24))
FORMATS = {
    "a4": Format("a4"), "a5": Format("a5"), "letter": Format("us-letter"),
    "four": Format("a4", "four"), "tabs": Format("a4", "tabs"), "letter four": Format("us-letter", "four"), "letter tabs": Format("us-letter", "tabs"),
    "date": Format("a4", design="date"), "programme": Format("a4", design="programme"),
}  # fmt: skip
every_format = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


def flyer(**changes):
    prices = (Price(name="Drop-in", amount=Decimal(0)), Price(name="Deeper", amount=Decimal(15), currency="GBP"))
    known = {
        "title": "Tuesday Stretch Circle", "kicker": "Circle · Old Harbour", "summary": "Slow movement for stiff shoulders.", "dates": TUESDAYS[:3],
        "place": ("Harbour Cowork", "1 Quay", "HB1 1AA"), "prices": prices, "step": Step("Save your place", "https://moves.example/s/stretch/"),
        "site": "Moves", "language": "en-GB", "origin": Origin("content/events/stretch.md"),
    }  # fmt: skip
    return Flyer(**{**known, **changes})


@pytest.fixture
def pictured(tmp_path):
    drawing = tmp_path / "a.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>', "utf-8")
    return flyer(image=Picture("assets/a.svg", 40, 30, "A black square"), file=AssetFile("assets/a.svg", "d", 1, str(drawing)))


def made(one, form=FORMATS["a4"]):
    return pdf(sheet_of(one, form), default_prints(), Fonts())


def troubles(one):
    return {name: what for name, form in FORMATS.items() if (what := trouble(one, form, default_prints(), Fonts()))}


@every_format
def test_it_says_what_when_where_and_for_how_much_on_one_page(form):
    data = made(flyer(), form)
    words = " ".join(text(data).split())
    for part in (
        "Tuesday Stretch Circle",
        "Slow movement",
        "Tuesdays",
        "18:00–18:45",
        "6, 13, 20",
        "Harbour Cowork",
        "Drop-in free · Deeper £15",
        "moves.example/s/stretch",
    ):
        assert part in words
    assert structure(data).pages == 1


@every_format
def test_it_is_sound_for_those_who_have_it_read_aloud(pictured, form):
    seen = structure(made(pictured, form))
    assert (seen.title, seen.language, seen.ua) == ("Tuesday Stretch Circle", "en-GB", True)
    alts = [alt for tag, alt in seen.elements if tag == "Figure" and alt]
    own = [*(["A black square"] if not form.design else []), "QR code: https://moves.example/s/stretch/"]
    assert alts[: len(own)] == own
    assert alts.count("The same again, to cut or tear off") == {"one": 0, "four": 3, "tabs": 1}[form.layout]
    assert seen.tags().count("H1") == 1


@every_format
def test_every_code_on_it_can_be_read(pictured, form):
    (page,) = pages(made(pictured, form))
    assert decoded(page) == ["https://moves.example/s/stretch/"]


def test_four_on_a_page_are_four():
    (page,) = pages(made(flyer(), FORMATS["four"]))
    half, tall = page.width // 2, page.height // 2
    for left, top in ((0, 0), (half, 0), (0, tall), (half, tall)):
        assert decoded(page.crop((left, top, left + half, top + tall))) == ["https://moves.example/s/stretch/"]


def test_it_says_of_a_picture_or_a_date_or_a_programme_what_suits_it(pictured):
    assert [pictured.design, flyer().design, flyer(dates=TUESDAYS[:1]).design] == ["picture", "programme", "date"]
    assert not replace(pictured, file=None).pictured


@pytest.mark.parametrize("title", ["Stretch together slowly", "A slow hour for all who sit, stand, lift or carry too much all week long"])
@pytest.mark.parametrize("dates", [TUESDAYS[:1], TUESDAYS])
def test_a_title_of_three_words_or_of_fifteen_and_one_date_or_twelve_fit(pictured, title, dates):
    assert troubles(replace(pictured, title=title, dates=dates)) == {}
    assert troubles(flyer(title=title, dates=dates)) == {}


def test_twelve_dates_of_all_sorts_fit():
    dates = tuple(when(f"2026-0{1 + number // 3}-{3 + 2 * number:02} {9 + number:02}:30") for number in range(12))
    assert troubles(flyer(dates=dates)) == {}


def test_what_is_short_is_known_to_fit(pictured):
    words = "Wwwwwwwwwwww " * 4
    worst = replace(
        pictured, title=words[:SHORT_TITLE].strip(), dates=TUESDAYS, more=True, prices=(), place=("W" * 20, "Wwww " * 8),
        summary=("Wwww wwwww " * 40)[: SHORT_TEXT - 60].strip(),
    )  # fmt: skip
    assert is_short(worst)
    assert max(map(len, words.split())) == SHORT_WORD
    assert troubles(worst) == {}
    assert not is_short(replace(worst, title=worst.title + " and more"))


def test_what_does_not_fit_is_named():
    assert set(troubles(flyer(title="Wonderful " * 40)).values()) == {"title"}
    assert set(troubles(flyer(place=("Somewhere far away " * 60,))).values()) == {"dates"}


def test_a_price_says_whom_it_is_for():
    words = text(made(flyer(prices=(Price(name="Circle", amount=Decimal("7.5"), currency="GBP", audience="members"),))))
    assert "Circle £7.50 for members" in words


def test_the_year_is_named_where_it_changes():
    words = text(made(flyer(dates=(when("2026-12-29 18:00"), when("2027-01-05 18:00")))))
    assert "December 29" in words
    assert "January 2027 5" in words


@pytest.mark.parametrize(("language", "title"), [("de", "Rückenschulungsteilnehmerinnenvereinigung"), ("ar", "حلقة التمدد"), ("hi", "स्ट्रेच सर्कल")])
def test_other_languages_and_scripts_fit(language, title):
    assert troubles(flyer(language=language, title=title)) == {}
    assert structure(made(flyer(language=language, title=title))).language == language


def test_a_photograph_is_printed_too(tmp_path):
    Image.new("RGB", (400, 300), "red").save(tmp_path / "a.jpg")
    photo = AssetFile("assets/a.jpg", "d", 1, str(tmp_path / "a.jpg"))
    data = made(flyer(image=Picture("assets/a.jpg", 400, 300, "Something red"), file=photo))
    assert ("Figure", "Something red") in structure(data).elements
    (page,) = pages(data, 30)
    assert page.convert("RGB").getpixel((page.width // 2, page.height // 5)) == pytest.approx((254, 0, 0), abs=4)
