"""``feed.xml``: the news of the site as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.news import SINCE, Channel, News, channel_of, feed_id, news_of, rfc3339
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme
from mcsite.render.tidy import tidy_line


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """The one file. Who followed it when the site had pages finds it without news when it has none any more."""
    settings = edition.site.settings
    if settings.makes("pages") or edition.ledger.knows(addresses.ATOM):
        yield Artifact(addresses.ATOM, make, {"channel": channel_of(settings, theme.strings), "news": news_of(edition)})


def make(channel: Channel, news: tuple[News, ...]) -> bytes:
    """The feed. It was updated when the last of what it tells was."""
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": channel.strings.language})
    _add(feed, "id", feed_id(channel))
    _add(feed, "title", channel.title)
    if channel.description:
        _add(feed, "subtitle", channel.description)
    _add(feed, "updated", rfc3339(max((item.modified for item in news), default=SINCE)))
    _add(ET.SubElement(feed, "author"), "name", channel.author)
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=channel.base_url + addresses.ATOM)
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=channel.base_url)
    for item in news:
        _add_entry(feed, item, channel.strings)
    ET.indent(feed)
    text: str = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(feed: ET.Element, item: News, strings: Strings) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", item.id)
    _add(entry, "title", item.headline(strings))
    _add(entry, "updated", rfc3339(item.modified))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
    _add(entry, "summary", item.text(strings))


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = tidy_line(text)
