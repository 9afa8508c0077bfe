"""The whole of what may be published, and the same as seen from one instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from mcsite import kept
from mcsite.model.event import Card, Event, Session
from mcsite.model.facets import Facet, by_facet
from mcsite.model.lateness import LateChange, late_changes
from mcsite.model.ledger import EMPTY, Ledger, Published
from mcsite.model.library import AssetFile, LibraryEntry, Page, Workshop
from mcsite.model.moment import instant, zone
from mcsite.model.people import Partner, Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that may be published, each tuple sorted by slug; ``sessions`` by time, then event and key."""

    settings: Settings
    events: tuple[Event, ...] = ()
    sessions: tuple[Session, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    library: tuple[LibraryEntry, ...] = ()
    venues: tuple[Venue, ...] = ()
    people: tuple[Person, ...] = ()
    partners: tuple[Partner, ...] = ()
    pages: tuple[Page, ...] = ()
    neighbourhoods: tuple[Neighbourhood, ...] = ()
    assets: tuple[AssetFile, ...] = ()


@dataclass(frozen=True, eq=False)
class Edition:
    """A site as of one instant, ``now`` (aware, in the site's zone): what is coming and what is past.

    A session is past when its end has come; one in progress is still coming. Two editions are never equal, so that what is
    worked out once for an edition can be looked up without comparing sites.

    ``ledger`` is the memory that is published with it, as yet without the addresses that this edition adds; ``previous`` is that of the last
    publication. ``vanished`` are sessions that followers have and that no file speaks of any more: while there are any, nothing is published.

    ``translations`` are the same site in its other languages. The ledger of each knows the addresses of that language, below its folder.
    """

    site: Site
    now: datetime
    ledger: Ledger = EMPTY
    previous: Ledger = EMPTY
    vanished: tuple[Published, ...] = ()
    translations: tuple[Edition, ...] = ()

    @property
    def today(self) -> date:
        """The day in the site's zone."""
        return self.now.astimezone(zone(self.site.settings.timezone)).date()

    @property
    def holds_until(self) -> datetime:
        """The next instant at which this edition may differ though nothing was edited.

        A session ends, a late change is over, a count of places begins to hold or is too old, or a day ends.
        """
        here = zone(self.site.settings.timezone)
        midnight = datetime.combine(self.today + timedelta(days=1), time(), here)
        ends = (instant(session.when.ends) for session in self.coming)
        counts = (instant(moment) for session in self.coming if session.count for moment in (session.count.as_of, session.count.until))
        turns = (*ends, *(late.until for late in self.late_changes), *counts)
        return min((instant(midnight), *(moment for moment in turns if moment > instant(self.now))))

    @cached_property
    def late_changes(self) -> tuple[LateChange, ...]:
        """The sessions that were changed so shortly before that their people must be told, in order of time."""
        return late_changes(self.site.sessions, self.ledger, self.site.settings.late_change_hours, self.now)

    @cached_property
    def coming(self) -> tuple[Session, ...]:
        """Sessions that are not over, soonest first."""
        now = instant(self.now)
        return tuple(session for session in self.site.sessions if instant(session.when.ends) > now)

    @cached_property
    def coming_uids(self) -> frozenset[str]:
        """The names of ``coming``, for whoever asks of one session after the other."""
        return frozenset(session.identity.uid for session in self.coming)

    @cached_property
    def past(self) -> tuple[Session, ...]:
        """Sessions that are over, latest first."""
        now = instant(self.now)
        return tuple(session for session in reversed(self.site.sessions) if instant(session.when.ends) <= now)

    @cached_property
    def coming_cards(self) -> tuple[Card, ...]:
        """The narrow faces of ``coming``."""
        return tuple(self.cards[session.event.slug, session.key] for session in self.coming)

    @cached_property
    def past_cards(self) -> tuple[Card, ...]:
        """The narrow faces of ``past``."""
        return tuple(self.cards[session.event.slug, session.key] for session in self.past)

    @cached_property
    def cards(self) -> dict[tuple[str, str], Card]:
        """The narrow face of every session by event and key: the same objects for every list and page, so that each is looked at once."""
        return {(session.event.slug, session.key): kept.again(_card, session) for session in self.site.sessions}

    @cached_property
    def facets(self) -> dict[Facet, tuple[Session, ...]]:
        """The sessions of every kind, tag, venue, neighbourhood and host, coming and past."""
        return by_facet(self.site.sessions)

    @cached_property
    def sessions_of(self) -> dict[str, tuple[Session, ...]]:
        """Every session by the slug of its event, in order of original date."""
        found: dict[str, list[Session]] = {event.slug: [] for event in self.site.events}
        for session in self.site.sessions:
            found[session.event.slug].append(session)
        return {slug: tuple(sorted(group, key=lambda session: session.key)) for slug, group in found.items()}


def _card(session: Session) -> Card:
    return session.card
