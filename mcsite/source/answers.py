"""Answers of one word: yes or no, whole numbers, one of a few choices."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from mcsite.diagnostics import Misread
from mcsite.source.nearest import did_you_mean

_YES = frozenset({"yes", "true", "on", "y", "1", "x"})
_NO = frozenset({"no", "false", "off", "n", "0"})
WORDS = _YES | _NO
"""All that is understood as an answer."""


def yes_or_no(text: str) -> bool:
    """``yes`` or ``no`` in their usual spellings. Raises ``Misread`` E705."""
    plain = text.casefold()
    if plain in _YES or plain in _NO:
        return plain in _YES
    raise Misread("E705", f"'{text}' is neither yes nor no", "write yes or no")


def whole_number(lowest: int, highest: int) -> Callable[[str], int]:
    """A reader of whole numbers between two. It raises ``Misread`` E709."""

    def read(text: str) -> int:
        plain = text.strip()
        if re.fullmatch(r"[+-]?\d{1,9}", plain, re.ASCII) and lowest <= int(plain) <= highest:
            return int(plain)
        digits = re.fullmatch(r"\D*?(\d{1,9})\D*", plain, re.ASCII)
        near = f"did you mean {int(digits[1])}?" if digits and lowest <= int(digits[1]) <= highest else "write digits only, for example 12"
        raise Misread("E709", f"'{text}' is not a whole number from {lowest} to {highest}", near)

    return read


def one_of(choices: Collection[str], synonyms: Mapping[str, str] | None = None, advice: Mapping[str, str] | None = None) -> Callable[[str], str]:
    """A reader of one of some words, capitals aside. It raises ``Misread`` E702 with the nearest, or with the ``advice`` for that word."""
    known = {choice.casefold(): choice for choice in choices} | dict(synonyms or {})
    better = advice or {}

    def read(text: str) -> str:
        found = known.get(text.casefold())
        if found is None:
            help_ = better.get(text.casefold()) or did_you_mean(text, choices)
            raise Misread("E702", f"'{text}' is not one of {', '.join(choices)}", help_)
        return found

    return read
