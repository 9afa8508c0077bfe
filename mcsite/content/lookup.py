"""References by slug or exact title, resolved to the thing itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar
from unicodedata import normalize

from mcsite.diagnostics import Diagnostic, Misread, Span
from mcsite.model.library import Workshop
from mcsite.model.people import Partner, Person
from mcsite.model.places import Venue
from mcsite.model.settings import Settings
from mcsite.source.document import Document
from mcsite.source.nearest import nearest

T = TypeVar("T")

Named = tuple[str, str]
"""What a file is about: its kind and slug."""


@dataclass(frozen=True, slots=True)
class Lookup(Generic[T]):
    """The things of one kind. ``names`` also knows those that could not be read: they exist all the same.

    ``shared`` are titles that several have, with the slugs of all of them.
    """

    noun: str
    things: Mapping[str, T]
    names: Mapping[str, str]
    shared: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, noun: str, documents: Iterable[Document], things: Mapping[str, T], slugs: Iterable[str] = ()) -> Lookup[T]:
        """The things that were read from these documents, by slug; a slug counts before a title. ``slugs`` are those of all files of the kind.

        A file whose name is no slug, ``Village Hall.md``, is known by that name, too.
        """
        known = tuple(documents)
        files = {plain_title(PurePosixPath(document.path).stem): document.slug for document in known}
        files |= {slug.casefold(): slug for slug in (*slugs, *(document.slug for document in known))}
        titled = by_title(known)
        titles = {title: having[0] for title, having in titled.items()}
        return cls(noun, things, titles | files, {title: having for title, having in titled.items() if len(having) > 1 and title not in files})

    def find(self, name: str, span: Span, notes: list[Diagnostic]) -> T | None:
        """The thing of that name. ``None`` when there is none, or more than one (noted), or when its own file is broken (noted there)."""
        key = plain_title(name)
        if key in self.shared:
            notes.append(shared_title(self.noun, name, self.shared[key]).at(span))
            return None
        slug = self.names.get(key)
        if slug is None:
            notes.append(Diagnostic(span, "E203", f"there is no {self.noun} '{name}'", self._proposal(name)))
            return None
        return self.things.get(slug)

    def _proposal(self, name: str) -> str:
        if self.noun == "venue" and (better := _no_place(name.casefold())):
            return better
        if close := nearest(name, self.names):
            return f"did you mean '{self.names[close.casefold()]}'?"
        slugs = sorted(set(self.names.values()))
        return f"known here: {', '.join(slugs[:8])}" if slugs else f"there is none yet: 'mcsite new {self.noun}' adds one"


@dataclass(frozen=True, slots=True)
class Shelves:
    """Everything that an event may refer to: the settings, and the things of each kind by their names."""

    settings: Settings
    venues: Lookup[Venue]
    people: Lookup[Person]
    partners: Lookup[Partner]
    workshops: Lookup[Workshop]


def by_title(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """The slugs of the documents of one kind by their titles, as ``plain_title`` makes them."""
    found: dict[str, tuple[str, ...]] = {}
    for document in documents:
        if isinstance(title := document.fields.get("title"), str):
            found[plain_title(title)] = (*found.get(plain_title(title), ()), document.slug)
    return found


def plain_title(title: str) -> str:
    """A title without what makes no difference: capitals, how wide the blanks are, and of how many code points an accented letter is made."""
    return " ".join(normalize("NFC", title).split()).casefold()


def shared_title(noun: str, name: str, slugs: Iterable[str]) -> Misread:
    """What is said of a title that several files have."""
    return Misread("E207", f"more than one {noun} has the title '{name}'", f"write the name of the file instead: {' or '.join(sorted(slugs))}")


def _no_place(name: str) -> str:
    """What to write instead of a venue that is none; nothing for what may be one."""
    if name.startswith(("online", "zoom", "http:", "https:", "virtual")):
        return "for a meeting online write its address: online: https://…"
    return "leave the line out as long as the place is not known" if name in ("tbc", "tba", "tbd", "?", "unknown") else ""
