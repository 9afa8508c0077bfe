"""What a session is known by in followers' calendars.

``identify`` is the one function that gives a session its identity.
"""

from __future__ import annotations

from datetime import UTC, datetime, time

from mcsite.model.event import Event, Identity
from mcsite.model.settings import Settings

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""LAST-MODIFIED of what has no date of its own: a moment that is the same on every machine and in every build."""


def identify(settings: Settings, event: Event, key: str) -> Identity:
    """The UID, SEQUENCE and LAST-MODIFIED (RFC 5545 3.8.4.7, 3.8.7.4, 3.8.7.3) of one session.

    The UID is made of what an author does not change in passing: ``id:`` or else the slug, the original date of a
    session of a series, and the site's host. A one-off's UID has no date, so that it stays when the event is moved.
    """
    name = event.identity or event.slug
    local = f"{name}-{key}" if event.is_series else name
    return Identity(uid=f"{local}@{settings.host}", sequence=0, modified=_modified(event))


def _modified(event: Event) -> datetime:
    return datetime.combine(event.publish_on, time(), UTC) if event.publish_on else EPOCH
