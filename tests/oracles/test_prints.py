"""Every kind of print in four languages, as an independent checker of PDF/UA-1 and programs that read PDFs see it."""

import unicodedata
from itertools import pairwise

import page
import pytest
from paper import KINDS, WORDS, town
from printed import decoded, heard, pages, structure, text
from story import tree

PAGES = {"handout, large print": 2}
"""How many pages a kind may take; others take one."""


@pytest.fixture(scope="module", params=WORDS)
def printed(request, tmp_path_factory):
    """The language, and each kind of print in it."""
    site = town(tmp_path_factory.mktemp("paper"), request.param)
    assert site.build().codes == (["W511"] if request.param == "hi" else [])
    return request.param, {kind: (site.output / path).read_bytes() for kind, path in KINDS.items()}


def plain(words):
    """Letters and digits alone: fonts join some letters, lines are broken with hyphens, and marks are drawn apart from their letters."""
    folded = unicodedata.normalize("NFKD", words)
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LN").replace("ـ", "")


def test_a_checker_finds_nothing_wrong(printed):
    for kind, data in printed[1].items():
        found = page.validate_pdf_bytes(data, profile="ua1")
        assert not [f"{kind}: {each.rule_id}: {each.message}" for each in found.failures]
        assert found.is_compliant
        assert found.rules.total > 100


def test_the_checker_sees_what_is_wrong(printed):
    spoilt = printed[1]["flyer"].replace(b"/Alt", b"/Alx")
    assert not page.is_pdf_compliant_bytes(spoilt, profile="ua1")


def test_each_has_title_language_and_as_many_pages_as_it_should(printed):
    language, made = printed
    for kind, data in made.items():
        seen = structure(data)
        assert (seen.language, seen.ua, seen.marked, bool(seen.title)) == (language, True, True, True), kind
        assert seen.pages <= PAGES.get(kind, 1), kind


def test_headings_come_in_order_and_pictures_and_tables_say_what_they_are(printed):
    for kind, data in printed[1].items():
        seen = structure(data)
        levels = [int(tag[1]) for tag in seen.tags() if len(tag) == 2 and tag[0] == "H" and tag[1].isdigit()]
        assert levels[0] == 1, kind
        assert levels.count(1) == 1, kind
        assert all(below <= above + 1 for above, below in pairwise(levels)), kind
        assert all(words for tag, words in seen.elements if tag == "Figure"), kind
        assert seen.tags().count("Table") == seen.tags().count("THead"), kind
        assert ("TH" in seen.tags()) == ("Table" in seen.tags()), kind


ORDER = {
    "notice": ("venue", "title", "note", "reason"),
    "sign-in": ("title", "venue"),
    "running order": ("title", "venue", "note", "prompt", "step", "sign", "address", "thing", "access"),
    "dates": ("venue", "title", "host"),
    "handout": ("title", "sentence", "note", "prompt", "step", "access", "thing", "sign", "venue"),
    "flyer": ("title", "sentence", "venue", "address", "access"),
}
"""What comes after what in each kind."""


@pytest.mark.parametrize("kind", ORDER)
def test_what_is_heard_comes_in_the_order_in_which_it_is_meant(printed, kind):
    """The program that tells it takes letters apart that are joined, so it is asked where letters stand alone."""
    language, made = printed
    rest = plain(heard(made[kind])) if language in {"en-GB", "de"} else ""
    for name in ORDER[kind] if rest else ():
        before, found, rest = rest.partition(plain(WORDS[language][name]))
        assert found, (name, before)


@pytest.mark.parametrize("kind", ORDER)
def test_words_can_be_copied_out(printed, kind):
    """Word for word: the words of a line come in the order in which they stand from left to right."""
    language, made = printed
    drawn = plain(text(made[kind]))
    for name in ("title", "venue"):
        assert [word for word in WORDS[language][name].split() if plain(word) not in drawn] == [], name


def test_codes_lead_to_pages_of_the_site(printed):
    for kind in ("notice", "handout", "flyer", "flyer, four", "flyer, tabs"):
        (address,) = {address for each in pages(printed[1][kind], 120) for address in decoded(each)}
        assert address in {"https://example.org/venues/hall/", "https://example.org/s/stretch/"}, kind


def test_nothing_runs_off_the_paper(printed):
    """A white margin of 3 mm is left around every page, but for the lines along which one cuts."""
    for kind, data in printed[1].items():
        for each in pages(data, 50) if kind not in {"flyer, four", "flyer, tabs"} else ():
            margin = round(3 / 25.4 * 50)
            inside = each.convert("L").crop((margin, margin, each.width - margin, each.height - margin))
            whole = each.convert("L")
            whole.paste(255, (margin, margin, margin + inside.width, margin + inside.height))
            assert whole.getextrema() == (255, 255), kind


def test_every_process_and_every_number_of_jobs_prints_the_same(tmp_path):
    one, two = town(tmp_path / "one", "de"), town(tmp_path / "two", "de")
    one.build(jobs=1)
    assert two.command("build", "--now", "2026-01-05T09:00", "--jobs", "2", "--no-cache").returncode == 0
    assert len([path for path in tree(one.output) if path.endswith(".pdf")]) > len(KINDS)
    assert {path: data for path, data in tree(one.output).items() if path.endswith(".pdf")} == {
        path: data for path, data in tree(two.output).items() if path.endswith(".pdf")
    }
