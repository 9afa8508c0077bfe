"""What to say beside the pictures of a session: one caption for each network, as long as it lets one speak, made of the session alone.

When there is little room, first the summary is cut, then it goes, then the hashtags, the price, the rest of the address; last the
title is cut. The date and the address of the page always stay; the address is the last line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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
_PARAGRAPH = "\n\n"
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
    """What to say on one network; never longer than it takes, unless its date and address alone are."""
    room = network.most - network.size(_full(replace(post, summary=""))) - len(_PARAGRAPH)
    if room >= min(_LEAST, network.size(post.summary)):
        return _full(replace(post, summary=cut(post.summary, room, network.size)))
    return next(filter(network.takes, _shorter(post)), _shortest(post, network))


def captions(post: Post) -> bytes:
    """The captions of all networks as a text to copy from; those that are alike stand there once. At the top the alternative text."""
    said = sorted(((caption(post, network), network.name) for network in NETWORKS), key=lambda pair: (-len(pair[0]), pair))
    parts = [f"{post.strings.say('Alternative text, for each of the pictures')}\n\n{post.alt}"]
    for text, pairs in groupby(said, key=lambda pair: pair[0]):
        parts.append(f"{', '.join(name for _, name in pairs)}\n\n{text}")
    return ("\n\n---\n\n".join(parts) + "\n").encode()


def _full(post: Post) -> str:
    return _joined((*_facts(post), _PARAGRAPH, post.summary, _PARAGRAPH, " ".join(post.hashtags), post.link))


def _shorter(post: Post) -> Iterator[str]:
    """With less and less, and without a summary."""
    yield _full(replace(post, summary=""))
    yield _full(replace(post, summary="", hashtags=()))
    yield _joined((post.headline, post.notice, post.when, *post.place[:1], post.link))
    yield _joined((post.headline, post.when, *post.place[:1], post.link))
    yield _joined((post.headline, post.when, post.link))


def _shortest(post: Post, network: Network) -> str:
    """Only so much of the title as there is room for."""
    rest = _joined((post.when, post.link))
    return _joined((cut(post.headline, network.most - network.size(rest) - 1, network.size), rest))


def _facts(post: Post) -> tuple[str, ...]:
    return post.headline, post.notice, post.when, post.strings.joined(post.place), post.price


def _joined(lines: Iterable[str]) -> str:
    """A text of some lines, those that are empty left out."""
    return re.sub(r"\s*\n\s*\n\s*", _PARAGRAPH, "\n".join(line for line in lines if line)).strip()
