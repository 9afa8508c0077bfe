import re

from mcsite.schedule import vocabulary as say
from mcsite.schedule.rule import Weekday
from mcsite.source.dates import MONTHS, WEEKDAYS


def test_numbers_are_digits_or_words() -> None:
    assert [say.number(text) for text in ("2", "two", "Twelve")] == [2, 2, 12]
    assert [say.ordinal(text) for text in ("first", "2nd", "Fifth", "last")] == [1, 2, 5, -1]


def test_every_weekday_and_month_is_known_in_full_and_in_short() -> None:
    for index, name in enumerate(WEEKDAYS):
        for text in (name, name[:3], f"{name}s", name.upper(), f"{name[:3]}."):
            assert re.fullmatch(say.WEEKDAY, text, re.IGNORECASE)
            assert say.weekday(text) == index
    for number, name in enumerate(MONTHS, 1):
        for text in (name, name[:3], f"{name[:3]}."):
            assert re.fullmatch(say.MONTH, text, re.IGNORECASE)
            assert say.month_number(text) == number


def test_lists_of_days_are_read() -> None:
    assert say.weekdays("Thu, Tue and Tue") == (Weekday(0, 1), Weekday(0, 3))
    assert say.nth_weekdays("1st, third Monday and last Friday") == (Weekday(1, 0), Weekday(3, 0), Weekday(-1, 4))
    assert say.month_days("15th and 1st") == (1, 15)


def test_every_word_of_a_rhythm_is_known() -> None:
    assert {"weekly", "tuesdays", "last", "jan", "months", "every"} <= set(say.known_words())
