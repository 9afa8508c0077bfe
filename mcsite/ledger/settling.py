"""Gives sessions their identities: once, at the first publication; later ones only tell what has changed (RFC 5545 3.8.4.7, 3.8.7.4, 3.8.7.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from mcsite import kept
from mcsite.ledger.digest import Sight
from mcsite.ledger.matching import Matches, Programme, local_name, match
from mcsite.model import addresses
from mcsite.model.event import Event, Identity, Session, Status
from mcsite.model.lateness import remembering
from mcsite.model.ledger import Details, Earlier, Ledger, Published, Rendition
from mcsite.model.moment import When, instant
from mcsite.model.settings import Settings
from mcsite.source.slugs import free_name


@dataclass(frozen=True, slots=True)
class Settled:
    """The sessions with their identities, in the order in which they came.

    ``ledger`` is the next one, but for the addresses that this publication adds. ``vanished`` are published sessions that are not over,
    not withdrawn, and not in the source any more. ``known`` are the permanent names of all events of the source, by slug.
    """

    sessions: tuple[Session, ...]
    ledger: Ledger
    vanished: tuple[Published, ...]
    known: Mapping[str, str]


def settle(seen: tuple[Sight, ...], settings: Settings, previous: Ledger, now: datetime) -> Settled:
    """Settle what followers see of the sessions of a site against what was published; ``now`` is the time of this publication.

    Sessions that a preview shows before they are announced get an identity too, but the ledger does not take them up: nobody has been told of them.
    """
    matches = match(previous.sessions, _programme(seen), now)
    return _Settling(settings, previous, matches, now).settled(seen)


def _programme(seen: Iterable[Sight]) -> Programme:
    found: dict[str, list[Sight]] = {}
    for sight in seen:
        found.setdefault(sight.session.event.slug, []).append(sight)
    return {slug: tuple(sorted(found[slug], key=lambda sight: sight.session.key)) for slug in sorted(found)}


class _Settling:
    """One publication, event by event."""

    def __init__(self, settings: Settings, previous: Ledger, matches: Matches, now: datetime) -> None:
        self.settings, self.previous, self.matches, self.today = settings, previous, matches, now.date()
        self.now = instant(now).replace(microsecond=0)
        self.uids = {known.uid for known in previous.sessions}
        self.names = {local_name(known.series) for known in previous.sessions}
        self.whole_names = {known.series for known in previous.sessions}
        self.series: dict[str, str] = {}
        self.differing: set[str] = set()

    def settled(self, seen: tuple[Sight, ...]) -> Settled:
        self._name({sight.session.event.slug: sight.session.event for sight in seen})
        in_order = sorted(seen, key=lambda sight: (sight.session.event.slug, sight.session.key))
        identities = {key: kept.the_same(self._identity(sight), *key) for sight in in_order if (key := (sight.session.event.slug, sight.session.key))}
        sessions = tuple(kept.again(_identified, sight.session, identities[sight.session.event.slug, sight.session.key]) for sight in seen)
        announced = [(session, sight) for session, sight in zip(sessions, seen, strict=True) if session.event.is_announced(self.today)]
        told = {session.identity.uid: self._told(session, sight) for session, sight in announced}
        matched = {known.uid for known in self.matches.sessions.values()}
        rest = {known.uid: self._left_over(known, gone=known.uid not in matched) for known in self.previous.sessions if known.uid not in told}
        vanished = tuple(known for uid, known in rest.items() if uid not in matched and not known.withdrawn and instant(known.when.ends) > self.now)
        known_addresses = tuple((address, self._renamed.get(whose, whose)) for address, whose in self.previous.addresses)
        everything = told | rest
        return Settled(sessions, Ledger(tuple(everything[uid] for uid in sorted(everything)), known_addresses), vanished, self.series)

    def _name(self, events: Mapping[str, Event]) -> None:
        """Permanent names: the author's ``uid:`` or ``id:``, or the one that it had, or, given now, the slug."""
        published = self.matches.series
        for slug, name in published.items():
            self.series[slug] = self._foreign(events[slug]) or self._wished(events[slug]) or name
            self.names.add(local_name(self.series[slug]))
        for slug in sorted(events.keys() - published.keys()):
            self.series[slug] = self._foreign(events[slug]) or f"{free_name(events[slug].identity or slug, self.names)}@{self.settings.host}"
        self._renamed = {published[slug]: self.series[slug] for slug in published}
        self._slugs = {self.series[slug]: slug for slug in published}

    def _foreign(self, event: Event) -> str:
        """The name that another calendar gave, to the letter, unless it is another event's here."""
        free = event.uid and event.uid not in self.whole_names
        self.whole_names.add(event.uid)
        return event.uid if free else ""

    def _wished(self, event: Event) -> str:
        """The author's new name for an event that was published, unless it is another one's."""
        return f"{event.identity}@{self.settings.host}" if event.identity and event.identity not in self.names else ""

    def _identity(self, sight: Sight) -> Identity:
        session = sight.session
        series = self.series[session.event.slug]
        known = self.matches.sessions.get((session.event.slug, session.key))
        if known is None:
            uid = self._uid(session, series)
            return Identity(uid, session.event.sequence if uid == session.event.uid else 0, self.now, series)
        differs = known.withdrawn or _differs(known, sight)
        if differs:
            self.differing.add(known.uid)
        changed = differs or known.digest != sight.digest
        return Identity(known.uid, known.sequence + differs, max(self.now, known.modified) if changed else known.modified, series)

    def _uid(self, session: Session, series: str) -> str:
        """A new one, that no other session has or ever had. That of a one-off has no date: it stays when the event is moved.

        A name from another calendar is kept whole: what is made of it is the same on every site.
        """
        whole = series if series == session.event.uid else f"{local_name(series)}@{self.settings.host}"
        wanted = with_key(whole, session.key) if session.event.is_series else whole
        uid, count = wanted, 1
        while uid in self.uids:
            count += 1
            uid = with_key(wanted, str(count))
        self.uids.add(uid)
        return uid

    def _told(self, session: Session, sight: Sight) -> Published:
        """A session as it is published now, with how it was announced before, if that still matters to somebody."""
        known = self.matches.sessions.get((session.event.slug, session.key))
        earlier = known.earlier if known else ()
        if known and (known.uid in self.differing or _is_told_otherwise(known, sight)):
            earlier += (_before(known, session.identity.modified, sight.details),)
        return remembering(kept.again(published, session, sight, known.renditions if known else ()), earlier, self.now)

    def _left_over(self, known: Published, *, gone: bool) -> Published:
        """What stays in the memory though it is not published now. It goes where its event goes."""
        series = self._renamed.get(known.series, known.series)
        taken_back = gone and not known.withdrawn and self._is_withdrawn(known)
        earlier = (*known.earlier, _before(known, self.now, Details())) if taken_back else known.earlier
        known = remembering(replace(known, withdrawn=known.withdrawn or taken_back), earlier, self.now)
        return replace(known, series=series, slug=self._slugs.get(series, known.slug))

    def _is_withdrawn(self, known: Published) -> bool:
        return not {known.address, addresses.event(known.slug), addresses.session(known.slug, known.key)}.isdisjoint(self.settings.withdrawn)


