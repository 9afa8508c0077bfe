"""What a calendar is told about a session, before it is spelled as iCalendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from hashlib import blake2b

from mcsite import kept
from mcsite.model import addresses
from mcsite.model.event import Price, Session, Status
from mcsite.model.moment import When, instant
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.prose import Prose
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.prose import to_text
from mcsite.render.signup import signup_place
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.tidy import tidy, tidy_line
from mcsite.render.words_of_time import words

LONGEST_DESCRIPTION = 8000
"""Characters; Google Calendar cuts a description at 8192, and the page's address at its end must survive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a feed says about itself: its name, the page it belongs to and the address it is fetched from.

    ``timezone`` is that of a reader who knows nothing better; ``year`` is for a calendar without sessions.
    """

    name: str
    description: str = ""
    url: str
    source: str
    timezone: str
    year: int


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How an entry repeats: an RRULE value, the starts that it leaves out, and the last day on which there is a session."""

    rule: str
    without: tuple[datetime | date, ...]
    last: date


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Everything a VEVENT is made of, and nothing else: when two entries are equal, so are their bytes.

    ``place`` is one line; ``online`` and ``url`` are absolute addresses; ``signup`` is one too, or of mail. A series in one calendar file has an
    entry with a ``recurrence``, and others of the same UID for single sessions that differ: their ``instance`` is the start
    that the rule gives them.
    """

    uid: str
    sequence: int
    modified: datetime
    when: When
    status: Status = Status.SCHEDULED
    reason: str = ""
    moved_from: When | None = None
    number: int | None = None
    of: int | None = None
    title: str
    note: str = ""
    summary: str = ""
    body: Prose = field(default_factory=Prose)
    place: str = ""
    geo: tuple[float, float] | None = None
    online: str = ""
    categories: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    prices: tuple[Price, ...] = ()
    full: bool = False
    signup: str = ""
    url: str
    base_url: str
    language: str = "en"
    strings: Strings = ENGLISH
    recurrence: Recurrence | None = None
    instance: datetime | date | None = None

    @cached_property
    def key(self) -> bytes:
        """What entries of equal content have in common, and no others. The body, which all sessions of an event share, is spelled once."""
        parts = [_mark(self.body) if name == "body" else getattr(self, name) for name in self.__dataclass_fields__]
        return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=20).digest()

    def __fingerprint__(self) -> bytes:
        """Its key: a calendar of two thousand sessions compares them by what finds them."""
        return self.key

    @cached_property
    def order(self) -> tuple[datetime, str, str]:
        """Where it stands in every calendar: by time, then UID; of a series, the rule comes first."""
        return instant(self.when.begins), self.uid, str(self.instance or "")

    @cached_property
    def years(self) -> tuple[int, int]:
        """The first and the last year that it touches, with all that repeats of it."""
        last = max(self.when.last_day, self.recurrence.last) if self.recurrence else self.when.last_day
        return self.when.first_day.year, last.year

    @property
    def headline(self) -> str:
        """The title, with what a follower must not overlook before it."""
        return tidy_line(headed(self.strings, self.status, self.title))

    @property
    def location(self) -> str:
        """Where to go, in one line: the place, or else the address on the web."""
        return tidy_line(self.place or self.online)

    @property
    def price(self) -> str:
        """All prices in one line: ``Drop-in free; Deeper session £15 (members)``."""
        return "; ".join(tidy_line(self._price(price)) for price in self.prices)

    @property
    def description(self) -> str:
        """Plain text in paragraphs; the page's address is its last line."""
        before = ("\n".join(self.notice()), tidy(self.note))
        after = ("\n".join(self._facts()), self.url)
        room = LONGEST_DESCRIPTION - sum(len(part) + 2 for part in (*before, *after))
        return "\n\n".join(part for part in (*before, _shortened(self._story(), room), *after) if part)

    def notice(self) -> Iterator[str]:
        """What differs from what was announced."""
        say = self.strings.say
        if self.status in {Status.CANCELLED, Status.POSTPONED} and self.reason:
            yield tidy_line(headed(self.strings, self.status, self.reason))
        elif self.status is Status.CANCELLED:
            yield say("This session is cancelled.")
        elif self.status is Status.POSTPONED:
            yield say("This session is postponed.")
        if self.moved_from:
            speech = words(self.language)
            day = self.strings.joined((speech.days(self.moved_from), speech.clock(self.moved_from)))
            because = self.status is Status.MOVED and self.reason
            yield tidy_line(say("Moved from %(day)s: %(reason)s", day=day, reason=self.reason) if because else say("Moved from %(day)s.", day=day))

    def _story(self) -> str:
        """Summary and body; a summary with which a paragraph of the body begins is not said twice."""
        summary, body = tidy(self.summary), tidy(to_text(self.body, self.base_url, self.language))
        if not summary or "\n" + summary.rstrip(" .…") in f"\n{body}":
            return body or summary
        return f"{summary}\n\n{body}".rstrip()

    def _facts(self) -> Iterator[str]:
        say = self.strings.say
        if self.number and self.of:
            yield say("Session %(number)s of %(total)s", number=self.number, total=self.of)
        if self.hosts:
            yield say("With: %(people)s", people=self.strings.joined(self.hosts))
        if self.online:
            yield say("Online: %(address)s", address=tidy_line(self.online))
        if self.prices:
            yield say("Price: %(prices)s", prices=self.price)
        if self.status.takes_place:
            if self.full:
                yield say("Fully booked")
            elif self.signup:
                yield say("Sign up on its page:") if self.signup == self.url else say("Sign up: %(address)s", address=self.signup)

    def _price(self, price: Price) -> str:
        """``Deeper session £15 (members)``; whom a price is for is not said twice."""
        members = self.strings.say("members")
        amount = words(self.language).money(price.amount, price.currency) if price.amount else self.strings.say("free")
        told = price.audience != "members" or any(word in price.name.casefold() for word in ("members", members.casefold()))
        return f"{price.name} {amount}".strip() + ("" if told else f" ({members})")


