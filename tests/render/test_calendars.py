from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
import tools
from factory import LONDON, event, prose, session, settings, venue, weekly, when
from hypothesis import given
from hypothesis import strategies as st

from mcsite.memo import forget
from mcsite.model.event import Status
from mcsite.model.moment import zone
from mcsite.model.schedule import Schedule
from mcsite.render.calendars import Head, calendar, vevent, zone_of_windows
from mcsite.render.entries import Recurrence, entry_of
from mcsite.render.tidy import tidy, tidy_line

HEAD = Head(name="Moves", description="Small; gatherings", url="https://m.example/calendar/", source="https://m.example/c.ics", timezone=LONDON, year=2026)


def entry(of=None, /, **changes):
    return entry_of(session(of, **changes), settings())


def abroad(slug, timezone, rule="FREQ=DAILY"):
    return event(slug, schedule=Schedule(start=datetime.fromisoformat("2026-01-07T10:00"), timezone=timezone, rule=rule))


def read(data):
    (found,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return found


def lines(data):
    """Unfolded as RFC 5545 3.1 says, on CR LF and nothing else."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_a_session_is_one_vevent_with_everything_that_followers_need():
    assert lines(vevent(entry())) == [
        "BEGIN:VEVENT",
        "SUMMARY:Stretch",
        "DTSTART;TZID=Europe/London:20260106T180000",
        "DTEND;TZID=Europe/London:20260106T184500",
        "DTSTAMP:20260101T120000Z",
        "UID:stretch@moves.example",
        "SEQUENCE:0",
        "CATEGORIES:Circle,Desk work",
        "DESCRIPTION:Loosen up.\\n\\nWith: Ada\\n\\nhttps://moves.example/events/stretch/",
        "GEO:51.5;-0.13",
        "LAST-MODIFIED:20260101T120000Z",
        "LOCATION:Harbour Cowork\\, 1 Quay\\, HB1 1AA",
        "STATUS:CONFIRMED",
        "URL:https://moves.example/events/stretch/",
        "END:VEVENT",
        "",
    ]


@pytest.mark.parametrize(
    ("status", "said"), [(Status.SCHEDULED, "CONFIRMED"), (Status.MOVED, "CONFIRMED"), (Status.POSTPONED, "TENTATIVE"), (Status.CANCELLED, "CANCELLED")]
)
def test_every_status_has_its_word(status, said):
    assert read(calendar(None, [entry(status=status)]))["STATUS"] == said


def test_whole_days_are_dates_and_end_on_the_day_after():
    found = read(calendar(None, [entry(start="2026-05-16", end="2026-05-17")]))
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (date(2026, 5, 16), date(2026, 5, 18))
    assert b"VTIMEZONE" not in calendar(None, [entry(start="2026-05-16")])


def test_the_second_of_two_equal_hours_is_said_in_universal_time():
    night = when("2026-10-25 00:30", "2026-10-25 01:30")
    said = lines(vevent(replace(entry(), when=replace(night, end=night.end.replace(fold=1)))))
    assert {"DTSTART;TZID=Europe/London:20261025T003000", "DTEND:20261025T013000Z"} <= set(said)


def test_a_feed_says_its_name_in_the_old_way_and_the_new():
    said = lines(calendar(HEAD, [entry()]))
    assert said[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mcsite//Community calendar//EN", "CALSCALE:GREGORIAN"]
    assert {
        "NAME:Moves",
        "X-WR-CALNAME:Moves",
        "X-WR-CALDESC:Small\\; gatherings",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "SOURCE;VALUE=URI:https://m.example/c.ics",
    } <= set(said)


def test_a_single_session_has_no_name_that_would_open_it_as_a_calendar():
    said = lines(calendar(None, [entry()]))
    assert not any(line.startswith(("NAME", "X-", "REFRESH", "SOURCE")) for line in said)


def test_no_calendar_pretends_to_be_an_invitation():
    assert not any(line.startswith(("METHOD", "ORGANIZER", "ATTENDEE")) for line in lines(calendar(HEAD, [entry()])))


def test_there_is_one_time_zone_for_each_that_is_used():
    said = lines(calendar(HEAD, [entry(), entry(start="2026-08-01 18:00"), entry(abroad("tea", "Asia/Tokyo"), start="2026-01-07 10:00")]))
    assert [line for line in said if line.startswith("TZID")] == ["TZID:Asia/Tokyo", "TZID:Europe/London"]
    assert not any(line.startswith("RDATE") for line in said)


def test_universal_time_needs_no_zone():
    said = lines(calendar(HEAD, [entry(abroad("call", "UTC"), start="2026-01-07 10:00")]))
    assert "DTSTART:20260107T100000Z" in said
    assert "BEGIN:VTIMEZONE" not in said


def test_a_calendar_without_sessions_is_still_one():
    read_back = icalendar.Calendar.from_ical(calendar(HEAD, []))
    assert [str(part["TZID"]) for part in read_back.walk("VTIMEZONE")] == [LONDON]
    assert read_back.walk("VEVENT") == []


def test_sessions_stand_in_order_of_time_whatever_order_they_come_in():
    entries = [entry_of(one, settings()) for one in weekly(times=5)]
    assert calendar(HEAD, reversed(entries)) == calendar(HEAD, entries)


def by_icalendar(one):
    """The VEVENT of an entry as icalendar writes it when it is given all of it."""
    found, zone_name = icalendar.Event(), one.when.timezone

    def add_time(name, value):
        if not isinstance(value, datetime):
            found.add(name, value)
        elif value.fold or zone_name == "UTC":
            found.add(name, value.astimezone(UTC))
        else:
            found.add(name, value.replace(tzinfo=None), parameters={"TZID": zone_name})

    add_time("DTSTART", one.when.start)
    add_time("DTEND", one.when.end if isinstance(one.when.end, datetime) else one.when.end + timedelta(days=1))
    if one.recurrence:
        found.add("RRULE", icalendar.vRecur.from_ical(one.recurrence.rule))
        for start in one.recurrence.without:
            add_time("EXDATE", start)
    if one.instance is not None:
        add_time("RECURRENCE-ID", one.instance)
    found.add("UID", icalendar.vText(one.uid))
    found.add("SEQUENCE", one.sequence)
    found.add("DTSTAMP", one.modified)
    found.add("LAST-MODIFIED", one.modified)
    found.add("STATUS", {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}.get(one.status, "CONFIRMED"))
    found.add("SUMMARY", icalendar.vText(one.headline))
    found.add("DESCRIPTION", icalendar.vText(one.description))
    if one.location:
        found.add("LOCATION", icalendar.vText(one.location))
    if one.geo:
        found.add("GEO", one.geo)
    found.add("URL", one.url)
    found.add("CATEGORIES", list(one.categories))
    return found.to_ical()


def opening_by_icalendar(head):
    """A calendar without components as icalendar writes it when it is given all of it."""
    found = icalendar.Calendar()
    found.add("VERSION", "2.0")
    found.add("PRODID", "-//mcsite//Community calendar//EN")
    found.add("CALSCALE", "GREGORIAN")
    if head:
        for name, text in (("NAME", head.name), ("X-WR-CALNAME", head.name), ("DESCRIPTION", head.description), ("X-WR-CALDESC", head.description)):
            if text:
                found.add(name, icalendar.vText(tidy_line(text)))
        found.add("X-WR-TIMEZONE", icalendar.vText(head.timezone))
        found.add("URL", head.url)
        found.add("SOURCE", head.source, parameters={"VALUE": "URI"})
        found.add("REFRESH-INTERVAL", icalendar.vDuration(timedelta(hours=12)), parameters={"VALUE": "DURATION"})
        found.add("X-PUBLISHED-TTL", icalendar.vText("PT12H"))
    return found.to_ical()


@pytest.mark.parametrize("head", [None, HEAD, replace(HEAD, description=""), replace(HEAD, name='A, "b"; c\\', url="https://m.example/a,b;c/" + "x" * 90)])
def test_a_calendar_begins_as_icalendar_begins_it(head):
    ours = lines(calendar(head, [entry(abroad("call", "UTC"), start="2026-01-07 10:00")]))
    assert ours[: ours.index("BEGIN:VEVENT")] == lines(opening_by_icalendar(head))[:-2]


TIMES = [
    when("2026-01-06 18:00", "2026-01-06 19:00"),
    when("2026-05-16", "2026-05-17"),
    when("2026-10-25 00:30", "2026-10-25 01:30"),
    when("2026-10-25 01:30", "2026-10-25 02:30", "UTC"),
    when("0999-01-01 00:00", "0999-01-01 01:00", "America/Argentina/Buenos_Aires"),
]
DAYS = [(), (date(2026, 5, 16), date(2026, 5, 18))]
HOURS = [(), (TIMES[0].start, TIMES[2].start.replace(fold=1)), (TIMES[3].start,)]


@given(st.data())
def test_a_vevent_is_what_icalendar_writes_of_all_its_parts(data):
    pick = lambda *choices: data.draw(st.sampled_from(choices))  # noqa: E731 - once, and short
    words = pick("", "plain", *NASTY, "http://x.example/?a=1,2;b")
    one = replace(
        entry(title=pick("Stretch", words or "x"), note=words, status=pick(*Status)),
        when=pick(*TIMES),
        sequence=pick(0, 1, 12),
        place=words,
        geo=pick(None, (51.5, -0.13), (0.0, 180.0)),
        categories=pick((), ("Circle",), ("a,b", "c;d")),
        url=pick("https://moves.example/", "https://moves.example/a,b;c/" + "x" * 80),
        uid=pick("stretch@moves.example", "a" * 90),
        instance=pick(None, *(time.start for time in TIMES)),
        recurrence=pick(None, *(Recurrence("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260601T170000Z", without, date(2026, 6, 1)) for without in (*DAYS, *HOURS))),
    )
    assert lines(vevent(one)) == lines(by_icalendar(one))


NASTY = (
    'commas, semicolons; back\\slashes \\n \\; \\, colons: "quotes"',
    "emoji \N{FACE WITH TEARS OF JOY}\N{ZERO WIDTH JOINER}\N{ROCKET} and e\u0301",
    "rtl \N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} \u202bmark\u202c",
    *("x" * length for length in range(60, 80)),
    *("é" * length for length in range(28, 40)),
    *("\N{ROCKET}" * length for length in range(14, 20)),
    "BEGIN:VEVENT",
    "trailing backslash\\",
    "a\\\\,b",
)


@pytest.mark.parametrize("text", NASTY)
def test_whatever_is_typed_comes_back_as_it_was(text):
    data = calendar(HEAD, [entry(title=text, summary=f"{text}\n{text}", venue=None, online="", of=event(body=prose("")))])
    found = read(data)
    assert str(found["SUMMARY"]) == text
    assert str(found["DESCRIPTION"]).startswith(f"{text}\n{text}\n\n")


@given(st.text(), st.text())
def test_any_text_comes_back_without_what_no_calendar_can_carry(title, note):
    data = calendar(HEAD, [entry(title=title, note=note)])
    found = read(data)
    assert str(found["SUMMARY"]) == tidy_line(title)
    assert str(found["DESCRIPTION"]).startswith(tidy(note))
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in data.split(b"\r\n"))


def test_another_engine_reads_the_same_words(tmp_path):
    file = tmp_path / "calendar.ics"
    file.write_bytes(calendar(HEAD, [entry(event(f"e{number}"), title=text) for number, text in enumerate(NASTY)]))
    (found,) = tools.node()("expand.mjs", "2028-01-01", file)
    assert {one["uid"]: one["summary"] for one in found} == {f"e{number}@moves.example": text for number, text in enumerate(NASTY)}


@pytest.mark.parametrize("letter", ["\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\x00", "\x1b", "\x7f", "\x9f", "\ud800", "\ufffe"])
@pytest.mark.parametrize("name", ["title", "summary", "note", "reason"])
def test_no_letter_can_begin_a_property_of_its_own(letter, name):
    data = calendar(HEAD, [entry(**{name: f"a{letter}ATTENDEE:mailto:x@y.example"}, status=Status.CANCELLED)])
    assert not any(line.startswith("ATTENDEE") for line in lines(data))
    assert letter in {"\r\n", "\n"} or letter.encode("utf-8", "surrogatepass") not in data.replace(b"\r\n", b"")
    assert "ATTENDEE" in str(read(data)["SUMMARY"]) + str(read(data)["DESCRIPTION"])


@pytest.mark.parametrize("text", NASTY)
def test_every_line_is_short_and_ends_alike(text):
    data = calendar(HEAD, [entry(title=text, summary=text, note=text)])
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    assert all(line.decode() for line in data.split(b"\r\n")[:-1])  # no letter is torn in two


def test_a_place_next_to_greenwich_is_no_exponent():
    said = lines(vevent(entry(venue=venue(geo=(51.4779, -0.000012)))))
    assert "GEO:51.4779;0.0" in said


def feed():
    """Sessions through a year of three zones, over all changes of the clock, over midnight, over days."""
    early = [f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 28)]
    evenings = [f"2026-{day}" for day in ("03-28", "03-29", "03-30", "10-24", "10-25", "10-26")]
    surf = [f"2026-{day}" for day in ("01-15", "04-04", "04-05", "10-03", "10-04")]
    return [
        *(session(event(rule="FREQ=DAILY"), f"{day} 02:30", key=day) for day in early),
        *(session(event("evening", rule="FREQ=DAILY"), f"{day} 18:30", key=day) for day in evenings),
        *(session(abroad("surf", "Australia/Sydney"), f"{day} 09:00", key=day) for day in surf),
        session(abroad("tea", "Asia/Tokyo"), "2026-01-07 10:00"),
        session(event("night"), "2026-03-28 22:00", "2026-03-29 04:30"),
        session(event("open-day"), "2026-05-16", "2026-05-17"),
        session(event("off"), "2026-06-01 18:00", status=Status.CANCELLED),
    ]


def said(value):
    return value.isoformat() if not isinstance(value, datetime) else value.astimezone(UTC).isoformat()


def expected():
    ends = [one.when.end if isinstance(one.when.end, datetime) else one.when.end + timedelta(days=1) for one in feed()]
    return sorted((one.identity.uid, said(one.when.start), said(end)) for one, end in zip(feed(), ends, strict=True))


@pytest.fixture
def written(tmp_path):
    file = tmp_path / "calendar.ics"
    file.write_bytes(calendar(HEAD, [entry_of(one, settings()) for one in feed()]))
    return file


def test_an_engine_with_zone_data_of_its_own_reads_the_same_times(written):
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(written.read_bytes())).between(date(2025, 1, 1), date(2028, 1, 1))
    assert sorted((str(one["UID"]), said(one.decoded("DTSTART")), said(one.decoded("DTEND"))) for one in found) == expected()


@pytest.mark.parametrize("timezone", ["UTC", "America/Los_Angeles"])
def test_an_engine_that_trusts_the_feeds_zones_reads_the_same_times(written, timezone):
    (found,) = tools.node()("expand.mjs", "2028-01-01", written, timezone=timezone)
    assert sorted((one["uid"], _plus(one["start"]), _plus(one["end"])) for one in found) == expected()


def test_the_local_words_mean_the_same_without_the_feeds_zones(written):
    (found,) = tools.node()("expand.mjs", "2028-01-01", written)
    for one in found:
        if one["tzid"]:
            local = datetime.fromisoformat(one["local"]).replace(tzinfo=zone(one["tzid"]))
            assert said(local) == _plus(one["start"])


def test_the_engine_of_desktop_calendars_finds_nothing_wrong(written):
    (found,) = tools.libical()("2028-01-01", written)
    assert (found["errors"], found["valid"]) == (0, True)
    assert sorted((one["uid"], _plus(one["start"]), _plus(one["end"])) for one in found["sessions"]) == expected()


def _plus(text):
    return datetime.fromisoformat(text).isoformat() if "T" in text else text


def test_each_vevent_is_written_once_and_the_same_every_time():
    first = vevent(entry())
    assert vevent(entry()) is first
    forget()
    assert vevent(entry()) == first


def test_zones_of_windows_have_names_of_places():
    assert (zone_of_windows("Eastern Standard Time"), zone_of_windows("Our Standard Time")) == ("America/New_York", None)
