"""What can be said to several commands means the same everywhere."""

from __future__ import annotations

from datetime import UTC, datetime

import click
import pytest
from click.testing import CliRunner

from mcsite.cli import run
from mcsite.commands.options import Setting, Wishes, clock, everywhere, for_building, moment


@click.group()
@everywhere
def program():
    """The program."""


@program.command()
@for_building
@everywhere
@click.pass_context
def ask(context, **typed):
    click.echo(f"{Setting.of(context)}\n{Wishes(**typed)}")


def said(*arguments):
    result = CliRunner().invoke(program, arguments)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("arguments", [("--site", "here", "ask"), ("ask", "--site", "here"), ("--site", "there", "ask", "--site", "here")])
def test_the_site_can_be_said_before_and_after_the_command(arguments, tmp_path, monkeypatch):
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)
    assert "site=PosixPath('here')" in said(*arguments).replace("WindowsPath", "PosixPath")


@pytest.mark.parametrize(("arguments", "quiet", "verbose"), [(("ask",), False, False), (("-q", "ask"), True, False), (("ask", "-v"), False, True)])
def test_quiet_and_verbose_too(arguments, quiet, verbose):
    assert f"quiet={quiet}, verbose={verbose}" in said(*arguments)


def test_all_wishes_are_understood():
    found = said(
        "ask",
        "--output=out",
        "--base-url=https://e.org/a/",
        "--now=2026-01-05T09:00",
        "--drafts",
        "--strict",
        "--jobs=3",
        "--no-cache",
        "--explain",
        "--format=json",
    )
    assert "base_url='https://e.org/a/', now=datetime.datetime(2026, 1, 5, 9, 0), drafts=True, strict=True, jobs=3, no_cache=True, explain=True" in found
    assert "format='json'" in found


@pytest.mark.parametrize(
    "arguments",
    [
        ("--now", "soon"),
        ("--base-url", "javascript:alert(1)"),
        ("--jobs", "0"),
        ("--format", "xml"),
        ("--output", __file__),
        ("--site", "nowhere"),
        ("--site", __file__),
    ],
)
def test_what_makes_no_sense_is_refused(arguments):
    assert CliRunner().invoke(program, ["ask", *arguments]).exit_code == 2


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-01-05T09:00", datetime(2026, 1, 5, 9)),
        ("2026-01-05", datetime(2026, 1, 5)),
        ("2026-01-05T09:00Z", datetime(2026, 1, 5, 9, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_with_or_without_a_zone(text, meant):
    assert moment(text) == meant


def test_the_environment_can_stop_the_clock(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767603600")
    assert clock() == (datetime(2026, 1, 5, 9, tzinfo=UTC), True)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert clock()[1] is False
    assert abs((clock()[0] - datetime.now(UTC)).total_seconds()) < 5


@pytest.mark.parametrize("value", ["yesterday", "1e400", "99999999999999999999"])
def test_an_environment_that_makes_no_sense_is_refused(monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(click.UsageError, match="number of seconds since 1970"):
        clock()


def test_output_and_cache_have_their_places(tmp_path):
    wishes = Wishes(None, None, None, drafts=False, strict=False, jobs=1, no_cache=False, explain=False, format="text")
    (tmp_path / "content").mkdir()
    assert (wishes.output_of(tmp_path), wishes.cache_of(tmp_path)) == (tmp_path / "output", tmp_path / ".mcsite")


@pytest.mark.parametrize("command", ["check", "build", "agenda"])
def test_a_folder_that_holds_no_site_is_left_as_it_is(command, tmp_path):
    assert run([command, "--site", str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []
