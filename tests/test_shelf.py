"""What the program keeps beside itself can be lost, torn or forbidden, and nothing but time is lost."""

import sys

import pytest
from story import UNPRINTED, Story

from mcsite import memo, shelf
from mcsite.commands.memory import shelf_of
from mcsite.shelf import Shelf

OURS = f"{memo.SHIPPED}template"


@pytest.fixture(autouse=True)
def _clean():
    memo.forget()
    yield
    memo.detach()
    memo.forget()


@pytest.fixture
def place(tmp_path):
    return tmp_path / "templates.one"


def never():
    pytest.fail("computed although it was on the shelf")


def site(folder, place, compute, kind=OURS):
    """What is remembered in a site's build; another site has another folder."""
    memo.forget()
    memo.attach(folder / "memo.sqlite", place)
    found = memo.remember(kind, b"key", compute)
    memo.detach()
    return found


def test_what_one_site_worked_out_of_the_program_every_other_finds(tmp_path, place):
    assert site(tmp_path / "a", place, lambda: b"compiled") == b"compiled"
    assert site(tmp_path / "b", place, never) == b"compiled"


def test_what_is_about_a_site_stays_with_the_site(tmp_path, place):
    site(tmp_path / "a", place, lambda: b"of a", "prose")
    assert site(tmp_path / "b", place, lambda: b"of b", "prose") == b"of b"
    assert not place.exists()


def test_one_kind_is_not_taken_for_the_other(tmp_path, place):
    site(tmp_path / "a", place, lambda: b"of the program")
    assert site(tmp_path / "a", place, lambda: b"of the site", "template") == b"of the site"


@pytest.mark.parametrize("damage", [lambda _: b"", lambda data: data[:-1], lambda data: b"x" * len(data), lambda data: data[:-1] + b"x"])
def test_a_torn_shelf_is_an_empty_one(tmp_path, place, damage):
    site(tmp_path / "a", place, lambda: b"compiled")
    place.write_bytes(damage(place.read_bytes()))
    assert site(tmp_path / "b", place, lambda: b"compiled anew") == b"compiled anew"
    assert site(tmp_path / "c", place, never) == b"compiled anew"


def test_where_nothing_can_be_written_the_site_remembers_by_itself(tmp_path):
    nowhere = tmp_path / "is a file" / "templates.one"
    nowhere.parent.write_text("no folder")
    site(tmp_path / "a", nowhere, lambda: b"compiled")
    assert site(tmp_path / "a", nowhere, never) == b"compiled"
    assert site(tmp_path / "b", nowhere, lambda: b"again") == b"again"


def test_what_is_there_stays_when_something_is_added(place):
    Shelf(place).put({b"one": b"1"})
    Shelf(place).put({b"two": b"2"})
    assert [Shelf(place).get(key) for key in (b"one", b"two", b"three")] == [b"1", b"2", None]
    assert list(place.parent.iterdir()) == [place]


def test_a_shelf_that_is_full_is_begun_anew(place, monkeypatch):
    monkeypatch.setattr(shelf, "LIMIT", 10)
    Shelf(place).put({b"one": b"12345678"})
    Shelf(place).put({b"two": b"12345678"})
    assert Shelf(place).get(b"one") is None
    assert Shelf(place).get(b"two") == b"12345678"


def test_it_lies_where_python_keeps_what_it_compiles_and_is_the_only_one(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    first = shelf_of("first")
    assert tmp_path in first.parents
    first.parent.mkdir(parents=True)
    Shelf(first).put({b"one": b"1"})
    assert shelf_of("second") != first
    assert not first.exists()


def test_where_python_keeps_nothing_neither_do_we(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shelf_of("program") is None


def test_a_site_is_the_same_with_and_without_what_was_compiled_for_another(site_of_its_own, place):
    plain, filling, from_the_shelf = (site_of_its_own(name, where) for name, where in (("a", None), ("b", place), ("c", place)))
    assert plain == filling == from_the_shelf != {}


@pytest.fixture
def site_of_its_own(tmp_path):
    def built(name, where):
        story = Story(tmp_path / name).write("site.md", UNPRINTED)
        memo.forget()
        memo.attach(tmp_path / name / "memo.sqlite", where)
        story.build()
        memo.detach()
        return story.files()

    return built
