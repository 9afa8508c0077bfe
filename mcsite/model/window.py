"""The days that calendars to follow show, around an edition's own: some months back, so that nothing vanishes, and some ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from mcsite.model.event import Session
from mcsite.model.site import Edition


@dataclass(frozen=True, slots=True)
class Window:
    """Days, ``first`` to ``last`` inclusive."""

    first: date
    last: date

    @classmethod
    def of(cls, edition: Edition) -> Window:
        """The window of every feed of an edition but those of single series, which hold all of theirs."""
        settings = edition.site.settings
        return cls(months_later(edition.today, -settings.feed_past_months), months_later(edition.today, settings.feed_future_months))

    def shows(self, session: Session) -> bool:
        """Whether a session has a day in the window."""
        return session.when.last_day >= self.first and session.when.first_day <= self.last


@lru_cache(1)
def shown(edition: Edition) -> frozenset[str]:
    """The UIDs of all sessions that calendars to follow show."""
    window = Window.of(edition)
    return frozenset(session.identity.uid for session in edition.site.sessions if window.shows(session))


def months_later(day: date, months: int) -> date:
    """The same day of another month, or its last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = max(1, index // 12), index % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))
