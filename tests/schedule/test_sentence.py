from datetime import date, datetime, time, timedelta

import pytest
from schedule.calendars import off

from mcsite.diagnostics import Misread
from mcsite.schedule.sentence import Sentence, read_sentence

MEANT = {
    "Tuesdays 6pm-6:45pm from 6 Jan 2026 for 12 weeks, not 17 Feb": Sentence(
        start=datetime(2026, 1, 6, 18), duration=timedelta(minutes=45), rule="FREQ=WEEKLY;BYDAY=TU", until=date(2026, 3, 30), skip=(off("2026-02-17"),)
    ),
    "every second Thursday 18:30-20:00 from 2026-01-08 until 2026-06-25 except 2026-02-19 and 2026-04-02": Sentence(
        start=datetime(2026, 1, 8, 18, 30),
        duration=timedelta(minutes=90),
        rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=MO",
        until=date(2026, 6, 25),
        skip=(off("2026-02-19"), off("2026-04-02")),
    ),
    "Tuesday 6 January 2026 6-6.45pm": Sentence(start=datetime(2026, 1, 6, 18), duration=timedelta(minutes=45)),
    "Tuesday 6 January 2026 18-19.30": Sentence(start=datetime(2026, 1, 6, 18), duration=timedelta(minutes=90)),
    "11-1:15pm on 6 January 2026": Sentence(start=datetime(2026, 1, 6, 11), duration=timedelta(minutes=135)),
    "Saturday 14 March 2026 10:00-16:00": Sentence(start=datetime(2026, 3, 14, 10), duration=timedelta(hours=6)),
    "14-15 March 2026": Sentence(start=date(2026, 3, 14), days=2),
    "14 March 2026 for 3 days": Sentence(start=date(2026, 3, 14), days=3),
    "14 March 2026": Sentence(start=date(2026, 3, 14)),
    "first Monday of the month at 7pm for 90 minutes from 5 Jan 2026, 6 times": Sentence(
        start=datetime(2026, 1, 5, 19), duration=timedelta(minutes=90), rule="FREQ=MONTHLY;BYDAY=1MO", times=6
    ),
    "daily 7am-7:30am from 1 June 2026 to 14 June 2026": Sentence(
        start=datetime(2026, 6, 1, 7), duration=timedelta(minutes=30), rule="FREQ=DAILY", until=date(2026, 6, 14)
    ),
    "14 March 2026 10:00 to 15 March 2026 16:00": Sentence(start=datetime(2026, 3, 14, 10), duration=timedelta(hours=30)),
    "14 and 21 March 2026, 10:00-12:00": Sentence(start=datetime(2026, 3, 14, 10), duration=timedelta(hours=2), extra=(datetime(2026, 3, 21, 10),)),
    "14 and 21 March 2026": Sentence(start=date(2026, 3, 14), extra=(date(2026, 3, 21),)),
    "Saturdays 9pm-1am from 10 Jan 2026, 5 times": Sentence(start=datetime(2026, 1, 10, 21), duration=timedelta(hours=4), rule="FREQ=WEEKLY;BYDAY=SA", times=5),
    "monthly 6pm from 6 Jan 2026 for 6 months": Sentence(start=datetime(2026, 1, 6, 18), rule="FREQ=MONTHLY;BYMONTHDAY=6", until=date(2026, 7, 5)),
    "last Friday of the month at 7pm from 30 Jan 2026 for 3 months": Sentence(
        start=datetime(2026, 1, 30, 19), rule="FREQ=MONTHLY;BYDAY=-1FR", until=date(2026, 3, 27)
    ),
    "first and third Tuesday of the month from 20 Jan 2026 for 2 months": Sentence(
        start=date(2026, 1, 20), rule="FREQ=MONTHLY;BYDAY=1TU,3TU", until=date(2026, 3, 3)
    ),
    "last Friday of the month from 30 Jan 2026 for 1 year": Sentence(start=date(2026, 1, 30), rule="FREQ=MONTHLY;BYDAY=-1FR", until=date(2026, 12, 25)),
    "yearly on the first Sunday of May from 7 May 2028 for 3 years": Sentence(
        start=date(2028, 5, 7), rule="FREQ=YEARLY;BYMONTH=5;BYDAY=1SU", until=date(2030, 5, 5)
    ),
    "last Friday of the month from 30 Jan 2026 for 8 weeks": Sentence(start=date(2026, 1, 30), rule="FREQ=MONTHLY;BYDAY=-1FR", until=date(2026, 3, 26)),
    "yearly from 14 March 2026 for 3 years": Sentence(start=date(2026, 3, 14), rule="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14", until=date(2029, 3, 13)),
    "weekdays noon-1pm, from 5 Jan 2026 for 10 days": Sentence(
        start=datetime(2026, 1, 5, 12), duration=timedelta(hours=1), rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", until=date(2026, 1, 14)
    ),
}


