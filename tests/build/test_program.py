"""Another program is known by its digest."""

from __future__ import annotations

import sys

import pytest

from mcsite.build import program


@pytest.fixture(autouse=True)
def _of_this_test():
    program.program_digest.cache_clear()
    yield
    program.program_digest.cache_clear()


def digest() -> bytes:
    """That of another process."""
    program.program_digest.cache_clear()
    return program.program_digest()


def test_the_digest_stays_while_the_program_does():
    assert digest() == digest()


def test_an_edit_of_a_module_changes_it(tmp_path, monkeypatch):
    monkeypatch.setattr(program, "PACKAGE", tmp_path)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.py").write_text("1")
    before = digest()
    (tmp_path / "inner" / "a.py").write_text("2")
    assert digest() != before


def test_another_version_of_a_package_changes_it(tmp_path, monkeypatch):
    (tmp_path / "markdown-3.8.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = digest()
    (tmp_path / "markdown-3.8.dist-info").rename(tmp_path / "markdown-3.9.dist-info")
    assert digest() != before


def test_what_an_installation_has_beside_its_modules_does_not_count(tmp_path, monkeypatch):
    monkeypatch.setattr(program, "PACKAGE", tmp_path)
    (tmp_path / "a.py").write_text("1")
    before = digest()
    (tmp_path / "_shipped" / "bad").mkdir(parents=True)
    (tmp_path / "_shipped" / "bad" / "b.py").write_text("2")
    assert digest() == before
    assert program.modules() == [tmp_path / "a.py"]
