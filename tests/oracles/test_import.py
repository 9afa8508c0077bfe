"""A calendar that is imported, built and read again says what it said before, to an engine that shares nothing with us."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
from foreign import LONDON, WEEKLY, bring, calendar, event
from icalendar import Calendar
from story import Story

UNTIL = date(2027, 1, 5)
"""A year from the moment of the import: so far series without an end are certain."""
LONDON_TIMES = "DTSTART;TZID=Europe/London:20260106T180000\nDTEND;TZID=Europe/London:20260106T190000\n"

CALENDARS = "outputs: [calendars]"
"""No pages: only what is read here is made."""

Seen = Counter[tuple[object, ...]]

FEEDS = {
    "a one-off": [event("DTSTART;TZID=Europe/London:20260704T100000\nDTEND;TZID=Europe/London:20260704T113000")],
    "a series": [event(WEEKLY)],
    "a series that ends at a moment": [event(LONDON_TIMES + "RRULE:FREQ=WEEKLY;UNTIL=20260203T180000Z")],
    "a series that ends before the last hour of a day": [event(LONDON_TIMES + "RRULE:FREQ=WEEKLY;UNTIL=20260203T175959Z")],
    "a series without an end": [event(LONDON_TIMES + "RRULE:FREQ=WEEKLY;BYDAY=TU")],
    "every second week from a Sunday": [event(LONDON_TIMES + "RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=9")],
    "months": [event(LONDON_TIMES + "RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=9")],
    "the last workday": [event("DTSTART;TZID=Europe/London:20260130T180000\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=6\nDURATION:PT90M")],
    "the 31st": [event("DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=MONTHLY;COUNT=5")],
    "years": [event("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;COUNT=2")],
    "twice a day": [event(LONDON_TIMES + "RRULE:FREQ=DAILY;BYHOUR=12,18;COUNT=9\nEXDATE;TZID=Europe/London:20260108T120000")],
    "every two hours": [event(LONDON_TIMES + "RRULE:FREQ=HOURLY;INTERVAL=2;COUNT=3")],
    "a start off the pattern": [event("DTSTART;TZID=Europe/London:20260105T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3")],
    "additions": [event(WEEKLY + "\nRDATE;TZID=Europe/London:20260215T110000,20260216T180000")],
    "additions alone": [event(LONDON_TIMES + "RDATE;TZID=Europe/London:20260113T180000\nRDATE;VALUE=PERIOD;TZID=Europe/London:20260121T180000/PT2H")],
    "exceptions": [event(WEEKLY + "\nEXDATE;TZID=Europe/London:20260113T180000")],
    "an exception in another zone": [event(WEEKLY + "\nEXDATE;TZID=America/New_York:20260113T130000\nEXDATE:20260120T180000Z")],
    "an exception without an hour": [event(WEEKLY + "\nEXDATE;VALUE=DATE:20260113")],
    "the first one excepted": [event(WEEKLY + "\nEXDATE;TZID=Europe/London:20260106T180000")],
    "a moved one": [
        event(WEEKLY),
        event("RECURRENCE-ID:20260113T180000Z\nDTSTART;TZID=Europe/London:20260114T200000\nDTEND;TZID=Europe/London:20260114T213000"),
    ],
    "one moved by a zone": [event(WEEKLY), event("RECURRENCE-ID:20260113T180000Z\nDTSTART;TZID=America/New_York:20260114T200000\nDURATION:PT1H")],
    "a cancelled one": [event(WEEKLY), event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260113T180000Z\nDTEND:20260113T190000Z\nSTATUS:CANCELLED")],
    "one cancelled elsewhen": [event(WEEKLY), event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260114T180000Z\nDTEND:20260114T190000Z\nSTATUS:CANCELLED")],
    "a renamed one": [event(WEEKLY), event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260113T180000Z\nDTEND:20260113T190000Z", summary="Seeds, swapped")],
    "two on one evening": [event(WEEKLY), event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260120T200000Z\nDTEND:20260120T210000Z")],
    "two at one moment": [event(WEEKLY), event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260120T180000Z\nDTEND:20260120T190000Z")],
    "a whole day in an evening series": [event(WEEKLY), event("RECURRENCE-ID:20260113T180000Z\nDTSTART;VALUE=DATE:20260113")],
    "a whole day that is named by a moment": [
        event("DTSTART;VALUE=DATE:20260706\nRRULE:FREQ=WEEKLY;COUNT=3"),
        event("RECURRENCE-ID:20260713T000000Z\nDTSTART;VALUE=DATE:20260714"),
    ],
    "all later ones": [
        event(WEEKLY),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260120T180000Z\nDTSTART:20260121T190000Z\nDTEND:20260121T210000Z", summary="Late swap"),
    ],
    "one of no series": [event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260114T180000Z\nDTEND:20260114T190000Z")],
    "several of no series, in several zones": [
        event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260113T180000Z\nDTEND:20260113T190000Z"),
        event("RECURRENCE-ID:20260120T180000Z\nDTSTART;TZID=America/New_York:20260120T130000\nDTEND;TZID=America/New_York:20260120T150000"),
    ],
    "one off the series": [event(WEEKLY), event("RECURRENCE-ID:20260210T180000Z\nDTSTART:20260211T180000Z\nDTEND:20260211T190000Z")],
    "a cancelled event": [event("DTSTART:20260704T100000Z\nDTEND:20260704T113000Z\nSTATUS:CANCELLED")],
    "a cancelled series with one that is held": [
        event(WEEKLY + "\nSTATUS:CANCELLED"),
        event("RECURRENCE-ID:20260113T180000Z\nDTSTART:20260113T180000Z\nDTEND:20260113T190000Z\nSTATUS:CONFIRMED"),
    ],
    "whole days": [event("DTSTART;VALUE=DATE:20260704\nDTEND;VALUE=DATE:20260707"), event("DTSTART;VALUE=DATE:20260704", uid="b")],
    "whole days that repeat": [event("DTSTART;VALUE=DATE:20260704\nDTEND;VALUE=DATE:20260706\nRRULE:FREQ=WEEKLY;UNTIL=20260801\nEXDATE;VALUE=DATE:20260718")],
    "an addition at another hour, and longer": [event(WEEKLY + "\nRDATE;VALUE=PERIOD;TZID=Europe/London:20260116T020000/20260116T060000")],
    "from an hour that is left out to one that is not": [
        event("DTSTART;TZID=Europe/London:20260327T013000\nDTEND;TZID=Europe/London:20260327T020000\nRRULE:FREQ=DAILY;COUNT=2"),
    ],
    "nights": [event("DTSTART;TZID=Europe/London:20260320T220000\nDTEND;TZID=Europe/London:20260321T040000\nRRULE:FREQ=DAILY;COUNT=12")],
    "hours that are left out in spring": [
        event("DTSTART;TZID=Europe/London:20260327T013000\nDTEND;TZID=Europe/London:20260327T023000\nRRULE:FREQ=DAILY;COUNT=2"),
    ],
    "hours that come twice in autumn": [
        event("DTSTART;TZID=Europe/London:20261024T013000\nDTEND;TZID=Europe/London:20261024T023000\nRRULE:FREQ=DAILY;COUNT=3")
    ],
    "a rule in universal time": [event("DTSTART:20260320T180000Z\nDTEND:20260320T190000Z\nRRULE:FREQ=DAILY;COUNT=14")],
    "seconds": [event("DTSTART;TZID=Europe/London:20260704T100030\nDTEND;TZID=Europe/London:20260704T113015\nRRULE:FREQ=DAILY;COUNT=3")],
    "another zone": [event("DTSTART;TZID=America/St_Johns:20260704T100000\nDTEND;TZID=America/St_Johns:20260704T113000\nRRULE:FREQ=MONTHLY;COUNT=12")],
    "zones of Windows": [event("DTSTART;TZID=Eastern Standard Time:20260704T100000\nDTEND;TZID=Eastern Standard Time:20260704T113000")],
    "a zone behind a path": [
        LONDON.format(name="/freeassociation.sourceforge.net/Europe/London"),
        event("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20260704T100000\nDURATION:PT1H"),
    ],
    "a zone that only says its hours": [
        LONDON.format(name="Customized Time Zone"),
        event("DTSTART;TZID=Customized Time Zone:20260704T100000\nDURATION:PT1H"),
    ],
    "a later version": [event("SEQUENCE:2\nDTSTART:20260704T100000Z\nDURATION:PT1H"), event("SEQUENCE:1\nDTSTART:20260705T100000Z\nDURATION:PT1H")],
    "twenty years": [event("DTSTART;TZID=Europe/London:20060103T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU")],
    "every day for ten years": [event("DTSTART;TZID=Europe/London:20160103T180000\nDURATION:PT1H\nRRULE:FREQ=DAILY")],
    "two rules": [event(LONDON_TIMES + "RRULE:FREQ=WEEKLY;COUNT=4\nRRULE:FREQ=MONTHLY;COUNT=3")],
    "broken folds and bare line ends": [event("DTSTART:20260704T100000Z\nDURATION:PT1H\nDESCRIPTION:One\nNote: bring a mat\n\nand water")],
}


@pytest.mark.parametrize("feed", FEEDS)
def test_every_session_is_where_it_was(site: Story, feed: str) -> None:
    data = calendar(*FEEDS[feed])
    told = bring(site.settings(CALENDARS), data)
    outcome = site.build()
    assert outcome.report is not None, outcome.diagnostics
    assert "differ" not in told
    meant = sessions(data)
    assert meant
    assert single_sessions(site) == meant
    assert in_rule_form(site) == meant


def test_so_it_is_in_a_site_at_the_other_end_of_the_world(site: Story) -> None:
    site.write("site.md", "title: Moving Well\nbase_url: https://example.org/\ntimezone: Pacific/Auckland").settings(CALENDARS)
    data = calendar(*(part.replace("UID:", f"UID:{number}-") for number, parts in enumerate(FEEDS.values()) for part in parts))
    bring(site, data)
    site.build()
    assert single_sessions(site) == sessions(data)


@pytest.mark.parametrize(("lines", "head"), [
    ("DTSTART:20260301T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=8", "X-WR-TIMEZONE:America/New_York"),
    ("DTSTART:20260301T180000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=8", "X-WR-TIMEZONE:America/New_York"),
    ("DTSTART:20260301T180000Z\nDURATION:PT1H", "X-WR-TIMEZONE:America/New_York"),
])  # fmt: skip
def test_the_zone_of_the_calendar_is_that_of_times_without_any(site: Story, lines: str, head: str) -> None:
    data = calendar(event(lines), head=head)
    bring(site, data)
    site.build()
    assert single_sessions(site) == in_rule_form(site) == sessions(data)


def test_floating_times_are_those_of_the_site(site: Story) -> None:
    site.write("site.md", "title: Moving Well\nbase_url: https://example.org/\ntimezone: Asia/Tokyo")
    bring(site, calendar(event("DTSTART:20260301T180000\nDTEND:20260301T190000")))
    site.build()
    assert [start for start, *_ in single_sessions(site)] == [datetime(2026, 3, 1, 9, tzinfo=UTC)]


def sessions(data: bytes) -> Seen:
    """The sessions of a calendar, as instants or days, with what followers see of them; endless series so far as we take them."""
    found: Seen = Counter()
    for one in recurring_ical_events.of(Calendar.from_ical(data)).between(date(1970, 1, 1), UNTIL + timedelta(days=1)):
        title = str(one["SUMMARY"]).removeprefix("Cancelled: ")
        found[instant(one.start), instant(one.end), one.get("STATUS") == "CANCELLED", title] += 1
    return found


def single_sessions(site: Story) -> Seen:
    return read(site, "calendar.ics", "session.ics")


def in_rule_form(site: Story) -> Seen:
    return read(site, "series.ics", "calendar.ics", "session.ics")


def read(site: Story, *names: str) -> Seen:
    """Of each event the first of these files that it has."""
    found: Seen = Counter()
    for folder in sorted((site.output / "public" / "events").iterdir()):
        files = [folder / name for name in names if (folder / name).exists()]
        found += sessions(Path(files[0]).read_bytes()) if files else Counter()
    return found


def instant(value: date) -> date:
    return value.astimezone(UTC) if isinstance(value, datetime) else value
