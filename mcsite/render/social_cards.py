"""Which cards an edition has: one for everything with a page of its own that people share, and one for each session that is near.

A session has a card from some weeks before it takes place until some days after it, as long as people look at what was shared; the page
of any other session is shown by the card of its event. Of a series only the next sessions have theirs, since nobody posts further ahead,
and each takes time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from mcsite.model import addresses
from mcsite.model.event import Event, Session, Status
from mcsite.model.moment import When, instant
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture
from mcsite.model.site import Edition
from mcsite.render.entries import headed
from mcsite.render.flyer import DATES, rhythm_of
from mcsite.render.flyers import place_of
from mcsite.render.handout import shown
from mcsite.render.handouts import takes_names
from mcsite.render.print import available
from mcsite.render.signup import next_open
from mcsite.render.social_card import SocialCard, as_picture
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.words_of_time import words

AHEAD = timedelta(weeks=8)
BACK = timedelta(weeks=2)
"""How long before and after a session it has a card of its own."""
NEXT = 4
"""At most so many coming sessions of one series have one."""
_WEEK = timedelta(weeks=1)


@lru_cache(maxsize=2)
def cards_of(edition: Edition, strings: Strings = ENGLISH) -> dict[str, SocialCard]:
    """Every card by the address of its page, which for a session is that of its own page even where the site makes none."""
    return dict(_Cards(edition, strings).all()) if edition.site.settings.makes("cards") and available() else {}


def site_picture(edition: Edition, strings: Strings) -> Picture | None:
    """The card of the site."""
    card = cards_of(edition, strings).get(addresses.HOME)
    return as_picture(addresses.HOME, card) if card else None


def folder_of(session: Session) -> str:
    """Where the files of a session are."""
    event = session.event
    return addresses.session(event.slug, session.key) if event.is_series else addresses.event(event.slug)


class _Cards:
    def __init__(self, edition: Edition, strings: Strings) -> None:
        self.edition, self.strings = edition, strings
        self.settings = edition.site.settings
        self.files = {file.path: file for file in edition.site.assets}

    def all(self) -> Iterator[tuple[str, SocialCard]]:
        yield addresses.HOME, self._site()
        if self.settings.makes("pages"):
            yield from self._things()
        for event in self.edition.site.events:
            sessions = self.edition.sessions_of[event.slug]
            if event.is_series:
                yield from self._series(event, tuple(sorted(sessions, key=lambda session: instant(session.when.begins))))
            else:
                yield from ((folder_of(session), self._session(session)) for session in sessions if self._is_near(session, None))

    def _site(self) -> SocialCard:
        settings = self.settings
        welcome = (picture for _, picture in settings.welcome.pictures)
        card = self._card(settings.title, settings.origin, next(welcome, settings.logo), summary=settings.description)
        return replace(card, site=shown(settings.base_url))

    def _things(self) -> Iterator[tuple[str, SocialCard]]:
        """Everything with a page that is not an event."""
        site, speech = self.edition.site, words(self.settings.language)
        for page in site.pages:
            yield addresses.page(page.slug), self._card(page.title, page.origin, page.image, summary=page.summary)
        for workshop in site.workshops:
            minutes = speech.minutes(workshop.minutes) if workshop.minutes else ""
            yield addresses.entry("workshops", workshop.slug), self._card(workshop.title, workshop.origin, workshop.image, minutes, workshop.summary)
        for entry in site.library:
            yield addresses.entry("library", entry.slug), self._card(entry.title, entry.origin, entry.image, entry.kind, entry.summary)
        for venue in site.venues:
            area = venue.neighbourhood.title if venue.neighbourhood else ""
            yield addresses.entry("venues", venue.slug), self._card(venue.title, venue.origin, venue.image, area, venue.summary or venue.address)
        for person in site.people:
            if person.public:
                yield addresses.entry("people", person.slug), self._card(person.title, person.origin, person.image, person.role, person.summary)
        for partner in site.partners:
            yield addresses.entry("partners", partner.slug), self._card(partner.title, partner.origin, partner.image, summary=partner.summary)
        for part in site.neighbourhoods:
            yield addresses.entry("neighbourhoods", part.slug), self._card(part.title, self.settings.origin, None)

    def _series(self, event: Event, sessions: tuple[Session, ...]) -> Iterator[tuple[str, SocialCard]]:
        """The card of a series of which something is to come, and those of its sessions that are near."""
        now = instant(self.edition.now)
        coming = [session for session in sessions if instant(session.when.ends) > now]
        if coming:
            yield addresses.event(event.slug), self._whole(event, coming)
        last = coming[NEXT] if len(coming) > NEXT else None
        opening = next_open(coming)
        yield from ((folder_of(session), self._session(session, opening)) for session in sessions if self._is_near(session, last))

    def _is_near(self, session: Session, last: Session | None) -> bool:
        """Whether a session is about to come or just over. Of a one-off, that it is still to come is enough; ``last`` is the first too many."""
        now, begins = instant(self.edition.now), instant(session.when.begins)
        if instant(session.when.ends) + BACK <= now or (last and begins >= instant(last.when.begins)):
            return False
        return begins <= now + AHEAD or not session.event.is_series

    def _whole(self, event: Event, coming: list[Session]) -> SocialCard:
        """By its weekday where it is weekly, so that what was shared stays true; else by its next date."""
        held = [session for session in coming if session.status.takes_place]
        next_ = (held or coming)[0]
        dates = tuple(session.when for session in held if session.status is Status.SCHEDULED)[:DATES]
        card = self._card(event.title, event.origin, event.image, _kicker(event), event.summary)
        off = not event.status.takes_place
        return replace(
            card,
            headline=headed(self.strings, event.status, event.title),
            notice=self._standing(event.status) if off else "",
            off=off,
            when=next_.when,
            rhythm=rhythm_of(dates, self.settings.language) if _is_weekly(dates) else "",
            place=place_of(event, self.strings),
        )

    def _session(self, session: Session, opening: Session | None = None) -> SocialCard:
        event, over = session.event, instant(session.when.ends) <= instant(self.edition.now)
        card = self._card(session.title, event.origin, event.image, _kicker(event), session.summary)
        return replace(
            card,
            headline=headed(self.strings, session.status, session.title),
            notice=self._notice(session),
            off=not session.status.takes_place,
            when=session.when,
            place=place_of(session, self.strings),
            address="" if over else self._address(session, opening),
        )

    def _address(self, session: Session, opening: Session | None) -> str:
        """The short one where it leads to this very session."""
        event = session.event
        if not self.settings.makes("pages"):
            return self.settings.base_url
        leads_here = session.status.takes_place and not session.full and (not event.is_series or session is opening)
        short = takes_names(session, self.settings) and leads_here
        return addresses.absolute(self.settings, addresses.short(event.slug) if short else session.address)

    def _notice(self, session: Session) -> str:
        if session.status is Status.MOVED and session.moved_from:
            speech, was = words(self.settings.language), session.moved_from
            day = self.strings.joined((speech.short_day(was.first_day), speech.clock(was) if was.first_day == session.when.first_day else ""))
            return self.strings.say("Moved from %(day)s.", day=day).rstrip(".")
        return self._standing(session.status) or (self.strings.say("Fully booked") if session.full else "")

    def _standing(self, status: Status) -> str:
        off = {Status.CANCELLED: self.strings.say("Cancelled"), Status.POSTPONED: self.strings.say("Postponed")}
        return off.get(status, "")

    def _card(self, title: str, origin: Origin, image: Picture | None, kicker: str = "", summary: str = "") -> SocialCard:
        settings = self.settings
        return SocialCard(
            title=title,
            headline=title,
            kicker=kicker,
            summary=summary,
            image=image,
            file=self.files.get(image.path) if image else None,
            site=settings.title,
            language=settings.language,
            strings=self.strings,
            mood=settings.mood,
            accent=settings.accent,
            origin=origin,
        )


def _kicker(event: Event) -> str:
    return " · ".join(part for part in (event.kind.title, event.neighbourhood.title if event.neighbourhood else "") if part)


def _is_weekly(dates: tuple[When, ...]) -> bool:
    """Whether some dates are a week apart, and perhaps others more."""
    return min((later.first_day - earlier.first_day for earlier, later in pairwise(dates)), default=None) == _WEEK
