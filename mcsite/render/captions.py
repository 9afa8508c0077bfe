"""What to say beside the pictures of a session: one caption for each network, as long as it lets one speak, made of the session alone.

When there is little room, first the summary is cut, then it goes, then the hashtags, the price, the rest of the address; last the
title is cut. The date and the address of the page always stay; the address is the last line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from mcsite.model.event import Session
from mcsite.model.settings import Settings
from mcsite.render.entries import entry_of
from mcsite.render.flyer import priced
from mcsite.render.flyers import place_of
from mcsite.render.networks import NETWORKS, Network, cut
from mcsite.render.social_card import SocialCard, alt_of
from mcsite.render.strings import Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

HASHTAGS = 3
"""At most so many: more look like shouting, and Instagram counts no more than five."""
_GAP = "\n"
_LEAST = 40
"""Characters of a summary that still say something when it is cut."""
_IN_HASHTAG = re.compile(r"[^\W_][\w\u0300-\u036f\u0900-\u0dff]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What is told of a session, part by part; ``place`` has the name of the venue first. ``link`` is a complete address, or empty."""

    headline: str
    notice: str = ""
    when: str
    place: tuple[str, ...] = ()
    price: str = ""
    summary: str = ""
    hashtags: tuple[str, ...] = ()
    link: str = ""
    alt: str = ""
    strings: Strings


def post_of(session: Session, settings: Settings, strings: Strings, card: SocialCard) -> Post:
    """What is told of a session that has a card."""
    speech, entry = words(settings.language), entry_of(session, settings, strings)
    return Post(
        headline=entry.headline,
        notice=" ".join(entry.notice()) if session.reason or session.moved_from else "" if card.off else card.notice,
        when=strings.joined((speech.days(session.when), speech.clock(session.when))),
        place=place_of(session, strings),
        price=priced(session.event.prices, settings.language, strings) if session.status.takes_place else "",
        summary=tidy_line(session.summary),
        hashtags=tuple(hashtags(tag.title for tag in session.event.tags)),
        link=card.address if settings.makes("pages") else "",
        alt=alt_of(card),
        strings=strings,
    )


def hashtags(titles: Iterable[str]) -> list[str]:
    """The first of some tags, each as one word of which every part begins with a capital, so that it can be read and read aloud."""
    joined = ("".join(word[:1].upper() + word[1:] for word in _IN_HASHTAG.findall(title)) for title in titles)
    return [f"#{tag}" for tag in dict.fromkeys(joined) if tag and not tag.isdigit()][:HASHTAGS]


def caption(post: Post, network: Network) -> str:
    """What to say on one network; never longer than it takes, unless its address alone is."""
    for lines in _shapes(post):
        whole = _joined((*lines, post.link))
        if network.takes(whole):
            return whole
        if post.summary in lines and (room := _room(lines, post, network)) >= _LEAST:
            return _joined((*(_cut(line, post, room, network) for line in lines), post.link))
    when = _joined((post.when, post.link))
    return _joined((cut(post.headline, network.most - network.size(when) - 2, network.size), post.when, post.link))


def captions(post: Post) -> bytes:
    """The captions of all networks as a text to copy from; those that are alike stand there once. At the top the alternative text."""
    said = sorted(((caption(post, network), network.name) for network in NETWORKS), key=lambda pair: (-len(pair[0]), pair))
    parts = [f"{post.strings.say('Alternative text, for each of the pictures:')}\n\n{post.alt}"]
    for text, pairs in groupby(said, key=lambda pair: pair[0]):
        parts.append(f"{post.strings.say('%(networks)s:', networks=', '.join(name for _, name in pairs))}\n\n{text}")
    return ("\n\n---\n\n".join(parts) + "\n").encode()


def _shapes(post: Post) -> Iterator[tuple[str, ...]]:
    """The lines before the address: the fullest first. Those that are empty are left out."""
    place, name = ", ".join(post.place), "".join(post.place[:1])
    tags = " ".join(post.hashtags)
    facts = (post.headline, post.notice, post.when, place, post.price)
    yield (*facts, _GAP, post.summary, _GAP, tags)
    yield (*facts, _GAP, tags)
    yield facts
    yield (post.headline, post.notice, post.when, name)
    yield (post.headline, post.when, name)
    yield (post.headline, post.when)


def _room(lines: tuple[str, ...], post: Post, network: Network) -> int:
    without = _joined((*(line for line in lines if line != post.summary), post.link))
    return network.most - network.size(without) - 2


def _cut(line: str, post: Post, room: int, network: Network) -> str:
    return cut(line, room, network.size) if line == post.summary else line


def _joined(lines: Iterable[str]) -> str:
    """A text of lines and of the gaps between paragraphs."""
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", "\n".join(line for line in lines if line)).strip()
