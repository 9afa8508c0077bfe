"""The page of each event: when, where, who, how to come, and all its coming sessions."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite import kept
from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.moment import instant
from mcsite.model.promise import promised_until
from mcsite.model.prose import Picture
from mcsite.model.schedule import Days
from mcsite.model.site import Edition
from mcsite.render.flyers import formats_of
from mcsite.render.follow import series_file
from mcsite.render.frame import Frame, frame_of
from mcsite.render.handouts import handouts_of
from mcsite.render.late_notices import late_notices
from mcsite.render.sharing import files_of, shown_by, shown_for
from mcsite.render.signup import next_open
from mcsite.render.theme import Theme, fill

REMEMBERED = 12
"""Past sessions that the page of a series still lists."""

Sorted = tuple[tuple[Session, ...], tuple[Session, ...]]
"""The coming and the past sessions of an event, each in order of time."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``events/SLUG/index.html`` of every event."""
    if edition.site.settings.makes("pages"):
        frame = frame_of(edition, theme.strings)
        for event in edition.site.events:
            sessions = _sorted_by_time(edition, event)
            yield kept.again(_page, theme, frame, event, sessions, tuple(_around(edition, theme, event, sessions[1])))


def _page(theme: Theme, frame: Frame, event: Event, sessions: Sorted, around: tuple[tuple[str, object], ...]) -> Artifact:
    """``around`` are the inputs that depend on more than the event and its sessions."""
    here, (coming, past) = addresses.event(event.slug), sessions
    inputs = theme.inputs(
        "event.html",
        frame,
        here,
        event=event,
        coming=coming,
        told=coming or past[-1:],
        span=_span((*past, *coming)),
        next=next((session for session in coming if session.status.takes_place), None),
        open=next_open(coming),
        series_file=series_file(event, frame.settings),
        **dict(around),
    )
    return Artifact(addresses.file_of(here), fill, inputs, origin=event.origin)


def _around(edition: Edition, theme: Theme, event: Event, past: tuple[Session, ...]) -> Iterator[tuple[str, object]]:
    here, sessions = addresses.event(event.slug), edition.sessions_of[event.slug]
    yield "past", tuple(edition.cards[event.slug, session.key] for session in past[-REMEMBERED:])
    yield "pauses", _pauses(edition, event)
    yield "announced", event.is_announced(edition.today)
    yield "confirmed", promised_until(event, sessions)
    yield "flyers", tuple(formats_of(edition, theme.prints, here, theme.strings))
    yield "handout", here in handouts_of(edition, theme.strings)
    yield "shown_as", kept.the_same(_shown_as(edition, theme, event), theme, here)
    yield "to_share_files", () if event.is_series else files_of(edition, theme, sessions[0])
    yield "late", tuple(notice for notice in late_notices(edition, theme.strings) if notice.card.event == event.slug)


def _shown_as(edition: Edition, theme: Theme, event: Event) -> Picture | None:
    """A one-off is its only session."""
    return shown_by(edition, theme, addresses.event(event.slug)) if event.is_series else shown_for(edition, theme, edition.sessions_of[event.slug][0])


def _sorted_by_time(edition: Edition, event: Event) -> Sorted:
    known = (session.as_known(edition.now) for session in edition.sessions_of[event.slug])
    sessions = sorted(known, key=lambda session: instant(session.when.begins))
    now = instant(edition.now)
    coming = tuple(session for session in sessions if instant(session.when.ends) > now)
    return coming, tuple(session for session in sessions if instant(session.when.ends) <= now)


def _span(sessions: tuple[Session, ...]) -> tuple[str, str]:
    """When the first of all sessions begins and the last ends, ISO 8601."""
    return sessions[0].when.iso_start, sessions[-1].when.iso_end


def _pauses(edition: Edition, event: Event) -> tuple[Days, ...]:
    """The coming days on which a series leaves out a session."""
    return tuple(days for days in event.skipped if days.last >= edition.today)
