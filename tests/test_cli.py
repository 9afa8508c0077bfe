"""Whatever goes wrong, a person reads one plain sentence, and a program gets the right exit status."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from story import surroundings

from mcsite import __version__, cli
from mcsite.build.folder import Refused
from mcsite.build.making import MakerError, WorkerLostError


@pytest.fixture
def raising(monkeypatch):
    """A command that ends in this exception."""

    def prepare(error):
        @click.command("build")
        def command():
            raise error

        monkeypatch.setattr(type(cli.program), "get_command", lambda *_: command)

    return prepare


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 2, "mcsite: the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied", "output/public"), 2, "mcsite: the system does not allow it: Permission denied (output/public)."),
        (OSError(errno.EIO, "Input/output error"), 2, "mcsite: the system failed: Input/output error. Nothing was published."),
        (Refused("This folder is not ours."), 2, "mcsite: This folder is not ours.\n"),
        (WorkerLostError(), 2, "mcsite: a process of the build was stopped from outside, perhaps because memory ran out; --jobs 1 takes the least\n"),
        (ValueError("x"), 2, "mcsite: this is a bug in mcsite, not a mistake of yours: ValueError: x\n"),
        (
            MakerError("a.html", "KeyError: 'x'", "Traceback …"),
            2,
            "mcsite: this is a bug in mcsite, not a mistake of yours: MakerError: a.html: KeyError: 'x'\n",
        ),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 2, "\nmcsite: nobody answered."),
        (click.exceptions.Exit(1), 1, ""),
    ],
)
def test_every_failure_has_its_sentence_and_its_status(raising, capsys, error, status, said):
    raising(error)
    assert cli.run(["build"]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)
    assert "Traceback" not in err
    assert bool(err.strip()) == bool(said)


def test_who_stops_a_question_at_a_terminal_hears_nothing_more(raising, capsys, monkeypatch):
    raising(click.Abort())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert cli.run(["new"]) == 130
    assert capsys.readouterr().err == ""


def test_a_full_disk_says_how_much_is_left(raising, capsys):
    raising(OSError(errno.ENOSPC, "No space left on device", "."))
    cli.run(["build"])
    assert " MB are left for .. Nothing was published, the site is as it was." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "trace"), [(ValueError("x"), "ValueError: x"), (MakerError("a.html", "x", "the trace of the maker"), "the trace of the maker")]
)
def test_verbosely_a_bug_shows_where_it_happened(raising, capsys, error, trace):
    raising(error)
    assert cli.run(["-v", "build"]) == 2
    assert trace in capsys.readouterr().err.partition("\n")[2]


@pytest.mark.skipif(os.name == "nt", reason="pipes of other systems")
@pytest.mark.parametrize("arguments", [["fields", "event"], ["--help"], ["check", "--site", str(Path(__file__).parent / "commands")]])
def test_a_reader_who_leaves_early_is_no_failure_worth_a_word(arguments):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-m", "mcsite", *arguments], stdout=writer, stderr=subprocess.PIPE, check=False, env=surroundings())
    os.close(writer)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "there is no command 'biuld'; did you mean 'build'?"),
        (["build", "--draft"], "--draft"),
        (["--nonsense"], "--nonsense"),
        (["explain", "E1", "E2"], "unexpected extra argument"),
    ],
)
def test_wrong_usage_is_said_to_be_so(capsys, arguments, said):
    assert cli.run(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--version"], *([name, "--version"] for name in cli.COMMANDS)])
def test_the_version_is_said_wherever_it_is_asked_for(capsys, arguments):
    assert cli.run(arguments) == 0
    assert capsys.readouterr().out == f"mcsite {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([name, "--help"] for name in cli.COMMANDS)])
def test_every_command_explains_itself(capsys, arguments):
    assert cli.run(arguments) == 0
    said = capsys.readouterr().out
    assert said.startswith("Usage: mcsite")
    assert "--site DIR" in said


def test_all_commands_are_listed_with_a_word_each(capsys):
    cli.run(["--help"])
    listed = capsys.readouterr().out.partition("Commands:\n")[2].partition("\n\n")[0]
    assert [line.split()[0] for line in listed.split("\n")] == list(cli.COMMANDS)
    assert all(len(line.split()) > 3 for line in listed.split("\n"))


def test_names_in_every_script_can_be_said_on_a_console_of_another_encoding(monkeypatch, tmp_path):
    (tmp_path / "content").mkdir()
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stderr", narrow)
    assert cli.run(["new", "page", "太極拳", "--site", str(tmp_path)]) == 0
    assert cli.run(["new", "page", "太極拳", "--site", str(tmp_path)]) == 2
    narrow.flush()
    assert b"has that name already" in narrow.buffer.getvalue()
