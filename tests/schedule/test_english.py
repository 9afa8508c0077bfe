from datetime import date, datetime

from mcsite.schedule.english import day_words, listed, moment_words, nearest_words, ordinal, short_day, typed

DAY = date(2026, 2, 17)
MOMENT = datetime(2026, 2, 17, 18)


def test_days_and_moments_have_words() -> None:
    assert (day_words(DAY), short_day(DAY)) == ("Tuesday 17 February 2026", "Tue 17 Feb 2026")
    assert (moment_words(DAY), moment_words(MOMENT)) == ("Tuesday 17 February 2026", "Tuesday 17 February 2026, 18:00")


def test_they_can_be_shown_as_an_editor_types_them() -> None:
    assert (typed(DAY), typed(MOMENT)) == ("2026-02-17", "2026-02-17 18:00")


def test_lists_end_with_and() -> None:
    assert [listed(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b"], "or") == "a or b"


def test_ordinals_end_as_they_should() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 22, 31)] == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "31st"]


def test_the_nearest_days_are_one_on_each_side() -> None:
    known = [date(2026, 2, 3), date(2026, 2, 10), date(2026, 2, 24)]
    assert nearest_words(DAY, known) == "the nearest: 2026-02-10 (Tuesday 10 February 2026) and 2026-02-24 (Tuesday 24 February 2026)"
    assert nearest_words(date(2026, 3, 1), known) == "the nearest: 2026-02-24 (Tuesday 24 February 2026)"
    assert nearest_words(DAY, []) == ""
