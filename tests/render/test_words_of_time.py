from datetime import date
from decimal import Decimal

import pytest
from factory import when

from mcsite.render.words_of_time import country, currency_of, speaks_english, words, zone_of_windows

ENGLISH = words("en")


def test_a_day_is_said_in_the_words_of_the_language():
    day = date(2026, 1, 6)
    assert ENGLISH.day(day) == "Tuesday 6 January 2026"
    assert words("en-US").day(day) == "Tuesday, January 6, 2026"
    assert words("de").day(day) == "Dienstag, 6. Januar 2026"
    assert words("fr").month(day) == "janvier 2026"


def test_hours_are_a_range():
    assert ENGLISH.clock(when("2026-01-06 18:00")) == "18:00–18:45"
    assert "6:00" in words("en-US").clock(when("2026-01-06 18:00"))
    assert "PM" in words("en-US").clock(when("2026-01-06 18:00"))


def test_over_midnight_the_later_day_is_named():
    assert ENGLISH.clock(when("2026-01-31 22:00", "2026-02-01 02:00")) == "22:00 – Sun 02:00"
    assert ENGLISH.clock(when("2026-01-05 18:00", "2026-01-12 12:00")) == "18:00 – Mon 12 Jan 12:00"


def test_an_end_at_midnight_belongs_to_the_day():
    assert ENGLISH.clock(when("2026-01-31 22:00", "2026-02-01 00:00")) == "22:00–00:00"


def test_whole_days_have_no_hours():
    assert ENGLISH.clock(when("2026-05-02")) == ENGLISH.begins(when("2026-05-02")) == ""
    assert ENGLISH.days(when("2026-05-02", "2026-05-03")) == "2–3 May 2026"
    assert ENGLISH.days(when("2026-05-02")) == "Saturday 2 May 2026"


def test_a_week_begins_as_the_country_has_it():
    assert [short for short, _ in ENGLISH.weekdays()] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert next(full for _, full in words("en-US").weekdays()) == "Sunday"


@pytest.mark.parametrize(
    ("language", "amount", "currency", "said"),
    [
        ("en", "15", "GBP", "£15"),
        ("en", "15.50", "GBP", "£15.50"),
        ("de", "15.00", "EUR", "15\xa0€"),
        ("en", "1500", "JPY", "JP¥1,500"),
        ("en", "15", "", "15"),
    ],
)
def test_money_has_cents_only_when_there_are_some(language, amount, currency, said):
    assert words(language).money(Decimal(amount), currency) == said


def test_an_unknown_language_is_shortened_and_then_english():
    assert words("en-scouse").month(date(2026, 1, 1)) == "January 2026"
    assert words("xx-YY").month(date(2026, 1, 1)) == "January 2026"
    assert words("pt-XX").month(date(2026, 1, 1)) == "janeiro de 2026"


def test_the_direction_of_writing_and_the_names_of_zones_and_languages_are_known():
    assert (words("ar").direction, ENGLISH.direction) == ("rtl", "ltr")
    assert ENGLISH.zone("America/New_York") == "New York"
    assert ENGLISH.language("pt") == "Portuguese"
    assert ENGLISH.language("q-q") == "q-q"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "en_GB"), ("en-US", "en_US"), ("de", "de_DE"), ("pt", "pt_BR"), ("pt-PT", "pt_PT"), ("ar", "ar_EG"), ("zh-Hant", "zh_TW")]
)
def test_a_language_is_named_with_its_country_where_only_that_is_understood(language, said):
    assert words(language).territory_locale == said


def test_a_week_is_named_by_its_first_and_last_day():
    assert ENGLISH.week(date(2026, 12, 28)).replace("\N{THIN SPACE}", " ") == "28 Dec 2026 – 3 Jan 2027"
    assert words("de").week(date(2026, 12, 7)) == "7.–13. Dez. 2026"


def test_lengths_are_counted_in_minutes():
    assert [ENGLISH.minutes(number) for number in (1, 45, 120)] == ["1 minute", "45 minutes", "120 minutes"]
    assert [words("ar").minutes(number) for number in (1, 2, 3, 11)] == ["دقيقة", "دقيقتان", "3 دقائق", "11 دقيقة"]


def test_sizes_of_files_are_in_the_units_of_the_language():
    assert [ENGLISH.file_size(size) for size in (0, 595, 12_345, 5_000_000, 2_500_000_000)] == ["0.1 kB", "0.6 kB", "12.3 kB", "5 MB", "2.5 GB"]
    assert words("fr").file_size(12_345).replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\xa0", " ") == "12,3 ko"


def test_what_joins_the_things_of_a_list():
    assert [ENGLISH.joints(number) for number in (0, 1, 2, 3)] == [(), ("",), ("", " and "), ("", ", ", " and ")]
    assert words("de").joints(3) == ("", ", ", " und ")
    assert words("ar").joints(2) == ("", " و")


def test_a_zone_lies_in_a_country_with_its_money_and_languages():
    assert [country(zone) for zone in ("Europe/Dublin", "America/New_York", "Etc/UTC", "UTC")] == ["IE", "US", "", ""]
    assert [currency_of(place) for place in ("IE", "US", "")] == ["EUR", "USD", ""]
    assert [speaks_english(place) for place in ("IE", "IN", "DE")] == [True, True, False]


def test_windows_calls_zones_by_names_of_its_own():
    assert zone_of_windows("GMT Standard Time") == "Europe/London"
    assert zone_of_windows("Standard Time of Mars") == ""
