"""``mcsite agenda``: the coming sessions in the terminal, and what each schedule was understood to mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

import click

from mcsite.commands.memory import remembering
from mcsite.commands.options import Setting, cache_of, clock, everywhere, moment
from mcsite.commands.saying import Refusal, aside, count, verdict
from mcsite.commands.screen import Row, show_rows
from mcsite.content.options import Options
from mcsite.model.event import Event, Session, Status
from mcsite.model.site import Edition
from mcsite.pipeline import load
from mcsite.schedule.echo import spoken
from mcsite.schedule.english import short_day
from mcsite.schedule.expand import expand
from mcsite.source.dates import MONTHS
from mcsite.source.nearest import did_you_mean

_MOST = 40
"""Sessions that are listed unless more are asked for."""
CONTENT_HAS_ERRORS = 1


@click.command("agenda")
@click.argument("events", nargs=-1, metavar="[EVENT]...")
@click.option("--all", "everything", is_flag=True, help=f"All coming sessions, not the next {_MOST}.")
@click.option("--now", type=moment, metavar="MOMENT", help="As seen from this moment, such as 2026-01-05T09:00.  [default: the clock]")
@click.option("--drafts", is_flag=True, help="With drafts, and with events that wait for their publish_on.")
@everywhere
@click.pass_context
def command(context: click.Context, /, events: tuple[str, ...], **typed: Any) -> int:  # noqa: ANN401 - the options above
    """The coming sessions. With the name of an EVENT: what its dates were understood to mean, every one with its weekday."""
    setting = Setting.of(context)
    with remembering(cache_of(setting.site)):
        loaded = load(setting.site, Options(typed["now"] or clock()[0], None, typed["drafts"]))
    errors = verdict(loaded.diagnostics)
    if errors:
        aside(f"{errors} 'mcsite check' shows where. What could not be read is missing here.\n")
    if loaded.edition is None:
        return CONTENT_HAS_ERRORS
    if events:
        _say_schedules([_event(loaded.edition, name) for name in events])
    else:
        show_rows(_rows(loaded.edition, None if typed["everything"] else _MOST))
    return 0


def _event(edition: Edition, name: str) -> Event:
    slug = name.removesuffix(".md").rpartition("/")[2]
    found = {event.slug: event for event in edition.site.events}
    if slug not in found:
        message = f"there is no event '{slug}'; {did_you_mean(slug, found)}"
        raise Refusal(message)
    return found[slug]


def _say_schedules(events: Iterable[Event]) -> None:
    for event in events:
        click.secho(event.title, bold=True)
        click.echo("".join(f"  {line}\n" for line in spoken(event.schedule, expand(event.schedule))))


def _rows(edition: Edition, most: int | None) -> Iterator[Row]:
    """Headings of months, and the sessions in them."""
    if not edition.coming:
        yield Row(note="No sessions are coming.")
    home = edition.site.settings.timezone
    for month, sessions in groupby(edition.coming[:most], key=_month):
        yield Row(heading=month)
        for session in sessions:
            yield _row(session, home)
    left = len(edition.coming) - (most or len(edition.coming))
    if left > 0:
        yield Row(note=f"… and {count(left, 'session')} later: 'mcsite agenda --all' lists them.")
    if any(event.is_series for event in edition.site.events):
        yield Row(note="What a schedule was understood to mean: 'mcsite agenda EVENT', with the name of its file.")


def _month(session: Session) -> str:
    day = session.when.first_day
    return f"{MONTHS[day.month - 1]} {day.year}"


def _row(session: Session, home: str) -> Row:
    number = f" ({session.number} of {session.of})" if session.number and session.of else ""
    return Row(
        day=short_day(session.when.first_day)[:-5], hours=_hours(session, home), title=session.title + number, place=_place(session), mark=_mark(session)
    )


def _hours(session: Session, home: str) -> str:
    when = session.when
    if not isinstance(when.start, datetime) or not isinstance(when.end, datetime):
        return "all day" if when.start == when.end else f"to {short_day(when.last_day)[:-5]}"
    return f"{when.start:%H:%M}-{when.end:%H:%M}" + (f" {when.timezone}" if when.timezone != home else "")


def _place(session: Session) -> str:
    return session.venue.title if session.venue else "online" if session.online else ""


def _mark(session: Session) -> str:
    """What is not as usual."""
    reason = f": {session.reason}" if session.reason else ""
    if session.status is Status.MOVED and session.moved_from:
        return f"moved from {short_day(session.moved_from.first_day)[:-5]}{reason}"
    return f"{session.status}{reason}" if session.status is not Status.SCHEDULED else "full" if session.full else ""
