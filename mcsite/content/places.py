"""Reads ``venues/``."""

from __future__ import annotations

from mcsite.content.forms import VenueForm
from mcsite.content.reading import Reading
from mcsite.content.understanding import form_of
from mcsite.model.places import Venue
from mcsite.source.document import Document


def venue_of(document: Document, reading: Reading) -> Venue | None:
    """The venue, or ``None`` with every reason noted."""
    read = form_of(VenueForm, document, reading)
    if read is None:
        return None
    form, origin = read
    return Venue(
        slug=document.slug,
        title=form.title,
        address=form.address,
        postcode=form.postcode,
        neighbourhood=reading.neighbourhood(form.neighbourhood),
        geo=form.geo,
        capacity=form.capacity,
        hours=form.hours,
        access=form.access,
        url=form.url,
        directions=form.directions,
        summary=form.summary,
        image=reading.picture(form, origin),
        body=reading.prose(document),
        origin=origin,
    )
