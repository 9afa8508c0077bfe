"""``mcsite import FILE.ics``: a calendar from elsewhere as Markdown events."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from mcsite.commands.memory import remembering
from mcsite.commands.options import Setting, cache_of, clock, everywhere
from mcsite.commands.saying import Refusal, aside, count, on_site
from mcsite.content.options import Options
from mcsite.importing.plan import EVENTS, Imported, NoCalendarError, NoSiteError, Source, Wish, imported
from mcsite.source.files import discover

_A_YEAR = timedelta(days=365)
_LARGEST = 64 * 1024 * 1024
_MOST_LISTED = 60
_EACH = 2_000
"""Events after which the terminal is told how far it is."""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"'{text}' is not a day. Write it like 2027-06-30."
        raise click.BadParameter(message) from None


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE.ics...", type=click.Path(path_type=Path, allow_dash=True, exists=True, dir_okay=False))
@click.option("--into", metavar="FOLDER", default="", help="A folder in content/events for the new files.  [default: content/events itself]")
@click.option("--until", type=_day, metavar="DAY", help="How far series without an end are certain.  [default: a year from now]")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@everywhere
@click.pass_context
def command(context: click.Context, /, files: tuple[Path, ...], into: str, until: date | None, **typed: Any) -> int:  # noqa: ANN401 - the options above
    """Turn calendars (FILE.ics, or - for what is piped in) into event files. What exists is never overwritten; what could not be carried over is said."""
    setting = Setting.of(context)
    if not (setting.site / "content").is_dir():
        message = f"there is no site in {setting.site}: it has no folder 'content'. 'mcsite init NAME' makes a new site."
        raise Refusal(message)
    now = clock()[0]
    wish = Wish(discover(setting.site), Options(now, drafts=True), until or now.date() + _A_YEAR, _folder(into))
    with remembering(cache_of(setting.site)):
        found = _imported([_source(file) for file in files], wish, quiet=setting.quiet)
    if not typed["dry_run"]:
        _write(setting.site, found)
    told = _of_events(found.remarks.of_event, everything=setting.verbose) if setting.quiet else _told(found, wish, setting, dry=typed["dry_run"])
    for line in told:
        click.echo(line)
    return 0


def _folder(into: str) -> str:
    below = into.replace("\\", "/").removeprefix("content/events").strip("/")
    if any(part in ("", ".", "..") or part.startswith(".") for part in below.split("/")) and below:
        message = f"'{into}' is not a folder in {EVENTS}. Write a name, such as 'imported'."
        raise Refusal(message)
    return f"{EVENTS}/{below}" if below else EVENTS


def _source(file: Path) -> Source:
    data = sys.stdin.buffer.read(_LARGEST + 1) if file == Path("-") else file.read_bytes()
    if len(data) > _LARGEST:
        message = f"{file} has more than {_LARGEST // 1024 // 1024} MB: no calendar of a community is that large."
        raise Refusal(message)
    return Source("what was piped in" if file == Path("-") else file.name, data)


def _imported(sources: Sequence[Source], wish: Wish, *, quiet: bool) -> Imported:
    def progress(what: str, done: int, of: int) -> None:
        if not quiet and of >= _EACH and done % _EACH == 0:
            aside(f"{what} {count(of, 'event')} …" if not done else f"{what} {done:,} of {of:,} …")

    try:
        return imported(sources, wish, progress)
    except NoCalendarError as error:
        name, beginning = error.args
        message = f"{name} holds no calendar: it begins with '{beginning}'. A calendar file begins with BEGIN:VCALENDAR; take the address that ends in .ics."
        raise Refusal(message) from None
    except NoSiteError:
        message = "the settings of this site cannot be read. 'mcsite check' says what is wrong with content/site.md."
        raise Refusal(message) from None


def _write(site: Path, found: Imported) -> None:
    """Every file anew: one that is there by now is a failure, never overwritten."""
    for path, text in found.files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        with (site / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _told(found: Imported, wish: Wish, setting: Setting, *, dry: bool) -> Iterator[str]:
    yield from _made(found, wish, dry=dry)
    if dry or setting.verbose:
        yield from (f"  {path}" for path in found.files)
    if not found.drafts and not found.remarks.of_event:
        return
    yield from found.remarks.general
    if found.remarks.left_out:
        yield "Not carried over:"
        yield from (f"  {number:,} × {what}" for what, number in sorted(found.remarks.left_out.items()))
    yield from _of_events(found.remarks.of_event, everything=setting.verbose)
    if found.files and not dry:
        there = on_site(setting.site)
        yield f"'mcsite check{there}' looks the files over, 'mcsite build{there}' puts them on the site."


def _made(found: Imported, wish: Wish, *, dry: bool) -> Iterator[str]:
    """What there is now that there was not before."""
    sessions = count(sum(len(draft.sessions) for draft in found.drafts), "session")
    others = ((found.venues, "venue", "venues"), (found.people, "person", "people"))
    more = "".join(f", and {number:,} {one if number == 1 else many} into content/{many}" for number, one, many in others if number)
    if found.drafts:
        yield f"{'Would write' if dry else 'Wrote'} {count(len(found.drafts), 'event')} with {sessions} into {wish.folder}{more}."
    else:
        yield "There is nothing to write."
    if found.known:
        yield f"On the site already, and left as they are: {count(found.known, 'event')} of the calendar."
    if found.endless:
        series = "One series has no end, and is" if found.endless == 1 else f"{found.endless} series have no end, and are"
        yield f"{series} certain up to {wish.until}: from time to time write a later day behind 'confirmed_until'."


def _of_events(remarks: Sequence[tuple[str, str]], *, everything: bool) -> Iterator[str]:
    """Each remark with the events that it is about."""
    about: dict[str, list[str]] = {}
    for title, sentence in remarks:
        about.setdefault(sentence, []).append(title)
    if about:
        yield "To look at:"
    for sentence, titles in about.items():
        shown = titles if everything else titles[:_MOST_LISTED]
        yield f"  {sentence}"
        yield from (f"    {title}" for title in shown)
        if len(shown) < len(titles):
            yield f"    … and {len(titles) - len(shown):,} more: -v lists them"