def _identified(session: Session, identity: Identity) -> Session:
    return replace(session, identity=identity)


def with_key(uid: str, key: str) -> str:
    """``circle@example.org`` and ``2026-01-06`` → ``circle-2026-01-06@example.org``."""
    name, at, host = uid.rpartition("@")
    return f"{name}-{key}{at}{host}" if at else f"{uid}-{key}"


def _differs(known: Published, sight: Sight) -> bool:
    """Whether a follower must look again: another start, end, place or status. That it is called *moved* is no difference by itself."""
    return _essence(known.status, known.place) != _essence(sight.session.status, sight.place) or times_of(known.when) != times_of(sight.session.when)


def _is_told_otherwise(known: Published, sight: Sight) -> bool:
    """Whether those who come must know though no calendar need look again: another link, note or leader, or a title of its own.

    The title of the whole event is corrected more often than it is changed.
    """
    then, now = known.details, sight.details
    if not then.kind:  # it was published by a version that did not say
        return False
    return (then.online, then.note, then.own_title) != (now.online, now.note, now.own_title) or not then.is_led_as(now)


def _before(known: Published, until: datetime, details: Details) -> Earlier:
    """What people were told until a change. Of a session that was taken back they heard that it does not take place.

    ``details`` are those of now, for a session that was published by a version that did not remember them.
    """
    status = Status.CANCELLED if known.withdrawn else known.status
    return Earlier(known.when, known.place, status, until, known.title, known.details if known.details.kind else details)


def _essence(status: Status, place: str) -> tuple[Status, str]:
    return Status.SCHEDULED if status is Status.MOVED else status, place


def times_of(when: When) -> tuple[datetime | date, datetime | date]:
    """Start and end as they are compared: whole days are days, wherever; hours are instants."""
    return (instant(when.start), instant(when.end)) if isinstance(when.start, datetime) and isinstance(when.end, datetime) else (when.start, when.end)


def published(session: Session, sight: Sight, renditions: tuple[Rendition, ...] = ()) -> Published:
    """A session, settled, as the ledger takes it up."""
    return Published(
        uid=session.identity.uid,
        sequence=session.identity.sequence,
        modified=session.identity.modified.astimezone(UTC),
        series=session.identity.series,
        slug=session.event.slug,
        key=session.key,
        number=session.number,
        address=session.address,
        digest=sight.digest,
        title=sight.title,
        when=session.when,
        place=sight.place,
        status=session.status,
        details=sight.details,
        renditions=renditions,
    )
