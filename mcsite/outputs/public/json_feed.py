"""``feed.json``: the news of the site as a JSON Feed, version 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.news import Channel, News, channel_of, news_of, rfc3339
from mcsite.render.theme import Theme
from mcsite.render.tidy import tidy_line

VERSION = "https://jsonfeed.org/version/1.1"


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """The one file. Who followed it when the site had pages finds it without news when it has none any more."""
    settings = edition.site.settings
    if settings.makes("pages") or edition.ledger.knows(addresses.JSON_FEED):
        yield Artifact(addresses.JSON_FEED, make, {"channel": channel_of(settings, theme.strings), "news": news_of(edition)})


def make(channel: Channel, news: tuple[News, ...]) -> bytes:
    """The feed, soonest session first."""
    author = _given(name=tidy_line(channel.author), url=channel.author_url or channel.base_url)
    feed = _given(
        version=VERSION,
        title=tidy_line(channel.title),
        home_page_url=channel.base_url,
        feed_url=channel.base_url + addresses.JSON_FEED,
        description=tidy_line(channel.description),
        authors=[author],
        language=channel.strings.language,
    )
    feed["items"] = [_item(item, channel) for item in news]
    return f"{json.dumps(feed, ensure_ascii=False, indent=1)}\n".encode()


def _item(item: News, channel: Channel) -> dict[str, object]:
    return _given(
        id=item.id,
        url=item.url,
        title=item.headline(channel.strings),
        content_text=item.text(channel.strings),
        image=channel.root_url + addresses.spelled(item.image.path) if item.image else "",
        date_modified=rfc3339(item.modified),
        tags=[tidy_line(tag) for tag in item.tags],
    )


def _given(**properties: object) -> dict[str, object]:
    """What is known: the standard has no use for empty values."""
    return {name: value for name, value in properties.items() if value}
