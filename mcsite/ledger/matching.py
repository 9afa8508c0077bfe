"""Which events and sessions of the source are the ones that were published. The package's docstring says by which rules."""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from statistics import median_low

from mcsite.ledger.digest import Sight
from mcsite.model.event import Event
from mcsite.model.ledger import Published
from mcsite.model.moment import When, instant

WEEK = 7
"""Days: within so many, sessions of a rule that was changed are looked for, however close together they are."""
ALONE = 31
"""Days: the same for an event that had one session only."""
_CROWD = 50
"""Events. When more begin at one moment in one place, or under one title, that tells nothing of any of them, and to count them all would take for ever."""

Hint = tuple[datetime, bool, str, str]
"""The instant, whether it is of whole days, and what is alike: ``called``, a title, or ``at``, a place."""
Runs = Mapping[str, tuple[Published, ...]]
"""The published sessions of each event, in order of their original dates, by the event's permanent name."""
Programme = Mapping[str, tuple[Sight, ...]]
"""The sessions of each event of the source, in order of their original dates, by the event's slug."""
Proposal = Callable[[Event], Iterable[str]]
"""Permanent names that an event may have, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Matches:
    """``series``: the permanent name that the event of a slug was published under. ``sessions``: what was published, by slug and key."""

    series: Mapping[str, str]
    sessions: Mapping[tuple[str, str], Published]


def local_name(series: str) -> str:
    """A permanent name as an author writes it in ``id:``: without the site's host."""
    return series.rpartition("@")[0] or series


def match(published: Iterable[Published], programme: Programme, now: datetime) -> Matches:
    """Join the source to what was published."""
    runs = _runs(published)
    series = _series(programme, runs, instant(now))
    pairs = (pair for slug, name in series.items() for pair in _sessions(runs[name], programme[slug]))
    return Matches(series, {(sight.session.event.slug, sight.session.key): known for known, sight in pairs})


def _runs(published: Iterable[Published]) -> Runs:
    found: dict[str, list[Published]] = {}
    for known in published:
        found.setdefault(known.series, []).append(known)
    return {name: tuple(sorted(found[name], key=lambda known: (known.key, known.uid))) for name in sorted(found)}


def _series(programme: Programme, runs: Runs, now: datetime) -> dict[str, str]:
    """The permanent name of each event that was published, by its slug."""
    events = [sights[0].session.event for sights in programme.values() if sights]
    found: dict[str, str] = {}
    _claim(found, events, runs, _by(str, runs, lambda event: (event.uid,)))
    _claim(found, events, runs, _by(local_name, runs, lambda event: (event.identity,)))
    coming = {name: ahead for name, run in runs.items() if (ahead := tuple(known for known in run if instant(known.when.ends) > now))}
    for group in (coming, runs):
        _claim(found, events, group, _by(lambda name: runs[name][0].slug, group, lambda event: (event.slug,)))
        _claim(found, events, group, _by(lambda name: runs[name][0].slug, group, lambda event: event.aliases))
        taken = set(found.values())
        free = {slug: sights for slug, sights in programme.items() if slug not in found}
        found |= _coinciding({name: run for name, run in group.items() if name not in taken}, free)
    return found


def _by(word: Callable[[str], str], names: Iterable[str], words: Callable[[Event], Iterable[str]]) -> Proposal:
    """Proposes the published events that are called by one of an event's words."""
    called: dict[str, list[str]] = {}
    for name in names:
        called.setdefault(word(name), []).append(name)
    return lambda event: (name for each in words(event) for name in called.get(each, ()))


def _claim(found: dict[str, str], events: Iterable[Event], runs: Runs, proposed: Proposal) -> None:
    taken = set(found.values())
    for event in events:
        if event.slug not in found:
            name = next((name for name in proposed(event) if name in runs and name not in taken), None)
            if name is not None:
                found[event.slug] = name
                taken.add(name)


def _coinciding(runs: Runs, programme: Programme) -> dict[str, str]:
    """Events whose files were renamed: each the only best for what was published, and the other way round."""
    if not runs or not programme:
        return {}
    hints = _hints(programme)
    scores = {name: _scores(run, hints) for name, run in runs.items()}
    rivals: dict[str, Counter[str]] = {}
    for name, score in scores.items():
        best = _only_best(score)
        if best and 2 * score[best] >= len(runs[name]):
            rivals.setdefault(best, Counter())[name] = score[best]
    return {slug: one for slug, score in rivals.items() if (one := _only_best(score))}


