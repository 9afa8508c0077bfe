"""Typographic quotation marks, apostrophes, dashes and ellipses for running text, as each language has them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLAIN = re.compile(r"(?<!-)-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)|[\"']")
_SIMPLE = {"--": "\N{EN DASH}", "---": "\N{EM DASH}", "...": "\N{HORIZONTAL ELLIPSIS}"}
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_TYPED = ("'", '"')
_NARROW = "\N{NARROW NO-BREAK SPACE}"
_BEFORE_HIGH_MARKS = re.compile(r"(?<=\S) (?=[:;!?»](?:\s|$))|(?<=«) (?=\S)")
"""A blank as the French type it before a colon or an exclamation, and inside guillemets: the line must not break there."""
_BEFORE_OPENING = "([{<\N{EM DASH}\N{EN DASH}-/\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\"'"
_ELISION = re.compile(r"'(?:n'(?!\w)|(?:\d\ds?|tis|twas|em|til|cause)\b)", re.IGNORECASE)
"""A word that begins with an apostrophe: '70s, rock 'n' roll."""


@dataclass(frozen=True, slots=True)
class Marks:
    """How a language marks a quotation, and one inside it: opening and closing. ``spaced``: high marks have a narrow space before them."""

    double: tuple[str, str] = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
    single: tuple[str, str] = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
    spaced: bool = False


ENGLISH = Marks()
_LOW = Marks(("\N{DOUBLE LOW-9 QUOTATION MARK}", "\N{LEFT DOUBLE QUOTATION MARK}"), ("\N{SINGLE LOW-9 QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}"))
_ANGLED = Marks(("«", "»"), ENGLISH.double)
_FRENCH = Marks((f"«{_NARROW}", f"{_NARROW}»"), ENGLISH.double, spaced=True)
_MARKS = {"ar": _ANGLED, "de": _LOW, "es": _ANGLED, "fr": _FRENCH, "pt-PT": _ANGLED}
"""By language; others as in English. (CLDR, "delimiters"; Arabic print prefers the angled ones, which turn with the script.)"""


def marks_of(language: str) -> Marks:
    """The marks of a language, given as BCP 47."""
    return _MARKS.get(language) or _MARKS.get(language.split("-", maxsplit=1)[0], ENGLISH)


def curled(text: str, before: str = " ", marks: Marks = ENGLISH) -> str:
    """The same text with typographic marks; ``before`` is the character that stands before it."""
    if not (marks.spaced or "'" in text or '"' in text or "--" in text or "..." in text):  # nearly every text
        return text
    inside = {'"': 0, "'": 0}

    def mark(found: re.Match[str]) -> str:
        sign, at = found[0], found.start()
        if sign in _SIMPLE:
            return _SIMPLE[sign]
        ends_both = bool(inside[sign]) and text[at - 1 : at] in _TYPED
        opens = _opens(text, at, before) and not ends_both
        if sign == "'" and (_is_apostrophe(text, at) or not (opens or inside[sign])):
            return _APOSTROPHE
        inside[sign] += 1 if opens else -1
        return (marks.double if sign == '"' else marks.single)[0 if opens else 1]

    done = _PLAIN.sub(mark, text)
    return _BEFORE_HIGH_MARKS.sub(_NARROW, done) if marks.spaced else done


def _is_apostrophe(text: str, position: int) -> bool:
    """Whether a mark stands between two letters, or begins a word that begins so."""
    return bool(_ELISION.match(text, position)) or (text[position - 1 : position].isalnum() and text[position + 1 : position + 2].isalnum())


def _opens(text: str, position: int, before: str) -> bool:
    """Whether a mark begins a quotation: after nothing, a blank or an opening character, and before something."""
    previous = text[position - 1] if position else before
    following = text[position + 1 : position + 2]
    return (previous.isspace() or previous in _BEFORE_OPENING) and not following.isspace()
