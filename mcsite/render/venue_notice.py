"""The notice for the door of a venue: what is held there next, and what of it was cancelled, moved, or is elsewhere this time.

It is public, so that whoever lends the room can print it: it says no more than the venue's page. A session that was moved stands at
both its times, for those who come at the old one. What changed within a day has a notice of its own in ``late_notices``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from mcsite.model import addresses
from mcsite.model.event import Session, Status
from mcsite.model.moment import When, instant
from mcsite.model.origin import Origin
from mcsite.model.places import Venue
from mcsite.model.site import Edition
from mcsite.render.desk import Stationery, number_of
from mcsite.render.handout import CODE, Step, code_of
from mcsite.render.print import Sheet
from mcsite.render.qr import code
from mcsite.render.strings import Strings
from mcsite.render.words_of_time import words

TEMPLATE = "notice.typ"
AHEAD = timedelta(weeks=4)
"""How far ahead a notice looks."""
LINES = 14
"""At most so many sessions stand on a notice, which is one page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A session at one of its times, in words. ``label`` is what is different, ``Cancelled``; ``told`` says more of it."""

    hours: str
    title: str
    detail: str
    label: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueNotice:
    """Everything that is on it: lines by day, and the one address where what holds now can be seen."""

    venue: str
    stationery: Stationery
    days: tuple[tuple[str, tuple[Line, ...]], ...]
    step: Step | None
    origin: Origin = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        """For messages."""
        return f"the notice for the door of '{self.venue}'"

    @property
    def texts(self) -> tuple[str, ...]:
        """What editors wrote."""
        lines = (part for _, lines in self.days for line in lines for part in (line.title, line.detail, line.told))
        return (self.venue, self.stationery.site, *lines)

    def sheet(self) -> Sheet:
        """Ready to be set."""
        say, step = self.stationery.strings.say, self.step
        days = [{"day": day, "lines": [_values(line) for line in lines]} for day, lines in self.days]
        onward = {"words": step.words, "address": step.address, "shown": step.shown} if step else None
        own = {"document": f"{self.venue}: {self.stationery.site}", "venue": self.venue, "days": days, "step": onward}
        known = {**self.stationery.values, **own, "code": code_of(step.address) if step else None, "words": {"kind": say("Coming up here")}}
        return Sheet(TEMPLATE, known, {CODE: code(step.address).svg} if step else {})


@lru_cache(maxsize=2)
def venue_notices(edition: Edition, strings: Strings) -> dict[str, VenueNotice]:
    """The notice of every venue that has something to say in the coming weeks, by the address of the venue's page."""
    told: dict[str, _Told] = {}
    for session in edition.site.sessions if edition.site.settings.makes("prints") else ():
        if any(_is_soon(edition, when) for when in (session.when, session.moved_from) if when):
            for slug, when, line in _lines(edition.site.settings.language, session, strings):
                if _is_soon(edition, when):
                    told.setdefault(slug, []).append((when, line))
    return {addresses.entry("venues", venue.slug): _notice(edition, venue, told[venue.slug], strings) for venue in edition.site.venues if venue.slug in told}


_Told = list[tuple[When, Line]]


def _is_soon(edition: Edition, when: When) -> bool:
    """Whether it has a day from today on that is not too far ahead. It goes by days, so that a notice is the same all day."""
    return when.last_day >= edition.today and when.first_day <= edition.today + AHEAD


def _lines(language: str, session: Session, strings: Strings) -> Iterator[tuple[str, When, Line]]:
    """What the doors of venues, by slug, say of a session: where it is held, and where people may come in vain."""
    here, usual, was = session.venue, session.event.venue, session.moved_from or session.when
    if here:
        yield here.slug, session.when, _here(language, session, strings)
    away = usual is not None and (here is None or here.slug != usual.slug)
    if usual and session.status.takes_place and (session.moved_from or away):
        yield usual.slug, was, _gone(language, session, strings, away=away)


def _here(language: str, session: Session, strings: Strings) -> Line:
    speech, on, was = words(language), session.status.takes_place, session.moved_from
    before = strings.say("Moved from %(day)s.", day=strings.joined((speech.short_day(was.first_day), speech.clock(was)))) if was else ""
    told = " ".join(part for part in (before, session.note) if part) if on else session.reason
    return Line(speech.clock(session.when), session.title, _detail(session, strings), _label(session, strings), told)


def _label(session: Session, strings: Strings) -> str:
    if session.status.takes_place:
        return strings.say("Full") if session.full else ""
    return strings.say("Postponed") if session.status is Status.POSTPONED else strings.say("Cancelled")


def _gone(language: str, session: Session, strings: Strings, *, away: bool) -> Line:
    """Of a session that people may look for here: when and where it is instead."""
    speech, when, was = words(language), session.when, session.moved_from or session.when
    day = speech.days(when) if when.first_day != was.first_day else ""
    hours = speech.clock(when) if session.moved_from else ""
    place = (session.venue.location if session.venue else strings.say("Online") if session.online else "") if away else ""
    return Line(speech.clock(was), session.title, "", strings.say("Moved to"), strings.joined((day, hours, place)))


def _detail(session: Session, strings: Strings) -> str:
    """Which one it is, and who holds it, of those who have a page."""
    return " · ".join(part for part in (number_of(session, strings), strings.joined(host.title for host in session.hosts if host.public)) if part)


def _notice(edition: Edition, venue: Venue, told: _Told, strings: Strings) -> VenueNotice:
    settings, first = edition.site.settings, sorted(told, key=lambda line: (instant(line[0].begins), line[1].title))[:LINES]
    page = addresses.absolute(settings, addresses.entry("venues", venue.slug))
    return VenueNotice(
        venue=venue.title,
        stationery=Stationery.of(settings, strings),
        days=tuple(_by_day(first, settings.language)),
        step=Step(strings.say("All dates, and what has changed"), page) if settings.makes("pages") else None,
        origin=venue.origin,
    )


def _by_day(told: Iterable[tuple[When, Line]], language: str) -> Iterator[tuple[str, tuple[Line, ...]]]:
    speech = words(language)
    for day, lines in groupby(((speech.days(when), line) for when, line in told), itemgetter(0)):
        yield day, tuple(line for _, line in lines)


def _values(line: Line) -> dict[str, str]:
    return {"hours": line.hours, "title": line.title, "detail": line.detail, "label": line.label, "told": line.told}
