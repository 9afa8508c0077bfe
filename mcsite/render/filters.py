"""The ways to see only a part of the programme: each leads to a page of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from mcsite.model import addresses
from mcsite.model.facets import facets_of
from mcsite.model.site import Edition

FACETS = ("kinds", "venues", "tags")
"""Of what is filtered by, in the order in which people ask: what sort, where, about what."""
_FEWEST = 2
"""Values of a facet: where there is only one, it leaves nothing out."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One value: its ``facet``, the page that has only its sessions, and how many of them are coming."""

    facet: str
    title: str
    address: str
    coming: int


@lru_cache(maxsize=2)
def filters_of(edition: Edition) -> tuple[Filter, ...]:
    """The values that coming sessions have, by facet and title."""
    counts = Counter(facet for session in edition.coming for facet in facets_of(session) if facet.name in FACETS)
    values = Counter(facet.name for facet in counts)
    found = (facet for facet in counts if values[facet.name] >= _FEWEST)
    in_order = sorted(found, key=lambda facet: (FACETS.index(facet.name), facet.title.casefold(), facet.slug))
    return tuple(Filter(facet.name, facet.title, addresses.entry(facet.name, facet.slug), counts[facet]) for facet in in_order)
