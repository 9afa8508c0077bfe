"""Nothing vanishes: for each event that lacks sessions which followers have, one question, with the line to write for each answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from mcsite.diagnostics import Diagnostic, Span
from mcsite.ledger.matching import local_name
from mcsite.ledger.proposals import adding, cancelling, instead, moving, withdrawing
from mcsite.model import addresses
from mcsite.model.event import Event
from mcsite.model.ledger import Published
from mcsite.model.schedule import Days
from mcsite.model.settings import Settings
from mcsite.schedule.english import day_words, listed, typed

NAMED = 3
"""Sessions that a message names; of the others it gives the number."""
PROPOSED = 30
"""Sessions that the lines of an answer hold: more are no line that a person would paste. The others are asked about after that."""
_LONGEST_TITLE = 30
_NEXT_CASE = "\n"
"""Between the answers to one question: each is a line of its own."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is in the folder: events by their permanent names, and the path and the reason of those that are held back, by slug.

    ``complete`` is false when a file of an event could not be read: then nobody can say that an event is gone.
    """

    settings: Settings
    events: Mapping[str, Event]
    held_back: Mapping[str, tuple[str, str]]
    complete: bool


def missing(vanished: Iterable[Published], source: Source) -> tuple[Published, ...]:
    """Those that are gone for certain: what cannot be read may still speak of the others."""
    return tuple(known for known in vanished if source.complete or known.series in source.events or known.slug in source.held_back)


def questions(gone: Iterable[Published], source: Source) -> Iterator[Diagnostic]:
    """One for each event, or for each entry of ``skip`` or ``closed`` that hides sessions. ``gone`` are those that are ``missing``."""
    by_series = sorted(gone, key=lambda known: (known.series, known.key))
    for series, group in groupby(by_series, lambda known: known.series):
        lost, event = tuple(group), source.events.get(series)
        if event:
            yield from _of_event(lost, event, source.settings)
        elif lost[0].slug in source.held_back:
            yield _held_back(lost, *source.held_back[lost[0].slug], source.settings)
        else:
            yield _without_file(lost, source.settings)


def answers(question: Diagnostic) -> tuple[tuple[str, str], ...]:
    """What a question proposes: each case, ``called off``, and what to write then."""
    parts = (answer.partition(": ") for answer in question.help.split(_NEXT_CASE))
    return tuple((case, line) for case, _, line in parts)


def _without_file(gone: Sequence[Published], settings: Settings) -> Diagnostic:
    slug, name = gone[0].slug, local_name(gone[0].series)
    message = f"{_title(gone)} was announced, and its file is gone: {_named(gone)}"
    help_ = (
        "called off or moved: put the file back, with 'status: cancelled' or another 'start'",
        f"renamed: write 'aliases: [{slug}]' or 'id: {name}' into the new file",
        _never_meant([addresses.event(slug)], settings),
    )
    return Diagnostic(Span(f"content/events/{slug}.md"), "E901", message, _NEXT_CASE.join(help_))


def _held_back(gone: Sequence[Published], path: str, reason: str, settings: Settings) -> Diagnostic:
    message = f"{_title(gone)} was announced, and is held back now, because {reason}: {_named(gone)}"
    called_off = "called off: take out the line that holds it back, and write 'status: cancelled'"
    return Diagnostic(Span(path), "E904", message, _NEXT_CASE.join((called_off, _never_meant([addresses.event(gone[0].slug)], settings))))


def _of_event(gone: Sequence[Published], event: Event, settings: Settings) -> Iterator[Diagnostic]:
    """Those on days that are skipped now are asked about there, the others together."""
    skipped: dict[tuple[Span, str], list[Published]] = {}
    others = []
    for known in gone:
        found = _skipping(_day(known), event, settings)
        if found:
            skipped.setdefault(found, []).append(known)
        else:
            others.append(known)
    for (span, reason), hidden in skipped.items():
        yield _skipped(hidden, event, span, reason, settings)
    if others:
        yield _lost(others, event, settings)


def _skipping(day: date, event: Event, settings: Settings) -> tuple[Span, str] | None:
    """The entry that takes a day out of a series, and its reason."""
    if not any(days.first == day for days in event.skipped):
        return None
    for origin, field, entries in ((event.origin, "skip", event.schedule.skip), (settings.origin, "closed", event.schedule.closed)):
        for days in entries:
            if days.first <= day <= days.last:
                written = (field, _written(days))
                return origin.key(*written) if written in origin.places else origin.span(_dates(event)), days.reason
    return None


def _written(days: Days) -> str:
    return f"{days.first}" if days.first == days.last else f"{days.first}..{days.last}"


def _skipped(gone: Sequence[Published], event: Event, span: Span, reason: str, settings: Settings) -> Diagnostic:
    message = f"{_title(gone)} was announced for a day that is left out now: {_named(gone)}"
    line = cancelling(event, {_key(known): reason for known in gone[:PROPOSED]})
    called_off = f"called off: write '{line}' in {event.origin.path}{instead(event.origin, 'cancelled')}, so that followers are told, and leave it out here"
    return Diagnostic(span, "E903", message, _NEXT_CASE.join((called_off, _never_meant(_pages(gone), settings))))


def _lost(gone: Sequence[Published], event: Event, settings: Settings) -> Diagnostic:
    message = f"{_title(gone)} was announced for days that are not in this file any more: {_named(gone)}"
    last, asked = max(_day(known) for known in gone), gone[:PROPOSED]
    confirmed = event.schedule.confirmed_until
    if confirmed and last > confirmed:
        field, back, span = "confirmed_until", f"confirmed_until: {last}", event.origin.span("confirmed_until")
    else:
        field, back, span = "extra", adding(event, map(_start, asked)), event.origin.span(_dates(event))
    called_off, moved = cancelling(event, {_key(known): "" for known in asked}), moving(event, {_key(known): _elsewhen(known) for known in asked})
    answers = (
        f"called off: write '{back}' and '{called_off}'{instead(event.origin, field, 'cancelled')}",
        f"moved: '{back}' and '{moved}'{instead(event.origin, field, 'moved')}",
        *_renamed(gone, event),
        _never_meant(_pages(gone), settings),
    )
    return Diagnostic(span, "E902", message, _NEXT_CASE.join(answers))


def _renamed(gone: Sequence[Published], event: Event) -> Iterator[str]:
    """Perhaps the file was renamed, and another one has its name now. An event that says who it is is not taken for another."""
    if not event.identity and not event.uid:
        name = local_name(gone[0].series)
        yield f"renamed: write 'id: {name}' into the file that has them now, and 'id: {name}-2' into this one"


def _dates(event: Event) -> str:
    """The field that says on which days it is."""
    return "when" if ("when",) in event.origin.places else "start"


def _pages(gone: Sequence[Published]) -> list[str]:
    return [addresses.session(known.slug, known.key) for known in gone[:PROPOSED]]


def _never_meant(pages: Iterable[str], settings: Settings) -> str:
    return f"never meant: write '{withdrawing(settings, pages)}' into content/site.md{instead(settings.origin, 'withdrawn')}"


def _title(gone: Sequence[Published]) -> str:
    title = gone[0].title
    return f"'{title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + '…'}'"


def _named(gone: Sequence[Published]) -> str:
    """``Tuesday 24 February 2026 and 3 more``."""
    days = list(dict.fromkeys(day_words(known.when.first_day) for known in gone))
    return listed(days) if len(days) <= NAMED else f"{', '.join(days[:NAMED])} and {len(days) - NAMED} more"


def _day(known: Published) -> date:
    return date.fromisoformat(known.key[:10])


def _key(known: Published) -> str:
    """As an editor names a session: by its original date, with the time where a day has two."""
    return f"{known.key[:10]} {known.key[11:13]}:{known.key[13:]}" if len(known.key) > len("2026-01-06") else known.key


def _start(known: Published) -> str:
    """The moment at which it was to begin, as an editor writes it."""
    start = known.when.start
    return typed(datetime.combine(_day(known), start.time())) if isinstance(start, datetime) else typed(_day(known))


def _elsewhen(known: Published) -> str:
    start = known.when.start
    day = date.fromordinal(_day(known).toordinal() + 1)
    return typed(datetime.combine(day, start.time())) if isinstance(start, datetime) else typed(day)
