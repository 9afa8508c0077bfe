from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
import tools
from factory import LONDON, MODIFIED, WORDLESS, edition, event, settings, venue
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from mcsite.content.bookings import Bookings
from mcsite.content.sessions import sessions_of
from mcsite.ledger.digest import sights
from mcsite.ledger.settling import settle
from mcsite.model.event import Status
from mcsite.model.ledger import EMPTY
from mcsite.model.schedule import Change, Days, Schedule
from mcsite.outputs.public.series_files import plan
from mcsite.schedule.expand import expand

BEGIN = datetime.fromisoformat("2026-01-06T18:00")


def at(text):
    return datetime.fromisoformat(text)


def day(text):
    return date.fromisoformat(text)


def schedule(**changes):
    return Schedule(**{"start": BEGIN, "timezone": LONDON, "duration": timedelta(minutes=45), "rule": "FREQ=WEEKLY", "times": 30, **changes})


SCHEDULES = {
    "plain": schedule(),
    "exceptions": schedule(
        times=12,
        skip=(Days(day("2026-02-17"), day("2026-02-17")),),
        cancelled=((day("2026-02-24"), "clinic closed"),),
        moved=((day("2026-03-03"), at("2026-03-04T19:00")),),
        changed=((day("2026-03-10"), Change(venue=venue("park", title="Park"), note="Bring a mat")),),
        extra=(at("2026-04-07T10:00"),),
    ),
    "the first is longer": schedule(times=5, changed=((day("2026-01-06"), Change(end=at("2026-01-06T20:00"))),)),
    "the first is moved": schedule(times=5, moved=((day("2026-01-06"), at("2026-01-07T09:00")),)),
    "the first is cancelled": schedule(times=5, cancelled=((day("2026-01-06"), "snow"),)),
    "the first is skipped": schedule(times=5, skip=(Days(day("2026-01-06"), day("2026-01-06")),)),
    "over a clock change at night": schedule(start=at("2026-03-07T22:00"), duration=timedelta(hours=7), times=6),
    "last Friday": schedule(start=at("2026-01-30T19:00"), rule="FREQ=MONTHLY;BYDAY=-1FR", times=14),
    "every second week": schedule(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", times=20),
    "counted": schedule(rule="FREQ=WEEKLY;COUNT=9", times=None),
    "until": schedule(times=None, until=day("2026-05-05")),
    "open": schedule(times=None, confirmed_until=day("2026-06-30")),
    "whole days": schedule(start=day("2026-01-31"), days=2, rule="FREQ=MONTHLY;BYDAY=-1SA", times=5, skip=(Days(day("2026-02-28"), day("2026-02-28")),)),
    "far away": schedule(timezone="America/Santiago", times=40),
    "in universal time": schedule(timezone="UTC", times=40),
}


def series(said, **changes):
    of = event("club", schedule=said, **changes)
    unsettled = sessions_of(settings(), of, expand(said).occurrences, Bookings())
    return of, settle(sights(unsettled, settings()), settings(), EMPTY, MODIFIED).sessions


def made(of, sessions):
    whole = edition(*sessions)
    assert whole.site.events == (of,)
    return {artifact.path: artifact.make(**artifact.inputs) for artifact in plan(whole, WORDLESS)}


def moment(value):
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def read(text):
    return moment(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)


def expected(sessions):
    ends = [one.when.end if isinstance(one.when.end, datetime) else one.when.end + timedelta(days=1) for one in sessions]
    return sorted((moment(one.when.start), moment(end), one.status is Status.CANCELLED) for one, end in zip(sessions, ends, strict=True))


@pytest.mark.parametrize("name", SCHEDULES)
def test_three_engines_read_from_the_rule_the_sessions_of_the_page(name, tmp_path):
    of, sessions = series(SCHEDULES[name])
    data = made(of, sessions)["events/club/series.ics"]
    (file := tmp_path / "series.ics").write_bytes(data)
    (icaljs,), (libical,) = tools.node()("expand.mjs", "2030-01-01", file), tools.libical()("2030-01-01", file)
    third = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(date(2025, 1, 1), date(2030, 1, 1))
    assert sorted((read(one["start"]), read(one["end"]), one["status"] == "CANCELLED") for one in icaljs) == expected(sessions)
    assert sorted((read(one["start"]), read(one["end"]), one["status"] == "CANCELLED") for one in libical["sessions"]) == expected(sessions)
    assert (libical["errors"], libical["valid"]) == (0, True)
    assert sorted((moment(one.start), moment(one.end), one.get("STATUS") == "CANCELLED") for one in third) == expected(sessions)


def test_what_differs_has_the_uid_of_the_series_and_what_is_extra_its_own():
    of, sessions = series(SCHEDULES["exceptions"])
    found = icalendar.Calendar.from_ical(made(of, sessions)["events/club/series.ics"]).walk("VEVENT")
    assert {str(one["UID"]) for one in found} == {"club@moves.example", "club-2026-04-07@moves.example"}
    assert len([one for one in found if "RECURRENCE-ID" in one]) == 3
    assert [str(one["SUMMARY"]) for one in found if one["STATUS"] == "CANCELLED"] == ["Cancelled: Stretch"]
    assert not any("RDATE" in one for one in found)


def test_the_rule_stands_for_the_event_and_not_for_its_first_session():
    of, sessions = series(schedule(times=5, changed=((day("2026-01-06"), Change(title="Opening night", note="Cake")),)))
    (master,) = (one for one in icalendar.Calendar.from_ical(made(of, sessions)["events/club/series.ics"]).walk("VEVENT") if "RRULE" in one)
    assert (str(master["SUMMARY"]), str(master["URL"])) == ("Stretch", "https://moves.example/events/club/")
    assert "Cake" not in str(master["DESCRIPTION"])


def test_a_series_that_is_called_off_is_cancelled_as_a_whole():
    of, sessions = series(schedule(times=3), status=Status.CANCELLED, reason="hall sold")
    (master,) = icalendar.Calendar.from_ical(made(of, sessions)["events/club/series.ics"]).walk("VEVENT")
    assert master["STATUS"] == "CANCELLED"


def test_it_is_called_what_the_feed_of_the_series_is_called():
    of, sessions = series(schedule(times=3))
    data = made(of, sessions)["events/club/series.ics"]
    for said in (
        b"NAME:Moves: Stretch",
        b"X-WR-CALNAME:Moves: Stretch",
        b"SOURCE;VALUE=URI:https://moves.example/events/club/series.ics",
        b"X-PUBLISHED-TTL:PT12H",
    ):
        assert said + b"\r\n" in data


def test_the_zones_are_good_to_the_last_session():
    of, sessions = series(schedule(timezone="Asia/Jerusalem", times=120))
    data = made(of, sessions)["events/club/series.ics"]
    assert b"DTSTART:20271031T020000" in data


def test_what_would_be_read_in_different_ways_has_no_file():
    of, sessions = series(schedule(start=at("2026-01-31T18:00"), rule="FREQ=MONTHLY;BYMONTHDAY=31", times=5))
    assert made(of, sessions) == {}


def test_a_single_session_has_no_rule():
    of, sessions = series(schedule(rule="", times=None))
    assert made(of, sessions) == {}


def of_the_rule(data):
    (master,) = (one for one in icalendar.Calendar.from_ical(data).walk("VEVENT") if "RRULE" in one)
    return str(master["UID"]), int(master["SEQUENCE"]), master["LAST-MODIFIED"].dt


WEEKS = [BEGIN.date() + timedelta(weeks=number) for number in range(6)]
EDITS = st.fixed_dictionaries({
    "start": st.sampled_from([BEGIN, BEGIN + timedelta(hours=1), BEGIN + timedelta(weeks=2)]),
    "times": st.integers(2, 6),
    "skip": st.sets(st.sampled_from(WEEKS), max_size=2).map(lambda days: tuple(Days(each, each) for each in sorted(days))),
    "cancelled": st.sets(st.sampled_from(WEEKS), max_size=2).map(lambda days: tuple((each, "ill") for each in sorted(days))),
})  # fmt: skip


@limits(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(st.tuples(EDITS, st.booleans()), min_size=2, max_size=6))
def test_whatever_is_edited_the_rule_never_looks_older_than_it_did(edits):
    """A client that has SEQUENCE 3 ignores an update with 2 (RFC 5546 2.1.4), and people miss what was changed."""
    ledger, before, now = EMPTY, None, MODIFIED
    for said, withdrawn in edits:
        of = event("club", schedule=schedule(**said))
        home = settings(withdrawn=("events/club/",) if withdrawn else ())
        settled = settle(sights(sessions_of(home, of, expand(of.schedule).occurrences, Bookings()), home), home, ledger, now)
        whole = replace(edition(*settled.sessions), ledger=settled.ledger)
        (data,) = (artifact.make(**artifact.inputs) for artifact in plan(whole, WORDLESS))
        if before:
            assert of_the_rule(data) >= before
        before, ledger, now = of_the_rule(data), settled.ledger, now + timedelta(days=5)


def test_a_session_that_was_dropped_still_counts():
    of, sessions = series(schedule(times=3, cancelled=((day("2026-01-13"), "ill"),)))
    told = settle(sights(sessions, settings()), settings(), EMPTY, MODIFIED).ledger
    changed = replace(told, sessions=tuple(replace(one, sequence=2) if one.key == "2026-01-13" else one for one in told.sessions))
    of = event("club", schedule=schedule(times=3, skip=(Days(day("2026-01-13"), day("2026-01-13")),)))
    later = settle(sights(sessions_of(settings(), of, expand(of.schedule).occurrences, Bookings()), settings()), settings(), changed, MODIFIED)
    (made_of,) = plan(replace(edition(*later.sessions), ledger=later.ledger), WORDLESS)
    assert of_the_rule(made_of.make(**made_of.inputs))[1] >= 2


def test_the_rule_names_no_link_that_is_for_one_session_only(site):
    says = "title: Club\nonline: https://m.example\nstart: 2026-01-06 18:00\nend: 19:00\nrepeat: weekly\ntimes: 3\n"
    site.write("events/club.md", says + "signup: https://forms.example/?day={date}").build()
    text = site.read("events/club/series.ics").replace("\n ", "")
    assert "forms.example" not in text
    assert "Sign up on its page:" in text
