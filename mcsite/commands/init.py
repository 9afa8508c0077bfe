"""``mcsite init DIR``: a new site, small and complete."""

from __future__ import annotations

from pathlib import Path

import click

from mcsite.commands.options import Setting, clock, everywhere
from mcsite.commands.saying import Refusal, aside, count, on_site
from mcsite.scaffold.requirement import this_program
from mcsite.scaffold.site import NotEmptyError, new_site


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--github", is_flag=True, help="With a workflow that publishes it to GitHub Pages.")
@click.option("--netlify", is_flag=True, help="With the settings that Netlify needs to publish it.")
@everywhere
@click.pass_context
def command(context: click.Context, /, folder: Path, *, github: bool, netlify: bool) -> None:
    """Make a new site in the folder DIR. It is small and complete, and can be built at once."""
    hosts = [name for name, wanted in (("github", github), ("netlify", netlify)) if wanted]
    program = this_program() if hosts else None
    try:
        files = new_site(folder, clock()[0].date(), hosts, program)
    except NotEmptyError:
        message = f"{folder} is not an empty folder. Choose another name, so that nothing of yours is overwritten."
        raise Refusal(message) from None
    if not Setting.of(context).quiet:
        aside("\n".join(_next_steps(folder, files, hosts, found=program is None or program.complete)))


def _next_steps(folder: Path, files: tuple[str, ...], hosts: list[str], *, found: bool) -> list[str]:
    """``found``: whether the hosts know where to find the program."""
    here = on_site(folder)
    steps = [
        f"mcsite build{here}: the site is then in {folder / 'output' / 'public'}",
        f"Open {folder / 'content' / 'site.md'}: your title, your address, your time zone",
        f'mcsite new event "Tuesday Stretch"{here}: a file for the first event',
    ]
    if not found:
        steps.append(f"Open {folder / 'requirements.txt'}: say where GitHub or Netlify finds mcsite")
    if "github" in hosts:
        steps.append('Push it to GitHub; there, under Settings, Pages, choose "GitHub Actions" as the source')
    if "netlify" in hosts:
        steps.append("Push it to a repository and choose that in Netlify: netlify.toml says the rest")
    return [f"A new site is in {folder}: {count(len(files), 'file')}. What comes next:", "", *(f"  {number}  {step}" for number, step in enumerate(steps, 1))]
