"""What surrounds every page: the site's name, its menu, who answers for it, what one can follow.

Narrow on purpose: a page is made again when its frame changes, so nothing is in it that only some pages need.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from mcsite.model import addresses
from mcsite.model.settings import NavigationItem, Organiser
from mcsite.model.site import Edition, Site

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of a site has around it. ``base_url`` ends with a slash."""

    title: str
    base_url: str
    language: str = "en"
    description: str = ""
    timezone: str = "UTC"
    organiser: Organiser | None = None
    menu: tuple[NavigationItem, ...] = ()
    collections: tuple[NavigationItem, ...] = ()
    pages: tuple[NavigationItem, ...] = ()
    calendars: bool = True

    @property
    def base_path(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        return urlsplit(self.base_url).path


def frame_of(edition: Edition) -> Frame:
    """The frame of every page of an edition."""
    site, settings = edition.site, edition.site.settings
    collections = tuple(NavigationItem(COLLECTION_TITLES[name], f"{name}/") for name in COLLECTION_TITLES if _has(site, name))
    return Frame(
        title=settings.title,
        base_url=settings.base_url,
        language=settings.language,
        description=settings.description,
        timezone=settings.timezone,
        organiser=settings.organiser,
        menu=settings.navigation or _menu(site, collections),
        collections=collections,
        pages=tuple(NavigationItem(page.title, addresses.page(page.slug)) for page in site.pages[:PAGES_NAMED]),
        calendars=settings.makes("calendars"),
    )


def _menu(site: Site, collections: tuple[NavigationItem, ...]) -> tuple[NavigationItem, ...]:
    """The menu of a site that does not say its own."""
    known = tuple(item for item in collections if item.target.rstrip("/") in IN_THE_MENU)
    about = tuple(NavigationItem(page.title, addresses.page(page.slug)) for page in site.pages if page.slug == "about")
    return (NavigationItem("What’s on", addresses.EVENTS), NavigationItem("Calendar", addresses.CALENDAR), *known, *about)


def _has(site: Site, collection: str) -> bool:
    if collection == "tags":
        return any(event.tags for event in site.events)
    if collection == "kinds":
        return bool(site.events)
    if collection == "people":
        return any(person.public for person in site.people)
    return bool(getattr(site, collection))
