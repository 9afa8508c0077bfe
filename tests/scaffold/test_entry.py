"""A new file is named after its title, says what else can be in it, and never takes the place of another."""

from __future__ import annotations

import pytest

from mcsite.content.forms import FORMS
from mcsite.scaffold.entry import KINDS, TakenError, UnnameableError, new_entry
from mcsite.source.files import SourceFile
from mcsite.source.form import fill
from mcsite.source.frontmatter import read

START = {"start": "2026-01-06 18:00", "duration": "45 min"}


def filled(site, path, kind, text=None):
    data = (site / path).read_bytes() if text is None else text.encode()
    result = read(SourceFile(path.as_posix(), kind, path.stem, data))
    assert result.diagnostics == ()
    form = fill(FORMS[kind], result.document)
    assert form.diagnostics == ()
    return form.form


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_of_every_kind_can_be_read(tmp_path, kind):
    path = new_entry(tmp_path, kind, "Tuesday Stretch", START if kind == "event" else {})
    assert path.as_posix() == f"content/{KINDS[kind]}/tuesday-stretch.md"
    assert filled(tmp_path, path, kind).title == "Tuesday Stretch"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_there_as_a_comment_can_be_used_as_it_is(tmp_path, kind):
    path = new_entry(tmp_path, kind, "Tuesday Stretch", START if kind == "event" else {})
    lines = (tmp_path / path).read_text("utf-8").split("\n")
    text = "\n".join(line.removeprefix("# ") if line.startswith("# ") and line[2:].partition(":")[0].replace("_", "").islower() else line for line in lines)
    assert text.count("\n# ") < "\n".join(lines).count("\n# ")
    filled(tmp_path, path, kind, text)


@pytest.mark.parametrize(
    "title", ["Tuesday: stretch", "Class #3", "- dash", "'quoted'", '"said"', "Yoga & co", "it's", "100%", "[x]", "ends:", "no", "12:30", "太極拳"]
)
def test_a_title_stays_what_it_was(tmp_path, title):
    path = new_entry(tmp_path, "page", title, {})
    assert filled(tmp_path, path, "page").title == title


@pytest.mark.parametrize(("title", "name"), [("Café Möwe", "cafe-mowe"), ("Класс", "-"), ("太極拳", "-"), ("Stretch & Relax!", "stretch-relax")])
def test_every_title_gives_a_name_for_the_file(tmp_path, title, name):
    stem = new_entry(tmp_path, "page", title, {}).stem
    assert stem.isascii()
    assert stem == name or (name == "-" and stem)


def test_a_title_without_letters_gives_none(tmp_path):
    with pytest.raises(UnnameableError):
        new_entry(tmp_path, "page", "!!!", {})


def test_a_file_of_that_name_is_never_overwritten(tmp_path):
    (tmp_path / "content" / "events" / "2026").mkdir(parents=True)
    (tmp_path / "content" / "events" / "2026" / "Stretch.md").write_text("mine")
    with pytest.raises(TakenError, match=r"content.events.2026.Stretch\.md"):
        new_entry(tmp_path, "event", "stretch", START)
    assert (tmp_path / "content" / "events" / "2026" / "Stretch.md").read_text() == "mine"


def test_references_name_what_the_site_has(tmp_path):
    new_entry(tmp_path, "venue", "Net Loft", {})
    new_entry(tmp_path, "person", "Anna", {})
    text = (tmp_path / new_entry(tmp_path, "event", "Stretch", START)).read_text()
    assert "# venue: net-loft\n" in text
    assert "# hosts: [anna]\n" in text
