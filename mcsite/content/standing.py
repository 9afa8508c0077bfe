"""What events refer to: people, places, partners, formats; and the library and the pages, which stand by themselves.

Between two builds it is nearly always as it was. So all of it together is remembered by what it depends on: the files that are no events,
the assets, and which events there are, what they are called and what is gathered from them, for all of that may be linked. Where
a text leads to a heading of an event, or where something is wrong, it is read anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mcsite import kept, memo
from mcsite.content.dependence import Dependence
from mcsite.content.lookup import Lookup
from mcsite.content.reading import Reading
from mcsite.model.event import Tag
from mcsite.model.library import LibraryEntry, Page, Workshop
from mcsite.model.people import Partner, Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.pickles import pickled, unpickled


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything but the events, by kind; without what could not be read."""

    people: Lookup[Person]
    venues: Lookup[Venue]
    partners: Lookup[Partner]
    workshops: Lookup[Workshop]
    library: Lookup[LibraryEntry]
    pages: Lookup[Page]


Restored = tuple[Standing, Mapping[str, Tag], Mapping[str, Neighbourhood]]
"""What is remembered, with the first spellings that it leaves in a reading."""


def standing_again(dependence: Dependence, reading: Reading) -> Standing | None:
    """What is remembered of it, if anything is, and what it leaves in the reading."""
    known = memo.recall("standing", _key(dependence))
    if known is None:
        return None
    standing, tags, neighbourhoods = kept.again(unpickled, known)
    reading.tags.update(tags)
    reading.neighbourhoods.update(neighbourhoods)
    return standing  # type: ignore[no-any-return]  # pickle knows no types


def keep_standing(standing: Standing, dependence: Dependence, reading: Reading) -> None:
    """Remember what was just read as the first of a reading, unless it may be another the next time though all that it depends on is the same."""
    events = {document.path for document in reading.index.documents.values() if document.kind == "event"}
    if not reading.lost and events.isdisjoint(reading.index.headings_of):
        restored = standing, dict(reading.tags), dict(reading.neighbourhoods)
        data = pickled(restored)
        memo.keep("standing", _key(dependence), data)
        kept.keep(restored, unpickled, data)


def _key(dependence: Dependence) -> bytes:
    return dependence.surroundings + dependence.titles + dependence.places
