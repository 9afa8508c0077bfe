"""Places as schema.org knows them: ``Place`` for a venue or a part of town, ``VirtualLocation`` for a meeting on the web.

A venue is a ``Place`` and not a ``LocalBusiness``: it is somebody else's business, of which this site knows the room alone. Its
address stays in one piece, as it was typed: which of its parts is the street and which the town cannot be told in every country.
"""

from __future__ import annotations

from collections.abc import Iterable

from mcsite.model import addresses
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.settings import Settings
from mcsite.render.linked_data.nodes import Node, node, pictured


def brief_place(settings: Settings, venue: Venue) -> Node:
    """What an event needs to say of its venue: which it is, and where."""
    url = _page(settings, "venues", venue.slug)
    geo = node("GeoCoordinates", latitude=venue.geo[0], longitude=venue.geo[1]) if venue.geo else None
    return node("Place", f"{url}#place", name=venue.title, url=url, address=_address(venue), geo=geo)


def place(settings: Settings, venue: Venue) -> Node:
    """A venue: where it is, how many it holds, and how one gets in, each fact as the author labelled it."""
    further = node(
        "Place",
        description=venue.summary,
        image=pictured(settings, venue.image),
        containedInPlace=neighbourhood(settings, venue.neighbourhood) if venue.neighbourhood else None,
        maximumAttendeeCapacity=venue.capacity,
        amenityFeature=[node("LocationFeatureSpecification", name=label, value=fact) for label, fact in venue.access],
        sameAs=venue.url,
    )
    return {**brief_place(settings, venue), **further}


def neighbourhood(settings: Settings, part: Neighbourhood, venues: Iterable[Venue] = ()) -> Node:
    """A part of town, with the venues in it. Its name is all of the address that is known of it."""
    url = _page(settings, "neighbourhoods", part.slug)
    address = node("PostalAddress", addressLocality=part.title)
    return node("Place", f"{url}#place", name=part.title, url=url, address=address, containsPlace=[brief_place(settings, venue) for venue in venues])


def virtual(url: str) -> Node:
    """Where a session on the web is held."""
    return node("VirtualLocation", url=url)


def _address(venue: Venue) -> Node:
    district = venue.neighbourhood.title if venue.neighbourhood else ""
    return node("PostalAddress", streetAddress=venue.address or ("" if district else venue.title), addressLocality=district, postalCode=venue.postcode)


def _page(settings: Settings, collection: str, slug: str) -> str:
    return addresses.absolute(settings, addresses.entry(collection, slug))
