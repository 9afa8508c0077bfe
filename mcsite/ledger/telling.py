"""Changes in plain words, for people: under the title of each event, and the same change of many sessions in one line.

Plain text, wherever it is shown: a terminal and a pull request each escape it in their own way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mcsite.ledger.changes import Change, Kind
from mcsite.ledger.phrases import hours, moments, shift
from mcsite.ledger.settling import times_of
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.tidy import tidy_line

_LONGEST = 120
"""Characters of a title, place or reason: who needs more knows where it stands."""
_LABELS = {
    Kind.GONE: "gone", Kind.WITHDRAWN: "taken back", Kind.CANCELLED: "cancelled", Kind.POSTPONED: "postponed", Kind.REINSTATED: "on again",
    Kind.MOVED: "moved", Kind.ENDS: "other end", Kind.PLACE: "other place", Kind.NEW: "new", Kind.TITLE: "other title", Kind.DETAILS: "other details",
    Kind.ADDRESS: "renamed",
}  # fmt: skip
_COUNTED = {
    Kind.GONE: "gone without a word", Kind.WITHDRAWN: "taken back", Kind.CANCELLED: "cancelled", Kind.POSTPONED: "postponed", Kind.REINSTATED: "on again",
    Kind.MOVED: "moved", Kind.ENDS: "with another end", Kind.PLACE: "at another place", Kind.NEW: "new", Kind.TITLE: "with another title",
    Kind.DETAILS: "with other words or details", Kind.ADDRESS: "on a renamed page",
}  # fmt: skip
_QUIET = frozenset({Kind.TITLE, Kind.DETAILS, Kind.ADDRESS})
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
_WORDS = ("Only words and details", "Nothing changes of whether, when and where: calendars take these over quietly.")
_PAST = ("Past sessions", "")


def summary(changes: Iterable[Change]) -> str:
    """``1 moved, 2 new, 3 with other words or details; 4 past ones changed``; empty without changes. A session counts once, for its weightiest change."""
    found = tuple(changes)
    counts = Counter(change.leading for change in found if not change.over)
    over = sum(change.over for change in found)
    coming = ", ".join(f"{counts[kind]:,} {words}" for kind, words in _COUNTED.items() if counts[kind])
    past = f"{over:,} past {'one' if over == 1 else 'ones'} changed" if over else ""
    return "; ".join(part for part in (coming, past) if part)


def told(changes: Iterable[Change], edition: Edition) -> tuple[Section, ...]:
    """All changes in words, the weightiest first."""
    found = sorted(changes, key=_section)
    return tuple(Section(*section, _passages(tuple(group), edition)) for (_, section), group in groupby(found, key=_section))


def _section(change: Change) -> tuple[int, tuple[str, str]]:
    if change.leading is Kind.GONE:
        return 0, _GONE
    if change.over:
        return 3, _PAST
    return (2, _WORDS) if change.leading in _QUIET else (1, _LOUD)


def _passages(changes: Sequence[Change], edition: Edition) -> tuple[Passage, ...]:
    """Event by event, in the order of their first changes."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.known.slug, []).append(change)
    return tuple(_passage(slug, group, edition) for slug, group in groups.items())


def _passage(slug: str, changes: Sequence[Change], edition: Edition) -> Passage:
    event = next((event for event in edition.site.events if event.slug == slug), None)
    title = tidy_line(event.title) if event else changes[0].known.title
    draft = " (a draft)" if event and event.draft else ""
    home = edition.site.settings.timezone
    return Passage(f"{short(title)}{draft}", event.origin.path if event else "", tuple(_lines(changes, title, home)))


def _lines(changes: Sequence[Change], title: str, home: str) -> Iterator[Line]:
    bundles: dict[object, list[Change]] = {}
    for change in changes:
        bundles.setdefault(_sameness(change, home), []).append(change)
    for bundle in sorted(bundles.values(), key=lambda bundle: list(Kind).index(bundle[0].leading)):
        yield _line(bundle, title, home)


def _sameness(change: Change, home: str) -> object:
    """What changes have in common that are said in one line: everything but the day."""
    before, after = change.before or change.known, change.after or change.known
    apart = (after.when.first_day - before.when.first_day).days
    lengths = tuple((known.when.last_day - known.when.first_day).days for known in (before, after))
    return change.kinds, hours(before.when, home), hours(after.when, home), apart, lengths, tuple(_aspects(change)), after.title, change.reason


def _line(bundle: Sequence[Change], title: str, home: str) -> Line:
    first, number = bundle[0], len(bundle)
    named = "" if first.known.title == title or Kind.TITLE in first.kinds else f"'{short(first.known.title)}', "
    many = f"{number:,} sessions, " if number > 1 else ""
    reason = f" ({short(tidy_line(first.reason))})" if first.reason and first.leading in {Kind.CANCELLED, Kind.POSTPONED, Kind.MOVED} else ""
    aspects = [text if kind is first.leading else f"{_LABELS[kind]}: {text}" for kind, text in _aspects(first)]
    what = "".join(f"{':' if place == 0 else ';'} {text}" for place, text in enumerate(aspects))
    return Line(_LABELS[first.leading], f"{many}{named}{_when(bundle, home)}{reason}{what}", number)


def _when(bundle: Sequence[Change], home: str) -> str:
    """The days and hours; where they change, from when to when."""
    before = [change.before.when for change in bundle if change.before]
    after = [change.known.when for change in bundle]
    moved = before and times_of(before[0]) != times_of(after[0])
    return shift(before, after, home) if moved else moments(after, home)


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
        if Kind.ADDRESS in change.kinds:
            yield Kind.ADDRESS, f"{_renamed(before.slug, after.slug) or f'{before.address} → {after.address}'}, and the old address leads there"


def _renamed(before: str, after: str) -> str:
    """Of a renamed file the event's page alone: those of its sessions are below it."""
    return "" if before == after else f"{addresses.event(before)} → {addresses.event(after)}"


def short(text: str) -> str:
    """A text that others wrote, cut where it is longer than a line can bear."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
