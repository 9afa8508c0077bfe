"""Which handouts an edition has: one for each workshop with a takeaway, and one for each session of it that is near.

A session's handout names the session after it. It is made from some weeks before it takes place, so that it can be printed, until some
weeks after, for those who left theirs behind; the workshop's own is always there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from mcsite.model import addresses
from mcsite.model.event import Session
from mcsite.model.library import AssetFile, Workshop
from mcsite.model.moment import instant
from mcsite.model.people import Person
from mcsite.model.settings import Settings
from mcsite.model.signup import Provider
from mcsite.model.site import Edition
from mcsite.render.handout import Following, Giver, Handout, Step
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.words_of_time import words

AHEAD = timedelta(weeks=6)
BACK = timedelta(weeks=2)
"""How long before and after a session its own handout is there."""

Held = list[Session]
"""Sessions that take place, in order of time."""


@lru_cache(maxsize=2)
def handouts_of(edition: Edition, strings: Strings = ENGLISH) -> dict[str, Handout]:
    """Every handout by the address of the page that it belongs to: ``workshops/desk-posture/``, ``events/desk-lunch/2026-12-08/``."""
    return dict(_Desk(edition, strings).all()) if edition.site.settings.makes("prints") else {}


class _Desk:
    def __init__(self, edition: Edition, strings: Strings) -> None:
        self.edition, self.settings = edition, edition.site.settings
        self.strings = strings
        self.files = {file.path: file for file in edition.site.assets}
        self.held: dict[str, Held] = {}
        """By workshop, and by workshop and event."""
        for session in edition.site.sessions:
            if session.event.workshop and session.status.takes_place:
                for name in (session.event.workshop.slug, _of_event(session)):
                    self.held.setdefault(name, []).append(session)

    def all(self) -> Iterator[tuple[str, Handout]]:
        for workshop in self.edition.site.workshops:
            if workshop.takeaway:
                yield addresses.entry("workshops", workshop.slug), self._of_workshop(workshop)
                for session in self.held.get(workshop.slug, []):
                    if self._is_near(session):
                        yield session.address, self._of_session(workshop, session)

    def _is_near(self, session: Session) -> bool:
        return session.when.first_day - AHEAD <= self.edition.today <= session.when.last_day + BACK

    def _of_workshop(self, workshop: Workshop) -> Handout:
        now = instant(self.edition.now)
        coming = next((session for session in self.held.get(workshop.slug, []) if instant(session.when.begins) > now), None)
        organiser = self.settings.organiser
        givers = (Giver(organiser.name, organiser.registration),) if organiser else ()
        return self._handout(workshop, self.strings.say("To take home"), coming, givers)

    def _of_session(self, workshop: Workshop, session: Session) -> Handout:
        number = self.strings.say("%(number)s of %(total)s", number=session.number, total=session.of) if session.number and session.of else ""
        about = (session.title, words(self.settings.language).days(session.when), number)
        givers = tuple(_giver(host) for host in session.hosts if host.public)
        fallback = self._of_workshop(workshop).givers
        return self._handout(workshop, " · ".join(part for part in about if part), self._after(session), givers or fallback)

    def _after(self, session: Session) -> Session | None:
        """The next session of the same event, or else of the same workshop."""
        of_workshop = self.held[session.event.workshop.slug if session.event.workshop else ""]
        return _next(self.held[_of_event(session)], session) or _next(of_workshop, session)

    def _handout(self, workshop: Workshop, about: str, after: Session | None, givers: tuple[Giver, ...]) -> Handout:
        shown = [picture.path for _, picture in workshop.takeaway.pictures] + ([workshop.image.path] if workshop.image else [])
        return Handout(
            title=workshop.title,
            about=about,
            takeaway=workshop.takeaway,
            stop_if=workshop.stop_if,
            image=workshop.image,
            following=Following(after.when, self._place(after)) if after else None,
            step=self._step(after),
            givers=givers,
            pictures=_found(shown, self.files),
            site=self.settings.title,
            language=self.settings.language,
            strings=self.strings,
            base_url=self.settings.base_url,
            origin=workshop.origin,
        )

    def _step(self, after: Session | None) -> Step | None:
        """The one thing to do next; none where the site has no page that it could lead to."""
        if not self.settings.makes("pages"):
            return None
        if after is None:
            return Step(self.strings.say("See what is on next"), addresses.absolute(self.settings, addresses.EVENTS))
        if takes_names(after, self.settings):
            return Step(self.strings.say("Keep a place for next time"), addresses.absolute(self.settings, addresses.short(after.event.slug)))
        return Step(self.strings.say("Come again: all dates are here"), addresses.absolute(self.settings, addresses.event(after.event.slug)))

    def _place(self, session: Session) -> str:
        return session.venue.title if session.venue else self.strings.say("Online") if session.online else ""


def _of_event(session: Session) -> str:
    """What the sessions of its event are found by; no workshop is called so."""
    return f"{session.event.slug}/"


def _next(held: Held, session: Session) -> Session | None:
    """The first of those that begins after a session does."""
    position = bisect_right(held, instant(session.when.begins), key=lambda other: instant(other.when.begins))
    return held[position] if position < len(held) else None


def takes_names(session: Session, settings: Settings) -> bool:
    """Whether one signs up for an event, so that it has a short address."""
    signup = session.event.signup or settings.signup
    return signup is not None and signup.provider is not Provider.NONE


def _giver(host: Person) -> Giver:
    return Giver(host.title, host.registration or host.role)


def _found(paths: list[str], files: dict[str, AssetFile]) -> tuple[AssetFile, ...]:
    return tuple(files[path] for path in dict.fromkeys(paths) if path in files)
