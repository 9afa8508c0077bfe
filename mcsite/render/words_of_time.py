"""Dates, times and money in the words of the site's language. The only importer of babel.

Words come from Unicode's locale data (CLDR). Formatting a date costs about 0.2 ms, a card needs four of them, and the same
days and hours recur on every page: so each is worked out once and kept.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_interval, format_skeleton, format_time, format_timedelta, get_timezone_location
from babel.languages import get_official_languages
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, get_territory_currencies
from babel.units import format_unit

from mcsite.model.moment import When

ENGLISH = Locale("en", "GB")
"""English without a country: days before months and hours to 24, as most of the world writes it. Who wants others writes ``en-US``."""
LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""The countries that print on US Letter (CLDR, supplemental data, paperSize)."""
_KEPT = 20_000
_NO_COUNTRY = "ZZ"
_NEVER_IN_HOURS = 10**9
_SIZES = (("gigabyte", 10**9), ("megabyte", 10**6), ("kilobyte", 10**3))


@cache
def words(language: str) -> Words:
    """The words of a language, given as BCP 47 (``en``, ``pt-BR``); of an unknown one, English."""
    return Words(_locale(language))


def paper(language: str) -> str:
    """What a country prints on, as typst names it: US Letter in ``LETTER``, elsewhere A4."""
    return "us-letter" if _locale(language).territory in LETTER else "a4"


def country(timezone: str) -> str:
    """The country in which a time zone lies, ``GB``; nothing where it lies in none (CLDR, supplemental data, timezones)."""
    found: str = get_global("zone_territories").get(timezone, "")
    return "" if found == _NO_COUNTRY else found


def currency_of(country: str) -> str:
    """What people pay with in a country, ``GBP``; nothing where CLDR knows of none."""
    return next(iter(get_territory_currencies(country)), "") if country else ""


def speaks_english(country: str) -> bool:
    """Whether English is one of a country's languages of state, be it by law or by habit."""
    return "en" in get_official_languages(country, de_facto=True)


def zone_of_windows(name: str) -> str:
    """The IANA name of what Windows calls a zone, ``GMT Standard Time`` (CLDR, windowsZones); nothing for a name that CLDR does not know."""
    found: str = get_global("windows_zone_mapping").get(name, "")
    return found


