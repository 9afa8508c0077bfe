import pytest
from factory import when
from printed import decoded, default_prints, pages, structure, text

from mcsite.model.library import AssetFile
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose
from mcsite.render.fonts import Fonts
from mcsite.render.handout import SHORT_LINES, SHORT_TEXT, Following, Format, Giver, Handout, Step, sheet_of, shown, words_too_many
from mcsite.render.print import pdf, report

A4, LETTER, LARGE = Format("a4"), Format("us-letter"), Format("a4", large=True)
EVERYTHING = """
Lie down. *Breathe*, and read [more](https://a.example/).

## Each day

1. Reach
2. Turn
   - slowly

| Week | Move |
|------|-----:|
| 1    | Reach |

- [ ] done
"""


def handout(**changes):
    known = {
        "title": "Desk reset", "about": "Desk lunch · Tuesday 6 January 2026", "takeaway": Prose(EVERYTHING), "stop_if": ("it hurts",),
        "following": Following(when("2026-01-13 18:00", "2026-01-13 18:45"), "Harbour Cowork"),
        "step": Step("Keep a place for next time", "https://moves.example/s/desk/"), "givers": (Giver("Ada", "Guild, member 1"),),
        "site": "Moves", "language": "en-GB", "base_url": "https://moves.example/",
        "origin": Origin("content/workshops/desk.md"),
    }  # fmt: skip
    return Handout(**{**known, **changes})


def made(form=A4, **changes):
    return pdf(sheet_of(handout(**changes), form), default_prints(), Fonts())


@pytest.mark.parametrize("form", [A4, LETTER, LARGE])
def test_it_says_everything_in_the_order_in_which_it_is_read(form):
    words = " ".join(text(made(form)).split())
    places = [words.index(part) for part in ("Desk lunch", "Desk reset", "Lie down.", "Each day", "Reach", "Week", "Stop if", "it hurts")]
    assert places == sorted(places)
    assert words.index("it hurts") < words.index("Next time") < words.index("Keep a place") < words.index("Guild, member 1")
    for part in ("13", "January 2026", "Tuesday", "18:00–18:45", "Harbour Cowork", "moves.example/s/desk"):
        assert part in words


@pytest.mark.parametrize("form", [A4, LETTER, LARGE])
def test_assistive_technology_is_told_what_is_what(form):
    seen = structure(made(form))
    assert (seen.title, seen.language, seen.marked, seen.ua) == ("Desk reset, Desk lunch · Tuesday 6 January 2026", "en-GB", True, True)
    assert {"H1", "H2", "P", "L", "LI", "Link", "Table", "TH", "TD", "Figure"} <= set(seen.tags())
    assert [alt for tag, alt in seen.elements if tag == "Figure"] == ["QR code: https://moves.example/s/desk/"]


@pytest.mark.parametrize("form", [A4, LETTER, LARGE])
def test_its_code_can_be_read_from_paper(form):
    assert [decoded(page) for page in pages(made(form))] == [["https://moves.example/s/desk/"]]


def test_papers_have_their_sizes():
    assert [(page.width, page.height) for form in (A4, LETTER) for page in pages(made(form), 72)] == [(596, 842), (612, 792)]


def test_one_page_holds_some_hundred_words_and_large_print_goes_on():
    long = Prose("Breathe slowly and be kind to your neck. " * 60)
    assert [report(sheet_of(handout(takeaway=long), form), default_prints(), Fonts())["pages"] for form in (A4, LETTER, LARGE)] == [1, 1, 2]


def test_a_picture_is_printed_with_its_words(tmp_path):
    drawing = tmp_path / "a.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>', "utf-8")
    picture = Picture("assets/a.svg", 40, 30, "A black square")
    shown_there = made(image=picture, pictures=(AssetFile("assets/a.svg", "d", 1, str(drawing)),))
    assert ("Figure", "A black square") in structure(shown_there).elements


def test_nothing_is_said_that_is_not_known():
    words = text(made(following=None, step=None, stop_if=(), givers=()))
    assert "Next time" not in words
    assert "Stop if" not in words


@pytest.mark.parametrize(("language", "title"), [("de", "Rückenschulungsteilnehmerinnenvereinigung"), ("ar", "إعادة ضبط المكتب"), ("hi", "डेस्क पर आराम")])
def test_other_languages_and_scripts_are_set(language, title):
    seen = structure(made(language=language, title=title))
    assert (seen.language, seen.title.split(",")[0], seen.pages) == (language, title, 1)


def test_an_address_is_shown_as_one_types_it():
    assert shown("https://moves.example/s/desk/") == "moves.example/s/desk"


def test_of_what_is_too_long_the_words_to_cut_are_counted():
    whole = handout(takeaway=Prose("Breathe slowly and be kind. " * 300))
    many = words_too_many(whole, LETTER, default_prints(), Fonts())
    kept = Prose(" ".join(whole.takeaway.source.split()[: 1500 - many]))
    assert words_too_many(handout(takeaway=kept), LETTER, default_prints(), Fonts()) == 0
    longer = Prose(" ".join(whole.takeaway.source.split()[: 1540 - many]))
    assert 20 <= words_too_many(handout(takeaway=longer), LETTER, default_prints(), Fonts()) <= 60


@pytest.mark.parametrize("line", ["# Wwwwwww", "- w", "1. www", "www\n"])
def test_what_is_short_is_known_to_fit(line):
    lines = [line] * ((SHORT_LINES - 1) // (1 + line.count("\n")))
    source = "\n".join([*lines, ""]) + "Wwww " * ((SHORT_TEXT - sum(map(len, lines)) - SHORT_LINES) // 5)
    worst = handout(title="Wwww " * 8, about="Wwww " * 16, stop_if=("Wwww " * 12, "Wwww " * 11), takeaway=Prose(source.strip()))
    assert words_too_many(worst, LETTER, default_prints(), Fonts()) == 0
    assert report(sheet_of(worst, LETTER), default_prints(), Fonts())["pages"] == 1
