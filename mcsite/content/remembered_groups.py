"""Events that were read before, a dozen at once: what is pickled together is read back in a third of the time.

Which events are remembered together, the names of their files decide, so that one which comes or goes leaves all other groups as they
are. A group of which anything has changed is read event by event (``remembered``), and remembered anew.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from mcsite import kept, memo
from mcsite.content.dependence import digest
from mcsite.content.drafts import Draft, Told
from mcsite.content.remembered import Memory
from mcsite.content.shared_out import in_turn
from mcsite.model.event import UNSETTLED, Identity
from mcsite.model.origin import Origin
from mcsite.model.prose import Prose
from mcsite.pickles import Naming, pickled, unpickled
from mcsite.source.document import Document

_EVENTS = 16
"""Of a group, about."""
_KIND = "events"

Reader = Callable[[Document], Draft | None]
Group = Sequence[Document]


@dataclass(frozen=True)
class Groups:
    """All events of a site, for one reading of it."""

    memory: Memory
    jobs: int = 1
    """So many processes may read."""

    def events_of(self, documents: Iterable[Document], read: Reader) -> Iterator[Told]:
        """The event of each document, and what it leaves in the reading; ``read`` gives what its fields say."""
        if kept.is_keeping():
            return self._one_by_one(tuple(documents), read)
        groups = [(group, self._keys(group)) for group in _divided(documents)]
        memo.foresee(_KIND, [key for _, keys in groups for key in keys])
        changed = [document for group, keys in groups if _recalled(keys) is None for document in group]
        self.memory.foresee(changed)

        def told_by(one: tuple[Group, tuple[bytes, ...]]) -> Sequence[Told]:
            return self._again(*one) or self._anew(*one, read)

        return (told for one in in_turn(groups, self.memory.number_of_new(changed), told_by, self.jobs) for told in told_by(one))

    def _one_by_one(self, documents: Sequence[Document], read: Reader) -> Iterator[Told]:
        """For a process that will build again: it has most events still, each by itself."""
        changed = [document for document in documents if self.memory.still_known(document) is None]
        self.memory.foresee(changed)

        def told_by(document: Document) -> Told | None:
            return self.memory.event_of(document, read)

        return (told for each in in_turn(documents, self.memory.number_of_new(changed), told_by, self.jobs) if (told := told_by(each)))

    def _again(self, group: Group, keys: tuple[bytes, ...]) -> Sequence[Told]:
        """What is remembered; nothing where a tag or a neighbourhood has been given another spelling since."""
        known = _recalled(keys)
        if known is None:
            return ()
        spelt, shown, whole = marshal.loads(known)  # noqa: S302 - the memory is believed only where it came about
        if self.memory.shown(spelt) != shown:
            return ()
        notes, told = unpickled(whole, self._finder(group))
        self.memory.reading.notes += notes
        return told  # type: ignore[no-any-return]  # pickle knows no types

    def _anew(self, group: Group, keys: tuple[bytes, ...], read: Reader) -> Sequence[Told]:
        reading = self.memory.reading
        notes, spelt = len(reading.notes), len(reading.spelt)
        found = [(document, self.memory.event_of(document, read)) for document in group]
        told = tuple(each for _, each in found if each)
        ranks = [self.memory.rank(each[0]) if each else None for _, each in found]
        if None not in ranks:
            names = list(dict.fromkeys(reading.spelt[spelt:]))
            whole = pickled((tuple(reading.notes[notes:]), told), {**self.memory.naming, **_names_of(group)})
            memo.keep(_KIND, keys[max(rank for rank in ranks if rank is not None)], marshal.dumps((names, self.memory.shown(names), whole)))
        return told

    def _keys(self, group: Group) -> tuple[bytes, ...]:
        """Under which a group may be remembered, as each of its events may."""
        each = (self.memory.keys(document) for document in group)
        return tuple(digest(keys) for keys in zip(*each, strict=True))

    def _finder(self, group: Group) -> Callable[..., Any]:
        """What is known by each name in the pickle of a group."""
        documents = {document.path: document for document in group}
        own: Mapping[str, Callable[..., Any]] = {
            "origin": lambda path: documents[path].origin,
            "body": lambda path, *more: Prose(documents[path].body, *more),
            "unsettled": lambda: UNSETTLED,
        }

        def find(what: str, *more: Any) -> Any:  # noqa: ANN401 - whatever is remembered by name
            return own[what](*more) if what in own else self.memory.shared[what][more[0]]

        return find


def _recalled(keys: Iterable[bytes]) -> bytes | None:
    return next((found for key in keys if (found := memo.recall(_KIND, key))), None)


def _divided(documents: Iterable[Document]) -> Iterator[Group]:
    group: list[Document] = []
    for document in documents:
        group.append(document)
        if crc32(document.path.encode()) % _EVENTS == 0:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _names_of(group: Group) -> Mapping[type, Naming]:
    """By which a document knows its own parts again: they are there already."""
    origins = {id(document.origin): document.path for document in group}
    bodies = {document.body: document.path for document in group}

    def body(prose: Prose) -> tuple[Any, ...] | None:
        plain = prose.source in bodies and not prose.folder and not prose.language
        return ("body", bodies[prose.source], prose.links, prose.pictures) if plain else None

    return {
        Origin: lambda origin: ("origin", origins[id(origin)]) if id(origin) in origins else None,
        Prose: body,
        Identity: lambda identity: ("unsettled",) if identity is UNSETTLED else None,
    }
