"""Partners: who lends a room, where that is, and what takes place with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.people import Partner
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.listing import Entry, by_event, next_held, soonest
from mcsite.render.sharing import shown_by
from mcsite.render.theme import Theme, fill

COLLECTION = "partners"


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``partners/index.html`` and ``partners/SLUG/index.html``."""
    if not edition.site.settings.makes("pages"):
        return
    frame, coming = frame_of(edition, theme.strings), by_event(edition, lambda event: event.partner)
    index = theme.inputs("collection.html", frame, f"{COLLECTION}/", collection=COLLECTION, entries=_entries(edition, coming))
    yield Artifact(addresses.file_of(f"{COLLECTION}/"), fill, index)
    for partner in edition.site.partners:
        here = addresses.entry(COLLECTION, partner.slug)
        told = {"coming": soonest(coming.get(partner.slug, ())), "shown_as": shown_by(edition, theme, here)}
        inputs = theme.inputs("partner.html", frame, here, partner=_public(partner), **told)
        yield Artifact(addresses.file_of(here), fill, inputs, origin=partner.origin)


def _public(partner: Partner) -> Partner:
    """A partner without what is for the organiser alone: no template can show what it was not given."""
    return replace(partner, contact="", code="")


def _entries(edition: Edition, coming: dict[str, tuple[Card, ...]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            title=partner.title,
            address=addresses.entry(COLLECTION, partner.slug),
            summary=partner.summary,
            detail=partner.venue.neighbourhood.title if partner.venue and partner.venue.neighbourhood else "",
            image=partner.image,
            next=next_held(coming.get(partner.slug, ())),
        )
        for partner in edition.site.partners
    )
