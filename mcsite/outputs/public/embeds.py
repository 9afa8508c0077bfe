"""Coming sessions for other people's pages: ``embed/`` for a frame, and ``events.json`` beside it for their programs.

The page of a venue, partner or kind has its own below ``embed/``, and ``embed/`` itself is about everything. They need no
script, and have no menu; every link leads out of the frame. Two parameters dress them, colours and face, which stand in one word
after the ``#`` of the address (``#dark``, ``#plain-light``): a fragment is the one part of an address that a page of a static
site can tell apart by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.site import Edition
from mcsite.render.frame import Frame, frame_of
from mcsite.render.listing import by_event, by_value, followed, soonest
from mcsite.render.sessions_json import sessions_json
from mcsite.render.theme import Theme, fill

SHOWN = 12
"""Sessions in a frame; its foot leads to the rest."""

Part = tuple[str, str, tuple[Card, ...]]
"""The address of a page of ours, the title of what it is about, and what comes next there."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``embed/index.html``, and ``embed/COLLECTION/SLUG/`` with ``index.html`` and ``events.json``."""
    settings = edition.site.settings
    if not settings.makes("pages"):
        return
    frame = frame_of(edition, theme.strings)
    yield _framed(theme, frame, addresses.embed(), (addresses.EVENTS, settings.title, edition.coming_cards))
    for part in (*_venues(edition), *_partners(edition), *_kinds(edition)):
        page, _, cards = part
        yield _framed(theme, frame, addresses.embed(page), part)
        yield Artifact(addresses.embed_json(page), sessions_json, {"as_of": edition.today, "cards": cards, "base_url": settings.base_url})


def _framed(theme: Theme, frame: Frame, here: str, part: Part) -> Artifact:
    page, title, cards = part
    inputs = theme.inputs("embed.html", frame, here, page=page, title=title, coming=soonest(cards, SHOWN))
    return Artifact(addresses.file_of(here), fill, inputs)


def _venues(edition: Edition) -> Iterator[Part]:
    coming = by_value(edition.coming_cards, lambda card: (card.venue,))
    return ((addresses.entry("venues", venue.slug), venue.title, coming.get(venue.slug, ())) for venue in edition.site.venues)


def _partners(edition: Edition) -> Iterator[Part]:
    coming = by_event(edition, lambda event: event.partner)
    return ((addresses.entry("partners", partner.slug), partner.title, coming.get(partner.slug, ())) for partner in edition.site.partners)


def _kinds(edition: Edition) -> Iterator[Part]:
    coming = by_value(edition.coming_cards, lambda card: (card.kind.slug,))
    return ((addresses.entry("kinds", slug), title, coming.get(slug, ())) for slug, title in followed(edition, "kinds").items())
