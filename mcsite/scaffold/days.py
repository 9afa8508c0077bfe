"""The dates of a new site: ``@NEXT_TUESDAY@`` becomes a Tuesday that is still to come."""

from __future__ import annotations

import re
from datetime import date, timedelta

_WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_PLACE = re.compile(rf"@NEXT_({'|'.join(_WEEKDAYS)})(?:_PLUS_(\d{{1,3}})_DAYS)?@")
_TO_ANNOUNCE = timedelta(days=7)


def dated(text: str, today: date) -> str:
    """The text with real dates, ``2027-01-12``: each weekday the first that is at least a week after ``today``, so that it can be announced."""
    return _PLACE.sub(lambda found: _day(found[1], int(found[2] or 0), today).isoformat(), text)


def _day(weekday: str, later: int, today: date) -> date:
    earliest = today + _TO_ANNOUNCE
    return earliest + timedelta(days=(_WEEKDAYS.index(weekday) - earliest.weekday()) % 7 + later)
