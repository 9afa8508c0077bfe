"""Letters as people see them: where a text may be cut without taking an accent, a vowel sign or half a flag off.

The extended grapheme clusters of Unicode (UAX 29), as far as the standard library knows what they need: marks stay with their letter,
emoji sequences, flags, Hangul syllables and Indic conjuncts together. Letters that stand before their cluster (GB9b, a few historic
scripts) are not known to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, name

_JOINER = "\N{ZERO WIDTH JOINER}"
_MODIFIERS = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_PICTURES = re.compile("[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]")
_VOWELS_BEHIND = "\N{THAI CHARACTER SARA AM}\N{LAO VOWEL SIGN AM}"
_LEADS, _VOWELS, _TAILS, _SYLLABLES = range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200), range(0xAC00, 0xD7A4)
_JOINING_SCRIPTS = ("DEVANAGARI", "BENGALI", "GUJARATI", "ORIYA", "TELUGU", "MALAYALAM")
"""Those whose consonants join over a virama (Unicode 15.1, Indic_Conjunct_Break)."""


def graphemes(text: str) -> Iterator[str]:
    """The clusters of a text, in order; joined they are the text."""
    start = 0
    for here in range(1, len(text)):
        if not _belongs(text, start, here):
            yield text[start:here]
            start = here
    if text:
        yield text[start:]


def count(text: str) -> int:
    """How many there are."""
    return len(text) if text.isascii() and "\r" not in text else sum(1 for _ in graphemes(text))


def _belongs(text: str, start: int, here: int) -> bool:
    """Whether a character belongs to the cluster that begins at ``start``."""
    before, sign = text[here - 1], text[here]
    if before == "\r" or _is_control(before) or _is_control(sign):
        return before == "\r" and sign == "\n"
    if _extends(sign):
        return True
    if before == _JOINER and _PICTURES.match(text, start) and _PICTURES.match(sign):
        return True
    if ord(before) in _FLAG_LETTERS and ord(sign) in _FLAG_LETTERS:
        return (here - start) % 2 == 1
    return _in_one_syllable(ord(before), ord(sign)) or _in_one_conjunct(text[start:here], sign)


def _is_control(sign: str) -> bool:
    return category(sign) in {"Cc", "Zl", "Zp"} or (category(sign) == "Cf" and not _extends(sign))


def _extends(sign: str) -> bool:
    joins = sign in {_JOINER, "\N{ZERO WIDTH NON-JOINER}"} or sign in _VOWELS_BEHIND
    return joins or category(sign) in {"Mn", "Me", "Mc"} or ord(sign) in _MODIFIERS or ord(sign) in _TAGS


def _in_one_syllable(before: int, sign: int) -> bool:
    """Of Korean (GB6 to GB8)."""
    open_ = before in _SYLLABLES and (before - _SYLLABLES.start) % 28 == 0
    if before in _LEADS:
        return sign in _LEADS or sign in _VOWELS or sign in _SYLLABLES
    if before in _VOWELS or open_:
        return sign in _VOWELS or sign in _TAILS
    return (before in _TAILS or before in _SYLLABLES) and sign in _TAILS


def _in_one_conjunct(cluster: str, sign: str) -> bool:
    """A consonant after another one and a virama between them (GB9c)."""
    script = name(sign, "").partition(" ")[0]
    if script not in _JOINING_SCRIPTS or category(sign) != "Lo" or name(cluster[0], "").partition(" ")[0] != script:
        return False
    joints = [each for each in cluster[1:] if name(each, "").endswith("SIGN VIRAMA")]
    return bool(joints) and all(_extends(each) for each in cluster[cluster.rfind(joints[-1]) :])
