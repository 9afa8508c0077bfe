from pathlib import Path

import pytest
from drawn import REPOSITORY
from factory import edition

from mcsite.render.frame import frame_of
from mcsite.render.strings import ENGLISH
from mcsite.render.theme import Theme, ThemeError, fill

DEFAULT = REPOSITORY / "themes/default"


def write(root, path, text):
    file = root / "themes" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_without_a_theme_of_its_own_a_site_has_the_default_one(tmp_path):
    theme = Theme.open(tmp_path, "default")
    assert theme.template("page.html", "here", "page", "shown_as") == Theme.open(REPOSITORY, "default").template("page.html", "here", "page", "shown_as")
    assert {file.name for file in theme.statics()} == {"embed.css", "icon.svg", "mood.css", "search.js", "site.css", "site.js"}


def test_placing_one_file_overrides_it_and_nothing_else(tmp_path):
    before = Theme.open(tmp_path, "default")
    write(tmp_path, "default/templates/404.html", "{% extends 'base.html' %}{% block main %}<h1>Lost at sea</h1>{% endblock %}")
    after = Theme.open(tmp_path, "default")
    assert "Lost at sea" in fill(after.template("404.html"), frame_of(edition(), ENGLISH), here="404.html").decode()
    assert after.template("404.html") != before.template("404.html")
    assert after.template("page.html") == before.template("page.html")


def test_a_theme_of_ones_own_builds_upon_the_default_one_without_saying_so(tmp_path):
    write(tmp_path, "mine/templates/404.html", "{% extends 'base.html' %}{% block main %}Mine{% endblock %}")
    theme = Theme.open(tmp_path, "mine")
    assert b"Mine" in theme.template("404.html").render(frame_of(edition(), ENGLISH), here="404.html")
    assert theme.template("page.html").digest


def test_a_theme_can_extend_another(tmp_path):
    write(tmp_path, "plain/templates/note.html", "plain")
    write(tmp_path, "mine/theme.toml", 'extends = "plain"\n')
    write(tmp_path, "mine/static/site.css", "p { margin: 0 }")
    theme = Theme.open(tmp_path, "mine")
    assert theme.template("note.html").render(frame_of(edition(), ENGLISH)) == b"plain"
    assert Path(next(file.source for file in theme.statics() if file.name == "site.css")) == tmp_path / "themes/mine/static/site.css"


def test_a_template_changes_with_everything_that_it_uses(tmp_path):
    write(tmp_path, "mine/templates/a.html", "{% extends 'b.html' %}")
    write(tmp_path, "mine/templates/b.html", "{% include 'c.html' %}{% from 'd.html' import e %}")
    for name in "cdx":
        write(tmp_path, f"mine/templates/{name}.html", "{% macro e() %}{% endmacro %}")
    seen = {Theme.open(tmp_path, "mine").template("a.html")}
    for name in "bcd":
        path = tmp_path / f"themes/mine/templates/{name}.html"
        path.write_text(path.read_text() + "<!-- changed -->")
        seen.add(Theme.open(tmp_path, "mine").template("a.html"))
    assert len(seen) == 4
    write(tmp_path, "mine/templates/x.html", "changed too, but not used")
    assert Theme.open(tmp_path, "mine").template("a.html") in seen


def test_a_page_changes_with_the_styles_that_it_names(tmp_path):
    write(tmp_path, "mine/templates/a.html", "{{ static('site.css') }}")
    write(tmp_path, "mine/templates/b.html", "none")
    before = Theme.open(tmp_path, "mine")
    write(tmp_path, "mine/static/site.css", "p { margin: 1em }")
    after = Theme.open(tmp_path, "mine")
    assert before.template("a.html") != after.template("a.html")
    assert before.template("b.html") == after.template("b.html")
    assert before.template("a.html").render(frame_of(edition(), ENGLISH)) != after.template("a.html").render(frame_of(edition(), ENGLISH))


def test_how_lines_end_and_what_an_editor_leaves_behind_do_not_matter(tmp_path):
    write(tmp_path, "mine/templates/a.html", "one\ntwo\n")
    before = Theme.open(tmp_path, "mine").template("a.html")
    (tmp_path / "themes/mine/templates/a.html").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    write(tmp_path, "mine/templates/.a.html.swp", "\udcff".encode("utf-8", "surrogateescape").decode("latin-1"))
    write(tmp_path, "mine/static/.DS_Store", "x")
    after = Theme.open(tmp_path, "mine")
    assert after.template("a.html") == before
    assert ".DS_Store" not in {file.name for file in after.statics()}


def test_a_template_that_is_not_utf_8_is_named_with_its_line(tmp_path):
    write(tmp_path, "mine/templates/a.html", "")
    (tmp_path / "themes/mine/templates/a.html").write_bytes(b"one\ntw\xf6\n")
    with pytest.raises(ThemeError) as raised:
        Theme.open(tmp_path, "mine").template("a.html")
    span = raised.value.diagnostic.span
    assert (raised.value.diagnostic.code, span.path, span.line) == ("E504", "themes/mine/templates/a.html", 2)


def test_the_same_template_is_given_to_a_thousand_pages():
    theme = Theme.open(REPOSITORY, "default")
    assert theme.template("event.html") is theme.template("event.html")


def test_a_word_changes_the_templates_that_say_it_and_no_others(tmp_path):
    before = Theme.open(tmp_path, "default", language="de")
    write(tmp_path, "default/strings/de.po", 'msgid "Getting there"\nmsgstr "Anfahrt"\n')
    after = Theme.open(tmp_path, "default", language="de")
    assert after.template("venue.html") != before.template("venue.html")
    assert after.template("person.html") == before.template("person.html")


def test_a_template_that_works_out_its_words_depends_on_all_of_them(tmp_path):
    write(tmp_path, "default/templates/a.html", "{{ _(x) }}")
    before = Theme.open(tmp_path, "default", language="de").template("a.html")
    write(tmp_path, "default/strings/de.po", 'msgid "Getting there"\nmsgstr "Anfahrt"\n')
    assert Theme.open(tmp_path, "default", language="de").template("a.html") != before


def test_a_theme_in_another_language_is_another_one(tmp_path):
    write(tmp_path, "default/templates/a.html", "nothing")
    assert Theme.open(tmp_path, "default", language="de").template("a.html") != Theme.open(tmp_path, "default").template("a.html")
