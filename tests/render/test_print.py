import pytest
from printed import structure, text

from mcsite.render.fonts import Fonts
from mcsite.render.print import Sheet, Unprintable, available, pdf, png, report
from mcsite.render.theme import ThemeError
from mcsite.render.theme_sources import Prints

HEAD = '#let sheet(d, own-fonts: ()) = { set document(title: "T", date: none); set text(font: "Source Sans 3", fallback: false); '


def _prints(body, digest="", more=()):
    return Prints(digest or body, (("a.typ", "themes/default/print/a.typ", HEAD + body + " }"), *more))


def _pdf(body, data=None, **more):
    return pdf(Sheet("a.typ", data or {}, **more), _prints(body), Fonts())


def test_the_typesetter_is_here():
    assert available()


def test_where_it_is_not_it_says_so(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    assert not available()


def test_what_an_editor_wrote_is_never_read_as_markup():
    wild = '#panic("x") $x$ *b* @ref <l> \\ #read("/etc/passwd")'
    assert text(_pdf("d.words", {"words": wild})).strip() == wild


def test_a_pdf_is_tagged_has_a_title_and_a_language_and_no_date():
    made = _pdf('set text(lang: "de"); heading[Hallo]; [Welt]')
    seen = structure(made)
    assert (seen.title, seen.language, seen.marked, seen.ua, seen.pages) == ("T", "de", True, True, 1)
    assert seen.tags()[:3] == ["Document", "H1", "P"]
    assert b"CreationDate" not in made
    assert made == _pdf('set text(lang: "de"); heading[Hallo]; [Welt]')


def test_a_template_can_use_others_of_its_theme_and_the_pictures_it_is_given():
    more = (("b.typ", "themes/default/print/b.typ", "#let word = [from b]"),)
    square = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    prints = _prints('import "b.typ": word; word; image("my pictures/é.svg", alt: "A square")', more=more)
    seen = pdf(Sheet("a.typ", {}, {"my pictures/é.svg": square}), prints, Fonts())
    assert "from b" in text(seen)
    assert ("Figure", "A square") in structure(seen).elements


def test_it_says_of_itself_what_a_template_reports():
    assert report(Sheet("a.typ", {"n": 3}), _prints("[#metadata((n: d.n + 1)) <report>]"), Fonts()) == {"n": 4}


def test_a_preview_is_a_picture():
    assert png(Sheet("a.typ", {}), _prints("[x]"), Fonts(), 30).startswith(b"\x89PNG")


def test_characters_that_no_font_has_are_named():
    with pytest.raises(Unprintable) as caught:
        _pdf("d.words", {"words": 'a 語 b 日 c 日 " \u0b95\u0bcd'})
    assert caught.value.characters == "\u0b95\u0bcd日語"


def _mistake(prints):
    with pytest.raises(ThemeError) as caught:
        pdf(Sheet("a.typ", {}), prints, Fonts())
    return caught.value.diagnostic


def test_a_mistake_in_a_template_has_its_file_and_line():
    wrong = _mistake(_prints('import "b.typ": word; word', more=(("b.typ", "themes/mine/print/b.typ", "// one\n#let word = nothing"),)))
    assert (wrong.code, wrong.span.path, wrong.span.line) == ("E520", "themes/mine/print/b.typ", 2)
    assert wrong.message == "this print template cannot be set: unknown variable: nothing"


def test_a_template_reads_no_file_of_the_machine():
    assert "file not found" in _mistake(_prints('read("/etc/passwd")')).message
    assert "file not found" in _mistake(_prints('read("theme.toml.nothing")')).message


def test_a_template_cannot_fetch_packages():
    wrong = _mistake(_prints("[x]", "fetching", (("b.typ", "themes/mine/print/b.typ", '\n#import "@preview/cetz:0.2.0"'),)))
    assert (wrong.code, wrong.span.path, wrong.span.line) == ("E520", "themes/mine/print/b.typ", 2)
