"""Topics: what is held under each tag."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.listing import Entry, by_value, feed_of, followed, next_held, soonest
from mcsite.render.theme import Theme, fill

COLLECTION = "tags"


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``tags/index.html`` and ``tags/SLUG/index.html``."""
    if not edition.site.settings.makes("pages"):
        return
    frame, titles = frame_of(edition, theme.strings), followed(edition, COLLECTION)
    coming = by_value(edition.coming_cards, _values)
    index = theme.inputs("collection.html", frame, f"{COLLECTION}/", collection=COLLECTION, entries=_entries(titles, coming))
    yield Artifact(addresses.file_of(f"{COLLECTION}/"), fill, index)
    for slug, title in titles.items():
        here = addresses.entry(COLLECTION, slug)
        inputs = theme.inputs(
            "group.html", frame, here, title=title, collection=COLLECTION, coming=soonest(coming.get(slug, ())), feed=feed_of(edition, COLLECTION, slug)
        )
        yield Artifact(addresses.file_of(here), fill, inputs)


def _values(card: Card) -> tuple[str, ...]:
    return tuple(tag.slug for tag in card.tags)


def _entries(titles: dict[str, str], coming: dict[str, tuple[Card, ...]]) -> tuple[Entry, ...]:
    return tuple(Entry(title=title, address=addresses.entry(COLLECTION, slug), next=next_held(coming.get(slug, ()))) for slug, title in titles.items())
