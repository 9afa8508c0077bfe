"""Lists of sessions and of entries, cut and sorted for pages: by page, by month, by what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from mcsite.model import addresses
from mcsite.model.event import Card, Event
from mcsite.model.prose import Picture
from mcsite.model.site import Edition

LEAF = 150
"""Sessions on one page of a long list."""
SOONEST = 24
"""Sessions on the page of a venue, a tag and so on; the rest is in its calendar."""


class _Named(Protocol):
    """What has a page of its own."""

    @property
    def slug(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a long list, by number ``of`` so many; ``previous`` and ``following`` are the addresses of its neighbours, or empty."""

    cards: tuple[Card, ...]
    address: str
    number: int
    of: int
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Soonest:
    """The next sessions of a group, and how many there are beyond them."""

    cards: tuple[Card, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of an index: a venue, a workshop, a tag. ``detail`` is a short word beside the title; ``next`` is the next session there."""

    title: str
    address: str
    summary: str = ""
    detail: str = ""
    image: Picture | None = None
    next: Card | None = None


def leaves(cards: tuple[Card, ...], address: str, size: int = LEAF) -> Iterator[Leaf]:
    """The pages of a list that begins at an address: ``events/``, ``events/page/2/``, …; at least one, which may be empty."""
    parts = [cards[start : start + size] for start in range(0, len(cards), size)] or [()]
    places = [address, *(f"{address}page/{number}/" for number in range(2, len(parts) + 1)), ""]
    for number, part in enumerate(parts, 1):
        previous = places[number - 2] if number > 1 else ""
        yield Leaf(part, places[number - 1], number, len(parts), previous, places[number])


def soonest(cards: tuple[Card, ...], limit: int = SOONEST) -> Soonest:
    """The first of some sessions."""
    return Soonest(cards[:limit], max(0, len(cards) - limit))


def by_value(cards: Iterable[Card], values: Callable[[Card], Iterable[str]]) -> dict[str, tuple[Card, ...]]:
    """Sessions by each value that they have, in their order."""
    found: dict[str, list[Card]] = {}
    for card in cards:
        for value in values(card):
            found.setdefault(value, []).append(card)
    return {value: tuple(group) for value, group in found.items()}


def by_event(edition: Edition, named: Callable[[Event], _Named | None]) -> dict[str, tuple[Card, ...]]:
    """The coming sessions by the slug of something that their event names, and their cards do not, such as its partner."""
    found: dict[str, list[Card]] = {}
    for session, card in zip(edition.coming, edition.coming_cards, strict=True):
        if thing := named(session.event):
            found.setdefault(thing.slug, []).append(card)
    return {slug: tuple(cards) for slug, cards in found.items()}


def next_held(cards: Iterable[Card]) -> Card | None:
    """The first that takes place: not cancelled, not postponed."""
    return next((card for card in cards if card.status.takes_place), None)


def followed(edition: Edition, facet: str) -> dict[str, str]:
    """Slugs and titles of all values of a facet that have sessions, and so a feed to follow, sorted by title."""
    found = ((each.title, each.slug) for each in edition.facets if each.name == facet)
    return {slug: title for title, slug in sorted(found)}


def feed_of(edition: Edition, facet: str, slug: str) -> str:
    """The address of the feed of one value, or nothing where there is none."""
    has = edition.site.settings.makes("calendars") and slug in followed(edition, facet)
    return addresses.facet_feed(facet, slug) if has else ""
