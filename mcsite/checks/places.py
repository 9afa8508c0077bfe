"""Checks that everybody knows where to go, and fits in."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic
from mcsite.model.event import Event
from mcsite.model.site import Edition


def ask(edition: Edition) -> Iterator[Diagnostic]:
    """W640: an event has no place; W641: it takes more people than its venue holds."""
    for event in edition.site.events:
        yield from _nowhere(event)
        yield from _crowded(event)


def _nowhere(event: Event) -> Iterator[Diagnostic]:
    if event.venue is None and not event.online:
        yield Diagnostic(
            event.origin.span(), "W640", f"'{event.title}' does not say where it takes place", "add a line such as 'venue: town-hall' or 'online: https://…'"
        )


def _crowded(event: Event) -> Iterator[Diagnostic]:
    room = event.venue.capacity if event.venue else None
    if room is not None and event.capacity is not None and event.capacity > room:
        message = f"'{event.title}' takes {event.capacity} people, but {event.venue.title if event.venue else ''} holds {room}"
        yield Diagnostic(event.origin.span("capacity"), "W641", message, f"write 'capacity: {room}', or correct the capacity of the venue")
