"""Days, times and counts in English words: for messages and for the terminal. What editors type is English, whatever the site's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from mcsite.source.dates import MONTHS, WEEKDAYS


def day_words(day: date) -> str:
    """``Tuesday 17 February 2026``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """``Tue 17 Feb 2026``."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def moment_words(moment: date | datetime) -> str:
    """``Tuesday 17 February 2026, 18:00``, or the day alone."""
    return f"{day_words(moment)}, {moment:%H:%M}" if isinstance(moment, datetime) else day_words(moment)


def typed(moment: date | datetime) -> str:
    """As an editor writes it: ``2026-02-17 18:00``, or ``2026-02-17``."""
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else moment.isoformat()


def listed(words: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return f" {last} ".join([*([", ".join(words[:-1])] if words[1:] else []), *words[-1:]])


def ordinal(number: int) -> str:
    """``1st``, ``22nd``, ``13th``."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def nearest_words(day: date, known: Sequence[date]) -> str:
    """Which of the known days, in order, are nearest to one that is not among them: what its author may have meant."""
    before = [other for other in known if other < day][-1:]
    after = [other for other in known if other > day][:1]
    return "the nearest: " + listed([f"{typed(other)} ({day_words(other)})" for other in (*before, *after)]) if known else ""
