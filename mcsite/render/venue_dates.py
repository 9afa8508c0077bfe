"""The sheet for those who lend a room: the dates of the coming weeks, from when until when the room is needed, and whom of us to call.

It is private, because set-up times and addresses to call are between us and them; what they told us of themselves is not on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from mcsite.model.event import Session
from mcsite.model.origin import Origin
from mcsite.model.places import Venue
from mcsite.model.site import Edition
from mcsite.render.desk import Stationery, near
from mcsite.render.print import Sheet
from mcsite.render.running_order import room_times
from mcsite.render.strings import Strings
from mcsite.render.words_of_time import words

TEMPLATE = "venue-dates.typ"
AHEAD = timedelta(weeks=6)
"""How far ahead a sheet looks."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A session in words: its day, the hours of the room (those of the session where nobody said more) and its own, what it is, and what is different."""

    day: str
    room: str
    hours: str
    title: str
    detail: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueDates:
    """Everything that is on it. ``contacts`` are ours: a name, and how it is reached. ``as_of`` is the day of the sheet."""

    venue: str
    stationery: Stationery
    bookings: tuple[Booking, ...]
    contacts: tuple[tuple[str, str], ...]
    as_of: str
    origin: Origin = field(compare=False, repr=False)

    @property
    def name(self) -> str:
        """For messages."""
        return f"the sheet of dates for '{self.venue}'"

    @property
    def texts(self) -> tuple[str, ...]:
        """What editors wrote."""
        bookings = (part for booking in self.bookings for part in (booking.title, booking.detail))
        return (self.venue, self.stationery.site, *bookings, *(part for contact in self.contacts for part in contact))

    def sheet(self) -> Sheet:
        """Ready to be set."""
        say = self.stationery.strings.say
        bookings = [(one.day, one.room, one.hours, one.title, one.detail, one.label) for one in self.bookings]
        said = {
            "kind": say("For those who lend us the room"), "day": say("Day"), "room": say("The room is ours"), "hours": say("Session"), "what": say("What"),
            "contacts": say("Whom to call"), "ask": say("If one of these times does not suit you, please tell us."),
        }  # fmt: skip
        title = say("Our dates at %(place)s", place=self.venue)
        own = {"document": title, "title": title, "facts": say("As of %(day)s", day=self.as_of), "bookings": bookings, "contacts": self.contacts, "words": said}
        return Sheet(TEMPLATE, {**self.stationery.values, **own})


def venue_dates(edition: Edition, strings: Strings) -> dict[str, VenueDates]:
    """The sheet of every venue in which something is held in the coming weeks, by the venue's slug."""
    held: dict[str, list[Session]] = {}
    for session in near(edition, AHEAD) if edition.site.settings.makes("prints") else ():
        if session.venue:
            held.setdefault(session.venue.slug, []).append(session)
    return {venue.slug: _dates(edition, venue, held[venue.slug], strings) for venue in edition.site.venues if venue.slug in held}


def _dates(edition: Edition, venue: Venue, sessions: list[Session], strings: Strings) -> VenueDates:
    settings = edition.site.settings
    return VenueDates(
        venue=venue.title,
        stationery=Stationery.of(settings, strings),
        bookings=tuple(_booking(session, settings.language, strings) for session in sessions),
        contacts=tuple(dict.fromkeys(_contacts(edition, sessions))),
        as_of=words(settings.language).date(edition.today),
        origin=venue.origin,
    )


def _booking(session: Session, language: str, strings: Strings) -> Booking:
    speech, when, on = words(language), session.when, session.status.takes_place
    hours = speech.clock(when) or strings.say("all day")
    room = speech.clock(room_times(session.event, when) or when) or hours
    hosts = strings.joined(host.title for host in session.hosts)
    people = strings.say("Places: %(number)s", number=words(language).number(session.capacity)) if session.capacity else ""
    detail = " · ".join(part for part in (hosts, people) if part)
    return Booking(speech.days(when), room if on else "–", hours, session.title, detail, "" if on else _called_off(session, strings))


def _called_off(session: Session, strings: Strings) -> str:
    return strings.say("Postponed") if session.status == "postponed" else strings.say("Cancelled")


def _contacts(edition: Edition, sessions: list[Session]) -> Iterator[tuple[str, str]]:
    organiser = edition.site.settings.organiser
    if organiser and (organiser.phone or organiser.email):
        yield organiser.name, "\n".join(part for part in (organiser.phone, organiser.email) if part)
    yield from ((host.title, host.email) for session in sessions for host in session.hosts if host.email)
