"""The calendar: the agenda first, then a table for each month, and how to follow all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mcsite import kept
from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.facets import Facet
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.late_notices import late_notices
from mcsite.render.listing import by_value, soonest
from mcsite.render.theme import Theme, fill

AGENDA = 30
"""Sessions of the agenda on the calendar's first page."""
TABLES = 3
"""Months on the calendar's first page; the later ones have a page each."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``calendar/index.html``, and ``calendar/2026-03/index.html`` for each later month."""
    if not edition.site.settings.makes("pages"):
        return
    frame, months = frame_of(edition, theme.strings), _months(edition)
    links = tuple((month, addresses.CALENDAR_MONTHS if number < TABLES else addresses.calendar_month(month)) for number, (month, _) in enumerate(months))
    inputs = theme.inputs(
        "calendar.html",
        frame,
        addresses.CALENDAR,
        agenda=soonest(edition.coming_cards, AGENDA),
        months=months[:TABLES],
        links=links,
        facets=_facets(edition),
        late=late_notices(edition, theme.strings),
    )
    yield Artifact(addresses.file_of(addresses.CALENDAR), fill, inputs)
    for month, cards in months[TABLES:]:
        here = addresses.calendar_month(month)
        yield Artifact(addresses.file_of(here), fill, theme.inputs("calendar_month.html", frame, here, month=month, cards=cards, links=links))


def _months(edition: Edition) -> tuple[tuple[date, tuple[Card, ...]], ...]:
    """The months that have sessions, from the present one on, each with all sessions that touch it, soonest first."""
    cards = (*reversed(edition.past_cards), *edition.coming_cards)
    this = edition.today.replace(day=1).isoformat()
    found = by_value(cards, lambda card: (month for month in kept.again(_touched, card) if month >= this))
    return tuple((date.fromisoformat(month), found[month]) for month in sorted(found))


def _touched(card: Card) -> tuple[str, ...]:
    """The months in which a session has a day, as their first days."""
    month, last = card.when.first_day.replace(day=1), card.when.last_day
    months = []
    while month <= last:
        months.append(month.isoformat())
        month = (month + timedelta(days=31)).replace(day=1)
    return tuple(months)


def _facets(edition: Edition) -> tuple[Facet, ...]:
    """What one can follow a part of: everything that has coming sessions."""
    coming = edition.coming_uids
    return tuple(facet for facet, sessions in edition.facets.items() if any(session.identity.uid in coming for session in reversed(sessions)))
