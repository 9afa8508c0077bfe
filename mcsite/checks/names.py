"""Checks that every name which followers and links rely on is given only once."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic
from mcsite.model.event import Event
from mcsite.model.site import Edition


def ask(edition: Edition) -> Iterator[Diagnostic]:
    """E641: two events with one identity; E642: an alias that is another event's address."""
    events = edition.site.events
    yield from _identities(events)
    yield from _aliases(events)


def _identities(events: tuple[Event, ...]) -> Iterator[Diagnostic]:
    owners: dict[str, Event] = {}
    for event in events:
        name = event.uid or event.identity or event.slug
        owner = owners.setdefault(name, event)
        if owner is not event:
            culprit, other = (event, owner) if event.uid or event.identity else (owner, event)
            message = f"the identity '{name}' is also that of {other.origin.path}; followers' calendars would take the two for one"
            yield Diagnostic(culprit.origin.span("uid" if event.uid else "id"), "E641", message, "give one of the two another id, or leave the line out")


def _aliases(events: tuple[Event, ...]) -> Iterator[Diagnostic]:
    owners = {event.slug: event for event in events}
    for event in events:
        for index, alias in enumerate(event.aliases):
            owner = owners.setdefault(alias, event)
            if owner is not event or alias == event.slug:
                message = f"the alias '{alias}' is already the address of {owner.origin.path}"
                yield Diagnostic(event.origin.span("aliases", index), "E642", message, "leave this alias out, or rename the other event")
