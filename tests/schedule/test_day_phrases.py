from datetime import date

import pytest

from mcsite.diagnostics import Misread
from mcsite.model.schedule import Days
from mcsite.schedule.day_phrases import take_days, take_month
from mcsite.schedule.scanner import Scanner

NEW_YEAR = date(2026, 1, 6)


def read(text: str, not_before: date | None = None) -> list[tuple[str, str]]:
    scanner = Scanner(text)
    found = [phrase.days(not_before) for phrase in take_days(scanner)]
    assert scanner.rest == ""
    return [(f"{days.first:%m-%d}", f"{days.last:%m-%d}") for days in found]


@pytest.mark.parametrize("text", ["6 Jan 2026", "Tue 6 January 2026", "Tuesday, the 6th of January, 2026", "January 6, 2026", "2026-01-06", "6.1.2026 "])
def test_a_day_is_found_in_many_forms(text: str) -> None:
    if text.startswith("6.1"):
        with pytest.raises(Misread) as refused:
            read(text)
        assert refused.value.code == "E302"
    else:
        assert read(text) == [("01-06", "01-06")]


@pytest.mark.parametrize(
    "text",
    [
        "14-15 March 2026",
        "14 to 15 March 2026",
        "Sat 14 - Sun 15 March 2026",
        "March 14-15, 2026",
        "14 March to 15 March 2026",
        "2026-03-14..2026-03-15",
        "14 March 2026 - 15 March 2026",
    ],
)
def test_a_range_is_found_in_many_forms(text: str) -> None:
    assert read(text) == [("03-14", "03-15")]


def test_a_list_of_days_of_one_month() -> None:
    assert read("17, 24 and 25 Feb 2026") == [("02-17", "02-17"), ("02-24", "02-24"), ("02-25", "02-25")]


def test_a_missing_year_is_the_next_one_or_asked_for() -> None:
    assert read("17 Feb", NEW_YEAR) == [("02-17", "02-17")]
    (phrase,) = take_days(Scanner("2 Jan"))
    assert phrase.days(NEW_YEAR) == Days(date(2027, 1, 2), date(2027, 1, 2))
    (leap,) = take_days(Scanner("29 Feb"))
    assert leap.days(NEW_YEAR).first == date(2028, 2, 29)
    with pytest.raises(Misread) as asked:
        phrase.days()
    assert asked.value.code == "E303"


def test_a_wrong_weekday_is_told_though_the_year_is_missing() -> None:
    with pytest.raises(Misread) as refused:
        read("Tue 18 Feb", NEW_YEAR)
    assert (refused.value.code, refused.value.message[:29]) == ("E304", "18 February 2026 is a Wednesd")


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Misread) as refused:
        read("15-14 March 2026")
    assert refused.value.code == "E305"


def test_a_range_without_years_may_cross_the_new_year() -> None:
    (phrase,) = take_days(Scanner("20 Dec to 3 Jan"))
    assert phrase.days(NEW_YEAR) == Days(date(2026, 12, 20), date(2027, 1, 3))


def test_a_whole_month_is_all_its_days() -> None:
    (february,) = take_month(Scanner("in February"))
    assert february.days(NEW_YEAR) == Days(date(2026, 2, 1), date(2026, 2, 28))
    (august,) = take_month(Scanner("August 2027"))
    assert august.days() == Days(date(2027, 8, 1), date(2027, 8, 31))
    with pytest.raises(Misread) as asked:
        february.days()
    assert asked.value.code == "E303"


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Misread) as refused:
        read("31 April", NEW_YEAR)
    assert refused.value.code == "E301"


def test_other_words_are_left_for_others() -> None:
    scanner = Scanner("6pm")
    assert (take_days(scanner), scanner.rest) == ((), "6pm")
