"""Which flyers an edition has: one for each event of which something is still to come; and which files are made of it."""

from __future__ import annotations

from functools import lru_cache

from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.site import Edition
from mcsite.render.characters import are_signs, lacking_of_each
from mcsite.render.flyer import DATES, Flyer, Format, texts_of
from mcsite.render.fonts import fonts_of
from mcsite.render.handout import Step
from mcsite.render.handouts import takes_names
from mcsite.render.print import available
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.theme_sources import Prints
from mcsite.render.words_of_time import paper


@lru_cache(maxsize=2)
def flyers_of(edition: Edition, strings: Strings = ENGLISH) -> dict[str, Flyer]:
    """Every flyer by the address of its event's page."""
    if not edition.site.settings.makes("prints"):
        return {}
    coming: dict[str, list[Session]] = {}
    for session in edition.coming:
        if session.status.takes_place:
            coming.setdefault(session.event.slug, []).append(session)
    return {addresses.event(event.slug): _flyer(edition, event, coming[event.slug], strings) for event in edition.site.events if event.slug in coming}


@lru_cache(maxsize=2)
def lacking_of(edition: Edition, prints: Prints, strings: Strings = ENGLISH) -> dict[str, frozenset[str]]:
    """The characters of each flyer that no font here has, by the address of its event's page. Raises ``ThemeError``."""
    texts = {page: texts_of(flyer) for page, flyer in flyers_of(edition, strings).items()} if available() else {}
    return lacking_of_each(texts, prints, fonts_of(edition.site))


def formats_of(edition: Edition, prints: Prints, page: str, strings: Strings = ENGLISH) -> dict[str, Format]:
    """What is made of the flyer that belongs to a page, by the name of the file; nothing where there is none, or none can be made."""
    lacking = lacking_of(edition, prints, strings).get(page)
    if lacking is None or not are_signs(lacking):
        return {}
    flyer, own = flyers_of(edition, strings)[page], paper(edition.site.settings.language)
    known = {"flyer-a4": Format("a4"), "flyer-a5": Format("a5"), "flyer-letter": Format("us-letter")}
    known |= {"flyer-four": Format(own, "four"), "flyer-tabs": Format(own, "tabs")}
    return known | ({"flyer-plain": Format(own, design=flyer.plain_design)} if flyer.pictured else {})


def _flyer(edition: Edition, event: Event, sessions: list[Session], strings: Strings) -> Flyer:
    settings = edition.site.settings
    area = event.neighbourhood.title if event.neighbourhood else ""
    image = event.image
    return Flyer(
        title=event.title,
        kicker=" · ".join(part for part in (event.kind.title, area) if part),
        summary=event.summary,
        dates=tuple(session.when for session in sessions[:DATES]),
        more=len(sessions) > DATES or event.schedule.confirmed_until is not None,
        place=place_of(event, strings),
        prices=event.prices,
        image=image,
        file=next((file for file in edition.site.assets if image and file.path == image.path), None),
        step=_step(edition, sessions[0], strings),
        site=settings.title,
        language=settings.language,
        strings=strings,
        origin=event.origin,
    )


def place_of(held: Event | Session, strings: Strings) -> tuple[str, ...]:
    """Where to go, in parts: the name of the venue first."""
    if held.venue:
        return tuple(part for part in (held.venue.title, held.venue.address, held.venue.postcode) if part)
    return (strings.say("Online"),) if held.online else ()


def _step(edition: Edition, session: Session, strings: Strings) -> Step | None:
    settings, slug = edition.site.settings, session.event.slug
    if not settings.makes("pages"):
        return None
    if takes_names(session, settings):
        return Step(strings.say("Save your place"), addresses.absolute(settings, addresses.short(slug)))
    return Step(strings.say("Just come along"), addresses.absolute(settings, addresses.event(slug)))
