"""The command line: which commands there are, and what becomes of what goes wrong.

Exit status: 0 done; 1 the content has errors; 2 wrong usage, or the machine failed; 130 stopped by Ctrl-C. Results go to standard
output, everything that the program says about its work to standard error.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import traceback
from importlib import import_module
from keyword import iskeyword

import click

from mcsite.build.folder import Refused
from mcsite.build.making import MakerError, WorkerLostError
from mcsite.commands.options import Setting, everywhere
from mcsite.source.nearest import did_you_mean

COMMANDS = {
    "init": "A new site, small and complete.",
    "new": "A new file: event, workshop, venue, person …",
    "import": "Events from a calendar file: Google, Outlook, Nextcloud …",
    "build": "Check, then build the site into output/.",
    "check": "Find all problems of all files.",
    "serve": "Show the site here, and build it anew after each save.",
    "diff": "What followers will see change.",
    "deploy": "Publish the built site on a branch of its repository.",
    "agenda": "The coming sessions, here in the terminal.",
    "fields": "Everything that a kind of file may say.",
    "explain": "What a message such as E203 means.",
}
"""What each does, in the order in which one meets them."""
_FIRST_STEPS = """\b
A new site:    mcsite init my-site
A new event:   mcsite new event "Tuesday Stretch" --site my-site
Build it:      mcsite build --site my-site"""
FAILED = 2
STOPPED = 130


class _Commands(click.Group):
    """One module a command, imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"mcsite.commands.{cmd_name}{'_' if iskeyword(cmd_name) else ''}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            message = f"there is no command '{args[0]}'; {did_you_mean(args[0], COMMANDS)}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}, epilog=_FIRST_STEPS)
@everywhere
def program() -> None:
    """Event pages, calendars that can be followed, and sign-up, from Markdown files."""


def run(arguments: list[str]) -> int:
    """Run a command; gives the exit status. Nothing that happens to a person ends in a trace."""
    _speak_utf8()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return STOPPED
    except (BrokenPipeError, SystemExit):  # the second is what click makes of the first
        _close_quietly()
        return FAILED
    except (Refused, WorkerLostError) as refusal:
        return _failed(str(refusal))
    except OSError as error:
        return _failed(_of_the_machine(error), error, arguments)
    except Exception as error:  # noqa: BLE001 - a bug is said to be one
        return _bug(error, arguments)


def _run(arguments: list[str]) -> int:
    try:
        done = program.main(arguments, prog_name="mcsite", standalone_mode=False, obj=Setting(arguments))
    except click.Abort as end:
        return STOPPED if end.__cause__ or sys.stdin.isatty() else _unanswered()
    except click.ClickException as error:
        error.show()
        return FAILED
    sys.stdout.flush()
    return done if isinstance(done, int) else 0


def _unanswered() -> int:
    """A question was asked, and the input, which is no terminal, ended."""
    click.echo(err=True)
    return _failed("nobody answered. What is asked here can be said on the command line: --help shows how.")


def _failed(sentence: str, error: Exception | None = None, arguments: list[str] | None = None) -> int:
    click.echo(f"mcsite: {sentence}", err=True)
    if error and _verbose(arguments or []):
        traceback.print_exception(error)
    return FAILED


def _bug(error: Exception, arguments: list[str]) -> int:
    click.echo(f"mcsite: this is a bug in mcsite, not a mistake of yours: {type(error).__name__}: {error}", err=True)
    if _verbose(arguments):
        click.echo(error.trace if isinstance(error, MakerError) else "".join(traceback.format_exception(error)), err=True)
    else:
        click.echo("Nothing was published. The same command with -v shows where it happened; please report it with that.", err=True)
    return FAILED


def _of_the_machine(error: OSError) -> str:
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"the disk is full{_room(error)}. Nothing was published, the site is as it was. Free some space, then build again."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return f"the system does not allow it: {error.strerror}{place}. Nothing was published."
    return f"the system failed: {error.strerror or error}{place}. Nothing was published."


def _room(error: OSError) -> str:
    """How much room is left where it failed, if the system can tell."""
    try:
        free = shutil.disk_usage(error.filename).free
    except (OSError, TypeError):
        return ""
    return f": only {free / 1e6:,.1f} MB are left for {error.filename}"


def _verbose(arguments: list[str]) -> bool:
    return "--verbose" in arguments or any(argument.startswith("-") and not argument.startswith("--") and "v" in argument for argument in arguments)


def _speak_utf8() -> None:
    """Names and titles are in every script: a console or pipe that was set up for another encoding gets UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_quietly() -> None:
    """Whoever read our output has gone; Python must not complain when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
