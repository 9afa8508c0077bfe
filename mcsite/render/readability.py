"""How hard an English text is to read, and what makes it so.

The grade is that of Flesch and Kincaid (J. P. Kincaid and others, "Derivation of New Readability Formulas for Navy Enlisted Personnel",
Research Branch Report 8-75, 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59, the years of an American school that one
needs. The syllables of a word are counted by its groups of vowels, which is right for nine words in ten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAST_WORDS = 40
"""Of fewer words a grade says nothing."""
_SENTENCE = re.compile(r"[.!?:;]+[\"')\]\u2019\u201d]*(?:\s+|$)|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
PLAINER = {
    "additional": "more", "alleviate": "ease", "approximately": "about", "assist": "help", "assistance": "help", "attempt": "try",
    "cease": "stop", "commence": "begin", "consequently": "so", "consume": "eat", "decrease": "lower", "demonstrate": "show",
    "discomfort": "pain", "discontinue": "stop", "duration": "time", "elevate": "lift", "endeavour": "try", "ensure": "make sure",
    "experience": "feel",
    "extremity": "arm or leg", "facilitate": "help", "frequently": "often", "however": "but", "immediately": "at once", "increase": "raise",
    "initially": "at first",
    "initiate": "begin", "locate": "find", "maintain": "keep", "musculature": "muscles", "numerous": "many", "obtain": "get", "participate": "take part",
    "perform": "do", "position": "place", "prior": "before", "purchase": "buy", "regarding": "about", "repetitions": "times", "require": "need",
    "requires": "needs",
    "reside": "live", "subsequently": "then", "sufficient": "enough", "supine": "on your back", "prone": "on your front", "terminate": "end", "therefore": "so",
    "utilise": "use", "utilize": "use", "vertebrae": "bones of the spine", "whilst": "while",
}  # fmt: skip
"""Words for which there is a plainer one, as one says it to a neighbour."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The grade, the longest sentence, and hard words with plainer ones for them."""

    grade: float
    longest: str
    plainer: tuple[tuple[str, str], ...]


def read_english(text: str) -> Reading | None:
    """How hard a plain text is; nothing when it is too short to tell."""
    sentences = [sentence.strip() for sentence in _SENTENCE.split(text) if _WORD.search(sentence)]
    words = _WORD.findall(text)
    if len(words) < LEAST_WORDS:
        return None
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    hard = {word.lower() for word in words} & PLAINER.keys()
    return Reading(grade, max(sentences, key=lambda sentence: len(_WORD.findall(sentence))), tuple((word, PLAINER[word]) for word in sorted(hard)))


def syllables(word: str) -> int:
    """About how many syllables an English word has: groups of vowels, but for a silent ``e`` or ``ed`` at its end."""
    lower = word.lower().partition("'")[0].partition("\u2019")[0]
    count = len(_VOWELS.findall(lower))
    if lower.endswith(("e", "es", "ed")) and not lower.endswith(("le", "les", "ted", "ded", "ee", "ses", "ces", "ges", "zes", "xes", "shes", "ches")):
        count -= 1
    return max(1, count)
