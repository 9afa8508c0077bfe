"""The ways in which sessions are filtered: by kind, tag, venue, neighbourhood and host.

A value exists when a session has it, coming or past, so that what somebody follows stays there when the season is over.
People without a public page are no facet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mcsite import kept
from mcsite.model.event import Session


@dataclass(frozen=True, slots=True, order=True)
class Facet:
    """One value: ``tags``, ``desk``, ``Desk work``. ``name`` is one of ``addresses.FACETS``; the title is as it was first written."""

    name: str
    slug: str
    title: str = field(compare=False)


def facets_of(session: Session) -> tuple[Facet, ...]:
    """Every value that a session has."""
    return kept.again(_facets, session)


def _facets(session: Session) -> tuple[Facet, ...]:
    return tuple(_each_facet(session))


def _each_facet(session: Session) -> Iterator[Facet]:
    event = session.event
    yield Facet("kinds", event.kind.slug, event.kind.title)
    yield from (Facet("tags", tag.slug, tag.title) for tag in event.tags)
    if session.venue:
        yield Facet("venues", session.venue.slug, session.venue.title)
    if session.neighbourhood:
        yield Facet("neighbourhoods", session.neighbourhood.slug, session.neighbourhood.title)
    yield from (Facet("hosts", host.slug, host.title) for host in session.hosts if host.public)


def by_facet(sessions: Iterable[Session]) -> dict[Facet, tuple[Session, ...]]:
    """The sessions of every value, sorted by value; within one, in the order given."""
    found: dict[Facet, list[Session]] = {}
    for session in sessions:
        for facet in facets_of(session):
            found.setdefault(facet, []).append(session)
    return {facet: tuple(found[facet]) for facet in sorted(found)}
