"""Two folders change places, in one step or in three, and an interrupted exchange is repaired."""

from __future__ import annotations

import errno

import pytest

from mcsite.build import exchange as module
from mcsite.build.exchange import exchange, repair


@pytest.fixture
def places(tmp_path):
    for name in ("present", "next"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    return tmp_path / "present", tmp_path / "next", tmp_path / "between"


def read(folder):
    return (folder / "file").read_text()


def test_the_folders_change_places(places):
    present, beside, between = places
    exchange(present, beside, between)
    assert (read(present), read(beside), between.exists()) == ("next", "present", False)


def test_so_they_do_where_the_system_has_no_such_step(places, monkeypatch):
    monkeypatch.setattr(module, "_system_call", lambda *_: None)
    present, beside, between = places
    exchange(present, beside, between)
    assert (read(present), read(beside), between.exists()) == ("next", "present", False)


def test_a_failure_of_the_system_is_not_taken_for_a_lack(places, monkeypatch):
    monkeypatch.setattr(module, "_system_call", lambda *_: -1)
    monkeypatch.setattr(module.ctypes, "get_errno", lambda: errno.EIO)
    with pytest.raises(OSError, match="present"):
        exchange(*places)
    assert read(places[0]) == "present"


def test_when_the_second_step_fails_the_first_is_taken_back(places, monkeypatch):
    monkeypatch.setattr(module, "_system_call", lambda *_: None)
    present, beside, between = places
    (beside / "file").unlink()
    beside.rmdir()
    with pytest.raises(FileNotFoundError):
        exchange(present, beside, between)
    assert read(present) == "present"


def test_an_exchange_that_was_interrupted_after_the_first_step_is_undone(places):
    present, beside, between = places
    present.rename(between)
    repair(present, beside, between)
    assert (read(present), read(beside), between.exists()) == ("present", "next", False)


def test_an_exchange_that_was_interrupted_after_the_second_step_is_finished(places):
    present, beside, between = places
    present.rename(between)
    beside.rename(present)
    repair(present, beside, between)
    assert (read(present), read(beside), between.exists()) == ("next", "present", False)


def test_where_nothing_was_interrupted_nothing_is_repaired(places):
    repair(*places)
    assert (read(places[0]), read(places[1])) == ("present", "next")
