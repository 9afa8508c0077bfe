"""An event as its fields tell it, and what becomes of it with its text: the fields are remembered apart, for it is texts that are edited most."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mcsite.content.bookings import Bookings
from mcsite.content.reading import Reading
from mcsite.content.sessions import sessions_of
from mcsite.content.summaries import opening
from mcsite.diagnostics import Severity
from mcsite.ledger.digest import Sight, sights
from mcsite.model.event import Event
from mcsite.model.prose import Prose
from mcsite.model.settings import Settings
from mcsite.schedule.occurrence import Occurrence
from mcsite.source.document import Document

Told = tuple[Event, tuple[Sight, ...]]
"""An event, and what followers see of its sessions."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event without its text, its dates, and what is said of its places. Its ``summary`` is empty where the beginning of the text stands for one."""

    event: Event
    occurrences: tuple[Occurrence, ...]
    bookings: Bookings

    def told(self, document: Document, reading: Reading, settings: Settings) -> Told | None:
        """The event with its text, and what followers see of it; ``None`` when that text cannot be published (noted)."""
        before = len(reading.notes)
        body = reading.prose(document)
        if any(note.severity is Severity.ERROR for note in reading.notes[before:]):
            return None
        event = self.with_text(body, self.event.summary or opening(body, settings.language))
        return event, sights(sessions_of(settings, event, self.occurrences, self.bookings), settings)

    def with_text(self, body: Prose, summary: str) -> Event:
        """The whole event."""
        return replace(self.event, body=body, summary=summary)
