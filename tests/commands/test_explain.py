"""Every message can be explained."""

from __future__ import annotations

import pytest

from mcsite import cli
from mcsite.commands import explain


@pytest.fixture(autouse=True)
def _folders(tmp_path, monkeypatch):
    for name, title in (("E203-unknown-venue", "There is no such venue"), ("W401-large-picture", "A picture is large")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "README.md").write_text(f"# {name[:4]}: {title}\n\nWhat it means, and why\nthat is so.\n\n    venue: cowork\n    hosts: [anna]\n")
    (tmp_path / "E203-unknown-venue" / "expected.txt").write_text("content/events/a.md:3:8: error[E203]: there is no venue\n\n1 error.\n")
    monkeypatch.setattr(explain, "shipped", lambda _: tmp_path)


def test_a_code_is_explained_with_its_example(capsys):
    assert cli.run(["explain", "e203"]) == 0
    assert capsys.readouterr().out == (
        "E203: There is no such venue\n\nWhat it means, and why that is so.\n\n    venue: cowork\n    hosts: [anna]\n\n"
        "The message looks like this:\n\ncontent/events/a.md:3:8: error[E203]: there is no venue\n"
    )


def test_a_narrow_terminal_breaks_sentences_and_leaves_examples_alone(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "16")
    assert cli.run(["explain", "W401"]) == 0
    assert capsys.readouterr().out == "W401: A picture\nis large\n\nWhat it means,\nand why that is\nso.\n\n    venue: cowork\n    hosts: [anna]\n"


def test_without_a_code_all_are_listed(capsys):
    assert cli.run(["explain"]) == 0
    assert capsys.readouterr().out == "E203: There is no such venue\nW401: A picture is large\n"


def test_an_unknown_code_gets_the_nearest(capsys):
    assert cli.run(["explain", "E230"]) == 2
    assert capsys.readouterr().err == "mcsite: there is no message E230. Near it: E203. 'mcsite explain' lists them all.\n"
