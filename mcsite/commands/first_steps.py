"""What to do with a new site: the last screen of ``mcsite init``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mcsite.commands.saying import count, on_site
from mcsite.scaffold.home import Home

_TO_GIT = {
    False: ("git init -b main", "git add .", 'git commit -m "A new site"', "git remote add origin ADDRESS", "git push -u origin main"),
    True: ("git add .", 'git commit -m "A new site"', "git push"),
}
"""The commands, by whether there is a repository already."""


def first_steps(folder: Path, files: tuple[str, ...], there: Home, *, cloned: bool, found: bool) -> list[str]:
    """Lines for the screen. ``found``: whether the hosts know where to find the program."""
    steps = [*_at_home(folder), *(_to_the_web(folder, there, cloned=cloned, found=found) if there.hosts else _elsewhere(folder))]
    lines = (line for number, step in enumerate(steps, 1) for line in _numbered(number, step))
    return [f"A new site is in {called(folder)}: {count(len(files), 'file')}. What comes next:", "", *lines]


def called(folder: Path) -> str:
    """A folder, as it was typed."""
    return "this folder" if folder == Path() else str(folder)


def _numbered(number: int, step: str) -> Iterator[str]:
    first, *more = step.split("\n")
    yield f" {number:2}  {first}"
    yield from (f"     {line}" for line in more)


def _at_home(folder: Path) -> Iterator[str]:
    here = on_site(folder)
    yield f"Look at it, and keep looking while you write:\n  mcsite serve{here} --open"
    yield f"Make it yours: {folder / 'content' / 'site.md'} first,\nthen the files beside it in events, venues and people."
    yield f'Add an event:\n  mcsite new event "Tuesday Stretch"{here}'


def _elsewhere(folder: Path) -> Iterator[str]:
    public = folder / "output" / "public"
    yield f"Put it on the web:\n  mcsite build{on_site(folder)}\nfills {public}. That folder is the site; base_url in site.md\nmust be its address."
    other = "For GitHub Pages or Netlify later: 'mcsite init OTHER --github' (or --netlify)"
    yield f"{other}\nmakes a site with the files that they need. Copy all but its content here."


def _to_the_web(folder: Path, there: Home, *, cloned: bool, found: bool) -> Iterator[str]:
    if not found:
        yield f"Open {folder / 'requirements.txt'}:\nsay where the host finds mcsite. The file has the lines for it."
    into = "Push it:" if cloned else "Make an empty repository on github.com, which shows its ADDRESS, and push:"
    yield "\n  ".join((into, *(() if folder == Path() else (f"cd {folder}",)), *_TO_GIT[cloned]))
    if "github" in there.hosts:
        yield from _on_github(there)
    if "netlify" in there.hosts:
        yield from _on_netlify(there)
    if not there.address:
        yield "When you know the address of the site, write it into site.md as base_url."


def _on_github(there: Home) -> Iterator[str]:
    domain = f"\nUnder Custom domain write {there.domain}." if there.domain else ""
    yield f'There, under Settings, Pages, choose "GitHub Actions" as the source.{domain}'
    yield f"Under Actions, site, choose Run workflow.{_soon_at(there)}"


def _on_netlify(there: Home) -> Iterator[str]:
    domain = f"\nUnder Domain management add {there.domain}." if there.domain else ""
    choices = "Add new project, Import an existing project, choose the\nrepository, Deploy"
    yield f"On app.netlify.com: {choices}. netlify.toml says the rest.{domain}{_soon_at(there)}"
    yield "For a build each night do the two things that are said at the beginning of\n.github/workflows/nightly.yml."


def _soon_at(there: Home) -> str:
    return f"\nSome minutes later the site is at {there.address}" if there.address else ""
