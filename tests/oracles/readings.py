"""What independent readers make of calendar files, in one form that can be compared.

A reading is a sorted list of ``(uid, start, end, cancelled)``: instants in UTC, or dates, the last one inclusive, for whole days.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import recurring_ical_events
import tools
from icalendar import Calendar

from mcsite.model.moment import zone

Moment = datetime | date
Reading = list[tuple[str, Moment, Moment, bool]]
Reader = Callable[[Sequence[Path]], list[Reading]]
HORIZON = "2031-01-01"
"""No session of a test is later; rules are followed so far."""


def of_sessions(sessions: list[dict[str, str]]) -> Reading:
    """Sessions of ``events.json``."""
    return sorted((one["uid"], moment(one["start"]), moment(one["end"]), one["status"] == "cancelled") for one in sessions)


def icaljs(files: Sequence[Path], timezone: str = "UTC") -> list[Reading]:
    """ical.js (Thunderbird, Nextcloud) with the files' own time zones, on a machine in ``timezone``."""
    return [_reading(found) for found in tools.node()("expand.mjs", HORIZON, *files, timezone=timezone)]


def icaljs_elsewhere(files: Sequence[Path]) -> list[Reading]:
    """The same far from here: of no importance, if the files name their zones."""
    return icaljs(files, "Pacific/Auckland")


def icaljs_by_name(files: Sequence[Path]) -> list[Reading]:
    """The same for a client that ignores the files' time zones and looks their names up itself."""

    def by_name(one: dict[str, str]) -> tuple[str, Moment, Moment, bool]:
        begins = datetime.fromisoformat(one["local"]).replace(tzinfo=zone(one["tzid"])).astimezone(UTC) if one["tzid"] else moment(one["local"])
        return (one["uid"], begins, begins + (last(moment(one["end"])) - moment(one["start"])), one["status"] == "CANCELLED")

    return [sorted(map(by_name, found)) for found in tools.node()("expand.mjs", HORIZON, *files)]


def libical(files: Sequence[Path]) -> list[Reading]:
    """libical (Evolution, GNOME Calendar); no file may hold an error for it."""
    found = tools.libical()(HORIZON, *files)
    assert [file for file, one in zip(files, found, strict=True) if one["errors"] or not one["valid"]] == []
    return [_reading(one["sessions"]) for one in found]


def recurring_events(files: Sequence[Path]) -> list[Reading]:
    """recurring-ical-events, in this process."""
    return [_recurring(Calendar.from_ical(file.read_bytes())) for file in files]


READERS: tuple[Reader, ...] = (icaljs, icaljs_elsewhere, icaljs_by_name, libical, recurring_events)


def _reading(found: list[dict[str, str]]) -> Reading:
    return sorted((one["uid"], moment(one["start"]), last(moment(one["end"])), one["status"] == "CANCELLED") for one in found)


def _recurring(calendar: Calendar) -> Reading:
    found = recurring_ical_events.of(calendar).between((2020, 1, 1), datetime.fromisoformat(HORIZON))
    return sorted((str(one["UID"]), instant(one.start), last(instant(one.end)), one.get("STATUS") == "CANCELLED") for one in found)


def moment(text: str) -> Moment:
    """An instant in UTC, or a date."""
    return instant(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)


def instant(value: Moment) -> Moment:
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def last(end: Moment) -> Moment:
    """The end of whole days is exclusive in a calendar file (RFC 5545 3.6.1), and inclusive in ours."""
    return end if isinstance(end, datetime) else end - timedelta(days=1)
