"""Which changes came so late that following a calendar is not enough to hear of them.

A session is *lately changed* when a change of which its people must hear was published within the hours of ``late_change_hours`` before the
start that was announced, or before the new one: a session that is put off from tonight to next week concerns those who would come
tonight. It stays so until those of the two that are near are over. They must hear of another start, end, place or status (that which raises
SEQUENCE), of a session that was taken back, and of another leader, note, address online or title of this session alone. A session that is
announced late was not changed, and of two states in which it does not take place, neither is news to anybody.

All of this is worked out from the ledger, which remembers the moment of each such change and what was announced before it
(``Earlier``). Changes of other words neither make a late change nor move it; the setting may be changed at any time; and a build on a machine without
memory gives the same. What the ledger remembers, therefore, does not depend on the setting, but on the ``LONGEST`` that it can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mcsite.model.event import Session
from mcsite.model.ledger import Earlier, Ledger, Published
from mcsite.model.moment import When, instant

LONGEST = timedelta(hours=168)
"""The highest that ``late_change_hours`` can be."""
REMEMBERED = 5
"""Changes of one session, one after the other, that the ledger remembers while they matter."""


@dataclass(frozen=True, slots=True)
class LateChange:
    """A session that was changed lately, and what its people were told before.

    ``was`` is what was announced before the last change that came late, and ``known`` what is published now. ``session`` is that of the
    source; one that was taken back has none. ``changed`` is the moment of that change, ``until`` the instant (both UTC) at which it concerns
    nobody any more.
    """

    session: Session | None
    known: Published
    was: Earlier
    changed: datetime
    until: datetime


def late_changes(sessions: Iterable[Session], ledger: Ledger, hours: int, now: datetime) -> tuple[LateChange, ...]:
    """The lately changed of these sessions, and those that were lately taken back, in order of time. ``hours`` 0: none."""
    remembered = {known.uid: known for known in ledger.sessions if known.earlier} if hours else {}
    shown = {session.identity.uid: session for session in sessions if session.identity.uid in remembered} if remembered else {}
    subjects = ((shown.get(uid), known) for uid, known in remembered.items() if uid in shown or known.withdrawn)
    found = (_late_change(session, known, timedelta(hours=hours), instant(now)) for session, known in subjects)
    return tuple(sorted(filter(None, found), key=lambda late: (instant(late.known.when.begins), late.known.slug, late.known.key)))


def remembering(known: Published, earlier: tuple[Earlier, ...], now: datetime) -> Published:
    """A session with that of its history from which a late change may still be told."""
    if not earlier:
        return known
    whole = replace(known, earlier=earlier[-REMEMBERED:])
    matters = (until is not None and until > instant(now) for _, until in _changes(whole, LONGEST))
    first = next((number for number, it_does in enumerate(matters) if it_does), REMEMBERED)
    return replace(whole, earlier=whole.earlier[first:])


def _late_change(session: Session | None, known: Published, ahead: timedelta, now: datetime) -> LateChange | None:
    late = [(was, until) for was, until in _changes(known, ahead) if until and until > now]
    if not late:
        return None
    was = late[-1][0]
    return LateChange(session, known, was, was.until, max(until for _, until in late))


def _changes(known: Published, ahead: timedelta) -> Iterator[tuple[Earlier, datetime | None]]:
    """Each change of a session by what was before it, with the instant until which it concerns people; none for one that was in time."""
    after: tuple[Earlier | Published, ...] = (*known.earlier[1:], known)
    for was, became in zip(known.earlier, after, strict=False):
        news = was.status.takes_place or _takes_place(became)
        yield was, _concerns_until(was.until, (was.when, became.when), ahead) if news else None


def _takes_place(announced: Earlier | Published) -> bool:
    return announced.status.takes_place and not (isinstance(announced, Published) and announced.withdrawn)


def _concerns_until(changed: datetime, occasions: Iterable[When], ahead: timedelta) -> datetime | None:
    """When the last of the occasions is over for which a change came late."""
    ends = (instant(when.ends) for when in occasions if instant(when.begins) - changed <= ahead and instant(when.ends) > changed)
    return max(ends, default=None)
