"""Reads everything but the events, kind after kind, in the order in which they refer to each other."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from mcsite.content.library import library_entry_of, page_of, workshop_of
from mcsite.content.lookup import Lookup
from mcsite.content.people import partner_of, person_of
from mcsite.content.places import venue_of
from mcsite.content.reading import Reading
from mcsite.content.standing import Standing
from mcsite.model.settings import Settings
from mcsite.source.document import Document
from mcsite.source.files import Found

T = TypeVar("T")


def standing_of(documents: Collection[Document], found: Found, settings: Settings, reading: Reading) -> Standing:
    """What these documents hold; what is wrong with them is noted."""

    def lookup(kind: str, reader: Callable[[Document], T | None]) -> Lookup[T]:
        known = tuple(document for document in documents if document.kind == kind)
        things = {document.slug: thing for document in known if (thing := reader(document)) is not None}
        return Lookup.of(kind, known, things, (file.slug for file in found.files if file.kind == kind))

    assets = {file.path: file for file in found.assets}
    people = lookup("person", lambda document: person_of(document, reading))
    venues = lookup("venue", lambda document: venue_of(document, reading))
    partners = lookup("partner", lambda document: partner_of(document, reading, venues))
    workshops = lookup("workshop", lambda document: workshop_of(document, reading))
    library = lookup("library", lambda document: library_entry_of(document, reading, people, assets, settings.kinds))
    pages = lookup("page", lambda document: page_of(document, reading))
    return Standing(people, venues, partners, workshops, library, pages)
