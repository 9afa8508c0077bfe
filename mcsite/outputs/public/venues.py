"""Venues: where they are, how one gets in, and what comes next there."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.site import Edition
from mcsite.render.desk import printable
from mcsite.render.fonts import fonts_of
from mcsite.render.frame import frame_of
from mcsite.render.listing import LEAF, Entry, by_value, feed_of, next_held, soonest
from mcsite.render.sharing import shown_by
from mcsite.render.theme import Theme, fill
from mcsite.render.venue_notice import venue_notices

COLLECTION = "venues"


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``venues/index.html`` and ``venues/SLUG/index.html``."""
    if not edition.site.settings.makes("pages"):
        return
    frame, coming = frame_of(edition, theme.strings), by_value(edition.coming_cards, lambda card: (card.venue,))
    notices = dict(printable(venue_notices(edition, theme.strings), theme.prints, fonts_of(edition.site)))
    index = theme.inputs("collection.html", frame, f"{COLLECTION}/", collection=COLLECTION, entries=_entries(edition, coming))
    yield Artifact(addresses.file_of(f"{COLLECTION}/"), fill, index)
    for venue in edition.site.venues:
        here = addresses.entry(COLLECTION, venue.slug)
        told = {"coming": soonest(coming.get(venue.slug, ()), LEAF), "feed": feed_of(edition, COLLECTION, venue.slug), "notice": here in notices}
        inputs = theme.inputs("venue.html", frame, here, venue=venue, **told, shown_as=shown_by(edition, theme, here))
        yield Artifact(addresses.file_of(here), fill, inputs, origin=venue.origin)


def _entries(edition: Edition, coming: dict[str, tuple[Card, ...]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            title=venue.title,
            address=addresses.entry(COLLECTION, venue.slug),
            summary=venue.summary,
            detail=venue.neighbourhood.title if venue.neighbourhood else "",
            image=venue.image,
            next=next_held(coming.get(venue.slug, ())),
        )
        for venue in edition.site.venues
    )
