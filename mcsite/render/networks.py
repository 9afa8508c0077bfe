"""How much each network lets one say with a picture, how it counts, and texts cut to that length.

Counted so that the result is never too long for the network: where one counts an emoji or an address in a way that takes its own tables,
it is counted here as the most it can be. Lengths are those of an account that pays for nothing, as the networks document them:

- Bluesky: 300 graphemes and 3000 bytes (lexicon ``app.bsky.feed.post``)
- Facebook: 63,206 (what its form takes; Meta documents no length)
- Instagram: 2200 (developers.facebook.com, Instagram Platform, "Content Publishing")
- LinkedIn: 3000 (learn.microsoft.com, LinkedIn, "Posts API")
- Mastodon: 500, an address counts 23 (docs.joinmastodon.org, "Posting to your profile"; a server may allow more)
- Telegram, beside a picture: 1024 (core.telegram.org, Bot API, "sendPhoto")
- Threads: 500, an emoji by its bytes in UTF-8 (developers.facebook.com, Threads API, "Posts")
- WhatsApp, beside a picture: 1024 (developers.facebook.com, WhatsApp Cloud API, "Image messages")
- X: 280, an address counts 23, most signs outside European scripts 2 (docs.x.com, "Counting characters")
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import normalize

from mcsite.render.graphemes import count, graphemes

ALT_MOST = 1000
"""Characters of an alternative text: what X and Instagram take, the least of all that say so."""
_LINK = re.compile(r"https?://\S+")
_LINK_LENGTH = 23
_WORD_END = re.compile(r"(?<=\S)(?=\s)|(?<=[\u3001\u3002\uff01\uff0c\uff1f])(?=\S)")
"""Where a text may be cut: after a word, or after a mark of scripts that put no blanks between words."""
_LOOSE = " \t\n,;:.·–-([{„“«\"'"
"""What does not stand before an ellipsis."""
_SINGLE = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""The signs that count once on X (twitter-text, configuration 3)."""


@dataclass(frozen=True, slots=True)
class Network:
    """A name, and how much a text may measure there by its own measure."""

    name: str
    most: int
    size: Callable[[str], int]

    def takes(self, text: str) -> bool:
        """Whether a text is short enough."""
        return self.size(text) <= self.most


def cut(text: str, room: int, size: Callable[[str], int] = count) -> str:
    """As many whole words of a text as there is room for, and an ellipsis; nothing when there is room for none.

    A word that alone is too long is cut between two letters; an address never is.
    """
    if size(text) <= room:
        return text
    between = {0, *accumulate(map(len, graphemes(text)))}
    kept = _longest(text, [0, *(found.end() for found in _WORD_END.finditer(text) if found.end() in between)], room, size)
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if kept or _LINK.match(first):
        return kept
    return _longest(first, [0, *accumulate(map(len, graphemes(first)))], room, size)


def _longest(text: str, ends: list[int], room: int, size: Callable[[str], int]) -> str:
    """The longest of the beginnings of a text, with an ellipsis, that there is room for."""
    fits = bisect_right(ends, False, key=lambda end: size(_ended(text[:end])) > room)
    return _ended(text[: ends[max(fits - 1, 0)]])


def _ended(text: str) -> str:
    kept = text.rstrip(_LOOSE)
    gap = " " if kept and _LINK.fullmatch(kept.split()[-1]) else ""  # else it would be a part of the address
    return f"{kept}{gap}…" if kept else ""


def _units(text: str) -> int:
    """Code units of UTF-16, in which most programs count: an emoji has two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _linked(text: str) -> str:
    """A text with addresses of the length that they count."""
    return _LINK.sub("x" * _LINK_LENGTH, text)


def _on_bluesky(text: str) -> int:
    return max(count(text), -(-len(text.encode("utf-8", "surrogatepass")) // 10))


def _on_mastodon(text: str) -> int:
    return count(_linked(text))


def _on_threads(text: str) -> int:
    return sum(len(sign.encode("utf-8", "surrogatepass")) if ord(sign) > 0x2000 else 1 for sign in text)


def _on_x(text: str) -> int:
    return sum(1 if any(first <= ord(sign) <= last for first, last in _SINGLE) else 2 for sign in normalize("NFC", _linked(text)))


NETWORKS = (
    Network("Bluesky", 300, _on_bluesky),
    Network("Facebook", 63_206, _units),
    Network("Instagram", 2_200, _units),
    Network("LinkedIn", 3_000, _units),
    Network("Mastodon", 500, _on_mastodon),
    Network("Telegram", 1_024, _units),
    Network("Threads", 500, _on_threads),
    Network("WhatsApp", 1_024, _units),
    Network("X", 280, _on_x),
)
