"""Workshops: formats that events reuse, with outline, outcomes and takeaway, and when each is held next."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.listing import Entry, by_event, next_held, soonest
from mcsite.render.sharing import shown_by
from mcsite.render.theme import Theme, fill
from mcsite.render.words_of_time import Words, words

COLLECTION = "workshops"


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``workshops/index.html`` and ``workshops/SLUG/index.html``."""
    if not edition.site.settings.makes("pages"):
        return
    frame, coming = frame_of(edition, theme.strings), by_event(edition, lambda event: event.workshop)
    index = theme.inputs("collection.html", frame, f"{COLLECTION}/", collection=COLLECTION, entries=_entries(edition, coming, words(theme.strings.language)))
    yield Artifact(addresses.file_of(f"{COLLECTION}/"), fill, index)
    for workshop in edition.site.workshops:
        here = addresses.entry(COLLECTION, workshop.slug)
        told = {"coming": soonest(coming.get(workshop.slug, ())), "shown_as": shown_by(edition, theme, here)}
        inputs = theme.inputs("workshop.html", frame, here, workshop=workshop, **told)
        yield Artifact(addresses.file_of(here), fill, inputs, origin=workshop.origin)


def _entries(edition: Edition, coming: dict[str, tuple[Card, ...]], speech: Words) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            title=workshop.title,
            address=addresses.entry(COLLECTION, workshop.slug),
            summary=workshop.summary,
            detail=speech.minutes(workshop.minutes) if workshop.minutes else "",
            image=workshop.image,
            next=next_held(coming.get(workshop.slug, ())),
        )
        for workshop in edition.site.workshops
    )
