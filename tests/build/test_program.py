"""Another program is known by its digest."""

from __future__ import annotations

import sys

from mcsite.build import program


def test_the_digest_stays_while_the_program_does():
    assert program.program_digest() == program.program_digest()


def test_an_edit_of_a_module_changes_it(tmp_path, monkeypatch):
    monkeypatch.setattr(program, "PACKAGE", tmp_path)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.py").write_text("1")
    before = program.program_digest()
    (tmp_path / "inner" / "a.py").write_text("2")
    assert program.program_digest() != before


def test_another_version_of_a_package_changes_it(tmp_path, monkeypatch):
    (tmp_path / "markdown-3.8.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = program.program_digest()
    (tmp_path / "markdown-3.8.dist-info").rename(tmp_path / "markdown-3.9.dist-info")
    assert program.program_digest() != before