class Words:
    """How one language speaks of time and money. Each method is a pure function that remembers its answers."""

    def __init__(self, locale: Locale) -> None:
        short = locale.time_formats["short"].pattern
        self._locale = locale
        self._hours = "hm" if "a" in short or "B" in short else "Hm"
        self.direction: str = locale.text_direction
        self.territory_locale: str = _with_territory(locale)
        self.first_weekday: int = locale.first_week_day
        self.day = lru_cache(_KEPT)(self._day)
        self.date = lru_cache(_KEPT)(self._date)
        self.short_day = lru_cache(_KEPT)(self._short_day)
        self.weekday = lru_cache(_KEPT)(self._weekday)
        self.short_weekday = lru_cache(_KEPT)(self._short_weekday)
        self.month = lru_cache(_KEPT)(self._month)
        self.month_name = lru_cache(_KEPT)(self._month_name)
        self.short_month = lru_cache(_KEPT)(self._short_month)
        self._times = lru_cache(_KEPT)(self._times_of_day)
        self._span = lru_cache(_KEPT)(self._span_of_days)
        self.money = lru_cache(_KEPT)(self._money)
        self.zone = lru_cache(_KEPT)(self._zone)

    def clock(self, when: When) -> str:
        """``18:00–18:45``; over midnight the later day is named: ``22:00 – Wed 02:00``. Empty for whole days."""
        if not isinstance(when.start, datetime) or not isinstance(when.end, datetime):
            return ""
        start, end = when.start.replace(tzinfo=None), when.end.replace(tzinfo=None)
        if when.last_day == when.first_day:
            return self._times(start.time(), end.time())
        return f"{self._clock(start)} – {self._later(when)} {self._clock(end)}"

    def begins(self, when: When) -> str:
        """``18:00``; empty for whole days."""
        return self._clock(when.start) if isinstance(when.start, datetime) else ""

    def hour(self, moment: datetime) -> str:
        """``18:00``, of any moment."""
        return self._clock(moment)

    def days(self, when: When) -> str:
        """The day in full, ``Tuesday 6 January 2026``; of several whole days the first and last, ``6–8 January 2026``."""
        if when.whole_day and when.last_day != when.first_day:
            return self._span(when.first_day, when.last_day)
        return self.day(when.first_day)

    def week(self, first: date) -> str:
        """The week that begins on a day: ``7–13 Dec 2026``."""
        return self._span(first, first + timedelta(days=6))

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """The days of a week in the order of the country, each in short and in full."""
        monday = date(2024, 1, 1)
        days = [monday + timedelta(days=(self.first_weekday + number) % 7) for number in range(7)]
        return tuple((self.short_weekday(day), self.weekday(day)) for day in days)

    def number(self, value: Decimal | float) -> str:
        """A number with the country's separators."""
        return format_decimal(value, locale=self._locale)

    def minutes(self, number: int) -> str:
        """``45 minutes``."""
        return format_timedelta(timedelta(minutes=number), "minute", threshold=_NEVER_IN_HOURS, locale=self._locale)

    def file_size(self, size: int) -> str:
        """A number of bytes: ``0.6 kB``, ``12.3 kB``, ``5 MB``."""
        unit, divisor = next(((unit, divisor) for unit, divisor in _SIZES if size >= divisor), _SIZES[-1])
        return format_unit(round(max(size / divisor, 0.1), 1), f"digital-{unit}", "short", locale=self._locale)

    def joints(self, number: int) -> tuple[str, ...]:
        """What stands before each of so many things in a list: nothing, a comma …, and *and*."""
        mark = "\0"
        return tuple(format_list([mark] * number, locale=self._locale).split(mark)[:-1]) if number else ()

    def language(self, code: str) -> str:
        """The name of a language, ``Portuguese``, or the code itself where it has none here."""
        try:
            return Locale.parse(code, sep="-").get_display_name(self._locale) or code
        except (UnknownLocaleError, ValueError):
            return code

    def own_name(self, *, in_full: bool = False) -> str:
        """What the language calls itself, with a capital letter: ``Français``; ``in_full`` with its country."""
        name = (self._locale.display_name if in_full else self._locale.language_name) or self._locale.language
        return name[0].upper() + name[1:]

    def _later(self, when: When) -> str:
        near = when.last_day - when.first_day < timedelta(days=6)
        return self.short_weekday(when.last_day) if near else self.short_day(when.last_day)

    def _clock(self, moment: datetime) -> str:
        return self._times(moment.time(), moment.time())

    def _day(self, day: date) -> str:
        full = format_date(day, "full", locale=self._locale)
        return full.replace(",", "") if self._locale.language == "en" and self._locale.territory != "US" else full

    def _date(self, day: date) -> str:
        return format_date(day, "long", locale=self._locale)

    def _short_day(self, day: date) -> str:
        return format_skeleton("MMMEd", day, locale=self._locale)

    def _weekday(self, day: date) -> str:
        return format_date(day, "cccc", locale=self._locale)

    def _short_weekday(self, day: date) -> str:
        return format_date(day, "ccc", locale=self._locale)

    def _month(self, day: date) -> str:
        return format_skeleton("yMMMM", day, locale=self._locale)

    def _month_name(self, day: date) -> str:
        return format_date(day, "LLLL", locale=self._locale)

    def _short_month(self, day: date) -> str:
        return format_date(day, "LLL", locale=self._locale)

    def _times_of_day(self, start: time, end: time) -> str:
        if start == end:
            return format_time(start, "short", locale=self._locale)
        first = datetime.combine(date(2024, 1, 1), start)
        return format_interval(first, datetime.combine(first, end), self._hours, locale=self._locale)

    def _span_of_days(self, first: date, last: date) -> str:
        return format_interval(first, last, "yMMMMd", locale=self._locale)

    def _money(self, amount: Decimal, currency: str) -> str:
        if not currency:
            return format_decimal(amount, locale=self._locale)
        if amount != amount.to_integral_value():
            return format_currency(amount, currency, locale=self._locale)
        pattern = self._locale.currency_formats["standard"].pattern.replace("0.00", "0")
        return format_currency(amount, currency, pattern, locale=self._locale, currency_digits=False)

    def _zone(self, name: str) -> str:
        return get_timezone_location(name, locale=self._locale, return_city=True)


def _with_territory(locale: Locale) -> str:
    """Language and territory as Open Graph writes them, ``pt_BR``; the territory that the language is most spoken in where none is said."""
    likely: str = get_global("likely_subtags").get(str(locale), str(locale))
    territory = locale.territory or Locale.parse(likely).territory
    return "_".join(part for part in (locale.language, territory) if part)


def _locale(language: str) -> Locale:
    """The locale of a language; a part that is not known is left off from the right: ``en-scouse`` is ``en``."""
    if language in {"en", "en-GB"}:
        return ENGLISH
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        shorter = language.rpartition("-")[0]
        return _locale(shorter) if shorter else ENGLISH
