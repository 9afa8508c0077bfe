"""Neighbourhoods: what takes place in each part of town, and where: how one finds each place, and gets in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.places import Venue
from mcsite.model.prose import Prose
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.listing import Entry, by_value, feed_of, next_held, soonest
from mcsite.render.sharing import shown_by
from mcsite.render.theme import Theme, fill

COLLECTION = "neighbourhoods"
SHOWN = 12
"""Sessions before the places; the rest is in the calendar of the neighbourhood and in the programme."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``neighbourhoods/index.html`` and ``neighbourhoods/SLUG/index.html``."""
    if not edition.site.settings.makes("pages"):
        return
    frame, coming = frame_of(edition, theme.strings), by_value(edition.coming_cards, _values)
    index = theme.inputs("collection.html", frame, f"{COLLECTION}/", collection=COLLECTION, entries=_entries(edition, coming))
    yield Artifact(addresses.file_of(f"{COLLECTION}/"), fill, index)
    for neighbourhood in edition.site.neighbourhoods:
        here, slug = addresses.entry(COLLECTION, neighbourhood.slug), neighbourhood.slug
        inputs = theme.inputs(
            "neighbourhood.html",
            frame,
            here,
            neighbourhood=neighbourhood,
            venues=_venues(edition, slug, coming.get(slug, ())),
            coming=soonest(coming.get(slug, ()), SHOWN),
            feed=feed_of(edition, COLLECTION, slug),
            shown_as=shown_by(edition, theme, here),
        )
        yield Artifact(addresses.file_of(here), fill, inputs)


def _values(card: Card) -> tuple[str, ...]:
    return (card.neighbourhood.slug,) if card.neighbourhood else ()


def _venues(edition: Edition, slug: str, coming: tuple[Card, ...]) -> tuple[Venue, ...]:
    """The venues of a neighbourhood, and those where something of it takes place, without the texts of their own pages."""
    held_at = {card.venue for card in coming}
    return tuple(
        replace(venue, body=Prose()) for venue in edition.site.venues if venue.slug in held_at or (venue.neighbourhood and venue.neighbourhood.slug == slug)
    )


def _entries(edition: Edition, coming: dict[str, tuple[Card, ...]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(title=each.title, address=addresses.entry(COLLECTION, each.slug), next=next_held(coming.get(each.slug, ())))
        for each in edition.site.neighbourhoods
    )
