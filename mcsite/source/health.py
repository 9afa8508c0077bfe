"""Whether a question asks about somebody's health, in the languages of the theme.

Answers to such questions are data of a special category (GDPR Art. 9) that have no place on a form's host. What is looked for are
whole words with their inflections, capitals and accents aside; in German also as parts of compounds, in Arabic with what is
written together with a word: articles, short prepositions, possessives. The words are in ``health_words.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

_MADDA = "\N{ARABIC MADDAH ABOVE}"
"""The one accent that counts: without it, pains are the same letters as *the mother*."""
_DROPPED = ("Mn", "Cf")
_TATWEEL = "\N{ARABIC TATWEEL}"
_AS_WRITTEN = {
    "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    **dict.fromkeys("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}", " "),
}
"""Arabic letters that are written for one another at the end of a word, and what joins words."""


def asked_about(label: str, language: str) -> str:
    """The words of a label that ask about health, as a reader sees them; empty when there are none.

    ``language`` is that of the site. The words of all languages are looked for, for many a site asks in two.
    """
    plain, positions = _plain(label)
    otherwise = _lists().get(language.partition("-")[0], {}).get("otherwise", ())
    for found in _found(plain):
        if found[0] not in otherwise:
            return label[positions[found.start()] : positions[found.end() - 1] + 1]
    return ""


def _found(plain: str) -> Iterator[re.Match[str]]:
    for pattern in _patterns():
        yield from pattern.finditer(plain)


@cache
def _lists() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("health_words.toml").read_text("utf-8"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """One a language."""
    lists = _lists().values()
    return tuple(re.compile(rf"(?<!\w){given.get('before', '')}(?:{'|'.join(given['words'])}){given.get('after', '')}(?!\w)") for given in lists)


def _plain(label: str) -> tuple[str, list[int]]:
    """The label in small letters without accents, vowel signs and odd blanks, and the position in it of each letter that is left."""
    letters: list[str] = []
    positions: list[int] = []
    for position, letter in enumerate(label):
        for part in normalize("NFKD", letter.casefold()):
            if part == _MADDA or (category(part) not in _DROPPED and part != _TATWEEL):
                letters.append(" " if part.isspace() else _AS_WRITTEN.get(part, part))
                positions.append(position)
    return "".join(letters), positions
