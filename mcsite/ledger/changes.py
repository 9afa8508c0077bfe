"""What followers will see change: an edition, session by session, beside what was published before it.

A session has changed when its digest has, or when it is new, gone or taken back. By which names mcsite itself knows it (``series``,
``slug``, ``key`` of the ledger) is nobody's business: they change without a change. Without changes, the next ``ledger.json`` says
of every session what the last one said, but for these names.

What the ledger knows of a session is told apart: status, start, end, place, title, and what its ``Details`` say. Of everything else (texts,
sign-up, number, links) it holds a digest only; that is ``WORDS``. Whether something besides the address of its page differs can be told, for the
digest with the old address can be worked out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mcsite.ledger.digest import digest_elsewhere, sights
from mcsite.ledger.settling import published, times_of
from mcsite.model.event import Session, Status
from mcsite.model.ledger import EMPTY, Details, Published
from mcsite.model.moment import instant
from mcsite.model.settings import Settings
from mcsite.model.site import Edition


class Kind(StrEnum):
    """What became of a session, the weightiest first.

    ``GONE``: no file speaks of it any more, and nobody was told; this is never published. ``WITHDRAWN``: its author took it back.
    ``REINSTATED``: it takes place after all. ``ENDS``: another end. ``WORDS``: whatever else a follower can see. ``ADDRESS``: its page has
    another address, to which the old one leads. ``HOSTS``, ``ONLINE``, ``NOTE``, ``PRICE``, ``KIND`` and ``TAGS`` are those of its ``Details``.
    """

    GONE = "gone"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    REINSTATED = "reinstated"
    MOVED = "moved"
    ENDS = "ends"
    PLACE = "place"
    NEW = "new"
    TITLE = "title"
    HOSTS = "hosts"
    ONLINE = "online"
    NOTE = "note"
    PRICE = "price"
    KIND = "kind"
    TAGS = "tags"
    WORDS = "words"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One session that followers will see change.

    ``kinds``: all that becomes of it, the weightiest first. ``known`` is the session as it will be, or, if it goes, as it was; ``before`` is what
    was published, of a new one nothing. ``reason`` is why it is cancelled, postponed or moved. ``over``: it is past, before and after. ``draft``:
    its event is a draft, of which nobody is told yet.
    """

    kinds: tuple[Kind, ...]
    known: Published
    before: Published | None = None
    reason: str = ""
    over: bool = False
    draft: bool = False

    @property
    def leading(self) -> Kind:
        """The weightiest kind: that by which it is counted."""
        return self.kinds[0]

    @property
    def after(self) -> Published | None:
        """What will be published; nothing of a session that goes."""
        return None if self.leading in {Kind.GONE, Kind.WITHDRAWN} else self.known


def is_first(edition: Edition) -> bool:
    """Whether nothing was published before: then nobody follows yet, and everything is new."""
    return edition.previous == EMPTY


def changes(edition: Edition) -> tuple[Change, ...]:
    """Every change of a session, in order of time; of drafts too, which an edition only has if it was asked for them."""
    return tuple(sorted((*_left(edition), *_shown(edition)), key=lambda change: (instant(change.known.when.begins), change.known.uid)))


def _left(edition: Edition) -> Iterator[Change]:
    """Sessions that will not be there any more."""
    for known in edition.vanished:
        yield Change(kinds=(Kind.GONE,), known=known, before=known)
    then = {known.uid: known for known in edition.previous.sessions}
    for known in edition.ledger.sessions:
        if known.withdrawn and not then[known.uid].withdrawn:
            yield Change(kinds=(Kind.WITHDRAWN,), known=then[known.uid], before=then[known.uid], over=_over(known, edition.now))


def _shown(edition: Edition) -> Iterator[Change]:
    """Sessions of the edition that are not as they were."""
    settings, then = edition.site.settings, {known.uid: known for known in edition.previous.sessions if not known.withdrawn}
    for session, now in _now(edition):
        before = then.get(session.identity.uid)
        kinds = _kinds(before, now, session, settings)
        if kinds:
            over = _over(now, edition.now) and (before is None or _over(before, edition.now))
            yield Change(kinds=kinds, known=now, before=before, reason=session.reason, over=over, draft=not session.event.is_announced(edition.today))


def _now(edition: Edition) -> Iterator[tuple[Session, Published]]:
    """Every session with what the next ledger says of it, or, of a draft, would say."""
    told = {known.uid: known for known in edition.ledger.sessions}
    drafts = (session for session in edition.site.sessions if not session.event.is_announced(edition.today))
    drafted = {sight.session.identity.uid: published(sight.session, sight) for sight in sights(drafts, edition.site.settings)}
    for session in edition.site.sessions:
        uid = session.identity.uid
        yield session, drafted[uid] if uid in drafted else told[uid]


def _kinds(before: Published | None, now: Published, session: Session, settings: Settings) -> tuple[Kind, ...]:
    if before is None:
        return (Kind.NEW,)
    if before.digest == now.digest:
        return ()
    found = set(_of_substance(before, now))
    if before.address != now.address and (before.slug != now.slug or not found):
        found.add(Kind.ADDRESS)
    if found <= {Kind.ADDRESS} and (not found or digest_elsewhere(session, settings, before.address) != before.digest):
        found.add(Kind.WORDS)
    return tuple(kind for kind in Kind if kind in found)


def _of_substance(before: Published, now: Published) -> Iterator[Kind]:
    """What the ledger itself tells apart."""
    if fate := _fate(before.status, now.status):
        yield fate
    (start_then, end_then), (start_now, end_now) = times_of(before.when), times_of(now.when)
    if start_then != start_now:
        yield Kind.MOVED
    elif end_then != end_now:
        yield Kind.ENDS
    if before.place != now.place:
        yield Kind.PLACE
    if before.title != now.title:
        yield Kind.TITLE
    if before.details.kind:  # else it was published by a version that did not remember them
        yield from _of_details(before.details, now.details)


def _of_details(before: Details, now: Details) -> Iterator[Kind]:
    if [name for _, name in before.hosts] != [name for _, name in now.hosts]:
        yield Kind.HOSTS
    for kind in (Kind.ONLINE, Kind.NOTE, Kind.PRICE, Kind.KIND, Kind.TAGS):
        if getattr(before, kind) != getattr(now, kind):
            yield kind


def _fate(before: Status, now: Status) -> Kind | None:
    """That it is called *moved* is no change by itself: the hours tell."""
    if before is now or (before.takes_place and now.takes_place):
        return None
    return {Status.CANCELLED: Kind.CANCELLED, Status.POSTPONED: Kind.POSTPONED}.get(now, Kind.REINSTATED)


def _over(known: Published, now: datetime) -> bool:
    return instant(known.when.ends) <= instant(now)
