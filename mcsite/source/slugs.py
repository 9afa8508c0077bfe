"""Words in an address: ``Old Harbour`` → ``old-harbour``."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 80
"""Characters of a slug; with the rest of an address it stays far below what any file system or host allows."""

_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(4096)
def slug_of(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; never empty for a text with a letter or digit.

    Accents are dropped. What has no Latin letters is spelled in Punycode (RFC 3492), which is stable and unambiguous.
    """
    bare = _without_accents(text)
    spelled = _hyphenated(bare.encode("punycode").decode("ascii").lower() if _is_foreign(bare) else bare)
    return spelled[:LONGEST].rstrip("-")


def is_spelled_out(text: str) -> bool:
    """Whether people recognise a text in its slug: not when it has letters of other scripts."""
    return not _is_foreign(_without_accents(text))


def is_slug(text: str) -> bool:
    """Whether a text can stand in an address as it is."""
    return 0 < len(text) <= LONGEST and re.fullmatch(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", text) is not None


def _without_accents(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in folded if not unicodedata.combining(character))


def _is_foreign(bare: str) -> bool:
    return any(character.isalnum() and not character.isascii() for character in bare)


def _hyphenated(text: str) -> str:
    return _NOT_WORD.sub("-", text).strip("-")


def free_name(wanted: str, taken: set[str], numbered: str = "{}-{}") -> str:
    """A name that nothing else has: ``circle``, or ``circle-2``, ``circle-3`` where that is taken. It is taken from then on."""
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = numbered.format(wanted, count)
    taken.add(name)
    return name
