"""How far the dates of a series are promised: beyond ``confirmed_until`` nothing is published, though it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mcsite.model.event import Event, Session, Status


def promised_until(event: Event, sessions: Sequence[Session]) -> date | None:
    """The last day for which the dates of a series are sure; ``None`` where nothing follows it.

    ``sessions`` are all that are published of the event. A series that is called off, or whose last session is among them, promises nothing.
    """
    if event.status in {Status.CANCELLED, Status.POSTPONED}:
        return None
    last = max((session.number or 0 for session in sessions), default=0)
    goes_on = any(session.of is None or session.of > last for session in sessions)
    return event.schedule.confirmed_until if goes_on else None
