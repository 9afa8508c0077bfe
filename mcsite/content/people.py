"""Reads ``people/`` and ``partners/``."""

from __future__ import annotations

from mcsite.content.forms import PartnerForm, PersonForm
from mcsite.content.lookup import Lookup
from mcsite.content.pictures import PORTRAIT
from mcsite.content.reading import Reading
from mcsite.content.understanding import form_of
from mcsite.model.people import Partner, Person
from mcsite.model.places import Venue
from mcsite.source.document import Document


def person_of(document: Document, reading: Reading) -> Person | None:
    """The person, or ``None`` with every reason noted."""
    read = form_of(PersonForm, document, reading)
    if read is None:
        return None
    form, origin = read
    return Person(
        slug=document.slug,
        title=form.title,
        role=form.role,
        url=form.url,
        email=form.email,
        registration=form.registration,
        public=form.public,
        summary=form.summary,
        image=reading.picture(form, origin, PORTRAIT),
        body=reading.prose(document),
        origin=origin,
    )


def partner_of(document: Document, reading: Reading, venues: Lookup[Venue]) -> Partner | None:
    """The partner, or ``None`` with every reason noted."""
    read = form_of(PartnerForm, document, reading)
    if read is None:
        return None
    form, origin = read
    return Partner(
        slug=document.slug,
        title=form.title,
        venue=reading.one(venues, form.venue, origin, "venue"),
        url=form.url,
        code=form.code,
        contact=form.contact,
        summary=form.summary,
        image=reading.picture(form, origin),
        body=reading.prose(document),
        origin=origin,
    )
