from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refused import answer, refusal

from mcsite.source.dates import day, days, month, spoken


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-04", "2026-3-4", "2026/03/04", "4 March 2026", "4 Mar 2026", "4th March 2026", "4th of March 2026", "March 4, 2026", "Mar 4 2026",
        "Wed 4 Mar 2026", "Wednesday, 4 March 2026", "  4   March\n2026 ",
    ],
)  # fmt: skip
def test_a_day_is_understood_however_it_is_written(text):
    assert day(text) == date(2026, 3, 4)


def test_numbers_with_one_reading_are_understood():
    assert day("25/12/2026") == day("12/25/2026") == day("25.12.2026") == date(2026, 12, 25)
    assert day("03/03/2026") == date(2026, 3, 3)


def test_numbers_with_two_readings_are_refused_with_both():
    refused = refusal(day, "03/04/2026")
    assert refused.code == "E302"
    assert "3 April 2026" in refused.message
    assert "4 March 2026" in refused.message
    assert refused.help == "write 2026-04-03 or 2026-03-04"


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("2026-02-30", "E301", "no 30 February 2026"),
        ("2026-02-29", "E301", "no 29 February 2026"),
        ("31 June 2026", "E301", "no 31 June 2026"),
        ("2026-13-01", "E301", "no month number 13"),
        ("2026-00-10", "E301", "no month number 0"),
        ("0026-01-06", "E301", "year 26"),
        ("4/3/26", "E303", "two digits"),
        ("4 March", "E303", "year in full"),
        ("4 March 26", "E303", "year in full"),
        ("Wed 6 Jan 2026", "E304", "is a Tuesday"),
        ("tomorrow", "E300", "'tomorrow'"),
        ("", "E300", "''"),
        ("4 Mach 2026", "E300", "'Mach' is not a month"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(text, code, part):
    refused = refusal(day, text)
    assert refused.code == code
    assert part in refused.message
    assert refused.help


def test_a_day_that_does_not_exist_is_refused_with_the_length_of_the_month():
    assert refusal(day, "2026-02-30").help == "February 2026 has 28 days"
    assert refusal(day, "2028-02-30").help == "February 2028 has 29 days"


def test_a_misspelt_month_is_guessed():
    assert refusal(day, "4 Mach 2026").help == "did you mean 4 March 2026?"


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-01..2026-04-14",
        "2026-04-01 to 2026-04-14",
        "2026-04-01 – 2026-04-14",
        "2026-04-01 - 2026-04-14",
        "1-14 April 2026",
        "1 – 14 April 2026",
        "2026-04-01/2026-04-14",
    ],
)
def test_a_range_of_days_is_understood_however_it_is_written(text):
    assert days(text) == (date(2026, 4, 1), date(2026, 4, 14))


def test_one_day_is_a_range_of_one():
    assert days("2026-04-01") == (date(2026, 4, 1), date(2026, 4, 1))


def test_a_range_takes_its_month_and_year_from_its_end():
    assert days("30 March to 3 April 2026") == (date(2026, 3, 30), date(2026, 4, 3))
    assert days("28 Dec - 3 Jan 2027") == (date(2026, 12, 28), date(2027, 1, 3))


def test_a_range_that_runs_backwards_is_refused():
    refused = refusal(days, "2026-04-14..2026-04-01")
    assert (refused.code, refused.help) == ("E305", "did you mean 2026-04-01..2026-04-14?")
    assert refusal(days, "2026-04-01..2026-04-02..2026-04-03").code == "E300"


@pytest.mark.parametrize("text", ["2026-04-01..", "..2026-04-14"])
def test_a_range_without_an_end_is_no_single_day(text):
    assert "lacks the first or the last" in refusal(days, text).message


def test_months_are_known_by_three_letters_or_more():
    assert [month(word) for word in ("jan", "Sept", "September.", "ma", "spring")] == [1, 9, 9, None, None]


@given(st.dates(date(1970, 1, 1), date(2099, 12, 31)))
def test_every_day_can_be_written_in_words_and_numbers(value):
    assert day(spoken(value)) == day(value.isoformat()) == day(f"{value:%a %d %b %Y}") == value


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{1,4}", fullmatch=True))
def test_any_text_is_a_day_or_refused(text):
    for reader in (day, days):
        found = answer(reader, text)
        assert isinstance(found, date | tuple) or found.help
