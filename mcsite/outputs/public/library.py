"""The asset library: handouts, flyers and outlines, each with its files, licence and owner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.library import LibraryEntry
from mcsite.model.site import Edition
from mcsite.render.filled import filled_of
from mcsite.render.frame import frame_of
from mcsite.render.listing import Entry
from mcsite.render.sharing import shown_by
from mcsite.render.theme import Theme, fill

COLLECTION = "library"


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``library/index.html`` and ``library/SLUG/index.html``."""
    if not edition.site.settings.makes("pages"):
        return
    frame = frame_of(edition, theme.strings)
    index = theme.inputs("collection.html", frame, f"{COLLECTION}/", collection=COLLECTION, entries=_entries(edition))
    yield Artifact(addresses.file_of(f"{COLLECTION}/"), fill, index)
    for entry in edition.site.library:
        here = addresses.entry(COLLECTION, entry.slug)
        filled = filled_of(edition, theme.strings).get(entry.slug)
        parts = {"entry": _public(entry), "copies": filled.copies if filled else (), "shown_as": shown_by(edition, theme, here)}
        inputs = theme.inputs("library_entry.html", frame, here, **parts)
        yield Artifact(addresses.file_of(here), fill, inputs, origin=entry.origin)


def _public(entry: LibraryEntry) -> LibraryEntry:
    """An entry whose owner is named only when that person is public."""
    return entry if entry.owner is None or entry.owner.public else replace(entry, owner=None)


def _entries(edition: Edition) -> tuple[Entry, ...]:
    return tuple(
        Entry(title=entry.title, address=addresses.entry(COLLECTION, entry.slug), summary=entry.summary, detail=entry.kind, image=entry.image)
        for entry in edition.site.library
    )
