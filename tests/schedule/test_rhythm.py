import pytest

from mcsite.diagnostics import Misread
from mcsite.schedule.rhythm import rhythm
from mcsite.schedule.scanner import Scanner

SAID = {
    "FREQ=DAILY": ["daily", "every day", "each day"],
    "FREQ=DAILY;INTERVAL=2": ["every other day", "every two days", "every 2 days"],
    "FREQ=WEEKLY": ["weekly", "every week", "once a week"],
    "FREQ=WEEKLY;INTERVAL=2;WKST=MO": ["fortnightly", "every fortnight", "every 2 weeks", "every two weeks", "every other week", "every second week"],
    "FREQ=WEEKLY;BYDAY=TU": ["Tuesdays", "tuesday", "every Tuesday", "each tue", "on Tuesdays", "weekly on Tuesday", "every week on Tuesdays", "every tues."],
    "FREQ=WEEKLY;BYDAY=TU,TH": ["every Tuesday and Thursday", "Tuesdays & Thursdays", "Thu, Tue", "Tuesdays, and Thursdays", "weekly on tue and thu"],
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": ["weekdays", "every weekday", "Monday to Friday", "mon-fri", "Mondays through Fridays"],
    "FREQ=WEEKLY;BYDAY=SA,SU": ["weekends", "every weekend", "Saturdays and Sundays"],
    "FREQ=WEEKLY;BYDAY=MO,FR,SA,SU": ["Friday to Monday"],
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO": [
        "every other Tuesday", "every second Tuesday", "every 2 weeks on Tuesday", "fortnightly on Tuesdays", "alternate Tuesdays",
    ],
    "FREQ=WEEKLY;INTERVAL=3;WKST=MO": ["every 3 weeks", "every third week", "every three weeks"],
    "FREQ=MONTHLY": ["monthly", "every month", "once a month"],
    "FREQ=MONTHLY;INTERVAL=3": ["every 3 months", "quarterly", "every quarter"],
    "FREQ=MONTHLY;BYDAY=-1FR": ["monthly on the last Friday", "last Friday of the month", "every last Friday", "the last Friday of each month"],
    "FREQ=MONTHLY;BYDAY=1MO,3MO": ["first and third Monday of the month", "monthly on the 1st and 3rd Monday", "every month on the first and third Monday"],
    "FREQ=MONTHLY;BYDAY=1MO,-1FR": ["first Monday and last Friday of every month"],
    "FREQ=MONTHLY;BYDAY=2TU": ["every second Tuesday of the month", "monthly on the second Tuesday"],
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU": ["every 2 months on the first Tuesday"],
    "FREQ=MONTHLY;BYMONTHDAY=15": ["monthly on the 15th", "on the 15th of the month", "the 15th of every month", "monthly on day 15", "on day 15"],
    "FREQ=MONTHLY;BYMONTHDAY=1,15": ["monthly on the 1st and 15th", "monthly on the 1st and the 15th", "1st and 15th of the month"],
    "FREQ=MONTHLY;BYMONTHDAY=31": ["on day 31", "monthly on the 31st"],
    "FREQ=MONTHLY;BYMONTHDAY=-1": ["monthly on the last day", "last day of the month"],
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": ["last weekday of the month", "monthly on the last working day"],
    "FREQ=YEARLY": ["yearly", "annually", "every year", "once a year"],
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14": ["yearly on 14 March", "every year on March 14", "annually on the 14th of March"],
    "FREQ=YEARLY;BYMONTH=5;BYDAY=1SU": ["yearly on the first Sunday of May", "every year on the first Sunday in May"],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in SAID.items() for text in texts])
def test_a_rhythm_is_understood_however_it_is_said(rule: str, text: str) -> None:
    scanner = Scanner(text)
    assert str(rhythm(scanner)) == rule
    assert scanner.rest == ""


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("biweekly", "twice a week or every 2 weeks"),
        ("bi-weekly on Tuesdays", "twice a week or every 2 weeks"),
        ("bimonthly", "twice a month or every 2 months"),
        ("biannually", "twice a year or every 2 years"),
        ("every third Thursday", "the third Thursday of every month, or Thursday every 3 weeks"),
    ],
)
def test_what_has_two_meanings_is_refused_with_both(text: str, readings: str) -> None:
    with pytest.raises(Misread) as refused:
        rhythm(Scanner(text))
    assert refused.value.code == "E331"
    assert readings in refused.value.message


def test_the_third_thursday_of_the_month_has_one_meaning() -> None:
    assert str(rhythm(Scanner("every third Thursday of the month"))) == "FREQ=MONTHLY;BYDAY=3TH"


def test_other_words_are_left_for_others() -> None:
    scanner = Scanner("from Tuesday")
    assert rhythm(scanner) is None
    assert scanner.rest == "from Tuesday"


def test_a_day_with_a_year_is_not_a_yearly_rhythm() -> None:
    scanner = Scanner("yearly on 14 March 2026")
    assert str(rhythm(scanner)) == "FREQ=YEARLY"
    assert scanner.rest == "on 14 March 2026"
