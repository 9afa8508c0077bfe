"""The English words of rhythms and sentences, as patterns: numbers, weekdays, months, and which one of a month."""

from __future__ import annotations

import re
from functools import cached_property

from mcsite.schedule.rule import Weekday
from mcsite.source.dates import MONTHS, WEEKDAYS, month

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("first", "second", "third", "fourth", "fifth")

_AND = r"\s*(?:,\s*and\b|,|&|\band\b|\+)\s*"
_NUMBER = rf"(?:[1-9]\d{{0,2}}|{'|'.join(NUMBERS)})"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b\.?"
_MONTH = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' if name[3:] else name for name in MONTHS)}|sept)\b\.?"
_ORDINAL = rf"(?:{'|'.join(ORDINALS)}|1st|2nd|3rd|4th|5th|last)\b"
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"


def several(one: str) -> str:
    """A pattern for one or more of something, with commas and "and" between."""
    return rf"{one}(?:{_AND}(?:the\s+)?{one})*"


class Wording:
    """A pattern for which case does not matter. Compiled when it is first listened for: there are many, and a site uses a few."""

    def __init__(self, pattern: str) -> None:
        """The pattern, in the language of ``re``."""
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The same for ``re``."""
        return re.compile(self.pattern, re.IGNORECASE)


AND, NUMBER, WEEKDAY, MONTH, ORDINAL, DAY_NUMBER = _AND, _NUMBER, _WEEKDAY, _MONTH, _ORDINAL, _DAY_NUMBER
WEEKDAY_LIST = rf"(?:{_WEEKDAY}\s*(?:-|–|to|through)\s*{_WEEKDAY}|{several(_WEEKDAY)}|weekdays?\b|weekends?\b)"
NTH_LIST = several(rf"{several(_ORDINAL)}\s+{_WEEKDAY}")
"""``first and third Monday``, ``first Monday and last Friday``."""


def number(text: str) -> int:
    """``2``, ``two``."""
    plain = text.casefold()
    return NUMBERS.index(plain) + 1 if plain in NUMBERS else int(plain)


def ordinal(text: str) -> int:
    """``first`` and ``1st`` → 1, ``last`` → -1."""
    plain = text.casefold()
    if plain == "last":
        return -1
    return ORDINALS.index(plain) + 1 if plain in ORDINALS else int(plain[0])


def weekday(text: str) -> int:
    """``Tue``, ``Tuesdays`` → 1."""
    return next(index for index, name in enumerate(WEEKDAYS) if name[:3].casefold() == text[:3].casefold())


def weekdays(text: str) -> tuple[Weekday, ...]:
    """The days of a list: ``Tue and Thu``, ``Monday to Friday``, ``weekends``."""
    plain = text.casefold()
    if plain.startswith("weekday"):
        return tuple(Weekday(0, day) for day in range(5))
    if plain.startswith("weekend"):
        return (Weekday(0, 5), Weekday(0, 6))
    named = [weekday(found) for found in re.findall(_WEEKDAY, plain)]
    if re.search(r"-|–|\bto\b|\bthrough\b", plain):
        first, last = named
        named = [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return tuple(Weekday(0, day) for day in sorted(set(named)))


def nth_weekdays(text: str) -> tuple[Weekday, ...]:
    """The days of a list like ``first and third Monday``."""
    found: list[Weekday] = []
    waiting: list[int] = []
    for word in re.findall(rf"{_ORDINAL}|{_WEEKDAY}", text, re.IGNORECASE):
        if re.fullmatch(_ORDINAL, word, re.IGNORECASE):
            waiting.append(ordinal(word))
        else:
            found += [Weekday(nth, weekday(word)) for nth in waiting]
            waiting = []
    return tuple(sorted(set(found), key=lambda day: (day.day, day.nth)))


def month_days(text: str) -> tuple[int, ...]:
    """The numbers of a list like ``1st and 15th``."""
    return tuple(sorted({int(digits) for digits in re.findall(r"\d+", text)}))


def month_number(text: str) -> int:
    """``Jan``, ``january`` → 1."""
    return month(text) or 0


def known_words() -> tuple[str, ...]:
    """What a mistyped word may have been meant to be."""
    units = ("day", "days", "week", "weeks", "fortnight", "month", "months", "quarter", "year", "years", "weekday", "weekdays", "weekend", "weekends")
    rhythms = ("daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annually", "every", "each", "other", "once")
    joints = ("from", "until", "for", "times", "sessions", "except", "not", "and", "on", "at", "last", "the", "noon", "midnight")
    names = tuple(name.casefold() for name in (*WEEKDAYS, *MONTHS))
    days = (f"{name.casefold()}s" for name in WEEKDAYS)
    return (*rhythms, *units, *joints, *ORDINALS, *NUMBERS, *names, *days, *(name[:3] for name in names))
