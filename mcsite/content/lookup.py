"""References by slug or exact title, resolved to the thing itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from mcsite.diagnostics import Diagnostic, Span
from mcsite.source.document import Document
from mcsite.source.nearest import nearest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lookup(Generic[T]):
    """The things of one kind. ``names`` also knows those that could not be read: they exist all the same."""

    noun: str
    things: Mapping[str, T]
    names: Mapping[str, str]

    @classmethod
    def of(cls, noun: str, documents: Iterable[Document], things: Mapping[str, T], slugs: Iterable[str] = ()) -> Lookup[T]:
        """The things that were read from these documents, by slug; a slug counts before a title. ``slugs`` are those of all files of the kind."""
        known = tuple(documents)
        titles = {title.casefold(): document.slug for document in known if isinstance(title := document.fields.get("title"), str)}
        files = {slug.casefold(): slug for slug in slugs}
        return cls(noun, things, files | titles | {document.slug.casefold(): document.slug for document in known})

    def find(self, name: str, span: Span, notes: list[Diagnostic]) -> T | None:
        """The thing of that name. ``None`` when there is none (noted), or when its own file is broken (noted there)."""
        slug = self.names.get(name.casefold())
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


def _no_place(name: str) -> str:
    """What to write instead of a venue that is none; nothing for what may be one."""
    if name.startswith(("online", "zoom", "http:", "https:", "virtual")):
        return "for a meeting online write its address: online: https://…"
    return "leave the line out as long as the place is not known" if name in ("tbc", "tba", "tbd", "?", "unknown") else ""
