"""Search: a page with everything from A to Z, and an index for those whose browsers run scripts.

The page is complete by itself. Where there is script, it offers a field, and fetches the engine and the few pieces of the index that
a search needs only when somebody uses it. What is over or called off is found too, but late, and is not in the list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from mcsite.build.artifact import Artifact
from mcsite.build.bundle import Bundle
from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.library import Workshop
from mcsite.model.people import Partner
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.prose import Prose
from mcsite.model.site import Edition
from mcsite.render.frame import Frame, frame_of
from mcsite.render.policy import content_security_policy
from mcsite.render.search_engine import Document, index
from mcsite.render.theme import Theme, fill


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the list: a page, its title, and the collection that it is in."""

    address: str
    title: str
    kind: str


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact | Bundle]:
    """``search/index.html``, and the index below ``search/index/``."""
    settings = edition.site.settings
    if settings.makes("pages") and settings.makes("search"):
        documents = tuple(sorted(_documents(edition), key=lambda document: document.address))
        frame = replace(frame_of(edition, theme.strings), policy=content_security_policy(edition.site, in_header=False, searches=True))
        yield _page(theme, frame, documents)
        inputs = {"documents": documents, "language": settings.language, "base_path": settings.base_path}
        yield Bundle(addresses.SEARCH_INDEX, index, inputs)


def _page(theme: Theme, frame: Frame, documents: tuple[Document, ...]) -> Artifact:
    places = [Place(document.address, document.title, document.kind) for document in documents if not document.minor]
    ordered = sorted(places, key=lambda place: (_spelled(place.title), place.address))
    letters = tuple((letter, tuple(group)) for letter, group in groupby(ordered, lambda place: _letter(place.title)))
    return Artifact(addresses.file_of(addresses.SEARCH), fill, theme.inputs("search.html", frame, addresses.SEARCH, letters=letters))


def _spelled(title: str) -> str:
    """A title as it is looked for: Élan stands between Eight and Elbow, wherever it is read, and a quote before it counts for nothing."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", title) if sign.isalnum() or sign == " ")
    return plain.strip().casefold()


def _letter(title: str) -> str:
    """The letter under which a title stands; all digits stand under one sign."""
    first = _spelled(title)[:1].upper()
    return first if first.isalpha() else "#"


def _documents(edition: Edition) -> Iterator[Document]:
    site = edition.site
    yield from _events(edition)
    for workshop in site.workshops:
        texts = (workshop.summary, *workshop.outcomes, *(text for _, text in workshop.outline), *workshop.materials)
        yield _document("workshops", workshop.slug, workshop.title, texts, workshop.body, workshop.takeaway)
    for entry in site.library:
        yield _document("library", entry.slug, entry.title, (entry.kind, entry.summary, entry.credit, " ".join(entry.tags)), entry.body)
    for venue in site.venues:
        access = (f"{label}: {fact}" for label, fact in venue.access)
        yield _document("venues", venue.slug, venue.title, (venue.summary, venue.location, _title(venue.neighbourhood), venue.directions, *access), venue.body)
    for person in site.people:
        if person.public:
            yield _document("people", person.slug, person.title, (person.role, person.summary), person.body)
    for partner in site.partners:
        yield _document("partners", partner.slug, partner.title, (partner.summary, _title(partner.venue)), partner.body)
    for neighbourhood in site.neighbourhoods:
        yield _document("neighbourhoods", neighbourhood.slug, neighbourhood.title, ())
    for page in site.pages:
        yield Document(address=addresses.page(page.slug), title=page.title, kind="pages", texts=(page.summary,), prose=(page.body,))


def _document(collection: str, slug: str, title: str, texts: tuple[str, ...], *prose: Prose) -> Document:
    return Document(address=addresses.entry(collection, slug), title=title, kind=collection, texts=texts, prose=prose)


def _events(edition: Edition) -> Iterator[Document]:
    """Events, each with what its sessions say besides. One of which nothing is held any more is minor."""
    held = {session.event.slug for session in edition.coming if session.status.takes_place}
    for event in edition.site.events:
        texts = (event.summary, event.kind.title, *_around(event), *_of_sessions(event, edition.sessions_of[event.slug]))
        minor = event.slug not in held
        yield Document(address=addresses.event(event.slug), title=event.title, kind="events", texts=texts, prose=(event.body,), minor=minor)


def _around(event: Event) -> Iterator[str]:
    yield from (_title(event.workshop), event.venue.location if event.venue else "", _title(event.neighbourhood), _title(event.partner))
    yield ", ".join(host.title for host in event.hosts if host.public)
    yield ", ".join(tag.title for tag in event.tags)


def _of_sessions(event: Event, sessions: tuple[Session, ...]) -> Iterator[str]:
    """Titles, summaries and notes of single sessions that differ from the event's, once each."""
    said = (text for session in sessions for text in (session.title, session.summary, session.note))
    yield from dict.fromkeys(text for text in said if text not in {"", event.title, event.summary})


def _title(thing: Workshop | Venue | Neighbourhood | Partner | None) -> str:
    return thing.title if thing else ""
