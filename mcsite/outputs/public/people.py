"""The people who hold the sessions: those who are public, with their registration and what they hold next."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.people import Person
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.listing import Entry, by_value, feed_of, next_held, soonest
from mcsite.render.sharing import shown_by
from mcsite.render.theme import Theme, fill

COLLECTION = "people"


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``people/index.html`` and ``people/SLUG/index.html``, of public people alone."""
    if not edition.site.settings.makes("pages"):
        return
    people = tuple(person for person in edition.site.people if person.public)
    frame, coming = frame_of(edition, theme.strings), by_value(edition.coming_cards, _hosts)
    index = theme.inputs("collection.html", frame, f"{COLLECTION}/", collection=COLLECTION, entries=_entries(people, coming))
    yield Artifact(addresses.file_of(f"{COLLECTION}/"), fill, index)
    for person in people:
        here = addresses.entry(COLLECTION, person.slug)
        told = {"coming": soonest(coming.get(person.slug, ())), "feed": feed_of(edition, "hosts", person.slug)}
        inputs = theme.inputs("person.html", frame, here, person=person, **told, shown_as=shown_by(edition, theme, here))
        yield Artifact(addresses.file_of(here), fill, inputs, origin=person.origin)


def _hosts(card: Card) -> tuple[str, ...]:
    return tuple(slug for slug, _ in card.hosts)


def _entries(people: tuple[Person, ...], coming: dict[str, tuple[Card, ...]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            title=person.title,
            address=addresses.entry(COLLECTION, person.slug),
            summary=person.summary,
            detail=person.role,
            image=person.image,
            next=next_held(coming.get(person.slug, ())),
        )
        for person in people
    )
