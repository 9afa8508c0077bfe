"""Days as people write them: ``2026-03-04``, ``4 March 2026``, ``Wed 4 Mar 2026``, ``March 4, 2026``.

What has two readings is refused with both of them.
"""

from __future__ import annotations

import re
from datetime import date

from mcsite.diagnostics import Misread
from mcsite.source.nearest import nearest

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST_YEAR, LAST_YEAR = 1970, 2099
"""Years that calendars of all sorts agree about."""

_TYPESET = re.compile(r"(?<!\d)(\d{4})[\u2010-\u2014\u2212](\d{1,2})[\u2010-\u2014\u2212](\d{1,2})(?!\d)", re.ASCII)
"""A day whose hyphens a word processor has made longer."""
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([^\W\d]+)\.?(?:,? (\d{2,4}))?", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{2,4}))?", re.IGNORECASE)
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*)\.?,? (?=\S)", re.IGNORECASE)
_BETWEEN_DAYS = re.compile(r"\.{2,}|…|\s+(?:to|until|till|[-–—])\s+|[–—]|(?<=\d)/(?=\d{4}-)|(?<=^\d)-(?=\d\d? )|(?<=^\d\d)-(?=\d\d? )", re.IGNORECASE)
_TIGHT_COLON = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}):(\d{4}-.*|\D.*)", re.ASCII | re.DOTALL)
_DAY_ALONE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)


def day(text: str) -> date:
    """One day. Raises ``Misread``: E300 not understood, E301 no such day, E302 two readings, E303 year missing or short, E304 wrong weekday."""
    plain = _typed(" ".join(text.split()))
    weekday = _WEEKDAY.match(plain)
    found = _without_weekday(plain[weekday.end() :] if weekday else plain, text)
    if weekday and WEEKDAYS[found.weekday()][:3].casefold() != weekday[1].casefold():
        written = next(name for name in WEEKDAYS if name.casefold().startswith(weekday[1].casefold()))
        raise Misread("E304", f"{spoken(found)} is a {WEEKDAYS[found.weekday()]}, not a {written}", "correct the day or the weekday")
    return found


def days(text: str) -> tuple[date, date]:
    """A day, or the first and last of a range: ``2026-04-01..2026-04-14``, ``1-14 April 2026``. Raises ``Misread``; E305 when it ends before it begins."""
    ends = [part.strip() for part in _BETWEEN_DAYS.split(_typed(text))]
    if len(ends) > 2:
        raise Misread("E300", f"'{text}' is more than one range of days", "write each range by itself, for example 2026-04-01..2026-04-14")
    if len(ends) == 2 and not all(ends):
        raise Misread("E300", f"'{text}' lacks the first or the last of its days", "write both, for example 2026-04-01..2026-04-14")
    last = day(ends[-1])
    first = _first_of_range(ends[0], last) if len(ends) == 2 else last
    if last < first:
        raise Misread("E305", f"these days end before they begin: {spoken(first)} to {spoken(last)}", f"did you mean {last}..{first}?")
    return first, last


def spoken(value: date) -> str:
    """A day in words that cannot be misread: ``4 March 2026``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(word: str) -> int | None:
    """The number of a month from its English name or the first three letters or more of it; ``None`` when it is none."""
    plain = word.casefold().rstrip(".")
    if len(plain) < 3:
        return None
    return next((number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(plain) or (plain == "sept" and number == 9)), None)


def _typed(text: str) -> str:
    """``2026–03–04`` as it was typed: with hyphens."""
    return _TYPESET.sub(r"\1-\2-\3", text)


def _first_of_range(text: str, last: date) -> date:
    """The first day of a range, which may leave to the last what both share: ``1``, ``28 March``."""
    if found := _DAY_ALONE.fullmatch(text):
        return _existing(last.year, last.month, int(found[1]))
    if re.search(r"\d{4}", text):
        return day(text)
    first = day(f"{text} {last.year}")
    return first if first <= last else day(f"{text} {last.year - 1}")


def _without_weekday(plain: str, text: str) -> date:
    if found := _ISO.fullmatch(plain):
        return _existing(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(plain):
        return _of_numbers(found[0], int(found[1]), int(found[2]), found[3])
    if found := _DAY_FIRST.fullmatch(plain):
        return _of_words(text, int(found[1]), found[2], found[3])
    if found := _MONTH_FIRST.fullmatch(plain):
        return _of_words(text, int(found[2]), found[1], found[3])
    raise _not_a_day(text)


def _of_numbers(written: str, first: int, second: int, year: str) -> date:
    """``25/12/2026`` has one reading, ``03/04/2026`` has two."""
    if len(year) == 2:
        raise Misread("E303", f"the year of '{written}' has two digits only", "write the year in full, for example 2026-03-04")
    if first == second or first > 12:
        return _existing(int(year), second, first)
    if second > 12:
        return _existing(int(year), first, second)
    day_first, month_first = _existing(int(year), second, first), _existing(int(year), first, second)
    raise Misread("E302", f"'{written}' can mean {spoken(day_first)} or {spoken(month_first)}", f"write {day_first} or {month_first}")


def _of_words(text: str, number: int, word: str, year: str | None) -> date:
    which = month(word)
    if which is None:
        close = nearest(word, MONTHS, likeness=0.7)
        raise _not_a_day(text) if close is None else Misread("E300", f"'{word}' is not a month", f"did you mean {number} {close} {year or ''}".rstrip() + "?")
    if year is None or len(year) != 4:
        raise Misread("E303", f"'{text}' does not say the year in full", f"write the year in full, for example {number} {MONTHS[which - 1]} 2026")
    return _existing(int(year), which, number)


def _existing(year: int, month: int, number: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Misread("E301", f"the year {year} is not one that calendars can show", f"years from {FIRST_YEAR} to {LAST_YEAR} can be used")
    if not 1 <= month <= 12:
        raise Misread("E301", f"there is no month number {month}", "write year, month and day, for example 2026-03-04")
    try:
        return date(year, month, number)
    except ValueError:
        length = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
        raise Misread("E301", f"there is no {number} {MONTHS[month - 1]} {year}", f"{MONTHS[month - 1]} {year} has {length} days") from None


def _not_a_day(text: str) -> Misread:
    return Misread("E300", f"'{text}' is not a day that can be understood", _how_to_write(text))


def _how_to_write(text: str) -> str:
    """A day as it should be written, or what alone is missing."""
    if found := _TIGHT_COLON.fullmatch(text):
        return f"a blank is missing after the colon: {found[1]}: {found[2]}"
    if re.fullmatch(r"-\d{4}-.*", text):
        return f"a blank is missing after the hyphen: - {text[1:]}"
    return "write year, month and day, for example 2026-03-04 or 4 March 2026"
