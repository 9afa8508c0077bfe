"""Sessions grouped for templates: by month, week and day."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from mcsite.model.event import Card, Session
from mcsite.model.schedule import Days


def by_month(sessions: Iterable[Card | Session]) -> list[tuple[date, list[Card | Session]]]:
    """Sessions in order of time, in groups by the month in which they begin; a month is named by its first day."""
    return [(month, list(group)) for month, group in groupby(sessions, lambda session: session.when.first_day.replace(day=1))]


def by_week(first_weekday: int, sessions: Iterable[Card | Session]) -> list[tuple[date, list[Card | Session]]]:
    """Sessions in order of time, in groups by the week in which they begin; a week is named by its first day."""

    def week(session: Card | Session) -> date:
        day = session.when.first_day
        return day - timedelta(days=min((day.weekday() - first_weekday) % 7, (day - date.min).days))

    return [(first, list(group)) for first, group in groupby(sessions, week)]


def by_day(sessions: Iterable[Card | Session]) -> list[tuple[date, list[Card | Session]]]:
    """Sessions in order of time, in groups by the day on which they begin."""
    return [(day, list(group)) for day, group in groupby(sessions, lambda session: session.when.first_day)]


def with_pauses(sessions: Iterable[Session], pauses: Iterable[Days]) -> list[tuple[date, list[tuple[date, list[Session], list[Days]]]]]:
    """Months and their days, each with its sessions and with the pauses that begin on it."""
    days: dict[date, tuple[list[Session], list[Days]]] = {}
    for session in sessions:
        days.setdefault(session.when.first_day, ([], []))[0].append(session)
    for pause in pauses:
        days.setdefault(pause.first, ([], []))[1].append(pause)
    rows = ((day, *days[day]) for day in sorted(days))
    return [(month, list(group)) for month, group in groupby(rows, lambda row: row[0].replace(day=1))]


def weeks(first_weekday: int, cards: Iterable[Card], month: date) -> list[list[tuple[date | None, list[Card]]]]:
    """The weeks of a month, each of seven days with all sessions that touch them; days of other months are ``None``."""
    cards = list(cards)
    return [
        [(day, [card for card in cards if card.when.first_day <= day <= card.when.last_day]) if day.month == month.month else (None, []) for day in week]
        for week in Calendar(first_weekday).monthdatescalendar(month.year, month.month)
    ]
