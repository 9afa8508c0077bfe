"""What there is to tell those who read news rather than keep a calendar: the same in every feed that tells it.

It is what comes next of each event, and every coming session that is not as it was announced: moved, postponed or cancelled.
An item keeps its id for good, and is new again only when the session really changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import quote, urlsplit

from mcsite.model import addresses
from mcsite.model.event import Session, Status
from mcsite.model.moment import When
from mcsite.model.prose import Picture
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.entries import headed
from mcsite.render.strings import Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

SINCE = datetime(2020, 1, 1, tzinfo=UTC)
"""Of the names that items have for good (RFC 4151: a day on which the host's name was its owner's), and of a feed without news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What an item tells about a session."""

    uid: str
    title: str
    url: str
    modified: datetime
    when: When
    status: Status
    reason: str
    summary: str
    place: str
    tags: tuple[str, ...] = ()
    image: Picture | None = None

    @property
    def id(self) -> str:
        """A name that outlives every address (RFC 4151)."""
        name, _, host = self.uid.rpartition("@")
        return tag(host, name)

    def headline(self, strings: Strings) -> str:
        """``Cancelled: Stretch, Tuesday 6 January 2026``."""
        return tidy_line(strings.joined((self._headed(strings), words(strings.language).days(self.when))))

    def _headed(self, strings: Strings) -> str:
        moved = self.status is Status.MOVED
        return strings.say("Moved: %(title)s", title=self.title) if moved else headed(strings, self.status, self.title)

    def text(self, strings: Strings) -> str:
        """All of it in one line."""
        speech = words(strings.language)
        lines = (speech.days(self.when), speech.clock(self.when), self.place, self.reason, self.summary)
        return tidy_line(" · ".join(line for line in lines if line))


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed says about itself. ``author_url`` is empty where the author has no address of the web; pictures are below ``root_url``."""

    title: str
    description: str
    author: str
    author_url: str = ""
    base_url: str
    root_url: str
    strings: Strings


@lru_cache(maxsize=2)
def news_of(edition: Edition) -> tuple[News, ...]:
    """The news of an edition, soonest session first, the same objects for every feed; none where there are no pages that they could lead to."""
    settings = edition.site.settings
    return tuple(_news(session, settings) for session in _worth_telling(edition)) if settings.makes("pages") else ()


def channel_of(settings: Settings, strings: Strings) -> Channel:
    """What every feed of a site says about itself."""
    return Channel(
        title=settings.title,
        description=settings.description,
        author=settings.organiser.name if settings.organiser else settings.title,
        author_url=settings.organiser.url if settings.organiser else "",
        base_url=settings.base_url,
        root_url=settings.root_url,
        strings=strings,
    )


def feed_id(channel: Channel) -> str:
    """The name of the news of a site, for good."""
    return tag(urlsplit(channel.base_url).hostname or "", urlsplit(channel.base_url).path)


def tag(host: str, name: str) -> str:
    """An id that outlives every address (RFC 4151)."""
    return f"tag:{host},{SINCE.year}:{quote(name, safe='/-._~')}"


def rfc3339(moment: datetime) -> str:
    """RFC 3339, in UTC, as the ledger keeps moments."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _worth_telling(edition: Edition) -> Iterator[Session]:
    """The next session of each event that takes place, and those that changed."""
    told = set()
    for session in edition.coming:
        if session.status is not Status.SCHEDULED:
            yield session
        elif session.event.slug not in told:
            told.add(session.event.slug)
            yield session


def _news(session: Session, settings: Settings) -> News:
    return News(
        uid=session.identity.uid,
        title=session.title,
        url=addresses.absolute(settings, session.address),
        modified=session.identity.modified,
        when=session.when,
        status=session.status,
        reason=session.reason,
        summary=session.summary,
        place=session.venue.title if session.venue else "",
        tags=tuple(each.title for each in session.event.tags),
        image=session.event.image,
    )
