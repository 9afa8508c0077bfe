"""What was published: the memory by which identities last, changes are noticed, and addresses go on answering.

It is published itself, as ``ledger.json``, and holds nothing that is not public.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from mcsite.model.event import Status
from mcsite.model.moment import When

LONGEST_DETAIL = 500
"""Characters of each text of the details; of what is longer, the beginning is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a session is, beside when and where, as far as changes of it are told from what to what.

    ``kind`` and ``tags`` are titles. ``hosts`` are those who are named, each by slug and name, so that neither a renamed file nor a corrected
    name is another person. ``online`` is the address on the web at which one can take part, too, ``price`` the prices in one line, as calendars show them.
    ``note`` was said of this session alone, and ``own_title`` is a title that it alone has. No text has more than ``LONGEST_DETAIL`` characters.
    """

    kind: str = ""
    tags: tuple[str, ...] = ()
    hosts: tuple[tuple[str, str], ...] = ()
    online: str = ""
    note: str = ""
    price: str = ""
    own_title: str = ""

    def is_led_as(self, other: Details) -> bool:
        """Whether the same people lead it, in whatever order."""
        return len(self.hosts) == len(other.hosts) and all(_is_among(host, other.hosts) for host in self.hosts)


def _is_among(host: tuple[str, str], others: tuple[tuple[str, str], ...]) -> bool:
    return any(host[0] == slug or host[1] == name for slug, name in others)


@dataclass(frozen=True, slots=True)
class Earlier:
    """How a session was announced before a change of which its people must hear.

    ``place``, ``status``, ``title`` and ``details`` are those of ``Published``; ``until`` (UTC, whole seconds) is the moment of the
    publication that changed it.
    """

    when: When
    place: str
    status: Status
    until: datetime
    title: str
    details: Details


@dataclass(frozen=True, slots=True)
class Rendition:
    """A session as it was last published in another language than the site's main one: what a follower reads there, and when that last changed (UTC)."""

    language: str
    digest: str
    modified: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One session as it was last published.

    ``uid``, ``sequence`` and ``modified`` (UTC, whole seconds) are its identity; ``series`` is the permanent name of its event, and
    ``slug`` the event's name at the last publication. ``key`` and ``number`` are those of ``Session``, ``address`` its page.
    ``digest`` stands for all that a follower sees of it; ``place`` is the one line that says where to go. ``details`` are more of what
    is seen. A ``withdrawn`` one was never meant: the author took it back, and it is in no calendar any more.

    ``earlier`` is how it was announced before, oldest first, as long as a late change may be told from it (``lateness``); each of
    them was changed into the one after it, the last into what is published now. Nearly always there is none.

    ``renditions`` are those of the other languages in which it is or was published, sorted by language.
    """

    uid: str
    sequence: int
    modified: datetime
    series: str
    slug: str
    key: str
    number: int | None = None
    address: str
    digest: str
    title: str
    when: When
    place: str = ""
    status: Status = Status.SCHEDULED
    details: Details = field(default_factory=Details)
    withdrawn: bool = False
    earlier: tuple[Earlier, ...] = ()
    renditions: tuple[Rendition, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every session ever published, sorted by UID, and every address of a page, a calendar or another feed, sorted.

    Beside each address stands whose it is, or was last: the ``uid`` of a session, the ``series`` of an event, or nothing for what belongs to neither.
    """

    sessions: tuple[Published, ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()

    def knows(self, address: str) -> bool:
        """Whether something was ever published there."""
        return any(known == address for known, _ in self.addresses)


EMPTY = Ledger()
"""That of a site which has not been published yet."""
