"""``mcsite new event "Title"``: a new content file, with comments that say what else can be in it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

from mcsite.commands.options import Setting, clock, everywhere
from mcsite.commands.saying import Refusal, aside, fitted, on_site
from mcsite.diagnostics import Misread
from mcsite.scaffold.entry import KINDS, TakenError, UnnameableError, entries, new_entry
from mcsite.source.moments import start as read_start

_AHEAD = timedelta(days=7)


@click.command("new")
@click.argument("kind", required=False, type=click.Choice(list(KINDS), case_sensitive=False))
@click.argument("title", required=False)
@click.option("--start", metavar="MOMENT", help="Of an event: when it begins, such as '2026-01-06 18:00'.")
@everywhere
@click.pass_context
def command(context: click.Context, /, kind: str | None, title: str | None, start: str | None) -> None:
    """Write a new file of this KIND with this TITLE. What is not said is asked."""
    site = Setting.of(context).site
    if not (site / "content").is_dir():
        message = f"there is no site in {site}: it has no folder 'content'. 'mcsite init NAME' makes a new site."
        raise Refusal(message)
    asking = kind is None or title is None
    kind = kind or click.prompt("What is new?", default="event", type=click.Choice(list(KINDS)), err=True)
    title = title or click.prompt(f"The title of the {kind}", value_proc=_titled, err=True)
    path = _written(site, kind, _titled(title), _values(site, kind, start, asking=asking))
    if not Setting.of(context).quiet:
        there = on_site(site)
        aside(fitted(f"{site / path} is ready to be filled in. 'mcsite check{there}' looks it over, 'mcsite build{there}' puts it on the site."))


def _values(site: Path, kind: str, start: str | None, *, asking: bool) -> dict[str, str]:
    """The fields that a file of this kind cannot do without, besides its title, and the place if there can be no doubt."""
    if kind != "event":
        return {}
    if start is None:
        start = f"{_soon()} 18:00"
        if asking:
            start = click.prompt("When does it begin?", default=start, value_proc=_understood, err=True)
    return {"start": _understood(start), "duration": "45 min", **_place(entries(site, "venue"), asking=asking)}


def _place(venues: list[str], *, asking: bool) -> dict[str, str]:
    if asking and len(venues) > 1:
        return {"venue": click.prompt("Where?", default=venues[0], type=click.Choice(venues), err=True)}
    return {"venue": venues[0]} if len(venues) == 1 else {}


def _written(site: Path, kind: str, title: str, values: dict[str, str]) -> Path:
    try:
        return new_entry(site, kind, title, values)
    except UnnameableError:
        message = f"the title '{title}' has no letter or digit that a file could be named after."
        raise Refusal(message) from None
    except TakenError as taken:
        message = f"{taken} has that name already. Choose another title, or change that file."
        raise Refusal(message) from None


def _titled(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        message = "a title is needed: the name that people know it by."
        raise click.UsageError(message)
    return title


def _understood(text: str) -> str:
    try:
        read_start(text)
    except Misread as misread:
        message = f"{misread.message}; {misread.help}"
        raise click.UsageError(message) from None
    return text


def _soon() -> date:
    return clock()[0].date() + _AHEAD
