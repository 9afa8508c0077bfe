"""Kinds of gathering and topics: what is held of each kind, and under each tag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.listing import LEAF, Entry, by_value, feed_of, followed, next_held, soonest
from mcsite.render.theme import Theme, fill

_VALUES: Mapping[str, Callable[[Card], tuple[str, ...]]] = {
    "kinds": lambda card: (card.kind.slug,),
    "tags": lambda card: tuple(tag.slug for tag in card.tags),
}
"""What a session counts among, by the folder of the pages."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``kinds/index.html`` and ``kinds/SLUG/index.html``; ``tags/index.html`` and ``tags/SLUG/index.html``."""
    if edition.site.settings.makes("pages"):
        for collection in _VALUES:
            yield from _collection(edition, theme, collection)


def _collection(edition: Edition, theme: Theme, collection: str) -> Iterator[Artifact]:
    frame, titles = frame_of(edition, theme.strings), followed(edition, collection)
    coming = by_value(edition.coming_cards, _VALUES[collection])
    entries = tuple(Entry(title=title, address=addresses.entry(collection, slug), next=next_held(coming.get(slug, ()))) for slug, title in titles.items())
    index = theme.inputs("collection.html", frame, f"{collection}/", collection=collection, entries=entries)
    yield Artifact(addresses.file_of(f"{collection}/"), fill, index)
    for slug, title in titles.items():
        here, feed = addresses.entry(collection, slug), feed_of(edition, collection, slug)
        inputs = theme.inputs("group.html", frame, here, title=title, collection=collection, coming=soonest(coming.get(slug, ()), LEAF), feed=feed)
        yield Artifact(addresses.file_of(here), fill, inputs)
