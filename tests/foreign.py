"""Calendars as other programs write them, for tests of the import."""

import io
from contextlib import redirect_stdout
from textwrap import dedent

import pytest
from story import Story

from mcsite.cli import run
from mcsite.importing.components import calendars
from mcsite.importing.lines import content_lines
from mcsite.importing.remarks import Remarks
from mcsite.importing.vevents import Reader, Vevent
from mcsite.importing.zones import Zones

LONDON = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
"""The hours of London as Outlook describes them, under any name."""


def calendar(*parts: str, head: str = "") -> bytes:
    """A calendar of these components, with CRLF."""
    text = "".join(dedent(part).strip("\n") + "\n" for part in ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Elsewhere//EN", head, *parts, "END:VCALENDAR"))
    return "\n".join(line for line in text.split("\n") if line).replace("\n", "\r\n").encode() + b"\r\n"


def event(lines: str, uid: str = "a@elsewhere.example", summary: str = "Swap") -> str:
    """A VEVENT of these lines, with a UID and a title; empty ones are left out."""
    known = (f"UID:{uid}" if uid else "", f"SUMMARY:{summary}" if summary else "", "DTSTAMP:20250101T000000Z" if "DTSTAMP" not in lines else "")
    inner = [line for line in (*known, *dedent(lines).strip().split("\n")) if line]
    return "\n".join(["BEGIN:VEVENT", *inner, "END:VEVENT"])


WEEKLY = "DTSTART;TZID=Europe/London:20260106T180000\nDTEND;TZID=Europe/London:20260106T190000\nRRULE:FREQ=WEEKLY;COUNT=4"
"""Four Tuesdays from 6 January 2026, 18:00 to 19:00."""


def bring(site: Story, data: bytes, *arguments: str) -> str:
    """Import a calendar as a person does, on Monday 5 January 2026 at nine, and give what the program says."""
    (site.root / "feed.ics").write_bytes(data)
    said = io.StringIO()
    with redirect_stdout(said), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1767603600")
        assert run(["import", str(site.root / "feed.ics"), "--site", str(site.root), *arguments]) == 0
    return said.getvalue()


def vevents(*parts: str, head: str = "", home: str = "Europe/London") -> tuple[list[Vevent], Remarks]:
    """The events of a calendar as the import reads them, and what it remarks."""
    remarks = Remarks()
    (found,) = calendars(content_lines(calendar(*parts, head=head), remarks))
    reader = Reader(Zones(found, home, remarks), remarks)
    return [event for part in found.walk("VEVENT") if (event := reader.read(part))], remarks