@pytest.mark.parametrize("text", MEANT)
def test_a_sentence_is_understood(text: str) -> None:
    assert read_sentence(text) == MEANT[text]


def test_the_same_can_be_said_in_another_order() -> None:
    one = read_sentence("Tuesdays 6pm-6:45pm from 6 Jan 2026 until 31 March, not 17 Feb")
    assert one == read_sentence("from 6 Jan 2026, not 17 Feb; 6pm-6:45pm, Tuesdays, until 31 March")


REFUSED = {
    "Tuesdays 6pm from 6 Jan": "E303",
    "Tuesdays 6pm": "E353",
    "10:00-12:00": "E353",
    "Tuesdays 6pm from 5 Jan 2026": "E352",
    "Tuesdays 6pm from Monday 6 Jan 2026": "E304",
    "Tuesdays at 6 from 6 Jan 2026": "E308",
    "Tuesdays for 45 min from 6 Jan 2026": "E353",
    "Tuesdays 6pm 7pm from 6 Jan 2026": "E354",
    "Tuesdays 6pm-7pm for 2 hours from 6 Jan 2026": "E354",
    "Tuesdays 6pm from 6 Jan 2026 until 3 March for 12 weeks": "E354",
    "Tuesdays 6pm from 6 and 13 Jan 2026": "E351",
    "14-15 March 2026 10:00-16:00": "E351",
    "14 March 2026 6 times": "E353",
    "14 March 2026 for 3 weeks": "E353",
    "14 March 2026 not 15 March": "E353",
    "14 March 2026 16:00 to 14 March 2026 10:00": "E354",
    "03/04/2026 6pm": "E302",
    "biweekly from 6 Jan 2026": "E331",
    "Dienstags 18 Uhr": "E350",
    "": "E353",
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_sentence_that_can_be_misunderstood_is_refused(text: str) -> None:
    with pytest.raises(Misread) as refused:
        read_sentence(text)
    assert refused.value.code == REFUSED[text]
    assert refused.value.help


def test_a_first_day_off_the_rhythm_is_told_with_both_readings() -> None:
    with pytest.raises(Misread) as refused:
        read_sentence("Tuesdays 6pm from 5 Jan 2026")
    assert refused.value.message == "the sentence begins on Monday 5 January 2026, but that is not a day of its rhythm"
    assert refused.value.help == "write from Tuesday 6 January 2026, or a rhythm that includes Mondays"


@pytest.mark.parametrize("hours", ["22:00-22:00", "19:00-18:00"])
def test_an_end_that_would_be_more_than_a_night_away_is_a_slip(hours: str) -> None:
    with pytest.raises(Misread) as refused:
        read_sentence(f"14 March 2026 {hours}")
    assert refused.value.code == "E346"


def test_an_end_that_is_not_later_is_on_the_next_day() -> None:
    assert read_sentence("14 March 2026 00:00-24:00").duration == timedelta(days=1)
    assert datetime.combine(date(2026, 3, 14), time(22)) + read_sentence("14 March 2026 22:00-02:00").duration == datetime(2026, 3, 15, 2)
