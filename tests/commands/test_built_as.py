"""How the last build was asked for."""

from datetime import UTC, datetime

import pytest

from mcsite.commands.built_as import keep_how, wishes_as_built
from mcsite.commands.options import Wishes

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
THEN = datetime(2025, 12, 1, 9)


def wishes(**said):
    return Wishes(**{"output": None, "base_url": None, "now": None, "drafts": False} | said)


@pytest.fixture
def place(tmp_path):
    (tmp_path / "content").mkdir()
    return tmp_path


def test_what_is_not_said_is_that_of_the_last_build(place):
    keep_how(wishes(now=THEN, base_url="https://a.example/"), place, NOW)
    assert wishes_as_built(wishes(), place) == wishes(now=THEN, base_url="https://a.example/")
    assert wishes_as_built(wishes(now=NOW, base_url="https://b.example/"), place) == wishes(now=NOW, base_url="https://b.example/")


def test_a_build_that_was_asked_for_no_moment_has_that_of_the_clock(place):
    keep_how(wishes(), place, NOW)
    assert wishes_as_built(wishes(), place).now == NOW


def test_another_output_folder_has_another_build(place):
    keep_how(wishes(now=THEN), place, NOW)
    assert wishes_as_built(wishes(output=place / "other"), place) == wishes(output=place / "other")


@pytest.mark.parametrize("note", [None, "", "[]", '{"output": 1}', "\0"])
def test_a_note_that_is_lost_or_damaged_says_nothing(place, note):
    if note is not None:
        (place / ".mcsite").mkdir()
        (place / ".mcsite" / "built-as").write_text(note)
    assert wishes_as_built(wishes(), place) == wishes()


def test_nothing_is_noted_without_a_cache(place):
    keep_how(wishes(no_cache=True), place, NOW)
    assert not (place / ".mcsite").exists()
