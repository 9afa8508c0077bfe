"""``events.json``: every session of the site, past and coming, for programs of others. Its form is that of ``render.sessions_json``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.site import Edition
from mcsite.render.sessions_json import sessions_json
from mcsite.render.theme import Theme


def plan(edition: Edition, _theme: Theme) -> Iterator[Artifact]:
    """The one file. A program that fetched it when the site had pages finds an empty list when it has none any more."""
    settings = edition.site.settings
    if settings.makes("pages") or edition.ledger.knows(addresses.EVENTS_JSON):
        past, coming = (edition.past_cards, edition.coming_cards) if settings.makes("pages") else ((), ())
        inputs = {"as_of": edition.today, "past": past, "coming": coming, "base_url": settings.base_url}
        yield Artifact(addresses.EVENTS_JSON, make, inputs)


def make(as_of: date, past: tuple[Card, ...], coming: tuple[Card, ...], base_url: str) -> bytes:
    """All of them in one list."""
    return sessions_json(as_of, (*past, *coming), base_url)
