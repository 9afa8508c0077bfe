"""The calendars say to readers that share no code with ours what the pages say."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from readings import READERS, Reader, Reading, of_sessions
from story import Story

from mcsite.model.moment import zone as zone_of

Session = dict[str, Any]

ZONES = (
    "Africa/Cairo", "Africa/Casablanca", "America/Havana", "America/New_York", "America/Nuuk", "America/Santiago", "America/St_Johns",
    "America/Vancouver", "Antarctica/Troll", "Asia/Gaza", "Asia/Jerusalem", "Asia/Kathmandu", "Asia/Tehran", "Australia/Lord_Howe",
    "Europe/Dublin", "Europe/London", "Pacific/Apia", "Pacific/Chatham", "UTC",
)  # fmt: skip
"""Zones with a rule, without one, with half hours, with two hours, with winter time as the exception, with changes of mind."""

EVENTS = {
    "evening": "start: 2026-01-06 18:30\nend: 19:45\nrepeat: every 2 weeks\ntimes: 30",
    "second-sunday": "start: 2026-01-11 12:15\nduration: 90 min\nrepeat: monthly on the second Sunday\nuntil: 2027-06-30",
    "night": "start: 2026-01-03 21:00\nend: 2026-01-04 05:30\nrepeat: every 3 weeks\ntimes: 18",
    "once": "start: 2026-07-04 10:00\nend: 11:00",
    "busy": "start: 2026-02-05 09:00\nend: 10:00\nrepeat: every Tuesday and Thursday\nuntil: 2026-06-20\n"
    "skip: [2026-02-10, 2026-04-01..2026-04-14]\ncancelled: {2026-03-05: snow}\nmoved: {2026-03-10: 2026-03-11 14:00}\nextra: [2026-06-30 16:00]",
    "days": "start: 2026-01-31\nend: 2026-02-01\nrepeat: monthly on the last Saturday\ntimes: 8",
}
NOON = "2026-06-15T12:00"


NOON = "2026-06-15T12:00"
WINDOW = (date(2025, 6, 15), date(2027, 6, 15))
"""The days that feeds show at ``NOON``."""


@dataclass(frozen=True)
class Community:
    """A built site, and what its calendars are meant to hold according to its ``events.json``."""

    site: Story
    first: date
    last: date

    @property
    def files(self) -> list[Path]:
        """Every calendar that the program made."""
        public = self.site.output / "public"
        return [file for file in sorted(public.rglob("*.ics")) if not file.is_relative_to(public / "assets")]

    @cached_property
    def sessions(self) -> list[Session]:
        return json.loads(self.site.read("events.json"))["sessions"]

    def meant(self, file: Path) -> Reading:
        """What a file is meant to hold."""
        match file.relative_to(self.site.output / "public").parts:
            case ("calendar.ics",):
                wanted = self.shown
            case ("calendar", facet, value):
                wanted = [session for session in self.shown if value.removesuffix(".ics") in values(session, facet)]
            case ("events", slug, "calendar.ics" | "series.ics"):
                present = successor(self.site, slug)
                wanted = [session for session in self.sessions if session["event"] == present]
            case ("events", *_, "session.ics"):
                page = file.parent.relative_to(self.site.output / "public").as_posix()
                wanted = [session for session in self.sessions if session["url"].endswith(f"/{page}/")]
                assert len(wanted) == 1, file
            case _:
                pytest.fail(f"a calendar that no one knows: {file}")
        return of_sessions(wanted)

    @cached_property
    def shown(self) -> list[Session]:
        """The sessions within the days that feeds show."""
        return [session for session in self.sessions if str(self.first) <= session["end"][:10] and session["start"][:10] <= str(self.last)]


@pytest.fixture(scope="session")
def clocks(tmp_path_factory: pytest.TempPathFactory) -> Community:
    """A site whose events meet in many zones, over all changes of the clocks of more than a year."""
    story = Story(tmp_path_factory.mktemp("clocks"))
    story.write("site.md", "title: Clocks\nbase_url: https://clocks.example/\ntimezone: UTC\noutputs: [pages, calendars]")
    for zone in ZONES:
        for name, schedule in EVENTS.items():
            slug = f"{name}-{zone.lower().replace('/', '-').replace('_', '-')}"
            story.write(f"events/{slug}.md", f"title: {name} {zone}\n{schedule}\ntimezone: {zone}\nonline: https://meet.example/")
    outcome = story.build(NOON)
    assert outcome.report is not None, outcome.diagnostics
    return Community(story, *WINDOW)


@pytest.fixture(scope="session")
def harbour(sample: Story) -> Community:
    """The sample community, with the days that its feeds show."""
    return Community(sample, date(2025, 12, 1), date(2027, 12, 1))


def successor(site: Story, slug: str) -> str:
    """The present name of an event: a page under a former name leads to it."""
    leads_on = re.search(r'http-equiv="refresh" content="0; *url=[^"]*/events/([^/"]+)/', site.read(f"events/{slug}/index.html"))
    return leads_on[1] if leads_on else slug


def values(session: Session, facet: str) -> list[str]:
    """The values of a facet that a session has."""
    found = session[facet if facet in session else facet.removesuffix("s")]
    return found if isinstance(found, list) else [found]


@pytest.mark.parametrize("name", ["clocks", "harbour"])
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_every_reader_finds_in_every_calendar_what_was_meant(name: str, reader: Reader, request: pytest.FixtureRequest) -> None:
    community = request.getfixturevalue(name)
    files = community.files
    wrong = {}
    for file, read in zip(files, reader(files), strict=True):
        view = nameless if file.name == "series.ics" else list  # in RRULE form all sessions have one UID
        if lines := difference(view(community.meant(file)), view(read)):
            wrong[str(file.relative_to(community.site.output))] = lines
    assert wrong == {}


def difference(meant: list[tuple[object, ...]], read: list[tuple[object, ...]]) -> list[str]:
    found = [f"meant {said(one)}" for one in meant if one not in read] + [f"read {said(one)}" for one in read if one not in meant]
    return found or ["read more or less often than meant"] * (len(meant) != len(read))


def said(session: tuple[object, ...]) -> str:
    return " ".join(map(str, session))


def nameless(reading: Reading) -> list[tuple[object, ...]]:
    return sorted((start, end, cancelled) for _, start, end, cancelled in reading)


def test_every_zone_and_form_is_in_what_was_read(clocks: Community) -> None:
    names = [file.name for file in clocks.files]
    assert names.count("calendar.ics") == 1 + len(ZONES) * (len(EVENTS) - 1)
    assert names.count("series.ics") >= len(ZONES) * 3
    assert {session["timezone"] for session in clocks.sessions} == set(ZONES)


@pytest.mark.parametrize("zone", ZONES)
def test_sessions_are_at_the_local_times_that_were_written(clocks: Community, zone: str) -> None:
    evenings = [session for session in clocks.sessions if session["timezone"] == zone and session["event"].startswith("evening")]
    assert {(session["start"][11:16], session["end"][11:16]) for session in evenings} == {("18:30", "19:45")}
    for session in evenings:
        local = datetime.fromisoformat(session["start"])
        assert local.utcoffset() == local.replace(tzinfo=zone_of(zone)).utcoffset()