def _hints(programme: Programme) -> Mapping[Hint, frozenset[str]]:
    """The events by what their sessions could be known by: when they begin, and what they are called or where they are."""
    found: dict[Hint, set[str]] = {}
    for slug, sights in programme.items():
        for sight in sights:
            for hint in _hints_of(sight.session.when, sight.title, sight.place):
                found.setdefault(hint, set()).add(slug)
    return {hint: frozenset(slugs) for hint, slugs in found.items() if len(slugs) <= _CROWD}


def _hints_of(when: When, title: str, place: str) -> Iterator[Hint]:
    begins = instant(when.begins)
    yield begins, when.whole_day, "called", title
    if place:
        yield begins, when.whole_day, "at", place


def _scores(run: Iterable[Published], hints: Mapping[Hint, frozenset[str]]) -> Counter[str]:
    """How many sessions each event has in common with those published."""
    scores: Counter[str] = Counter()
    for known in run:
        alike = (hints.get(hint, frozenset()) for hint in _hints_of(known.when, known.title, known.place))
        scores.update(frozenset().union(*alike))
    return scores


def _only_best(scores: Counter[str]) -> str | None:
    best = scores.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _sessions(run: tuple[Published, ...], sights: tuple[Sight, ...]) -> Iterator[tuple[Published, Sight]]:
    """The pairs of one event."""
    event = sights[0].session.event
    if len(run) == len(sights) == 1 and not event.is_series:
        yield run[0], sights[0]
        return
    keys = {sight.session.key for sight in sights}
    dated = {known.key: known for known in sorted(run, key=lambda known: (not known.withdrawn, known.uid)) if known.key in keys}
    yield from ((dated[sight.session.key], sight) for sight in sights if sight.session.key in dated)
    skipped = {days.first for days in event.skipped}
    left = [known for known in run if known.key not in dated and _day(known.key) not in skipped]
    for gap in _gaps(sorted(dated), left, [sight for sight in sights if sight.session.key not in dated]):
        yield from gap.pairs(_reach(run))


def _gaps(anchors: Sequence[str], left: Iterable[Published], new: Iterable[Sight]) -> Iterable[_Gap]:
    """What is not known by its date, between the dates that are."""
    found: dict[int, _Gap] = {}
    for known in left:
        found.setdefault(bisect(anchors, known.key), _Gap()).left.append(known)
    for sight in new:
        found.setdefault(bisect(anchors, sight.session.key), _Gap()).new.append(sight)
    return found.values()


def _reach(run: Sequence[Published]) -> int:
    """Days within which a session of a changed rule is looked for."""
    days = [_day(known.key) for known in run]
    distances = [(later - earlier).days for earlier, later in pairwise(days)]
    return max(WEEK, median_low(distances)) if distances else ALONE


def _day(key: str) -> date:
    return date.fromisoformat(key[:10])


class _Gap:
    """What stands between two sessions that are known by their dates: published ones and new ones, each in order."""

    def __init__(self) -> None:
        self.left: list[Published] = []
        self.new: list[Sight] = []
        self.found: list[tuple[int, int]] = []

    def pairs(self, reach: int) -> Iterator[tuple[Published, Sight]]:
        """The same hour of a day that has two sessions now, then by number, then nearest first; no two pairs cross."""
        if self.left and self.new:
            near = sorted(self._within(reach))
            at_once = [(here, there) for apart, here, there in near if apart == (0, 0)]
            numbered = [(here, there) for _, here, there in near if self.left[here].number == self.new[there].session.number is not None]
            for here, there in (*at_once, *sorted(numbered), *((here, there) for _, here, there in near)):
                self._add(here, there)
        return ((self.left[here], self.new[there]) for here, there in self.found)

    def _within(self, reach: int) -> Iterator[tuple[tuple[int, float], int, int]]:
        days = [_day(sight.session.key).toordinal() for sight in self.new]
        for here, known in enumerate(self.left):
            day = _day(known.key).toordinal()
            for there in range(bisect(days, day - reach), bisect(days, day + reach - 1)):
                yield self._apart(here, there), here, there

    def _apart(self, here: int, there: int) -> tuple[int, float]:
        """Days between the original dates, then seconds between the starts."""
        known, session = self.left[here], self.new[there].session
        planned = (session.moved_from or session.when).begins
        return abs((_day(session.key) - _day(known.key)).days), abs((instant(planned) - instant(known.when.begins)).total_seconds())

    def _add(self, here: int, there: int) -> None:
        """Join two that are both free, unless that would cross a pair."""
        place = bisect(self.found, (here, there))
        before, after = self.found[place - 1] if place else (-1, -1), self.found[place] if place < len(self.found) else (len(self.left), len(self.new))
        if before[0] < here < after[0] and before[1] < there < after[1]:
            insort(self.found, (here, there))
