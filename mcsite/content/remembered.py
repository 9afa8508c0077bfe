"""What was read before: an event that is as it was, among other files that are as they were, need not be read again.

What its fields say depends on themselves and on what they refer to: on the settings, the assets and all files that are no events. What is
published of it depends on its text, too; and, if that leads to events or to what is gathered from them, on which of those there are; if it
calls another by name (``event:Night Walk``), on the titles of all. A text that leads to a heading of another file depends on that file's text,
too; such a one is always read anew, and so is whatever holds a mistake.

What events share is not remembered with each of them, but by its name, so that a site is as much one whole as if it had been read
from the first file to the last.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from mcsite import kept, memo
from mcsite.content.dependence import Dependence, digest
from mcsite.content.drafts import Draft, Told
from mcsite.content.lookup import Shelves
from mcsite.content.reading import Reading
from mcsite.content.sessions import sessions_of
from mcsite.content.targets import COLLECTIONS
from mcsite.diagnostics import Diagnostic
from mcsite.ledger.digest import Sight
from mcsite.model.event import Event, Tag
from mcsite.model.library import Workshop
from mcsite.model.origin import Origin
from mcsite.model.people import Partner, Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.prose import Prose
from mcsite.model.settings import Kind
from mcsite.pickles import Naming, pickled, unpickled
from mcsite.source.addresses import scheme
from mcsite.source.document import Document
from mcsite.source.files import SourceFile
from mcsite.source.references import KINDS

_SHARED: Mapping[type, Naming] = dict.fromkeys((Kind, Neighbourhood, Partner, Person, Tag, Venue, Workshop), lambda thing: (type(thing).__name__, thing.slug))
"""What many events refer to: remembered by name."""

_FIELDS, _TEXT = "event's fields", "event"

Drafted = tuple[Draft, list[str]]
"""What the fields of an event say, and what is shown for its tags and neighbourhoods."""

_WITHOUT_EVENTS = tuple(f"{folder}/" for folder in (*COLLECTIONS.values(), "assets"))
"""Where addresses lead that are there whatever events there are."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was made of a document, with what is noted of it, and what was ``shown`` for its tags and neighbourhoods as they are ``spelt``.

    It depends on what was ``around``; ``rank`` says on how much of that (see ``Memory.keys``).
    """

    spelt: Sequence[tuple[str, str]]
    shown: list[str]
    notes: tuple[Diagnostic, ...]
    told: Told
    around: tuple[object, ...]
    rank: int


@dataclass(frozen=True)
class Memory:
    """The events that were read before, for one reading of a site."""

    dependence: Dependence
    reading: Reading
    shelves: Shelves
    naming: ClassVar[Mapping[type, Naming]] = _SHARED
    """What events share, by name."""

    def foresee(self, documents: Sequence[Document]) -> None:
        """Say which documents will be asked for."""
        memo.foresee(_FIELDS, [self._key_of_fields(document) for document in documents])
        memo.foresee(_TEXT, [key for document in documents for key in self.keys(document)])

    def number_of_new(self, documents: Iterable[Document]) -> int:
        """Of how many not even the fields are remembered."""
        return sum(memo.recall(_FIELDS, self._key_of_fields(document)) is None for document in documents)

    def event_of(self, document: Document, read: Callable[[Document], Draft | None]) -> Told | None:
        """The event of a document, and what it leaves in the reading; ``read`` gives what its fields say."""
        if (still := self.still_known(document)) and (told := self._believed(still)):
            return told
        reading = self.reading
        notes, spelt = len(reading.notes), len(reading.spelt)
        found = self._draft_again(document) or self._draft_anew(document, read)
        event = found and (self._told_again(document, *found) or self._told_anew(document, *found))
        if kept.is_keeping() and event and (rank := self.rank(event[0])) is not None:
            names = reading.spelt[spelt:]
            return self._know(document, Known(names, self.shown(names), tuple(reading.notes[notes:]), event, self._around[rank], rank)).told
        return event

    def still_known(self, document: Document) -> Known | None:
        """What this process made of the same document when it built last, unless something has changed that it depends on."""
        known: Known | None = kept.recall(_TEXT, document)
        return known if known and known.around == self._around[known.rank] else None

    def _know(self, document: Document, known: Known) -> Known:
        """Keep what was made of a document. What is around it may have changed, and yet nothing come of it: then it is the last build's."""
        before: Known | None = kept.recall(_TEXT, document)
        if before and before.around[0] == known.around[0] and before.told == known.told:
            known = replace(known, told=before.told)
        return kept.keep(known, _TEXT, document)

    def _believed(self, known: Known) -> Told | None:
        """What is known, and what that leaves in the reading; nothing where a tag or a neighbourhood has been given another spelling since."""
        if self.shown(known.spelt) != known.shown:
            return None
        self.reading.notes += known.notes
        return known.told

    @cached_property
    def _around(self) -> tuple[tuple[object, ...], ...]:
        """All that an event may depend on besides its own document, in the order of ``keys``."""
        shelves = self.shelves
        alone = (self.dependence.surroundings, shelves.settings, shelves.venues, shelves.people, shelves.partners, shelves.workshops)
        return alone, (*alone, self.dependence.neighbours), (*alone, self.dependence.titles)

    def _draft_again(self, document: Document) -> Drafted | None:
        """What is remembered; none when a tag or a neighbourhood has been given another spelling, by an event that comes first, since."""
        known = memo.recall(_FIELDS, self._key_of_fields(document))
        if known is None:
            return None
        spelt, shown, drafted = marshal.loads(known)  # noqa: S302 - the memory is believed only where it came about
        if self.shown(spelt) != shown:
            return None
        notes, draft = unpickled(drafted, self._finder(document))
        self.reading.notes += notes
        return draft, shown

    def _draft_anew(self, document: Document, read: Callable[[Document], Draft | None]) -> Drafted | None:
        reading = self.reading
        notes, spelt = len(reading.notes), len(reading.spelt)
        draft = read(document)
        if draft is None:
            return None
        names = reading.spelt[spelt:]
        shown = self.shown(names)
        memo.keep(_FIELDS, self._key_of_fields(document), marshal.dumps((names, shown, _pickled((tuple(reading.notes[notes:]), draft), document))))
        return draft, shown

    def _told_again(self, document: Document, draft: Draft, shown: list[str]) -> Told | None:
        known = next((found for key in self.keys(document) if (found := memo.recall(_TEXT, key))), None)
        if known is None:
            return None
        then, text = marshal.loads(known)  # noqa: S302 - the memory is believed only where it came about
        if then != shown:
            return None
        notes, summary, links, pictures, seen = unpickled(text)
        self.reading.notes += notes
        event = draft.with_text(Prose(document.body, links, pictures), summary)
        sessions = sessions_of(self.shelves.settings, event, draft.occurrences, draft.bookings)
        return event, tuple(Sight(session, *parts) for session, parts in zip(sessions, seen, strict=True))

    def _told_anew(self, document: Document, draft: Draft, shown: list[str]) -> Told | None:
        notes = len(self.reading.notes)
        told = draft.told(document, self.reading, self.shelves.settings)
        rank = self.rank(told[0]) if told else None
        if told and rank is not None:
            event, seen = told
            parts = tuple((sight.title, sight.place, sight.digest, sight.details) for sight in seen)
            text = pickled((tuple(self.reading.notes[notes:]), event.summary, event.body.links, event.body.pictures, parts))
            memo.keep(_TEXT, self.keys(document)[rank], marshal.dumps((shown, text)))
        return told

    def shown(self, spelt: Iterable[tuple[str, str]]) -> list[str]:
        """What is shown for tags and neighbourhoods that are spelt in this way."""
        found = [self.reading.tag(title) if what == "tag" else self.reading.neighbourhood(title) for what, title in spelt]
        return [thing.title if thing else "" for thing in found]

    def rank(self, event: Event) -> int | None:
        """Which of its ``keys`` an event is remembered under; none if it is not."""
        leading = [address for _, address in event.body.links]
        if any("#" in address for address in leading):
            return None
        if all(address.startswith(_WITHOUT_EVENTS) for address in leading):
            return 0
        return 2 if any(scheme(written) in KINDS for written, _ in event.body.links) else 1

    def _key_of_fields(self, document: Document) -> bytes:
        """Under which the fields of an event are remembered."""
        mark = self._marks_of_fields.get(document.path)
        if mark is None:
            known = (document.path, document.slug, dict(document.fields), dict(document.origin.places), document.origin.body_line)
            mark = self._marks_of_fields[document.path] = digest(known)
        return self.dependence.surroundings + mark

    def keys(self, document: Document) -> tuple[bytes, bytes, bytes]:
        """Under which an event may be remembered: one that leads to no other, one that does, and one that calls another by name."""
        mark = self._marks.get(document.path)
        if mark is None:
            file = self._files[document.path]
            mark = self._marks[document.path] = digest((file.path, file.slug, file.data))
        alone = self.dependence.surroundings + mark
        return alone, self.dependence.neighbours + alone, self.dependence.titles + alone

    @cached_property
    def _marks(self) -> dict[str, bytes]:
        """Of the files that were asked for, by path: most are not, in a process that has their events still."""
        return {}

    @cached_property
    def _marks_of_fields(self) -> dict[str, bytes]:
        return {}

    @cached_property
    def _files(self) -> dict[str, SourceFile]:
        return {file.path: file for file in self.dependence.found.files if file.kind == "event"}

    def _finder(self, document: Document) -> Callable[..., Any]:
        """What is known by each name in the pickle of an event. Raises ``KeyError`` for what is there no more."""
        shared = self.shared

        def find(what: str, *slug: str) -> Any:  # noqa: ANN401 - whatever is remembered by name
            return shared[what][slug[0]] if slug else document.origin

        return find

    @cached_property
    def shared(self) -> dict[str, Any]:
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
    own: Mapping[type, Naming] = {Origin: lambda origin: ("origin",) if origin is document.origin else None}
    return pickled(value, {**_SHARED, **own})
