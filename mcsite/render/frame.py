"""What surrounds every page: the site's name, its menu, who answers for it, what one can follow.

Narrow on purpose: a page is made again when its frame changes, so nothing is in it that only some pages need.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mcsite.model import addresses
from mcsite.model.library import Page
from mcsite.model.prose import Prose
from mcsite.model.settings import NavigationItem, Settings
from mcsite.model.site import Edition, Site
from mcsite.render.policy import content_security_policy
from mcsite.render.signup import signup_of

COLLECTION_TITLES = {
    "workshops": "Workshops",
    "library": "Library",
    "venues": "Venues",
    "people": "People",
    "partners": "Partners",
    "neighbourhoods": "Neighbourhoods",
    "tags": "Topics",
    "kinds": "Kinds of gathering",
}
IN_THE_MENU = ("workshops", "library")
PAGES_NAMED = 8
"""At most so many of the site's own pages are named at the foot of every page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a site has around it. ``settings`` are without what only the home page and the schedules say.

    ``privacy`` and ``thanks`` are the addresses of pages, if there are such: forms link to the one and lead to the other.
    ``policy`` is the Content-Security-Policy, for hosts that send no headers.
    """

    settings: Settings
    menu: tuple[NavigationItem, ...] = ()
    collections: tuple[NavigationItem, ...] = ()
    pages: tuple[NavigationItem, ...] = ()
    privacy: str = ""
    thanks: str = ""
    policy: str = ""


def frame_of(edition: Edition) -> Frame:
    """The frame of every page of an edition."""
    site, settings = edition.site, edition.site.settings
    collections = tuple(NavigationItem(title, f"{name}/") for name, title in COLLECTION_TITLES.items() if _has(site, name))
    return Frame(
        settings=replace(settings, welcome=Prose(), closed=()),
        menu=settings.navigation or _menu(site, collections),
        collections=collections,
        pages=tuple(NavigationItem(page.title, addresses.page(page.slug)) for page in pages_to_find(site)[:PAGES_NAMED]),
        privacy=settings.privacy,
        thanks=addresses.THANKS if takes_forms(site) else "",
        policy=content_security_policy(site, in_header=False),
    )


def _menu(site: Site, collections: tuple[NavigationItem, ...]) -> tuple[NavigationItem, ...]:
    """The menu of a site that does not say its own."""
    known = tuple(item for item in collections if item.target.rstrip("/") in IN_THE_MENU)
    about = tuple(NavigationItem(page.title, addresses.page(page.slug)) for page in site.pages if page.slug == "about")
    return (NavigationItem("What’s on", addresses.EVENTS), NavigationItem("Calendar", addresses.CALENDAR), *known, *about)


def takes_forms(site: Site) -> bool:
    """Whether anybody signs up by a form on a page of the site, and is to be thanked when it was sent."""
    ways = (signup_of(site.settings, event) for event in site.events)
    return any(signup.provider.takes_forms for signup in ways if signup)


def pages_to_find(site: Site) -> tuple[Page, ...]:
    """The site's own pages, without the one that only says thanks for a form."""
    return tuple(page for page in site.pages if not (addresses.page(page.slug) == addresses.THANKS and takes_forms(site)))


def _has(site: Site, collection: str) -> bool:
    if collection == "tags":
        return any(event.tags for event in site.events)
    if collection == "kinds":
        return bool(site.events)
    if collection == "people":
        return any(person.public for person in site.people)
    return bool(getattr(site, collection))
