"""Checks that no session which people look forward to is put on a day that is over: the year before, most often, in January."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic, Span
from mcsite.model.event import Session, Status
from mcsite.model.ledger import Published
from mcsite.model.moment import instant
from mcsite.model.site import Edition
from mcsite.schedule.english import day_words

_HELP = "if the day is a slip, write the one that was meant; if it did take place then, nothing is to be done: it is asked once"


def ask(edition: Edition) -> Iterator[Diagnostic]:
    """W651: a session that was announced as coming is over now, not because time went by but because its file says another day.

    The first of each event is named. The next edition does not ask again: by then it is published that it was on that day.
    """
    now, asked = instant(edition.now), set[str]()
    awaited = {known.uid: known for known in edition.previous.sessions if not known.withdrawn and instant(known.when.ends) > now}
    for session in edition.past:
        known = awaited.get(session.identity.uid)
        if known and session.status is not Status.CANCELLED and session.event.slug not in asked:
            asked.add(session.event.slug)
            yield Diagnostic(_written(session), "W651", _said(session, known), _HELP)


def _said(session: Session, known: Published) -> str:
    then, before = day_words(session.when.first_day), day_words(known.when.first_day)
    return f"'{session.title}' was announced for {before}, which is still to come, and is on {then} now, which is over"


def _written(session: Session) -> Span:
    """Where the day is written: with what is moved, or with the event's own days."""
    origin = session.event.origin
    if session.status is Status.MOVED:
        return origin.span("moved", session.key[:10])
    return origin.span("when" if ("when",) in origin.places else "start")
