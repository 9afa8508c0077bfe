"""The files that come with the program are found."""

from __future__ import annotations

import pytest

from mcsite import shipped


def test_the_explanations_of_the_diagnostics_are_found(tmp_path, monkeypatch):
    (tmp_path / "tests" / "bad").mkdir(parents=True)
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "mcsite")
    assert shipped.shipped("bad") == tmp_path / "tests" / "bad"


def test_an_installed_copy_comes_first(tmp_path, monkeypatch):
    (tmp_path / "mcsite" / "_shipped" / "themes" / "default").mkdir(parents=True)
    (tmp_path / "themes" / "default").mkdir(parents=True)
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "mcsite")
    assert shipped.shipped("themes/default") == tmp_path / "mcsite" / "_shipped" / "themes" / "default"


def test_a_broken_installation_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "mcsite")
    with pytest.raises(FileNotFoundError, match="install it again"):
        shipped.shipped("bad")
