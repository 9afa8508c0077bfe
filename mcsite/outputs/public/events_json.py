"""``events.json``: every session of the site, past and coming, for programs of others.

Times are ISO 8601 with offset, those of whole days dates, the last day inclusive; everything else is named by its slug.
What is not known is ``null`` or an empty list. ``as_of`` is the day for which the site was made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.moment import instant
from mcsite.model.site import Edition
from mcsite.render.theme import Theme


def plan(edition: Edition, _theme: Theme) -> Iterator[Artifact]:
    """The one file. A program that fetched it when the site had pages finds an empty list when it has none any more."""
    settings = edition.site.settings
    if settings.makes("pages") or edition.ledger.knows(addresses.EVENTS_JSON):
        past, coming = (edition.past_cards, edition.coming_cards) if settings.makes("pages") else ((), ())
        inputs = {"as_of": edition.today, "past": past, "coming": coming, "base_url": settings.base_url}
        yield Artifact(addresses.EVENTS_JSON, make, inputs)


def make(as_of: date, past: tuple[Card, ...], coming: tuple[Card, ...], base_url: str) -> bytes:
    """One session a line, in order of time."""
    ordered = sorted((*past, *coming), key=lambda card: (instant(card.when.begins), card.event, card.key))
    sessions = ",\n".join(json.dumps(_session(card, base_url), ensure_ascii=False) for card in ordered)
    return f'{{"as_of": "{as_of.isoformat()}", "sessions": [\n{sessions}\n]}}\n'.encode()


def _session(card: Card, base_url: str) -> dict[str, object]:
    return {
        "uid": card.uid,
        "event": card.event,
        "title": card.title,
        "kind": card.kind.slug,
        "number": card.number,
        "of": card.of,
        "start": card.when.iso_start,
        "end": card.when.iso_end,
        "timezone": card.when.timezone,
        "status": card.status.value,
        "url": base_url + card.address,
        "venue": card.venue or None,
        "neighbourhood": card.neighbourhood.slug if card.neighbourhood else None,
        "tags": [tag.slug for tag in card.tags],
        "hosts": [slug for slug, _ in card.hosts],
    }
