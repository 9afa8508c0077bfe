"""Short addresses for posters and flyers: ``s/SLUG/`` leads to the sign-up for the next open session of an event.

A page that leads on by itself (WCAG 2.2 allows no delay but none), so that it works on hosts that cannot redirect. When no
session is open it leads to a waiting list; where there is none it says so, and leads to the event.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite import kept
from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card, Event, Session
from mcsite.model.moment import instant
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.frame import Frame, frame_of
from mcsite.render.signup import ANCHOR, next_open, next_waiting, signup_of, signup_view
from mcsite.render.theme import Theme, fill


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``s/SLUG/index.html`` of every event that takes sign-ups."""
    settings = edition.site.settings
    if not settings.makes("pages"):
        return
    frame = frame_of(edition, theme.strings)
    for event in edition.site.events:
        if signup_of(settings, event):
            session = _next(edition, event)
            yield kept.again(_page, theme, frame, event, session, edition.cards[event.slug, session.key] if session else None)


def _page(theme: Theme, frame: Frame, event: Event, session: Session | None, card: Card | None) -> Artifact:
    here, target = addresses.short(event.slug), _target(frame.settings, session) if session else ""
    inputs = theme.inputs("short.html", frame, here, title=event.title, event=addresses.event(event.slug), target=target, card=card)
    return Artifact(addresses.file_of(here), fill, inputs, origin=event.origin)


def _next(edition: Edition, event: Event) -> Session | None:
    """The first session that is not over, takes place, and has room; or else one that has a waiting list."""
    now = instant(edition.now)
    coming = [session for session in edition.sessions_of[event.slug] if instant(session.when.ends) > now]
    return next_open(coming) or next_waiting(edition.site.settings, coming)


def _target(settings: Settings, session: Session) -> str:
    """An address of another site, or one below this site's root."""
    view = signup_view(settings, session)
    return view.href if view.kind == "link" else f"{session.address}#{ANCHOR}"
