"""Every message can be explained."""

from __future__ import annotations

import pytest

from mcsite import cli
from mcsite.commands import explain


@pytest.fixture(autouse=True)
def _folders(tmp_path, monkeypatch):
    for name, title in (("E203-unknown-venue", "There is no such venue"), ("W401-large-picture", "A picture is large")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "README.md").write_text(f"# {name[:4]}: {title}\n\nWhat it means.\n")
    (tmp_path / "E203-unknown-venue" / "expected.txt").write_text("content/events/a.md:3:8: error[E203]: there is no venue\n")
    monkeypatch.setattr(explain, "shipped", lambda _: tmp_path)


def test_a_code_is_explained_with_its_example(capsys):
    assert cli.run(["explain", "e203"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("E203: There is no such venue\n\nWhat it means.\n")
    assert said.endswith("content/events/a.md:3:8: error[E203]: there is no venue\n")


def test_without_a_code_all_are_listed(capsys):
    assert cli.run(["explain"]) == 0
    assert capsys.readouterr().out == "E203: There is no such venue\nW401: A picture is large\n"


def test_an_unknown_code_gets_the_nearest(capsys):
    assert cli.run(["explain", "E230"]) == 2
    assert capsys.readouterr().err == "mcsite: there is no message E230. Near it: E203. 'mcsite explain' lists them all.\n"
