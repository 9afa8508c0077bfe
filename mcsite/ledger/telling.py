"""Changes in plain words, for people: under the title of each event, and the same change of many sessions in one line.

Plain text, wherever it is shown: a terminal and a pull request each escape it in their own way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mcsite.ledger.changes import Change, Kind
from mcsite.ledger.phrases import days, hours, moments, shift
from mcsite.ledger.renditions import reworded
from mcsite.ledger.settling import times_of
from mcsite.model import addresses
from mcsite.model.event import Event, Status
from mcsite.model.ledger import Details, Published
from mcsite.model.site import Edition
from mcsite.render.tidy import tidy_line

_LONGEST = 120
"""Characters of a title, place or reason: who needs more knows where it stands."""
_LABELS = {
    Kind.GONE: "gone", Kind.WITHDRAWN: "taken back", Kind.CANCELLED: "cancelled", Kind.POSTPONED: "postponed", Kind.REINSTATED: "on again",
    Kind.MOVED: "moved", Kind.ENDS: "other end", Kind.PLACE: "other place", Kind.NEW: "new", Kind.TITLE: "other title", Kind.HOSTS: "led by others",
    Kind.ONLINE: "other link", Kind.NOTE: "other note", Kind.PRICE: "other price", Kind.KIND: "other kind", Kind.TAGS: "other tags",
    Kind.WORDS: "other details",
    Kind.ADDRESS: "renamed",
}  # fmt: skip
_COUNTED = {
    Kind.GONE: "gone without a word", Kind.WITHDRAWN: "taken back", Kind.CANCELLED: "cancelled", Kind.POSTPONED: "postponed", Kind.REINSTATED: "on again",
    Kind.MOVED: "moved", Kind.ENDS: "with another end", Kind.PLACE: "at another place", Kind.NEW: "new", Kind.TITLE: "with another title",
    Kind.HOSTS: "led by others", Kind.ONLINE: "with another link", Kind.NOTE: "with another note", Kind.PRICE: "with another price",
    Kind.KIND: "of another kind", Kind.TAGS: "with other tags", Kind.WORDS: "with other words or details", Kind.ADDRESS: "on a renamed page",
}  # fmt: skip
_OF_DETAILS = {Kind.HOSTS: "nobody named", Kind.ONLINE: "no link", Kind.NOTE: "no note", Kind.PRICE: "no price", Kind.KIND: "no kind", Kind.TAGS: "no tags"}
"""What is told from what to what, by what is said where there is nothing."""
_QUIET = frozenset({Kind.TITLE, *_OF_DETAILS, Kind.WORDS, Kind.ADDRESS})
"""What changes nothing of whether, when and where."""


@dataclass(frozen=True, slots=True)
class Line:
    """One change, of one session or of many: ``moved``, and from when to when. ``count`` is how many sessions that are."""

    label: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The changes of one event; ``path`` is its file, if it has one."""

    title: str
    path: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one weight, and what that weight is."""

    heading: str
    note: str
    passages: tuple[Passage, ...]

    @property
    def is_of_gone(self) -> bool:
        """Whether these are sessions of which no file speaks any more."""
        return self.heading == _GONE[0]


_GONE = ("Gone without a word", "People have these in their calendars. Nothing is published until a file says what became of them:")
_LOUD = ("Whether, when and where", "")
_WORDS = ("Only words and details", "Whether, when and where stay as they are: calendars take these over quietly.")
_PAST = ("Past sessions", "")


def summary(changes: Iterable[Change]) -> str:
    """``1 moved, 2 new, 3 with other words or details; 4 past ones changed``; empty without changes. A session counts once, for its weightiest change."""
    found = tuple(changes)
    counts = Counter(change.leading for change in found if not change.over)
    over = sum(change.over for change in found)
    coming = ", ".join(f"{counts[kind]:,} {words}" for kind, words in _COUNTED.items() if counts[kind])
    past = f"{over:,} past {'one' if over == 1 else 'ones'} changed" if over else ""
    return "; ".join(part for part in (coming, past) if part)


def summary_of(edition: Edition, changes: Iterable[Change]) -> str:
    """The same with the sessions that were only translated otherwise: ``1 moved; 6 with other words in de``."""
    translated = (f"{number:,} with other words in {code}" for code, number in reworded(edition.ledger, edition.previous))
    return "; ".join(part for part in (summary(changes), *translated) if part)


def told(changes: Iterable[Change], edition: Edition) -> tuple[Section, ...]:
    """All changes in words, the weightiest first."""
    found = sorted(changes, key=_section)
    events = {event.slug: event for event in edition.site.events}
    home = edition.site.settings.timezone
    return tuple(Section(*section, tuple(_passages(group, events, home))) for (_, section), group in groupby(found, key=_section))


def _section(change: Change) -> tuple[int, tuple[str, str]]:
    if change.leading is Kind.GONE:
        return 0, _GONE
    if change.over:
        return 3, _PAST
    return (2, _WORDS) if change.leading in _QUIET else (1, _LOUD)


def _passages(changes: Iterable[Change], events: Mapping[str, Event], home: str) -> Iterator[Passage]:
    """Event by event, in the order of their first changes."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.known.slug, []).append(change)
    for slug, group in groups.items():
        event = events.get(slug)
        title = tidy_line(event.title) if event else group[0].known.title
        draft = " (a draft)" if event and event.draft else ""
        yield Passage(f"{short(title)}{draft}", event.origin.path if event else "", tuple(_lines(group, title, home)))


