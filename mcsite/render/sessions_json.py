"""Sessions as JSON, for programs of others.

Times are ISO 8601 with offset, those of whole days dates, the last day inclusive; everything else is named by its slug.
What is not known is ``null`` or an empty list. ``as_of`` is the day for which the site was made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from mcsite.model.event import Card
from mcsite.model.moment import instant


def sessions_json(as_of: date, cards: Iterable[Card], base_url: str) -> bytes:
    """One session a line, in order of time."""
    ordered = sorted(cards, key=lambda card: (instant(card.when.begins), card.event, card.key))
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