@lru_cache(4096)
def _mark(body: Prose) -> bytes:
    return blake2b(repr(body).encode("utf-8", "surrogatepass"), digest_size=20).digest()


def headed(strings: Strings, status: Status, title: str) -> str:
    """A title with what nobody must overlook before it: ``Cancelled: Stretch Circle``."""
    match status:
        case Status.CANCELLED:
            return strings.say("Cancelled: %(title)s", title=title)
        case Status.POSTPONED:
            return strings.say("Postponed: %(title)s", title=title)
        case _:
            return title


@lru_cache(maxsize=2)
def entries_of(edition: Edition, strings: Strings) -> dict[tuple[str, str], Entry]:
    """The entries of all sessions by event and key: the same objects for every calendar, so that each is looked at once."""
    return {(session.event.slug, session.key): kept.again(entry_of, session, edition.site.settings, strings) for session in edition.site.sessions}


def entry_of(session: Session, settings: Settings, strings: Strings = ENGLISH) -> Entry:
    """The entry of one session, in the words of its language."""
    event, venue = session.event, session.venue
    return Entry(
        uid=session.identity.uid,
        sequence=session.identity.sequence,
        modified=session.identity.modified,
        when=session.when,
        status=session.status,
        reason=session.reason,
        moved_from=session.moved_from,
        number=session.number,
        of=session.of,
        title=session.title,
        note=session.note,
        summary=session.summary,
        body=event.body,
        place=_place(venue, session.neighbourhood if not session.online else None),
        geo=venue.geo if venue else None,
        online=session.online,
        categories=tuple(tidy_line(title) for title in (event.kind.title, *(tag.title for tag in event.tags))),
        hosts=tuple(tidy_line(host.title) for host in session.named_hosts),
        prices=event.prices,
        full=session.full,
        signup=signup_place(settings, session),
        url=addresses.absolute(settings, session.address),
        base_url=settings.base_url,
        language=settings.language,
        strings=strings,
    )


def head_of(edition: Edition, strings: Strings, address: str, part: str, page: str) -> Head:
    """The head of a feed of the site; ``part`` is what it holds of it, empty for all. ``address`` and ``page`` are below the site's root."""
    settings = edition.site.settings
    return Head(
        name=part_of(settings, strings, part) if part else settings.title,
        description=settings.description,
        url=addresses.absolute(settings, page),
        source=addresses.absolute(settings, address),
        timezone=settings.timezone,
        year=edition.today.year,
    )


def part_of(settings: Settings, strings: Strings, part: str) -> str:
    """What a part of the site is called elsewhere: ``Moves: Old Harbour``."""
    return strings.say("%(site)s: %(part)s", site=settings.title, part=part)


def _shortened(text: str, room: int) -> str:
    """Cut between two words when there is too much."""
    if len(text) <= room:
        return text
    cut = text[: max(room - 1, 0)]
    end = max(cut.rfind("\n"), cut.rfind(" "))
    return cut[: end if end > 0 else None].rstrip() + "…"


def _place(venue: Venue | None, neighbourhood: Neighbourhood | None) -> str:
    if venue:
        return venue.location
    return neighbourhood.title if neighbourhood else ""
