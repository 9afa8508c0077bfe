"""Monthly and yearly rules on a day that some months do not have: those months are left out, which authors seldom expect."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from mcsite.schedule.english import listed
from mcsite.schedule.problem import Problem
from mcsite.schedule.rule import Rule

EVERY_MONTH_HAS = 28
"""Days up to this one exist in every month."""

MOST_NAMED = 4


def short_months(rule: Rule, held: Sequence[datetime]) -> Iterator[Problem]:
    """A warning that names the months without a session, if there are any between the first and the last one."""
    days = rule.month_days or (held[0].day,)
    if rule.positions or rule.weekdays or rule.year_days or rule.weeks or rule.frequency not in ("MONTHLY", "YEARLY"):
        return
    if max(days) <= EVERY_MONTH_HAS or min(days) < 0:
        return
    without = [month for month in _months(held[0].date(), held[-1].date()) if _is_meant(rule, held[0], month) and _length(month) < max(days)]
    if without:
        yield _warning(rule, max(days), without)


def _warning(rule: Rule, day: int, without: Sequence[date]) -> Problem:
    names = [f"{month:%Y-%m}" for month in without[:MOST_NAMED]] + (["others"] if len(without) > MOST_NAMED else [])
    message = f"not every month has a day {day}: there is no session in {listed(names)}"
    if rule.frequency == "MONTHLY":
        return Problem(("repeat",), "W310", message, "for the last day of every month write repeat: monthly on the last day")
    months = ",".join(str(month) for month in sorted({month.month for month in without}))
    return Problem(("repeat",), "W310", message, f"for the last day of it every year write repeat: RRULE:FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=-1")


def _months(first: date, last: date) -> Iterator[date]:
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(index // 12, index % 12 + 1, 1)


def _is_meant(rule: Rule, first: date, month: date) -> bool:
    """Whether the rule would meet in a month that is long enough."""
    if rule.frequency == "MONTHLY":
        apart, named = (month.year - first.year) * 12 + month.month - first.month, rule.months
    else:
        apart, named = month.year - first.year, rule.months or (() if rule.month_days else (first.month,))
    return apart % rule.interval == 0 and (not named or month.month in named)


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]
