"""Checks that no open series runs out of confirmed dates unnoticed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mcsite.diagnostics import Diagnostic
from mcsite.model.event import Event, Session
from mcsite.model.promise import promised_until
from mcsite.model.site import Edition
from mcsite.model.window import months_later
from mcsite.schedule.english import day_words
from mcsite.schedule.expand import expand

NOTICE = timedelta(weeks=2)
"""So long before the last confirmed day its editor is reminded."""
FURTHER = 3
"""Months that are proposed to be confirmed next."""
LOOKED_AHEAD = 24
"""Months after these in which the next session is looked for, so that of a yearly one it is found."""


def ask(edition: Edition) -> Iterator[Diagnostic]:
    """W650: the dates of a series that goes on are confirmed for two more weeks at most, or no more at all."""
    for event in edition.site.events:
        sessions = edition.sessions_of[event.slug]
        last = promised_until(event, sessions)
        if last and edition.today >= last - NOTICE:
            further = f"if it goes on, write 'confirmed_until: {_proposed(event, last, edition.today)}'"
            yield Diagnostic(event.origin.span("confirmed_until"), "W650", _said(event, last, edition.today), f"{further}; {_ending(event, sessions, last)}")


def _said(event: Event, last: date, today: date) -> str:
    are = "are" if last >= today else "were"
    return f"the dates of '{event.title}' {are} confirmed until {day_words(last)}; nothing after that is published"


def _ending(event: Event, sessions: Sequence[Session], last: date) -> str:
    if any(session.of is not None for session in sessions):
        return "or take the line out, because the series says itself when it ends"
    if ("when",) in event.origin.places:
        return f"if it ends, take the line out and write 'until {last}' at the end of 'when'"
    return f"if it ends, write 'until: {last}' in its place"


def _proposed(event: Event, last: date, today: date) -> date:
    """Some months from the last confirmed day, or from today if that is over; further if the next session is later still."""
    ahead = months_later(max(last, today), FURTHER)
    later = expand(replace(event.schedule, confirmed_until=months_later(ahead, LOOKED_AHEAD)))
    following = next((occurrence.day for occurrence in later.occurrences if occurrence.day > last), ahead)
    return max(ahead, following)
