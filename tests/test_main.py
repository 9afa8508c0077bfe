"""The door: fast when nothing is to be done, else the whole program."""

import io
import subprocess
import sys

import pytest
from story import surroundings

from mcsite import __main__ as door


@pytest.fixture
def answered(monkeypatch):
    monkeypatch.setattr(door, "answer", lambda _: ("[]\n", "Nothing changed: 1 café"))


@pytest.mark.usefixtures("answered")
def test_the_last_answer_is_repeated_with_the_time_it_took(capsys):
    assert door.main() == 0
    out, said = capsys.readouterr()
    assert out == "[]\n"
    assert said.startswith("Nothing changed: 1 café (0.0")


@pytest.mark.usefixtures("answered")
def test_it_is_said_in_utf_8_whatever_the_console_was_set_up_for(monkeypatch):
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stderr", narrow)
    assert door.main() == 0
    assert "café".encode() in narrow.buffer.getvalue()


def test_a_build_that_said_nothing_says_nothing_again(monkeypatch, capsys):
    monkeypatch.setattr(door, "answer", lambda _: ("", ""))
    assert door.main() == 0
    assert capsys.readouterr() == ("", "")


def test_without_an_answer_the_program_runs(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["mcsite", "biuld"])
    assert door.main() == 2


def test_python_m_mcsite_is_the_program():
    done = subprocess.run([sys.executable, "-m", "mcsite", "--version"], capture_output=True, text=True, check=True, env=surroundings())
    assert done.stdout.startswith("mcsite ")
