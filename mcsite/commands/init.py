"""``mcsite init DIR``: a new site, small and complete."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mcsite.commands.first_steps import called, first_steps
from mcsite.commands.interview import Said, asked, named, say_what_was_taken, taken, where, zone
from mcsite.commands.options import Setting, clock, everywhere
from mcsite.commands.saying import Refusal, aside
from mcsite.commands.system_zone import system_zone
from mcsite.scaffold.answers import Answers
from mcsite.scaffold.home import HOSTS, Home, of_clone
from mcsite.scaffold.requirement import this_program
from mcsite.scaffold.site import NotEmptyError, new_site, refuse_what_is_in_use

_WELCOME = """\
A new site in {folder}.
Four questions: Enter takes what is in brackets, and all can be changed later.
"""


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", metavar="TEXT", type=named, help="What the community is called.")
@click.option("--town", metavar="TEXT", type=named, help="Where it meets.")
@click.option("--timezone", metavar="ZONE", type=zone, help="Its time zone, such as Europe/London, or a city.")
@click.option("--base-url", metavar="URL", type=where, help="The address that the site will have, or its repository on GitHub, OWNER/NAME.")
@click.option("--github", is_flag=True, help="With workflows that check it and publish it to GitHub Pages.")
@click.option("--netlify", is_flag=True, help="With the settings that Netlify needs to publish it.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing: take what would be offered.")
@everywhere
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    /,
    folder: Path,
    *,
    name: str | None,
    town: str | None,
    timezone: str | None,
    base_url: Home | None,
    github: bool,
    netlify: bool,
    yes: bool,
) -> None:
    """Make a new site in the folder DIR. It is small and complete, and can be built at once.

    Asks four questions: name, town, time zone, and where it will live. What is said by options is not asked.
    """
    _refuse_what_is_in_use(folder)
    quiet = Setting.of(context).quiet
    hosts = tuple(host for host, wanted in zip(HOSTS, (github, netlify), strict=True) if wanted)
    clone = of_clone(folder)
    said = Said(name, town, timezone, _with_hosts(base_url or Home(), hosts), folder.resolve().name, clone, system_zone())
    answers, there = _asked(said, folder) if sys.stdin.isatty() and not (yes or quiet) else _taken(said, quiet=quiet)
    program = this_program() if there.hosts else None
    files = new_site(folder, clock()[0].date(), answers, there.hosts, program)
    if not quiet:
        aside("\n".join(first_steps(folder, files, there, cloned=bool(clone.address), found=program is None or program.complete)))


def _asked(said: Said, folder: Path) -> tuple[Answers, Home]:
    aside(_WELCOME.format(folder=called(folder)))
    found = asked(said)
    aside("")
    return found


def _taken(said: Said, *, quiet: bool) -> tuple[Answers, Home]:
    found = taken(said)
    if not quiet:
        say_what_was_taken(said, found[0])
    return found


def _refuse_what_is_in_use(folder: Path) -> None:
    try:
        refuse_what_is_in_use(folder)
    except NotEmptyError:
        message = f"{called(folder)} is not empty. Choose another name, so that nothing of yours is overwritten."
        raise Refusal(message) from None


def _with_hosts(there: Home, hosts: tuple[str, ...]) -> Home:
    """An address at a host says that host too."""
    return Home(tuple(host for host in HOSTS if host in {*hosts, *there.hosts}), there.address)
