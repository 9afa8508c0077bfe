"""Days, hours and sessions of one change in English words: of a single session in full, of many of a series in one phrase."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from mcsite.model.moment import When
from mcsite.render.words_of_time import words
from mcsite.schedule.english import day_words, listed

NAMED = 3
"""Days that are named one by one; of more, the weekdays and the first and last day."""
_WEEKDAYS = 2
"""Weekdays that are named; a series on more is said to go from one day to another."""
_ENGLISH = "en"
"""What commands speak, whatever the site's language."""


def hours(when: When, home: str) -> str:
    """``18:00–18:45``, ``22:00 – 02:00 the next day``, ``all day``; with the zone's name where that is not ``home``. Empty for several whole days.

    The same for all sessions of a series, on whatever weekday.
    """
    if not isinstance(when.start, datetime):
        return "" if _is_span(when) else "all day"
    zone = "" if when.timezone == home else f" ({words(_ENGLISH).zone(when.timezone)} time)"
    overnight = when.last_day - when.first_day == timedelta(days=1)
    return f"{when.start:%H:%M} – {when.end:%H:%M} the next day{zone}" if overnight else f"{words(_ENGLISH).clock(when)}{zone}"


def days(whens: Sequence[When]) -> str:
    """``Tuesday 6 January 2026``; of two or three, all of them; of many, ``Tuesdays 6 Jan – 24 Mar 2026``. In order, at least one."""
    if len(whens) <= NAMED:
        return listed(list(dict.fromkeys(map(_day, whens))))
    first, last = whens[0].first_day, max(_last(when) for when in whens)
    weekdays = {(when.first_day.weekday(), _last(when).weekday()): _weekdays(when) for when in whens}
    if len(weekdays) > _WEEKDAYS:
        return f"from {day_words(first)} to {day_words(last)}"
    return f"{listed([weekdays[numbers] for numbers in sorted(weekdays)])} {_from_to(first, last)}"


def moments(whens: Sequence[When], home: str) -> str:
    """Days and hours of sessions that are held at the same hours: ``Tuesday 6 January 2026, 18:00–18:45``."""
    return ", ".join(part for part in (days(whens), hours(whens[0], home)) if part)


def shift(before: Sequence[When], after: Sequence[When], home: str) -> str:
    """From when to when: on the same days only the hours are said twice. Each of the two is alike in hours."""
    spans = _is_span(before[0]) or _is_span(after[0])
    if not spans and [when.first_day for when in before] == [when.first_day for when in after]:
        return f"{days(after)}: {hours(before[0], home)} → {hours(after[0], home)}"
    return f"{moments(before, home)} → {moments(after, home)}"


def _day(when: When) -> str:
    return f"{day_words(when.first_day)} – {day_words(when.last_day)}" if _is_span(when) else day_words(when.first_day)


def _weekdays(when: When) -> str:
    """``Tuesdays``, ``Fridays to Sundays``."""
    first, last = (f"{words(_ENGLISH).weekday(day)}s" for day in (when.first_day, _last(when)))
    return f"{first} to {last}" if _is_span(when) else first


def _last(when: When) -> date:
    """The last day that is named: of a night that of its evening."""
    return when.last_day if when.whole_day else when.first_day


def _is_span(when: When) -> bool:
    return when.whole_day and when.first_day != when.last_day


def _from_to(first: date, last: date) -> str:
    """``6 Jan – 24 Mar 2026``, with the blanks that a terminal knows."""
    return words(_ENGLISH).days(When(first, last, "UTC")).replace("\N{THIN SPACE}", " ")
