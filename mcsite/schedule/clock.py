"""Local words and a zone: which of them name exactly one moment.

When the clocks go forward, an hour of local words names nothing; when they go back, an hour names two moments. RFC 5545
reads such words in two ways (3.3.5 against 3.3.10) and so do calendars; so the author is asked to choose other words.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mcsite.model.moment import zone
from mcsite.schedule.english import day_words
from mcsite.schedule.problem import Problem, Way

LONGEST_NIGHT = timedelta(hours=12)
"""An end before the start is on the next day, up to this length; beyond, it is more likely a slip."""


def at_midnight(moment: date | datetime) -> datetime:
    """A local time as it is; for a whole day, its beginning."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def attached(local: datetime, timezone: str) -> datetime:
    """The same words in their zone."""
    return local.replace(tzinfo=zone(timezone))


def is_one_moment(moment: datetime) -> bool:
    """Whether the words of an aware time exist exactly once in its zone."""
    return moment.utcoffset() == moment.replace(fold=1).utcoffset()


def doubt(way: Way, what: str, moment: datetime, timezone: str) -> Problem | None:
    """Why ``what`` (``the session``, ``the end of the session``) cannot be at these words of the zone, or nothing."""
    earlier, later = moment.utcoffset() or timedelta(), moment.replace(fold=1).utcoffset() or timedelta()
    if earlier == later:
        return None
    return _gap(way, what, moment, timezone, later - earlier) if later > earlier else _overlap(way, what, moment, timezone, earlier - later)


def _gap(way: Way, what: str, local: datetime, timezone: str, change: timedelta) -> Problem:
    message = f"{what} on {day_words(local)} is at {local:%H:%M}, a time that does not exist that day: clocks in {timezone} go forward then"
    readings = f"by the old clock it is {local + change:%H:%M}, by the new one {local - change:%H:%M}"
    return Problem(way, "E344", message, f"{readings}; choose another time for that day, for instance {local + change:%H:%M}, or skip it")


def _overlap(way: Way, what: str, local: datetime, timezone: str, change: timedelta) -> Problem:
    message = f"{what} on {day_words(local)} is at {local:%H:%M}, a time that comes twice that night: clocks in {timezone} go back then"
    readings = f"it may be the first {local:%H:%M} or the second, {change // timedelta(minutes=1)} minutes later"
    return Problem(way, "E345", message, f"{readings}; choose a time outside that hour for that day, or skip it")
