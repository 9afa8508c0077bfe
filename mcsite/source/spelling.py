"""Other ways to write a key, and places under the names by which the rest of the program knows them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from mcsite.diagnostics import Misread
from mcsite.model.origin import Key, Origin
from mcsite.source.document import Document
from mcsite.source.raw import Raw, is_given, pairs, text_of


def canonical(written: str, known: Collection[str], spellings: Mapping[str, str]) -> str:
    """The known key that was written, if it is one: capitals, blanks, hyphens and American spelling are no mistakes."""
    if written in known:
        return written
    plain = plainly(written)
    plain = spellings.get(plain, plain)
    return plain if plain in known else written


def plainly(written: str) -> str:
    """``Publish on`` → ``publish_on``."""
    return written.strip().casefold().replace(" ", "_").replace("-", "_")


def respelt(document: Document, known: Collection[str], spellings: Mapping[str, str]) -> Document:
    """The document with its keys, and their places, spelt as the form spells them. What is said twice in two spellings keeps the second."""
    names: dict[str, str] = {}
    for written in document.fields:
        key = canonical(written, known, spellings)
        if key not in document.fields and key not in names.values():
            names[written] = key
    if not names:
        return document
    origin = replace(document.origin, places={_renamed(way, names): place for way, place in document.origin.places.items()})
    return replace(document, fields={names.get(key, key): value for key, value in document.fields.items()}, origin=origin)


def with_named_entries(document: Document, naming: Mapping[str, Callable[[str], str]]) -> Document:
    """The document with places for entries by their names, too.

    ``skip: [17 Feb 2026]`` has its place at ``("skip", 0)``; where ``naming`` names entries of ``skip`` by their ISO date,
    ``("skip", "2026-02-17")`` is the same place.
    """
    named = dict(_named(document.fields, naming))
    if not named:
        return document
    return replace(document, origin=_with_aliases(document.origin, named))


def _named(fields: Mapping[str, Raw], naming: Mapping[str, Callable[[str], str]]) -> Iterator[tuple[Key, Key]]:
    """The way to each entry as it was written, and the way by its name, where the two differ."""
    for key in naming.keys() & fields.keys():
        for way, written, _ in pairs(fields[key]) if is_given(fields[key]) else ():
            try:
                name = naming[key](text_of(written))
            except Misread:
                continue  # the reader of the field says so
            if way != (name,):
                yield (key, *way), (key, name)


def _with_aliases(origin: Origin, named: Mapping[Key, Key]) -> Origin:
    places = dict(origin.places)
    for way, alias in named.items():
        for place in [place for place in origin.places if place[: len(way)] == way]:
            places[*alias, *place[len(way) :]] = origin.places[place]
    return replace(origin, places=places)


def _renamed(way: Key, names: Mapping[str, str]) -> Key:
    head = 1 if way[:1] == ("@key",) else 0
    return tuple(names.get(step, step) if position == head and isinstance(step, str) else step for position, step in enumerate(way))
