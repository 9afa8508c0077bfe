"""How many places are taken: ``{2026-01-06: 7, as_of: 2026-01-05 20:00}``, or of a one-off event ``7 as of 2026-01-05 20:00``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mcsite.diagnostics import Misread
from mcsite.source.answers import whole_number
from mcsite.source.lists import keyed
from mcsite.source.misreads import Misreads, Problem
from mcsite.source.moments import Stated, stated, which_session
from mcsite.source.raw import Raw, text_of
from mcsite.source.spelling import plainly

MOST = 100_000
_AS_OF = frozenset({"as_of", "counted", "counted_on", "on"})
_LINE = re.compile(r"(?P<taken>\d+),?\s+(?:as of|counted(?: on)?|on)\s+(?P<as_of>\S.*)", re.IGNORECASE)
_HOW = "write for example {2026-01-06: 7, as_of: 2026-01-05 20:00}"


@dataclass(frozen=True, slots=True)
class Counts:
    """Places taken by session, and the local moment when they were counted. A count without a day is that of a one-off event."""

    taken: tuple[tuple[date | datetime | None, int], ...]
    as_of: Stated


def counts(raw: Raw) -> Counts:
    """What was counted, and when. Raises ``Misread``: a number without its age would be believed for ever."""
    if not isinstance(raw, Mapping):
        return _of_line(text_of(raw))
    ages = [name for name in raw if plainly(name) in _AS_OF]
    if len(ages) != 1:
        raise Misread("E701", "there is no 'as_of', so nobody can tell how old this number is", _HOW)
    taken = {name: value for name, value in raw.items() if name not in ages}
    if not taken:
        raise Misread("E701", "it does not say of which session how many places are taken", _HOW)
    return Counts(keyed(which_session, _number)(taken), _placed(ages[0], raw[ages[0]]))


def _of_line(text: str) -> Counts:
    found = _LINE.fullmatch(text)
    if not found:
        raise Misread("E701", f"'{text}' does not say when the places were counted", f"{_HOW}; for an event on one day: 7 as of 2026-01-05 20:00")
    return Counts(((None, whole_number(0, MOST)(found["taken"])),), _moment(found["as_of"]))


def _number(raw: Raw) -> int:
    return whole_number(0, MOST)(text_of(raw))


def _placed(name: str, raw: Raw) -> Stated:
    try:
        return _moment(text_of(raw))
    except Misread as wrong:
        raise Misreads((Problem((name,), wrong),)) from None


def _moment(text: str) -> Stated:
    moment = stated(text)
    if not isinstance(moment.at, datetime):
        raise Misread("E306", f"'{text}' does not say at what time the places were counted", f"write for example {moment.at} 20:00")
    return moment
