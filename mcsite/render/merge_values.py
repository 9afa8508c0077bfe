"""What each word of ``vocabulary`` is for a session or an event, in the language of the site.

Made of what is public alone: nobody is named who has no page, and no price is told that is for members only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mcsite.model import addresses
from mcsite.model.event import Event, Price, Session, Status
from mcsite.model.moment import When, instant
from mcsite.model.people import Person
from mcsite.model.places import Venue
from mcsite.model.settings import Organiser, Settings
from mcsite.render.merging import Values
from mcsite.render.signup import ANCHOR, signup_of, signup_place
from mcsite.render.strings import Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

MOST_DATES = 6
"""Sessions in ``event.dates``."""
_NOBODY = Organiser(name="")


@dataclass(frozen=True, slots=True)
class Subject:
    """That for which a template is filled in: a session of an event, or, where it is ``None``, the event.

    ``coming`` are those of its sessions that are to take place, soonest first.
    """

    settings: Settings
    strings: Strings
    event: Event
    session: Session | None
    coming: tuple[Session, ...]

    @property
    def nearest(self) -> Session | None:
        """The session itself, or the event's next."""
        return self.session or next(iter(self.coming), None)

    @property
    def venue(self) -> Venue | None:
        """Where it is: one session may be elsewhere."""
        return self.session.venue if self.session else self.event.venue

    @property
    def online(self) -> str:
        """The address at which one takes part."""
        return self.session.online if self.session else self.event.online

    @property
    def host(self) -> Person | None:
        """The first who may be named."""
        return next(iter(self.hosts), None)

    @property
    def hosts(self) -> tuple[Person, ...]:
        """All who may be named."""
        hosts = self.session.hosts if self.session else self.event.hosts
        return tuple(host for host in hosts if host.public)

    @property
    def organiser(self) -> Organiser:
        """Who answers for the site; one without a name where nobody is said to."""
        return self.settings.organiser or _NOBODY

    def address(self, below: str) -> str:
        """The full address of a page; empty on a site without pages."""
        return addresses.absolute(self.settings, below) if self.settings.makes("pages") else ""


def values_of(subject: Subject, names: Iterable[str]) -> Values:
    """What each of these names is, in one line; empty where it is nothing."""
    return tuple((name, tidy_line(VALUES[name](subject))) for name in sorted(set(names)))


def _of_session(value: Callable[[Subject, Session], str]) -> Callable[[Subject], str]:
    return lambda subject: value(subject, subject.session) if subject.session else ""


def _when(subject: Subject, when: When) -> str:
    return subject.strings.joined((words(subject.settings.language).days(when), _time(subject, when)))


def _time(subject: Subject, when: When) -> str:
    """The hours, with the zone where it is not that of the site."""
    speech = words(subject.settings.language)
    clock = speech.clock(when)
    zone = f" ({subject.strings.say('%(place)s time', place=speech.zone(when.timezone))})" if when.timezone != subject.settings.timezone else ""
    return clock and clock + zone


def _day(subject: Subject, session: Session) -> str:
    return words(subject.settings.language).weekday(session.when.first_day)


def _short_date(subject: Subject, when: When) -> str:
    speech = words(subject.settings.language)
    days = dict.fromkeys((when.first_day, when.last_day) if when.whole_day else (when.first_day,))
    return " – ".join(speech.short_day(day) for day in days)


def _dates(subject: Subject) -> str:
    speech = words(subject.settings.language)
    soonest = (session.when for session in subject.coming[:MOST_DATES])
    return " · ".join(subject.strings.joined((_short_date(subject, when), speech.begins(when))) for when in soonest)


def _next(subject: Subject) -> str:
    return _when(subject, subject.coming[0].when) if subject.coming else ""


def _following(subject: Subject, session: Session) -> str:
    begins = instant(session.when.begins)
    later = (other for other in subject.coming if other.key != session.key and instant(other.when.begins) > begins)
    following = next(later, None)
    return _when(subject, following.when) if following else ""


def _place(subject: Subject) -> str:
    return subject.venue.title if subject.venue else subject.strings.say("Online") if subject.online else ""


def _location(subject: Subject) -> str:
    return subject.venue.location if subject.venue else ""


def _prices(subject: Subject) -> str:
    return subject.strings.joined(_price(subject, price) for price in subject.event.prices if price.audience == "everyone")


def _price(subject: Subject, price: Price) -> str:
    amount = words(subject.settings.language).money(price.amount, price.currency) if price.amount else subject.strings.say("free")
    return f"{price.name} {amount}".strip()


def _seats(subject: Subject, session: Session) -> str:
    if session.full:
        return subject.strings.say("Fully booked")
    return subject.strings.plural("Room for %(number)s.", "Room for %(number)s.", session.capacity) if session.capacity else ""


