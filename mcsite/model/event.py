"""Events and their sessions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from mcsite.model.library import Workshop
from mcsite.model.moment import When
from mcsite.model.origin import Origin
from mcsite.model.people import Partner, Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.prose import Picture, Prose
from mcsite.model.schedule import Days, Schedule
from mcsite.model.settings import Kind
from mcsite.model.signup import Count, Signup
from mcsite.model.unpublished import UNPUBLISHED


class Status(StrEnum):
    """Whether it takes place as announced. ``moved`` is said of sessions only."""

    SCHEDULED = "scheduled"
    MOVED = "moved"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"

    @property
    def takes_place(self) -> bool:
        """Whether one may come: at the announced time, or at the one to which it was moved."""
        return self in {Status.SCHEDULED, Status.MOVED}


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that events share: ``desk-work``, ``Desk work``."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one pays; an amount of zero is free. ``audience`` is ``everyone`` or ``members``."""

    name: str = ""
    amount: Decimal
    currency: str = ""
    url: str = ""
    audience: str = "everyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something with dates. ``prices`` empty: nothing is said about money. ``skipped``: the days on which a series does not meet.

    ``setup`` and ``clear_up`` are minutes for which the room is needed before and after; they are for the venue, and are not published.
    ``uid`` and ``sequence`` are what calendars know it by from another calendar, RFC 5545 UID and SEQUENCE; else empty and 0.
    """

    slug: str
    title: str
    kind: Kind
    schedule: Schedule
    identity: str = ""
    uid: str = ""
    sequence: int = 0
    aliases: tuple[str, ...] = ()
    status: Status = Status.SCHEDULED
    reason: str = ""
    workshop: Workshop | None = None
    venue: Venue | None = None
    online: str = ""
    hosts: tuple[Person, ...] = ()
    partner: Partner | None = None
    tags: tuple[Tag, ...] = ()
    neighbourhood: Neighbourhood | None = None
    capacity: int | None = None
    setup: int = field(default=0, repr=False, metadata=UNPUBLISHED)
    clear_up: int = field(default=0, repr=False, metadata=UNPUBLISHED)
    prices: tuple[Price, ...] = ()
    signup: Signup | None = None
    summary: str = ""
    image: Picture | None = None
    draft: bool = False
    publish_on: date | None = None
    skipped: tuple[Days, ...] = ()
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)

    def is_announced(self, today: date) -> bool:
        """Whether it is published, or only looked at in a preview: a draft, or an event of which the day has not come."""
        return not self.draft and (self.publish_on is None or self.publish_on <= today)

    @property
    def is_series(self) -> bool:
        """Whether it has several sessions, each with an address of its own."""
        return bool(self.schedule.rule or self.schedule.extra)


@dataclass(frozen=True, slots=True)
class Identity:
    """What followers' calendars know a session by: RFC 5545 UID, SEQUENCE and LAST-MODIFIED (UTC).

    ``series`` is the permanent name of its event, and the UID of a calendar entry for the event as such.
    """

    uid: str
    sequence: int
    modified: datetime
    series: str


UNSETTLED = Identity("", 0, datetime.min.replace(tzinfo=UTC), "")
"""That of a session while a site is being read, before it is settled against what was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One dated occurrence of an event; a one-off event has exactly one.

    ``key`` names it within its event by its original date: ``2026-01-06``, or ``2026-01-06-1800`` where a day has two.
    ``address`` is its page below the site's root: its own for a session of a series, else the event's.
    ``moved_from`` is the original time of a moved one. ``number`` counts sessions in order of original dates, from 1;
    ``of`` is the number of sessions of a series with an end. ``count`` says how many places were taken, of any age.
    """

    event: Event
    key: str
    address: str
    when: When
    identity: Identity
    status: Status = Status.SCHEDULED
    reason: str = ""
    moved_from: When | None = None
    number: int | None = None
    of: int | None = None
    title: str
    summary: str = ""
    note: str = ""
    venue: Venue | None = None
    online: str = ""
    hosts: tuple[Person, ...] = ()
    neighbourhood: Neighbourhood | None = None
    capacity: int | None = None
    full: bool = False
    count: Count | None = None

    def as_known(self, now: datetime) -> Session:
        """The same without a count that is too old to be told, or of a time to come."""
        return self if self.count is None or self.count.holds(now) else replace(self, count=None)

    @property
    def named_hosts(self) -> tuple[Person, ...]:
        """Those who lead it and have a public page."""
        return tuple(host for host in self.hosts if host.public)

    @property
    def left(self) -> int | None:
        """How many places were free when they were counted."""
        return None if self.count is None or self.capacity is None else max(0, self.capacity - self.count.taken)

    @property
    def card(self) -> Card:
        """The narrow face that lists receive."""
        event = self.event
        return Card(
            event=event.slug, key=self.key, address=self.address, uid=self.identity.uid, title=self.title, kind=event.kind,
            when=self.when, status=self.status, reason=self.reason, moved_from=self.moved_from, number=self.number, of=self.of,
            series=event.is_series, summary=self.summary, venue=self.venue.slug if self.venue else "",
            place=self.venue.title if self.venue else "", online=bool(self.online), neighbourhood=self.neighbourhood,
            hosts=tuple((host.slug, host.title) for host in self.named_hosts), tags=event.tags, prices=event.prices, image=event.image, full=self.full,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The narrow face of a session that lists and JSON receive: editing a body changes no card. Hosts without a public page are not in it."""

    event: str
    key: str
    address: str
    uid: str
    title: str
    kind: Kind
    when: When
    status: Status
    reason: str
    moved_from: When | None
    number: int | None
    of: int | None
    series: bool
    summary: str
    venue: str
    place: str
    online: bool
    neighbourhood: Neighbourhood | None
    hosts: tuple[tuple[str, str], ...]
    tags: tuple[Tag, ...]
    prices: tuple[Price, ...]
    image: Picture | None
    full: bool
