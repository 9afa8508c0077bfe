"""An RFC 5545 recurrence rule (3.3.10) as a value, and our own small grammar for it.

What passes this grammar is a rule that the RFC allows; everything else is told in plain words. Rules more frequent
than daily pass too, so that the caller can say what is wrong with them: see ``Rule.daily_or_slower``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from mcsite.diagnostics import Misread

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The RFC's names; the index is that of ``date.weekday()``."""

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY")
"""From the slowest on. SECONDLY is left out: nothing that people attend happens every second."""


@dataclass(frozen=True, slots=True, order=True)
class Weekday:
    """A day of the week, 0 for Monday; ``nth`` of the month or year, from the end when negative, 0 for every one."""

    nth: int
    day: int

    def __str__(self) -> str:
        """As the RFC writes it: ``TU``, ``-1FR``."""
        return f"{self.nth or ''}{WEEKDAYS[self.day]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A recurrence rule. Empty tuples and ``None`` mean that the part is not given.

    ``until`` is a date, a local time without zone, or a time in UTC, whichever was written.
    """

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    months: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def daily_or_slower(self) -> bool:
        """Whether it is about days at least."""
        return FREQUENCIES.index(self.frequency) <= FREQUENCIES.index("DAILY")

    @property
    def names_times(self) -> bool:
        """Whether it says hours, minutes or seconds of its own."""
        return bool(self.hours or self.minutes or self.seconds)

    @property
    def has_end(self) -> bool:
        """Whether it ends by itself."""
        return self.count is not None or self.until is not None

    def __str__(self) -> str:
        """The value of an RRULE property. WKST stands only where it makes a difference."""
        parts = [("FREQ", self.frequency), ("INTERVAL", str(self.interval) if self.interval > 1 else "")]
        parts += [("COUNT", str(self.count or "")), ("UNTIL", _until_text(self.until))]
        parts += [(name, ",".join(str(value) for value in getattr(self, field))) for name, field in _LISTS.items()]
        parts += [("WKST", WEEKDAYS[self.week_start] if self._week_start_matters else "")]
        return ";".join(f"{name}={value}" for name, value in parts if value)

    @property
    def _week_start_matters(self) -> bool:
        return bool(self.weeks) or (self.frequency == "WEEKLY" and (self.interval > 1 or bool(self.positions)))


def spelled_out(rule: Rule, start: date | datetime) -> Rule:
    """The same rule with the days named that it leaves to its start (RFC 5545, 3.3.10)."""
    if rule.weekdays or rule.month_days or rule.year_days:
        return rule
    if rule.frequency == "WEEKLY" or rule.weeks:
        return replace(rule, weekdays=(Weekday(0, start.weekday()),))
    if rule.frequency == "MONTHLY":
        return replace(rule, month_days=(start.day,))
    if rule.frequency == "YEARLY":
        return replace(rule, month_days=(start.day,), months=rule.months or (start.month,))
    return rule


_LISTS = {
    "BYMONTH": "months", "BYWEEKNO": "weeks", "BYYEARDAY": "year_days", "BYMONTHDAY": "month_days", "BYDAY": "weekdays",
    "BYHOUR": "hours", "BYMINUTE": "minutes", "BYSECOND": "seconds", "BYSETPOS": "positions",
}  # fmt: skip
_RANGES = {
    "BYMONTH": (1, 12), "BYWEEKNO": (1, 53), "BYYEARDAY": (1, 366), "BYMONTHDAY": (1, 31),
    "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 59), "BYSETPOS": (1, 366),
}  # fmt: skip
_COUNTED_FROM_THE_END_TOO = {"BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYSETPOS"}
_PARTS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", *_LISTS)
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z)?)?")


def parse_rule(text: str) -> Rule:
    """The rule that an RRULE value says, with or without ``RRULE:`` before it. Raises ``Misread`` (E332, E334)."""
    parts = _split(re.sub(r"^RRULE:", "", re.sub(r"\s+", "", text).upper()))
    rule = Rule(**{_FIELDS[name]: _READERS[name](name, value) for name, value in parts.items()})
    _check_combination(rule)
    return rule


def _split(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.rstrip(";").split(";"):
        name, equals, value = part.partition("=")
        if not equals or name not in _PARTS:
            raise _refuse(f"'{part[:40]}' is not a part of a repeat rule", f"its parts are {', '.join(_PARTS)}, each with '=' and a value")
        if name in parts:
            raise _refuse(f"{name} stands twice in the rule", "keep one of the two")
        parts[name] = value
    if "FREQ" not in parts:
        raise _refuse("the rule does not say how often: FREQ is missing", "begin it with, for instance, RRULE:FREQ=WEEKLY")
    return parts


def _refuse(message: str, help_: str = "") -> Misread:
    return Misread("E332", message, help_)


def _frequency(_: str, value: str) -> str:
    if value == "SECONDLY":
        raise Misread("E333", "a rule may not repeat every second", "repeat daily or less often")
    if value not in FREQUENCIES:
        raise _refuse(f"FREQ={value[:20]} is not known", "write DAILY, WEEKLY, MONTHLY or YEARLY")
    return value


def _positive(name: str, value: str) -> int:
    if not re.fullmatch(r"\d{1,6}", value) or int(value) == 0:
        raise _refuse(f"{name}={value[:20]} must be a whole number from 1 on", f"for instance {name}=2")
    return int(value)


def _numbers(name: str, value: str) -> tuple[int, ...]:
    return tuple(sorted({_number(name, item) for item in value.split(",")}))


def _number(name: str, item: str) -> int:
    low, high = _RANGES[name]
    signed = name in _COUNTED_FROM_THE_END_TOO
    number = int(item) if re.fullmatch(r"[+-]?\d{1,3}" if signed else r"\d{1,3}", item) else None
    if number is None or not low <= abs(number) <= high:
        span = f"from {low} to {high}" + (f", or from -{high} to -{low} counted from the end" if signed else "")
        raise _refuse(f"'{item[:20]}' cannot stand in {name}", f"it takes whole numbers {span}")
    return number


def _weekdays(_: str, value: str) -> tuple[Weekday, ...]:
    return tuple(sorted({_weekday(item) for item in value.split(",")}, key=lambda weekday: (weekday.day, weekday.nth)))


def _weekday(item: str) -> Weekday:
    match = _WEEKDAY.fullmatch(item)
    if not match or (match[1] and not 1 <= abs(int(match[1])) <= 53):
        raise _refuse(f"'{item[:20]}' is not a day of the week for BYDAY", "write MO, TU, WE, TH, FR, SA or SU, or for instance 1MO (first) or -1FR (last)")
    return Weekday(int(match[1] or 0), WEEKDAYS.index(match[2]))


def _week_start(_: str, value: str) -> int:
    if value not in WEEKDAYS:
        raise _refuse(f"WKST={value[:20]} is not a day of the week", "write WKST=MO")
    return WEEKDAYS.index(value)


def _until(_: str, value: str) -> date | datetime:
    match = _UNTIL.fullmatch(value)
    try:
        day = datetime.strptime(match[1] + (match[2] or "000000"), "%Y%m%d%H%M%S") if match else None  # noqa: DTZ007 - local words by design
    except ValueError:
        day = None
    if match is None or day is None:
        raise _refuse(f"UNTIL={value[:20]} is not a date", "write it like UNTIL=20260324 or UNTIL=20260324T180000Z")
    if match[3]:
        return day.replace(tzinfo=UTC)
    return day if match[2] else day.date()


_FIELDS = {"FREQ": "frequency", "INTERVAL": "interval", "COUNT": "count", "UNTIL": "until", "WKST": "week_start", **_LISTS}
_READERS: dict[str, Callable[[str, str], Any]] = {
    "FREQ": _frequency, "INTERVAL": _positive, "COUNT": _positive, "UNTIL": _until, "WKST": _week_start,
    **dict.fromkeys(_LISTS, _numbers), "BYDAY": _weekdays,
}  # fmt: skip


def _check_combination(rule: Rule) -> None:
    """What RFC 5545, 3.3.10, forbids although each part is right by itself."""
    if rule.count is not None and rule.until is not None:
        raise Misread("E334", "the rule says COUNT and UNTIL: two ends", "keep one of the two")
    for holds, message, help_ in _forbidden(rule):
        if holds:
            raise _refuse(message, help_)


def _forbidden(rule: Rule) -> tuple[tuple[bool, str, str], ...]:
    named, frequency = any(weekday.nth for weekday in rule.weekdays), rule.frequency
    by_month = frequency == "MONTHLY" or (frequency == "YEARLY" and bool(rule.months))
    parts = any(getattr(rule, field) for field in _LISTS.values() if field != "positions")
    return (
        (named and frequency not in ("MONTHLY", "YEARLY"), f"a day like 1MO cannot stand in a {frequency} rule", "use FREQ=MONTHLY, or BYDAY=MO"),
        (named and bool(rule.weeks), "a day like 1MO cannot stand beside BYWEEKNO", "write BYDAY=MO"),
        (by_month and any(abs(weekday.nth) > 5 for weekday in rule.weekdays), "no month has more than five of a weekday", "write 1 to 5, or -1 for the last"),
        (bool(rule.month_days) and frequency == "WEEKLY", "BYMONTHDAY cannot stand in a WEEKLY rule", "use FREQ=MONTHLY"),
        (bool(rule.year_days) and frequency in ("DAILY", "WEEKLY", "MONTHLY"), f"BYYEARDAY cannot stand in a {frequency} rule", "use FREQ=YEARLY"),
        (bool(rule.weeks) and frequency != "YEARLY", f"BYWEEKNO cannot stand in a {frequency} rule", "use FREQ=YEARLY"),
        (bool(rule.positions) and not parts, "BYSETPOS chooses among days, but the rule names none", "add, for instance, BYDAY=MO,TU,WE,TH,FR"),
    )


def _until_text(until: date | datetime | None) -> str:
    if until is None:
        return ""
    if not isinstance(until, datetime):
        return f"{until:%Y%m%d}"
    return f"{until:%Y%m%dT%H%M%S}" + ("Z" if until.tzinfo else "")