def _number(subject: Subject, session: Session) -> str:
    if session.number and session.of:
        return subject.strings.say("%(number)s of %(total)s", number=session.number, total=session.of)
    return str(session.number) if session.number and session.event.is_series else ""


def _status(subject: Subject, session: Session) -> str:
    say, speech = subject.strings.say, words(subject.settings.language)
    match session.status:
        case Status.CANCELLED:
            return say("Cancelled")
        case Status.POSTPONED:
            return say("Postponed")
        case Status.MOVED if session.moved_from:
            was = subject.strings.joined((speech.days(session.moved_from), speech.clock(session.moved_from)))
            return say("Moved from %(day)s.", day=was)
        case _:
            return say("Takes place")


def _hosts(subject: Subject) -> str:
    joints = words(subject.settings.language).joints(len(subject.hosts))
    return "".join(joint + host.title for joint, host in zip(joints, subject.hosts, strict=True))


def _signup(subject: Subject) -> str:
    if not signup_of(subject.settings, subject.event):
        return ""
    return subject.address(f"{subject.session.address}#{ANCHOR}" if subject.session else addresses.short(subject.event.slug))


def _contact(subject: Subject) -> str:
    return signup_place(subject.settings, subject.nearest) if subject.nearest else ""


def _short_link(subject: Subject) -> str:
    slug = subject.event.slug
    return subject.address(addresses.short(slug) if signup_of(subject.settings, subject.event) else addresses.event(slug))


VALUES: Mapping[str, Callable[[Subject], str]] = {
    "session.title": _of_session(lambda _, session: session.title),
    "session.when": _of_session(lambda subject, session: _when(subject, session.when)),
    "session.date": _of_session(lambda subject, session: words(subject.settings.language).days(session.when)),
    "session.short_date": _of_session(lambda subject, session: _short_date(subject, session.when)),
    "session.day": _of_session(_day),
    "session.time": _of_session(lambda subject, session: _time(subject, session.when)),
    "session.starts": _of_session(lambda subject, session: words(subject.settings.language).begins(session.when)),
    "session.place": _place,
    "session.address": _location,
    "session.online": _of_session(lambda _, session: session.online),
    "session.price": _prices,
    "session.seats": _of_session(_seats),
    "session.number": _of_session(_number),
    "session.summary": _of_session(lambda _, session: session.summary),
    "session.note": _of_session(lambda _, session: session.note),
    "session.status": _of_session(_status),
    "session.reason": _of_session(lambda _, session: session.reason),
    "session.link": _of_session(lambda subject, session: subject.address(session.address)),
    "session.next": _of_session(_following),
    "event.title": lambda subject: subject.event.title,
    "event.kind": lambda subject: subject.event.kind.title,
    "event.summary": lambda subject: subject.event.summary,
    "event.next": _next,
    "event.dates": _dates,
    "event.place": _place,
    "event.address": _location,
    "event.price": _prices,
    "event.neighbourhood": lambda subject: subject.event.neighbourhood.title if subject.event.neighbourhood else "",
    "event.partner": lambda subject: subject.event.partner.title if subject.event.partner else "",
    "event.link": lambda subject: subject.address(addresses.event(subject.event.slug)),
    "event.short_link": _short_link,
    "signup.link": _signup,
    "signup.contact": _contact,
    "venue.name": lambda subject: subject.venue.title if subject.venue else "",
    "venue.address": lambda subject: subject.venue.address if subject.venue else "",
    "venue.postcode": lambda subject: subject.venue.postcode if subject.venue else "",
    "venue.directions": lambda subject: subject.venue.directions if subject.venue else "",
    "venue.link": lambda subject: subject.address(addresses.entry("venues", subject.venue.slug)) if subject.venue else "",
    "host.name": _hosts,
    "host.role": lambda subject: subject.host.role if subject.host else "",
    "host.registration": lambda subject: subject.host.registration if subject.host else "",
    "host.link": lambda subject: subject.address(addresses.entry("people", subject.host.slug)) if subject.host else "",
    "site.title": lambda subject: subject.settings.title,
    "site.description": lambda subject: subject.settings.description,
    "site.link": lambda subject: subject.settings.base_url,
    "site.calendar": lambda subject: subject.address(addresses.SUBSCRIBE) if subject.settings.makes("calendars") else "",
    "organiser.name": lambda subject: subject.organiser.name,
    "organiser.email": lambda subject: subject.organiser.email,
    "organiser.phone": lambda subject: subject.organiser.phone,
    "organiser.link": lambda subject: subject.organiser.url,
    "organiser.registration": lambda subject: subject.organiser.registration,
}
"""One for each word, by its name."""
