"""Who is behind it, as schema.org knows them: the site and its organiser, the people who hold the sessions, the partners.

The organiser is an ``Organization``. ``LocalBusiness`` would say where customers are received and needs an address for it; a
community that meets in other people's rooms has none.
"""

from __future__ import annotations

from mcsite.model import addresses
from mcsite.model.people import Partner, Person
from mcsite.model.settings import Settings
from mcsite.render.linked_data.nodes import Node, node, pictured
from mcsite.render.linked_data.places import brief_place


def website(settings: Settings) -> Node:
    """The site as such: by its name search engines call every page of it."""
    return node(
        "WebSite",
        f"{settings.base_url}#website",
        name=settings.title,
        url=settings.base_url,
        description=settings.description,
        inLanguage=settings.language,
        publisher={"@id": _organiser_id(settings)},
    )


def brief_organiser(settings: Settings) -> Node:
    """Who invites: the organiser, or the site itself where nobody is named."""
    known = settings.organiser
    name, url = (known.name, known.url) if known else (settings.title, "")
    return node("Organization", _organiser_id(settings), name=name, url=url or settings.base_url)


def organiser(settings: Settings) -> Node:
    """The organiser with what the foot of every page says: how to reach them."""
    known = settings.organiser
    return {**brief_organiser(settings), **(node("Organization", email=known.email, telephone=known.phone) if known else {})}


def brief_person(settings: Settings, person: Person) -> Node:
    """Somebody who holds a session, by name and page."""
    url = addresses.absolute(settings, addresses.entry("people", person.slug))
    return node("Person", f"{url}#person", name=person.title, url=url)


def person(settings: Settings, person: Person) -> Node:
    """Somebody with a page of their own, and what it says of their work."""
    further = node("Person", description=person.summary, jobTitle=person.role, image=pictured(settings, person.image), sameAs=person.url)
    return {**brief_person(settings, person), **further, "worksFor": brief_organiser(settings)}


def partner(settings: Settings, partner: Partner) -> Node:
    """Who lends a room."""
    return node(
        "Organization",
        f"{addresses.absolute(settings, addresses.entry('partners', partner.slug))}#partner",
        name=partner.title,
        url=partner.url or addresses.absolute(settings, addresses.entry("partners", partner.slug)),
        description=partner.summary,
        image=pictured(settings, partner.image),
        location=brief_place(settings, partner.venue) if partner.venue else None,
    )


def _organiser_id(settings: Settings) -> str:
    return f"{settings.base_url}#organiser"
