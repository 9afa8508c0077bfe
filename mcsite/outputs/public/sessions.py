"""The page of each session of a series: its own number, time and place, and those before and after it.

What the series is about stands on its event's page; a session's page is not given that text, so that editing it makes one
page again and not fifty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card, Event, Session
from mcsite.model.moment import instant
from mcsite.model.prose import Prose
from mcsite.model.site import Edition
from mcsite.render.frame import Frame, frame_of
from mcsite.render.handouts import handouts_of
from mcsite.render.late_notices import late_notices
from mcsite.render.listing import next_held
from mcsite.render.sharing import files_of, shown_for
from mcsite.render.theme import Theme, fill


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``events/SLUG/YYYY-MM-DD/index.html`` of every session of a series."""
    settings = edition.site.settings
    if settings.makes("pages") and settings.makes("sessions"):
        frame = frame_of(edition, theme.strings)
        for event in edition.site.events:
            if event.is_series:
                yield from _series(edition, theme, frame, event)


def _series(edition: Edition, theme: Theme, frame: Frame, event: Event) -> Iterator[Artifact]:
    sessions = sorted(edition.sessions_of[event.slug], key=lambda session: instant(session.when.begins))
    cards = tuple(edition.cards[event.slug, session.key] for session in sessions)
    now, brief = instant(edition.now), _brief(event)
    coming = tuple(card for card in cards if instant(card.when.ends) > now)
    for number, session in enumerate(sessions):
        inputs = theme.inputs(
            "session.html",
            frame,
            session.address,
            session=replace(session.as_known(edition.now), event=brief),
            announced=event.is_announced(edition.today),
            over=instant(session.when.ends) <= now,
            previous=cards[number - 1] if number else None,
            following=cards[number + 1] if number + 1 < len(cards) else None,
            instead=_instead(session, coming),
            handout=session.address in handouts_of(edition, theme.strings),
            room=_with_room(session, coming) if session.full else None,
            shown_as=shown_for(edition, theme, session),
            to_share_files=files_of(edition, theme, session),
            late=tuple(notice for notice in late_notices(edition, theme.strings) if notice.card.uid == session.identity.uid),
        )
        yield Artifact(addresses.file_of(session.address), fill, inputs, origin=event.origin)


def _instead(session: Session, coming: tuple[Card, ...]) -> Card | None:
    """The next session after one that does not take place, or did; where none comes after it, the soonest other one."""
    begins = instant(session.when.begins)
    others = tuple(card for card in coming if card.key != session.key)
    return next_held(card for card in others if instant(card.when.begins) > begins) or next_held(others)


def _with_room(session: Session, coming: tuple[Card, ...]) -> Card | None:
    """The next session that has room, for those who look at one that is full."""
    return next_held(card for card in coming if card.key != session.key and not card.full)


def _brief(event: Event) -> Event:
    """An event without the text that its own page shows."""
    return replace(event, body=Prose())
