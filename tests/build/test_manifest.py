"""The memory of the last build is believed only when it is whole."""

from __future__ import annotations

import os

import pytest

from mcsite.build import manifest
from mcsite.build.manifest import EMPTY, Manifest, Record

NOTED = Manifest(b"program", {"public/index.html": Record("home.page", (("cards", b"1"),), b"digest", 100, 1_767_225_600_000_000_000)})


def test_what_was_noted_is_remembered(tmp_path):
    manifest.save(tmp_path / "new" / "m", NOTED)
    assert manifest.load(tmp_path / "new" / "m") == NOTED


def test_nothing_noted_is_an_empty_memory(tmp_path):
    assert manifest.load(tmp_path / "m") == EMPTY


@pytest.mark.parametrize("spoil", [lambda data: data[:0], lambda data: data[:-1], lambda data: data[:40] + b"\xff" + data[41:], lambda data: data[::-1]])
def test_a_damaged_memory_is_an_empty_one(tmp_path, spoil):
    manifest.save(tmp_path / "m", NOTED)
    (tmp_path / "m").write_bytes(spoil((tmp_path / "m").read_bytes()))
    assert manifest.load(tmp_path / "m") == EMPTY


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    manifest.save(tmp_path / "file" / "m", NOTED)
    assert manifest.load(tmp_path / "file" / "m") == EMPTY


def test_each_output_folder_has_its_own_and_old_ones_go(tmp_path):
    for number in range(12):
        place = manifest.place(tmp_path, tmp_path / f"output{number}")
        manifest.save(place, NOTED)
        os.utime(place, (number, number))
    assert len(list(tmp_path.iterdir())) == 8
    assert manifest.load(manifest.place(tmp_path, tmp_path / "output11")) == NOTED
