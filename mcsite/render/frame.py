"""What surrounds every page: the site's name, its menu, who answers for it, what one can follow.

Narrow on purpose: a page is made again when its frame changes, so nothing is in it that only some pages need.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from mcsite import kept
from mcsite.model import addresses
from mcsite.model.library import Page
from mcsite.model.prose import Picture, Prose
from mcsite.model.settings import NavigationItem, Settings, SiteLanguage
from mcsite.model.site import Edition, Site
from mcsite.render.colours import MOODS, stylesheet
from mcsite.render.policy import content_security_policy
from mcsite.render.signup import signup_of
from mcsite.render.social_cards import site_picture
from mcsite.render.strings import Strings
from mcsite.render.words_of_time import words

IN_THE_MENU = ("workshops", "library")
PAGES_NAMED = 8
"""At most so many of the site's own pages are named at the foot of every page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a site has around it. ``settings`` are without what only the home page and the schedules say.

    ``privacy`` and ``thanks`` are the addresses of pages, if there are such: forms link to the one and lead to the other. ``picture``
    stands for a page that has none of its own where people share it: the site's card, or its first picture there. ``colours`` is a
    mark of the site's own colours, if it has any, ``paper`` that of the page by day and by night. ``policy`` is the
    Content-Security-Policy, for hosts that send no headers. ``languages`` are those of a site in several, each with its own name for itself.
    """

    settings: Settings
    menu: tuple[NavigationItem, ...] = ()
    collections: tuple[NavigationItem, ...] = ()
    pages: tuple[NavigationItem, ...] = ()
    privacy: str = ""
    thanks: str = ""
    picture: Picture | None = None
    colours: str = ""
    paper: tuple[str, str] = ("", "")
    policy: str = ""
    languages: tuple[tuple[SiteLanguage, str], ...] = ()


@lru_cache(maxsize=2)
def frame_of(edition: Edition, strings: Strings) -> Frame:
    """The frame of every page of an edition, in the words of its language: one object for all, so that it is worked out and looked at once."""
    site, settings = edition.site, edition.site.settings
    collections = tuple(NavigationItem(title, f"{name}/") for name, title in collection_titles(strings).items() if _has(site, name))
    frame = Frame(
        settings=replace(settings, welcome=Prose(), closed=()),
        menu=settings.navigation or _menu(site, collections, strings),
        collections=collections,
        pages=tuple(NavigationItem(page.title, addresses.page(page.slug)) for page in pages_to_find(site)[:PAGES_NAMED]),
        privacy=settings.privacy,
        thanks=addresses.THANKS if takes_forms(site) else "",
        picture=site_picture(edition, strings) or _picture(settings),
        colours=_digest_of_colours(settings),
        paper=(MOODS[settings.mood].day.paper, MOODS[settings.mood].night.paper),
        policy=content_security_policy(site, in_header=False),
        languages=_named_by_themselves(settings.languages),
    )
    return kept.the_same(frame, settings, strings)


def _named_by_themselves(languages: tuple[SiteLanguage, ...]) -> tuple[tuple[SiteLanguage, str], ...]:
    """``Deutsch``, ``English``; with the country where two are of one language."""
    bare = [language.code.split("-")[0] for language in languages]
    return tuple((language, words(language.code).own_name(in_full=bare.count(base) > 1)) for language, base in zip(languages, bare, strict=True))


def _picture(settings: Settings) -> Picture | None:
    """The first picture of the home page that is shown elsewhere, or else the logo."""
    known = (*(picture for _, picture in settings.welcome.pictures), settings.logo)
    return next((picture for picture in known if picture and is_shared(picture)), None)


def _digest_of_colours(settings: Settings) -> str:
    """A part of the address of the site's own colours, so that others are fetched anew; empty where it has none."""
    return blake2b(stylesheet(settings.mood, settings.accent).encode(), digest_size=5).hexdigest() if settings.has_own_colours else ""


def is_shared(picture: Picture) -> bool:
    """Whether the places where people share pages show such a picture: they know no drawings, and most of them no AVIF."""
    return not picture.path.endswith((".svg", ".avif"))


def collection_titles(strings: Strings) -> dict[str, str]:
    """What the collections are called, in the order in which they are named."""
    return {
        "workshops": strings.say("Workshops"),
        "library": strings.say("Library"),
        "venues": strings.say("Venues"),
        "people": strings.say("People"),
        "partners": strings.say("Partners"),
        "neighbourhoods": strings.say("Neighbourhoods"),
        "tags": strings.say("Topics"),
        "kinds": strings.say("Kinds of gathering"),
    }


def _menu(site: Site, collections: tuple[NavigationItem, ...], strings: Strings) -> tuple[NavigationItem, ...]:
    """The menu of a site that does not say its own."""
    known = tuple(item for item in collections if item.target.rstrip("/") in IN_THE_MENU)
    about = tuple(NavigationItem(page.title, addresses.page(page.slug)) for page in site.pages if page.slug == "about")
    always = NavigationItem(strings.say("What’s on"), addresses.EVENTS), NavigationItem(strings.say("Calendar"), addresses.CALENDAR)
    return (*always, *known, *about)


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
