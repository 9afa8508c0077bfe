"""The asset library: flyers, templates, outlines, photos and texts, each with its files, licence and owner; by kind and by topic too.

``library/``, ``library/kinds/VALUE/`` and ``library/topics/VALUE/`` are lists, so that a choice among them is a link and needs no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.library import LibraryEntry
from mcsite.model.site import Edition
from mcsite.model.uses import uses_of
from mcsite.render.filled import filled_of
from mcsite.render.frame import Frame, frame_of
from mcsite.render.listing import Entry
from mcsite.render.sharing import shown_by
from mcsite.render.theme import Theme, fill
from mcsite.source.slugs import slug_of

COLLECTION = "library"
INDEX = f"{COLLECTION}/"


@dataclass(frozen=True, slots=True)
class Choice:
    """A part of the library that one can choose: its title, its address, and how many entries it has."""

    title: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that one can choose among: all, a kind, a topic."""

    all: Choice
    kinds: tuple[Choice, ...]
    topics: tuple[Choice, ...]


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """The lists, and ``library/SLUG/index.html`` of every entry."""
    if not edition.site.settings.makes("pages"):
        return
    frame = frame_of(edition, theme.strings)
    yield from _lists(edition.site.library, theme, frame)
    uses = uses_of(edition.site)
    for entry in edition.site.library:
        here = addresses.entry(COLLECTION, entry.slug)
        topics = tuple((title, addresses.library_topic(slug_of(title))) for title in entry.tags if slug_of(title))
        filled = filled_of(edition, theme.strings).get(entry.slug)
        parts = {"entry": _public(entry), "kind": _kind(entry), "topics": topics, "uses": uses.get(entry.slug, ())}
        made = {"copies": filled.copies if filled else (), "shown_as": shown_by(edition, theme, here)}
        inputs = theme.inputs("library_entry.html", frame, here, **parts, **made)
        yield Artifact(addresses.file_of(here), fill, inputs, origin=entry.origin)


def _lists(library: tuple[LibraryEntry, ...], theme: Theme, frame: Frame) -> Iterator[Artifact]:
    kinds = _grouped((slug_of(entry.kind), entry.kind, entry) for entry in library)
    topics = _grouped((slug_of(tag), tag, entry) for entry in library for tag in entry.tags)
    parts = {addresses.library_kind(slug): part for slug, part in kinds.items()} | {addresses.library_topic(slug): part for slug, part in topics.items()}
    choices = Choices(
        Choice("", INDEX, len(library)),
        tuple(Choice(title, addresses.library_kind(slug), len(part)) for slug, (title, part) in kinds.items()),
        tuple(Choice(title, addresses.library_topic(slug), len(part)) for slug, (title, part) in topics.items()),
    )
    for here, (title, part) in {INDEX: ("", library), **parts}.items():
        entries = tuple(_line(entry) for entry in part)
        inputs = theme.inputs("library.html", frame, here, collection=COLLECTION, entries=entries, choices=choices, chosen=title)
        yield Artifact(addresses.file_of(here), fill, inputs)


def _grouped(found: Iterable[tuple[str, str, LibraryEntry]]) -> dict[str, tuple[str, tuple[LibraryEntry, ...]]]:
    """Entries by slug, with the title as it was first spelled, in order of titles. What has no letter of an address has no page."""
    groups: dict[str, tuple[str, dict[str, LibraryEntry]]] = {}
    for slug, title, entry in found:
        if slug:
            groups.setdefault(slug, (title, {}))[1][entry.slug] = entry
    ordered = sorted(groups.items(), key=lambda group: (group[1][0].casefold(), group[0]))
    return {slug: (title, tuple(part.values())) for slug, (title, part) in ordered}


def _line(entry: LibraryEntry) -> Entry:
    forms = ", ".join(dict.fromkeys(file.form for file in entry.files if file.form))
    detail = " · ".join(part for part in (entry.kind, forms, entry.terms.name) if part)
    return Entry(title=entry.title, address=addresses.entry(COLLECTION, entry.slug), summary=entry.summary, detail=detail, image=entry.face)


def _kind(entry: LibraryEntry) -> str:
    """The address of all entries of its kind, if it has one."""
    slug = slug_of(entry.kind)
    return addresses.library_kind(slug) if slug else ""


def _public(entry: LibraryEntry) -> LibraryEntry:
    """An entry whose owner is named only when that person is public."""
    return entry if entry.owner is None or entry.owner.public else replace(entry, owner=None)
