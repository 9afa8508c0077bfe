"""What was read before: a file that is as it was, among others that are as they were, need not be read again.

A document depends on its own bytes only. An event also depends on what it refers to: on the settings, the assets and all files
that are no events; and, if its text leads to events or to what is gathered from them, on which of those there are; if it calls
another by name (``event:Night Walk``), on the titles of all. An event whose text leads to a heading of another file depends on that
file's text, too; such a one is always read anew, and so is whatever holds a mistake.

What events share is not remembered with each of them, but by its name, so that a site is as much one whole as if it had been read
from the first file to the last.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

from mcsite import memo
from mcsite.content.lookup import Shelves
from mcsite.content.options import Options
from mcsite.content.reading import Reading
from mcsite.content.targets import COLLECTIONS
from mcsite.diagnostics import Diagnostic
from mcsite.ledger.digest import Sight
from mcsite.model.event import UNSETTLED, Event, Identity, Tag
from mcsite.model.library import Workshop
from mcsite.model.origin import Origin
from mcsite.model.people import Partner, Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.prose import Prose
from mcsite.model.settings import Kind
from mcsite.pickles import Naming, pickled, unpickled
from mcsite.source.addresses import scheme
from mcsite.source.document import Document
from mcsite.source.files import Found, SourceFile
from mcsite.source.references import KINDS

_SHARED: Mapping[type, Naming] = dict.fromkeys((Kind, Neighbourhood, Partner, Person, Tag, Venue, Workshop), lambda thing: (type(thing).__name__, thing.slug))
"""What many events refer to: remembered by name."""

_WITHOUT_EVENTS = tuple(f"{folder}/" for folder in (*COLLECTIONS.values(), "assets"))
"""Where addresses lead that are there whatever events there are."""

Told = tuple[Event, tuple[Sight, ...]]
"""An event, and what followers see of its sessions."""
DocumentRead = tuple[Document | None, tuple[Diagnostic, ...]]


def documents_of(files: Iterable[SourceFile], read: Callable[[SourceFile], DocumentRead]) -> Iterator[DocumentRead]:
    """What ``read`` gives for each file."""
    keyed = [(file, _digest((file.path, file.kind, file.slug, file.data))) for file in files]
    memo.foresee("document", [key for _, key in keyed])
    return (_document_of(file, key, read) for file, key in keyed)


def _document_of(file: SourceFile, key: bytes, read: Callable[[SourceFile], DocumentRead]) -> DocumentRead:
    known = memo.recall("document", key)
    if known is not None:
        fields, places, body_line, body = marshal.loads(known)  # noqa: S302 - see above
        return Document(file.path, file.kind, file.slug, fields, Origin(file.path, places, body_line), body), ()
    document, notes = read(file)
    if document is not None and not notes:
        origin = document.origin
        memo.keep("document", key, marshal.dumps((dict(document.fields), dict(origin.places), origin.body_line, document.body)))
    return document, notes


@dataclass(frozen=True)
class Memory:
    """The events that were read before, for one reading of a site."""

    found: Found
    options: Options
    reading: Reading
    shelves: Shelves

    def events_of(self, documents: Sequence[Document], read: Callable[[Document], Told | None]) -> Iterator[Told]:
        """What ``read`` gives for each document, and what it leaves in the reading."""
        memo.foresee("event", [key for document in documents for key in self._keys(document)])
        return (told for document in documents if (told := self._event_of(document, read)))

    def _event_of(self, document: Document, read: Callable[[Document], Told | None]) -> Told | None:
        known = next((found for key in self._keys(document) if (found := memo.recall("event", key))), None)
        return (known and self._again(known, document)) or self._anew(document, read)

    def _again(self, known: bytes, document: Document) -> Told | None:
        """What is remembered; none when a tag or a neighbourhood has been given another spelling, by an event that comes first, since."""
        spelt, shown, told = marshal.loads(known)  # noqa: S302 - see above
        if self._shown(spelt) != shown:
            return None
        notes, event = unpickled(told, self._finder(document))
        self.reading.notes += notes
        return event  # type: ignore[no-any-return]  # pickle knows no types

    def _anew(self, document: Document, read: Callable[[Document], Told | None]) -> Told | None:
        reading = self.reading
        notes, spelt = len(reading.notes), len(reading.spelt)
        told = read(document)
        key = self._key_of(document, told[0]) if told else b""
        if key:
            names = reading.spelt[spelt:]
            memo.keep("event", key, marshal.dumps((names, self._shown(names), _pickled((tuple(reading.notes[notes:]), told), document))))
        return told

    def _shown(self, spelt: Iterable[tuple[str, str]]) -> list[str]:
        """What is shown for tags and neighbourhoods that are spelt in this way."""
        found = [self.reading.tag(title) if what == "tag" else self.reading.neighbourhood(title) for what, title in spelt]
        return [thing.title if thing else "" for thing in found]

    def _key_of(self, document: Document, event: Event) -> bytes:
        """Under which an event is remembered; empty if it is not."""
        leading = [address for _, address in event.body.links]
        if any("#" in address for address in leading):
            return b""
        alone, linked, named = self._keys(document)
        if all(address.startswith(_WITHOUT_EVENTS) for address in leading):
            return alone
        return named if any(scheme(written) in KINDS for written, _ in event.body.links) else linked

    def _keys(self, document: Document) -> tuple[bytes, bytes, bytes]:
        """Under which an event may be remembered: one that leads to no other, one that does, and one that calls another by name."""
        alone = self._surroundings + self._marks[document.path]
        return alone, self._neighbours + alone, self._titles + alone

    @cached_property
    def _marks(self) -> dict[str, bytes]:
        return {file.path: _digest((file.path, file.slug, file.data)) for file in self.found.files if file.kind == "event"}

    @cached_property
    def _surroundings(self) -> bytes:
        """A digest of all that any event may depend on."""
        files = tuple((file.path, file.slug, file.data) for file in self.found.files if file.kind != "event")
        assets = tuple((asset.path, asset.digest, asset.size) for asset in self.found.assets)
        return _digest((files, assets, self.options.base_url))

    @cached_property
    def _neighbours(self) -> bytes:
        """A digest of all that an event may depend on whose text leads to others: which there are, and what is gathered from them."""
        index = self.reading.index
        gathered = tuple((kind, tuple(sorted(slugs))) for kind, slugs in sorted(index.gathered.items()))
        return _digest((tuple(index.documents), tuple(index.by_name), gathered, tuple(sorted(index.held.items()))))

    @cached_property
    def _titles(self) -> bytes:
        """A digest of what others are called, too."""
        titles = tuple((document.path, repr(document.fields.get("title"))) for document in self.reading.index.documents.values())
        return _digest((self._neighbours, titles))

    def _finder(self, document: Document) -> Callable[..., Any]:
        """What is known by each name in the pickle of an event. Raises ``KeyError`` for what is there no more."""
        shared = self._shared

        def find(what: str, *more: Any) -> Any:  # noqa: ANN401 - whatever is remembered by name
            if what in shared:
                return shared[what][more[0]]
            return Prose(document.body, *more) if what == "body" else UNSETTLED if what == "unsettled" else document.origin

        return find

    @cached_property
    def _shared(self) -> dict[str, Any]:
        """What is remembered by name, by the name of its class."""
        shelves, reading = self.shelves, self.reading
        of_shelves = {
            "Venue": shelves.venues.things,
            "Person": shelves.people.things,
            "Partner": shelves.partners.things,
            "Workshop": shelves.workshops.things,
        }
        kinds = {kind.slug: kind for kind in shelves.settings.kinds}
        return {**of_shelves, "Kind": kinds, "Tag": reading.tags, "Neighbourhood": reading.neighbourhoods}


def _pickled(value: object, document: Document) -> bytes:
    """The bytes of what was read of a document; by name what is shared, and what the document knows itself."""
    own: Mapping[type, Naming] = {
        Identity: lambda identity: ("unsettled",) if identity is UNSETTLED else None,
        Origin: lambda origin: ("origin",) if origin is document.origin else None,
        Prose: lambda prose: ("body", prose.links, prose.pictures) if prose == Prose(document.body, prose.links, prose.pictures) else None,
    }
    return pickled(value, {**_SHARED, **own})


def _digest(value: Any) -> bytes:  # noqa: ANN401 - whatever marshal can write
    return blake2b(_spelled(value), digest_size=20).digest()


def _spelled(value: Any) -> bytes:  # noqa: ANN401 - whatever marshal can write
    """Equal values have equal bytes, whether or not their parts are shared."""
    return marshal.dumps(value, 2)
