from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refused import answer, refusal

from mcsite.model.schedule import Days
from mcsite.source.moments import Start, Stated, end, name_of_days, name_of_session, off_days, start, stated, which_session

SIX = datetime(2026, 1, 6, 18, 0)


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-06 18:00", "2026-01-06T18:00", "2026-01-06 18:00:00", "2026-01-06 6pm", "6 Jan 2026 6pm", "6 January 2026, 18:00", "Tue 6 Jan 2026 at 6 pm",
        "6 January 2026 18.00", "6pm on 6 January 2026", "Jan 6, 2026 6:00 pm", "2026-01-06 18",
    ],
)  # fmt: skip
def test_a_day_and_a_time_are_understood_however_they_are_written(text):
    assert start(text) == Start(Stated(SIX))
    assert stated(text) == Stated(SIX)


def test_a_day_alone_means_whole_days():
    assert start("6 Jan 2026") == Start(Stated(date(2026, 1, 6)))
    assert start("6-8 Jan 2026") == start("2026-01-06..2026-01-08") == Start(Stated(date(2026, 1, 6)), Stated(date(2026, 1, 8)))


@pytest.mark.parametrize(
    "text", ["2026-01-06 18:00-18:45", "2026-01-06 18:00 – 18:45", "2026-01-06 6-6:45pm", "Tue 6 Jan 2026, 18:00 to 18:45", "2026-01-06 from 18:00 until 18:45"]
)
def test_a_start_may_say_its_end(text):
    assert start(text) == Start(Stated(SIX), time(18, 45))


def test_a_start_may_say_an_end_on_another_day():
    assert start("2026-01-06 18:00 - 2026-01-07 02:00") == Start(Stated(SIX), Stated(datetime(2026, 1, 7, 2)))


def test_an_offset_is_kept():
    assert start("2026-01-06T18:00:00Z") == Start(Stated(SIX, timedelta(0)))
    assert stated("2026-01-06 18:00+01:00") == Stated(SIX, timedelta(hours=1))
    assert stated("2026-01-06T18:00-05:00") == stated("2026-01-06 18:00:00-0500") == Stated(SIX, timedelta(hours=-5))


def test_an_offset_that_agrees_with_the_zone_is_as_good_as_none():
    assert Stated(SIX, timedelta(0)).local("Europe/London") == SIX
    assert Stated(datetime(2026, 7, 6, 18), timedelta(hours=1)).local("Europe/London") == datetime(2026, 7, 6, 18)
    assert Stated(date(2026, 1, 6)).local("Europe/London") == date(2026, 1, 6)


def test_an_offset_that_disagrees_with_the_zone_is_refused_with_both_readings():
    refused = refusal(Stated(datetime(2026, 7, 6, 18), timedelta(0)).local, "Europe/London")
    assert refused.code == "E311"
    assert refused.message == "2026-07-06 18:00+00:00 is 2026-07-06 19:00 in Europe/London"
    assert "2026-07-06 19:00" in refused.help
    assert "2026-07-06 18:00" in refused.help


def test_a_hyphen_by_hand_is_a_range_unless_it_is_as_likely_an_offset():
    assert start("2026-01-06 06:00-08:00").ends == time(8)
    assert start("2026-01-06 22:00-02:00").ends == time(2)
    assert refusal(start, "2026-01-06 18:00-05:00").code == "E308"


def test_midnight_belongs_to_two_days_and_is_refused_with_both():
    assert refusal(start, "2026-01-06 midnight").help == "write 2026-01-06 00:00 or 2026-01-07 00:00"
    assert refusal(start, "2026-01-06 24:00").code == "E308"
    assert start("2026-01-06 noon") == Start(Stated(datetime(2026, 1, 6, 12)))
    assert start("2026-01-06 20:00-midnight").ends == time(0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("03/04/2026 18:00", "E302"), ("2026-02-30 18:00", "E301"), ("2026-01-06 25:00", "E307"), ("2026-01-06 6", "E308"), ("18:30", "E300"), ("", "E300"),
        ("6 Jan 6pm", "E303"), ("Tuesday 18:00", "E300"), ("2026-01-06 18:00 BST", "E312"), ("2026-01-06 18:00 (Europe/London)", "E312"),
        ("2026-01-06 18:00+25:00", "E312"),
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused(text, code):
    assert refusal(start, text).code == code


def test_an_end_is_a_time_a_day_or_both():
    assert end("18:45") == time(18, 45)
    assert end("2026-01-08") == Stated(date(2026, 1, 8))
    assert end("2026-01-06 18:45") == Stated(datetime(2026, 1, 6, 18, 45))


def test_a_length_as_an_end_is_sent_to_its_field():
    assert refusal(end, "45 min").help == "write 'duration: 45 min' instead"


def test_a_session_is_named_by_its_local_day_or_time():
    assert which_session("6 Jan 2026") == date(2026, 1, 6)
    assert which_session("2026-01-06 6pm") == SIX
    assert refusal(which_session, "2026-01-06T18:00Z").code == "E312"
    assert refusal(which_session, "2026-01-06..2026-01-13").help == "write the day of each session, for example 2026-03-03"


def test_entries_have_names_that_do_not_depend_on_how_they_are_written():
    assert name_of_session("6 Jan 2026") == "2026-01-06"
    assert name_of_session("6 Jan 2026 6pm") == "2026-01-06 18:00"
    assert name_of_days("1-14 April 2026") == "2026-04-01..2026-04-14"
    assert name_of_days("1 April 2026") == "2026-04-01"


def test_days_off_are_a_day_or_a_range():
    assert off_days("2026-04-01..2026-04-14") == Days(date(2026, 4, 1), date(2026, 4, 14))
    assert refusal(off_days, "2026-04-01 18:00").help == "write 2026-04-01"
    assert refusal(off_days, "2026-04-14..2026-04-01").code == "E305"


@given(
    st.datetimes(datetime(1970, 1, 1), datetime(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:00", "%d %B %Y %I:%M %p", "%H:%M %d %b %Y", "%a %d %b %Y, %H.%M"]),
)
def test_every_moment_can_be_written_in_many_ways(value, form):
    value = value.replace(second=0, microsecond=0)
    assert start(value.strftime(form)) == Start(Stated(value))


@given(
    st.text(max_size=40)
    | st.from_regex(
        r"(2026-0[1-9]-[0-3][0-9]|[0-9]{1,2} (Jan|Feb) 20[0-9]{2})?[T ,-]{0,3}[0-9]{0,2}[:.]?[0-9]{0,2}(am|pm|Z|[+-][0-9:]{1,5})?( ?(-|to) ?[0-9:]{0,5}(pm)?)?",
        fullmatch=True,
    )
)
def test_any_text_is_a_moment_or_refused(text):
    for reader in (start, stated, end, which_session, off_days):
        found = answer(reader, text)
        assert isinstance(found, Start | Stated | date | time | Days) or found.help
