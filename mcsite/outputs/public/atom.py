"""``feed.xml``: an Atom feed (RFC 4287) for those who read news rather than keep a calendar.

It tells what comes next of each event, and of every coming session that is not as it was announced: moved, postponed or
cancelled. An entry keeps its id for good, and is new again only when the session really changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Session, Status
from mcsite.model.moment import When
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.entries import headed
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

_SINCE = datetime(2020, 1, 1, tzinfo=UTC)
"""Of the names that entries have for good (RFC 4151: a day on which the host's name was its owner's), and of a feed without news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What an entry tells about a session."""

    uid: str
    title: str
    url: str
    modified: datetime
    when: When
    status: Status
    reason: str
    summary: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What the feed says about itself."""

    title: str
    description: str
    author: str
    base_url: str
    strings: Strings


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """The one file. Who followed it when the site had pages finds it without news when it has none any more."""
    settings = edition.site.settings
    if settings.makes("pages") or edition.ledger.knows(addresses.ATOM):
        told = _worth_telling(edition) if settings.makes("pages") else ()
        news = tuple(_news(session, settings) for session in told)
        yield Artifact(addresses.ATOM, make, {"channel": _channel(settings, theme.strings), "news": news})


def make(channel: Channel, news: tuple[News, ...]) -> bytes:
    """The feed. It was updated when the last of what it tells was."""
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": channel.strings.language})
    _add(feed, "id", _tag(urlsplit(channel.base_url).hostname or "", urlsplit(channel.base_url).path))
    _add(feed, "title", channel.title)
    if channel.description:
        _add(feed, "subtitle", channel.description)
    _add(feed, "updated", _moment(max((item.modified for item in news), default=_SINCE)))
    _add(ET.SubElement(feed, "author"), "name", channel.author)
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=channel.base_url + addresses.ATOM)
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=channel.base_url)
    for item in news:
        _add_entry(feed, item, channel.strings)
    ET.indent(feed)
    text: str = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _worth_telling(edition: Edition) -> Iterator[Session]:
    """The next session of each event that takes place, and those that changed, soonest first."""
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
    )


def _channel(settings: Settings, strings: Strings) -> Channel:
    author = settings.organiser.name if settings.organiser else settings.title
    return Channel(title=settings.title, description=settings.description, author=author, base_url=settings.base_url, strings=strings)


def _add_entry(feed: ET.Element, item: News, strings: Strings) -> None:
    speech = words(strings.language)
    entry = ET.SubElement(feed, "entry")
    name, _, host = item.uid.rpartition("@")
    _add(entry, "id", _tag(host, name))
    _add(entry, "title", strings.joined((_headed(strings, item), speech.days(item.when))))
    _add(entry, "updated", _moment(item.modified))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
    lines = (speech.days(item.when), speech.clock(item.when), item.place, item.reason, item.summary)
    _add(entry, "summary", " · ".join(line for line in lines if line))


def _headed(strings: Strings, item: News) -> str:
    moved = item.status is Status.MOVED
    return strings.say("Moved: %(title)s", title=item.title) if moved else headed(strings, item.status, item.title)


def _tag(host: str, name: str) -> str:
    """An id that outlives every address (RFC 4151)."""
    return f"tag:{host},{_SINCE.year}:{quote(name, safe='/-._~')}"


def _moment(value: datetime) -> str:
    """RFC 3339, in UTC."""
    return f"{value:%Y-%m-%dT%H:%M:%SZ}"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = tidy_line(text)