def _lines(changes: Iterable[Change], title: str, home: str) -> Iterator[Line]:
    """The same change of many sessions is one line."""
    weight = list(Kind)
    bundles: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        bundles.setdefault(_said_alike(change, title, home), []).append(change)
    for bundle in sorted(bundles.values(), key=lambda bundle: weight.index(bundle[0].leading)):
        many = f"{len(bundle):,} sessions, " if len(bundle) > 1 else ""
        text = f"{many}{_named(bundle[0], title)}{_when(bundle, home)}{_standing(bundle[0])}{_rest(bundle[0])}"
        yield Line(_LABELS[bundle[0].leading], text, len(bundle))


def _said_alike(change: Change, title: str, home: str) -> tuple[str, ...]:
    """What changes have in common that are said in one line: everything but the day."""
    words = (*change.kinds, _named(change, title), _standing(change), _rest(change))
    if change.leading in _QUIET:
        return words
    before, after = (change.before or change.known).when, change.known.when
    apart = (after.first_day - before.first_day, before.last_day - before.first_day, after.last_day - after.first_day)
    return (*words, hours(before, home), hours(after, home), *map(str, apart))


def _named(change: Change, title: str) -> str:
    """A session that is not called like its event, by name."""
    own = change.known.title
    return "" if own == title or Kind.TITLE in change.kinds else f"'{short(own)}', "


def _when(bundle: Sequence[Change], home: str) -> str:
    """The days and hours; where they change, from when to when; where only words do, the days alone."""
    before = [change.before.when for change in bundle if change.before]
    after = [change.known.when for change in bundle]
    if bundle[0].leading in _QUIET:
        return days(after)
    moved = before and times_of(before[0]) != times_of(after[0])
    return shift(before, after, home) if moved else moments(after, home)


def _standing(change: Change) -> str:
    """The reason of a change of fate; that a session which is changed is called off, and stays so."""
    status, fated = change.known.status, change.leading in {Kind.CANCELLED, Kind.POSTPONED}
    reason = short(tidy_line(change.reason))
    if change.leading in _QUIET or change.leading in {Kind.GONE, Kind.WITHDRAWN}:
        return ""
    if fated or status is Status.MOVED:
        return f" ({reason})" if reason else ""
    if status.takes_place:
        return ""
    return f" ({status}{f': {reason}' if reason else ''})" if change.before is None else f" (still {status})"


def _rest(change: Change) -> str:
    """What else there is to say; what the line is not called by is named."""
    return "".join(f": {text}" if kind is change.leading else f"; {_LABELS[kind]}: {text}" for kind, text in _aspects(change))


def _aspects(change: Change) -> Iterator[tuple[Kind, str]]:
    """What else there is to say of each kind of a change."""
    before, after = change.before, change.after
    if after and change.leading is Kind.NEW and after.place:
        yield Kind.NEW, short(after.place)
    if before and after:
        if Kind.PLACE in change.kinds:
            yield Kind.PLACE, f"{short(before.place) or 'no place'} → {short(after.place) or 'no place'}"
        if Kind.TITLE in change.kinds:
            yield Kind.TITLE, f"'{short(before.title)}' → '{short(after.title)}'"
        yield from ((kind, _from_to(before, after, kind)) for kind in _OF_DETAILS if kind in change.kinds)
        if Kind.ADDRESS in change.kinds:
            yield Kind.ADDRESS, f"{_renamed(before.slug, after.slug) or f'{before.address} → {after.address}'}, and the old address leads there"


def _from_to(before: Published, after: Published, kind: Kind) -> str:
    """``Ana → Bo``, ``no tags → hips, knees``."""
    then, now = (short(_detail(known.details, kind)) or _OF_DETAILS[kind] for known in (before, after))
    return f"{then} → {now}"


def _detail(details: Details, kind: Kind) -> str:
    match kind:
        case Kind.HOSTS:
            return ", ".join(name for _, name in details.hosts)
        case Kind.TAGS:
            return ", ".join(details.tags)
        case _:
            return str(getattr(details, kind))


def _renamed(before: str, after: str) -> str:
    """Of a renamed file the event's page alone: those of its sessions are below it."""
    return "" if before == after else f"{addresses.event(before)} → {addresses.event(after)}"


def short(text: str) -> str:
    """A text that others wrote, cut where it is longer than a line can bear."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
