"""What the readers of all kinds share while one site is read: what can be referred to, and the problems noted so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, TypeVar, runtime_checkable

from mcsite.content.links import Index, resolve, resolve_text
from mcsite.content.lookup import Lookup
from mcsite.content.pictures import COLUMN, blurred, picture_of
from mcsite.diagnostics import Diagnostic, Misread
from mcsite.model.event import Tag
from mcsite.model.origin import Origin
from mcsite.model.places import Neighbourhood
from mcsite.model.prose import Picture, Prose
from mcsite.source.document import Document
from mcsite.source.slugs import slug_of

T = TypeVar("T")


@runtime_checkable
class Illustrated(Protocol):
    """A form with a picture."""

    @property
    def image(self) -> str: ...  # noqa: D102 - see the forms
    @property
    def image_alt(self) -> str: ...  # noqa: D102 - see the forms


@dataclass(slots=True)
class Reading:
    """The state of one reading. ``notes`` grows; ``tags`` and ``neighbourhoods`` are known by their first spelling.

    ``lost`` counts references that came to nothing: whatever made one is incomplete, and to be left out. ``spelt`` grows by what was
    asked of ``tags`` and ``neighbourhoods``, as it was written.
    """

    index: Index
    notes: list[Diagnostic] = field(default_factory=list)
    tags: dict[str, Tag] = field(default_factory=dict)
    neighbourhoods: dict[str, Neighbourhood] = field(default_factory=dict)
    lost: int = 0
    spelt: list[tuple[str, str]] = field(default_factory=list)

    def prose(self, document: Document) -> Prose:
        """The document's body with its links and pictures resolved."""
        prose, notes = resolve(document, self.index)
        self.notes += notes
        return prose

    def field_prose(self, text: str, document: Document, origin: Origin, *way: str | int) -> Prose:
        """Markdown that stands in a field."""
        prose, notes = resolve_text(text, document, self.index, origin.span(*way))
        self.notes += notes
        return prose

    def picture(self, form: Illustrated, origin: Origin, shown: int = COLUMN) -> Picture | None:
        """The picture that ``image`` names; pages show it as wide as ``shown``, in pixels, on a large screen."""
        if not form.image:
            return None
        try:
            picture = picture_of(form.image, form.image_alt, self.index)
        except Misread as misread:
            self.notes.append(misread.at(origin.span("image")))
            return None
        self.notes += blurred(picture, shown, origin.span("image"))
        return picture

    def one(self, lookup: Lookup[T], name: str | None, origin: Origin, *way: str | int) -> T | None:
        """The thing that is named, or ``None`` when nothing is, or when there is no such thing (noted)."""
        if not name:
            return None
        thing = lookup.find(name, origin.span(*way), self.notes)
        self.lost += thing is None
        return thing

    def many(self, lookup: Lookup[T], names: tuple[str, ...], origin: Origin, *way: str | int) -> tuple[T, ...]:
        """The things that are named, in the author's order, each once."""
        found = (self.one(lookup, name, origin, *way, position) for position, name in enumerate(names))
        return tuple(dict.fromkeys(thing for thing in found if thing is not None))

    def tag(self, title: str) -> Tag:
        """The tag of that title; ``Desk work`` and ``desk-work`` are one."""
        slug = slug_of(title)
        self.spelt.append(("tag", title))
        return self.tags.setdefault(slug, Tag(slug, title))

    def neighbourhood(self, title: str) -> Neighbourhood | None:
        """The neighbourhood of that title."""
        slug = slug_of(title)
        self.spelt.append(("neighbourhood", title))
        return self.neighbourhoods.setdefault(slug, Neighbourhood(slug, title)) if slug else None
