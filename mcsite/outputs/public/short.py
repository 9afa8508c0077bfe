"""Short addresses for posters and flyers: ``s/SLUG/`` leads to the sign-up for the next open session of an event.

A page that leads on by itself (WCAG 2.2 allows no delay but none), so that it works on hosts that cannot redirect. When no
session is open it says so, and leads to the event.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.moment import instant
from mcsite.model.signup import Provider, Signup
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.signup import ANCHOR, next_open, signup_of
from mcsite.render.theme import Theme, fill


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``s/SLUG/index.html`` of every event that takes sign-ups."""
    settings = edition.site.settings
    if not settings.makes("pages"):
        return
    frame = frame_of(edition, theme.strings)
    for event in edition.site.events:
        if signup := signup_of(settings, event):
            here, session = addresses.short(event.slug), _next_open(edition, event)
            inputs = theme.inputs(
                "short.html",
                frame,
                here,
                title=event.title,
                event=addresses.event(event.slug),
                target=_target(signup, session) if session else "",
                card=session.card if session else None,
            )
            yield Artifact(addresses.file_of(here), fill, inputs, origin=event.origin)


def _next_open(edition: Edition, event: Event) -> Session | None:
    """The first session that is not over, takes place, and has room."""
    now = instant(edition.now)
    return next_open(session for session in edition.sessions_of[event.slug] if instant(session.when.ends) > now)


def _target(signup: Signup, session: Session) -> str:
    """An address of another site, or one below this site's root."""
    return signup.target if signup.provider is Provider.LINK else f"{session.address}#{ANCHOR}"
