"""``--previous``: where the ledger of the last publication comes from.

By default it is the one in the output folder; ``live`` asks the published site itself, so that a machine which keeps nothing
between two builds still knows what people have in their calendars; an address asks the site there, for a preview that is built for
another address than the published one. A folder into which nothing was ever built has none, and needs
none; one that had a ledger and lost it is a warning (W900), because the machine cannot tell whether somebody meant it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from mcsite.build.artifact import Area
from mcsite.build.folder import listed
from mcsite.commands.options import Wishes
from mcsite.commands.saying import Refusal, aside
from mcsite.diagnostics import Diagnostic, Misread, Span
from mcsite.ledger.document import LARGEST
from mcsite.ledger.reading import read_again
from mcsite.model import addresses
from mcsite.model.ledger import EMPTY, Ledger
from mcsite.pipeline import Prepared, base_url, prepare
from mcsite.stopwatch import stage

_LIVE_IS_DAMAGED = "look whether that is your site; or give a copy with '--previous FILE'; with '--previous none', calendars may show sessions twice"
"""Whoever asked for the published record cannot be told to take the published one."""


@dataclass(frozen=True)
class Found:
    """The ledger of the last publication; ``problem`` says why it cannot be used, ``notice`` what is worth knowing of where it came from."""

    ledger: Ledger = EMPTY
    problem: Diagnostic | None = None
    notice: str = ""


def prepared_as_wished(site: Path, wishes: Wishes, clock: datetime) -> Prepared:
    """A site, loaded, checked and planned against what was published last. A ledger that cannot be used is one more problem."""
    options = wishes.options(clock)
    with stage("What was published") as reading:
        found = previous(wishes.previous, site, wishes.output_of(site), lambda: base_url(site, options))
        reading.counted(len(found.ledger.sessions), "session")
    if found.notice:
        aside(found.notice)
    prepared = prepare(site, replace(options, previous=found.ledger))
    return replace(prepared, diagnostics=tuple(sorted((*prepared.diagnostics, found.problem)))) if found.problem else prepared


def previous(wish: str | None, site: Path, output: Path, base_url: Callable[[], str | None]) -> Found:
    """The ledger that is wished for. Raises ``Refusal`` when there is no such file, or when the published site gives no answer.

    ``base_url`` is asked for the site's address, and gives none when ``site.md`` has none that could be understood.
    """
    match wish:
        case "none":
            return Found()
        case "live":
            address = base_url()
            return _live(f"{address}{addresses.LEDGER}") if address else Found()
        case None:
            return _in_folder(output, site)
        case address if address.startswith(("https://", "http://")):
            return _live(f"{address.rstrip('/')}/{addresses.LEDGER}")
        case path:
            return _in_file(_existing(Path(path)), site)


def ledger_in(data: bytes | None, name: str) -> Found:
    """The ledger of these bytes, which came from the place of that name; an empty one of none."""
    return Found() if data is None else _read(data, name)


def _in_folder(output: Path, site: Path) -> Found:
    """That of the last build into a folder. Where one was written and is gone, to begin anew without a word would tell people's calendars something else."""
    place = output / Area.PUBLIC / addresses.LEDGER
    if place.is_file():
        return _in_file(place, site)
    return Found(problem=_lost(_name(place, site))) if f"{Area.PUBLIC}/{addresses.LEDGER}" in listed(output) else Found()


def _lost(name: str) -> Diagnostic:
    message = "the record of what was published is gone, so every session counts as new: changes and withdrawals that followers know of are forgotten"
    help_ = "if the site is on the web, build with '--previous live'; if you have a copy, with '--previous FILE'; to begin anew, with '--previous none'"
    return Diagnostic(Span(name), "W900", message, help_)


def _existing(path: Path) -> Path:
    if not path.is_file():
        message = f"--previous: there is no file {path}. Give a ledger.json, 'live' for the one that is published, the site's address, or 'none' to begin anew."
        raise Refusal(message)
    return path


def _in_file(path: Path, site: Path) -> Found:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    return _read(data, _name(path, site))


def _name(path: Path, site: Path) -> str:
    """A file as the report names it: from the site's folder, if it is below."""
    place, root = path.absolute(), site.absolute()
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else path.name


def _read(data: bytes, name: str) -> Found:
    try:
        return Found(read_again(data))
    except Misread as misread:
        return Found(problem=misread.at(Span(name)))


def _live(address: str) -> Found:
    from mcsite.commands.asking import ask  # noqa: PLC0415 - the network costs more to import than most builds take

    data = ask(address)
    if data is None:
        return Found(notice=f"There is no {address} yet: this is the first publication.")
    found = _read(data, address)
    return replace(found, problem=replace(found.problem, help=_LIVE_IS_DAMAGED)) if found.problem else found
