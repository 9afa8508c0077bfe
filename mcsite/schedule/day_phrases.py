"""Days inside a sentence: ``6 Jan 2026``, ``14-15 March``, ``17 and 24 Feb``, ``in August``. Found here, read by ``source.dates``.

A year may be missing where an earlier day of the sentence gives it: ``from 6 Jan 2026, not 17 Feb``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mcsite.diagnostics import Misread
from mcsite.model.schedule import Days
from mcsite.schedule import vocabulary as say
from mcsite.schedule.scanner import Scanner
from mcsite.schedule.vocabulary import Wording
from mcsite.source.dates import day as read_day
from mcsite.source.dates import spoken

_YEAR = r"(?:,? \d{4})"
_TO = r"\s*(?:\.\.+|…|-|–|—|to|until|till|through)\s*"
_NUMERIC = "|".join(rf"\d{{4}}{by}\d{{1,2}}{by}\d{{1,2}}|\d{{1,2}}{by}\d{{1,2}}{by}\d{{2,4}}" for by in ("-", "/", r"\."))
"""The same sign twice: ``18-19.30`` are times."""
_NAMED = rf"(?:{say.DAY_NUMBER}(?: of)? {say.MONTH}{_YEAR}?|{say.MONTH} {say.DAY_NUMBER}{_YEAR}?)"
_DAY = rf"(?:{say.WEEKDAY},? )?(?:the )?(?:{_NUMERIC}|{_NAMED})"
_DAY_OF_A_MONTH = rf"(?:{say.WEEKDAY},? )?(?:the )?{say.DAY_NUMBER}"

_ONE = Wording(_DAY)
_RANGE = Wording(rf"(?P<first>{_DAY}){_TO}(?P<last>{_DAY})")
_RANGE_IN_A_MONTH = Wording(rf"(?P<first>{_DAY_OF_A_MONTH}){_TO}(?P<last>{_DAY_OF_A_MONTH})(?: of)? (?P<month>{say.MONTH}{_YEAR}?)")
_RANGE_AFTER_A_MONTH = Wording(rf"(?P<month>{say.MONTH}) (?P<first>{say.DAY_NUMBER}){_TO}(?P<last>{say.DAY_NUMBER})(?P<year>{_YEAR}?)")
_LIST_IN_A_MONTH = Wording(rf"(?P<days>{say.DAY_NUMBER}(?:{say.AND}{say.DAY_NUMBER})+)(?: of)? (?P<month>{say.MONTH}{_YEAR}?)")
_WHOLE_MONTH = Wording(rf"(?:in )?(?P<month>{say.MONTH})(?P<year>{_YEAR}?)")
_HAS_YEAR = re.compile(r"\d{4}")
_SEARCHED_YEARS = 9
"""A 29 February may be eight years away."""


@dataclass(frozen=True, slots=True)
class DayPhrase:
    """A day, or the first and last of a range, as written; ``month`` when a whole month was named."""

    first: str
    last: str
    month: int = 0

    @property
    def is_range(self) -> bool:
        """Whether it is more than one day."""
        return self.first != self.last

    def days(self, not_before: date | None = None) -> Days:
        """What it means; a missing year is the first that is not before the given day. Raises ``Misread``; E303 when the year is missing."""
        if self.month:
            return _month_days(self, not_before)
        first = _resolved(self.first, not_before)
        last = _resolved(self.last, first)
        if last < first:
            raise Misread("E305", f"these days end before they begin: {spoken(first)} to {spoken(last)}", f"did you mean {last}..{first}?")
        return Days(first, last)


def take_days(scanner: Scanner) -> tuple[DayPhrase, ...]:
    """The day, the range, or the list of days of one month that stands here; empty, and nothing read, when there is none."""
    for pattern, reader in _READERS:
        found = scanner.take(pattern)
        if found:
            return reader(found)
    return ()


def take_month(scanner: Scanner) -> tuple[DayPhrase, ...]:
    """A whole month: ``in August``, ``August 2026``."""
    found = scanner.take(_WHOLE_MONTH)
    return (DayPhrase(found["year"].strip(", "), found["year"].strip(", "), say.month_number(found["month"])),) if found else ()


def _one(found: re.Match[str]) -> tuple[DayPhrase, ...]:
    return (DayPhrase(found[0], found[0]),)


def _range(found: re.Match[str]) -> tuple[DayPhrase, ...]:
    """``14 March to 16 April 2026``: the first day borrows the year of the last."""
    first, last = found["first"], found["last"]
    year = _HAS_YEAR.search(last)
    return (DayPhrase(first if _HAS_YEAR.search(first) or not year else f"{first} {year[0]}", last),)


def _range_in_a_month(found: re.Match[str]) -> tuple[DayPhrase, ...]:
    return (DayPhrase(f"{found['first']} {found['month']}", f"{found['last']} {found['month']}"),)


def _range_after_a_month(found: re.Match[str]) -> tuple[DayPhrase, ...]:
    rest = f"{found['month']} {found['year'].strip(', ')}".strip()
    return (DayPhrase(f"{found['first']} {rest}", f"{found['last']} {rest}"),)


def _list_in_a_month(found: re.Match[str]) -> tuple[DayPhrase, ...]:
    texts = [f"{number} {found['month']}" for number in re.findall(say.DAY_NUMBER, found["days"], re.IGNORECASE)]
    return tuple(DayPhrase(text, text) for text in texts)


_READERS: tuple[tuple[Wording, Callable[[re.Match[str]], tuple[DayPhrase, ...]]], ...] = (
    (_RANGE, _range),
    (_RANGE_IN_A_MONTH, _range_in_a_month),
    (_RANGE_AFTER_A_MONTH, _range_after_a_month),
    (_LIST_IN_A_MONTH, _list_in_a_month),
    (_ONE, _one),
)


def _resolved(text: str, not_before: date | None) -> date:
    plain = re.sub(r"\bthe ", "", text, flags=re.IGNORECASE)
    if _HAS_YEAR.search(plain) or not_before is None or re.fullmatch(_NUMERIC, plain):
        return read_day(plain)
    readings = [_in_year(plain, year) for year in range(not_before.year, not_before.year + _SEARCHED_YEARS)]
    later = next((reading for reading in readings if isinstance(reading, date) and reading >= not_before), None)
    if later is None:
        raise next(reading for reading in readings if isinstance(reading, Misread))
    return read_day(f"{plain} {later.year}")


def _in_year(text: str, year: int) -> date | Misread:
    """The day in that year, its weekday aside: a wrong one is to be told of the year that is meant, not of any other."""
    try:
        return read_day(f"{re.sub(rf'^{say.WEEKDAY},? ', '', text, flags=re.IGNORECASE)} {year}")
    except Misread as misread:
        return misread


def _month_days(phrase: DayPhrase, not_before: date | None) -> Days:
    if not phrase.first and not_before is None:
        raise Misread("E303", "the month does not say its year", "write the year in full, for example August 2026")
    year = int(phrase.first or (not_before.year + (phrase.month < not_before.month) if not_before else 0))
    return Days(date(year, phrase.month, 1), date(year, phrase.month, monthrange(year, phrase.month)[1]))
