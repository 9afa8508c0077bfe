from datetime import date

import pytest
from schedule.calendars import schedule

from mcsite.schedule.echo import rule_words, spoken
from mcsite.schedule.expand import expand
from mcsite.schedule.rule import parse_rule
from mcsite.schedule.words import rule_of


def lines(**fields: object) -> tuple[str, ...]:
    one = schedule(**fields)
    return spoken(one, expand(one))


def test_every_date_is_said_with_its_weekday() -> None:
    assert lines(
        rule="FREQ=WEEKLY;BYDAY=TU",
        times=4,
        skip=[("2026-01-13", "half-term")],
        cancelled={"2026-01-20": "clinic closed"},
        moved={"2026-01-27": "2026-01-28 19:00"},
        extra=["2026-02-07 10:00"],
    ) == (
        "every Tuesday: 5 sessions from Tue 6 Jan 2026 to Sat 7 Feb 2026, times of Europe/London",
        "1 of 5: Tue 6 Jan 2026, 18:00-18:45",
        "no session Tue 13 Jan 2026: half-term",
        "2 of 5: Tue 20 Jan 2026, 18:00-18:45, cancelled: clinic closed",
        "3 of 5: Wed 28 Jan 2026, 19:00-19:45, moved from Tue 27 Jan 2026, 18:00-18:45",
        "4 of 5: Tue 3 Feb 2026, 18:00-18:45",
        "5 of 5: Sat 7 Feb 2026, 10:00-10:45, extra",
    )


def test_an_open_series_says_how_far_it_is_certain() -> None:
    assert lines(confirmed_until="2026-01-10")[-1] == "certain up to Sat 10 Jan 2026; later sessions are not published yet"


def test_one_event_is_one_line() -> None:
    assert lines(rule="", minutes=6 * 60 + 30) == ("Tue 6 Jan 2026, 18:00-Wed 7 Jan 2026, 00:30",)
    assert lines(rule="", start="2026-03-14", days=2) == ("Sat 14 Mar 2026 to Sun 15 Mar 2026",)


RHYTHMS = [
    "every day", "every 3 days", "every Tuesday", "every Tuesday and Thursday", "every 2 weeks on Tuesday",
    "every month on the 15th", "every month on the 1st and the 15th",
    "every month on the last day", "every month on the last weekday",
    "every month on the first Monday and the third Monday", "every 3 months on the last Friday",
    "every year on 14 March", "every 2 years on 14 March", "every year on the first Sunday of May",
]  # fmt: skip


@pytest.mark.parametrize("words", RHYTHMS)
def test_a_rhythm_is_said_as_it_would_be_written(words: str) -> None:
    assert rule_words(parse_rule(rule_of(words, date(2026, 1, 6)))) == words


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYHOUR=9,10", "FREQ=YEARLY;BYYEARDAY=100", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=MO",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "FREQ=DAILY;BYMONTH=1",
        "FREQ=DAILY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1;WKST=MO", "FREQ=MONTHLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=-2MO", "FREQ=MONTHLY;BYMONTHDAY=-3",
        "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYMONTH=6,7;BYMONTHDAY=10", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "FREQ=HOURLY",
    ],
)  # fmt: skip
def test_a_rule_without_short_words_is_said_as_it_is(rule: str) -> None:
    assert rule_words(parse_rule(rule)) == f"RRULE:{rule}"
