"""When something takes place: local words plus a zone, or whole days.

The only importer of ``zoneinfo``. Zone data comes from the ``tzdata`` package alone: the operating system's copy differs
from machine to machine, and with it the published hours would.
"""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

zoneinfo.reset_tzpath(to=[])


@cache
def zone_names() -> frozenset[str]:
    """Every IANA name of the pinned data, exactly as it must be written."""
    return frozenset(zoneinfo.available_timezones())


@cache
def zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone of an IANA name. Raises ``KeyError`` when there is none in the pinned data."""
    if name not in zone_names():
        raise KeyError(name)
    return zoneinfo.ZoneInfo(name)


@dataclass(frozen=True, slots=True)
class When:
    """The time of one session.

    Timed: ``start`` and ``end`` are aware datetimes in ``timezone``, ``end`` exclusive.
    Whole days: both are dates, ``end`` is the last day, inclusive.
    """

    start: datetime | date
    end: datetime | date
    timezone: str

    @property
    def whole_day(self) -> bool:
        """Whether this is about days, not hours."""
        return not isinstance(self.start, datetime)

    @property
    def first_day(self) -> date:
        """The local day on which it begins."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def last_day(self) -> date:
        """The last local day it belongs to; a session that ends at midnight belongs to the day before."""
        if isinstance(self.end, datetime):
            return max(self.first_day, (self.end - timedelta(microseconds=1)).date())
        return self.end

    @property
    def begins(self) -> datetime:
        """The instant at which it begins, aware, in its zone."""
        return self.start if isinstance(self.start, datetime) else self._midnight(self.start)

    @property
    def ends(self) -> datetime:
        """The instant at which it is over, aware, in its zone."""
        return self.end if isinstance(self.end, datetime) else self._midnight(self.end + timedelta(days=1))

    @property
    def iso_start(self) -> str:
        """ISO 8601: local time with offset, or a date for whole days."""
        return _iso(self.start)

    @property
    def iso_end(self) -> str:
        """ISO 8601: local time with offset, or the last day for whole days."""
        return _iso(self.end)

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), zone(self.timezone))


def instant(moment: datetime) -> datetime:
    """The same moment in UTC: the form in which moments of different zones are compared and sorted."""
    return moment.astimezone(UTC)


def _iso(value: datetime | date) -> str:
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()
