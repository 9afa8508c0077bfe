"""What a follower sees of a session, and a digest of it that stays the same over versions of the program and of Python."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any

from mcsite.model.event import Session
from mcsite.model.ledger import LONGEST_DETAIL, Details
from mcsite.model.prose import Prose
from mcsite.model.settings import Settings
from mcsite.render.entries import Entry, entry_of
from mcsite.render.tidy import tidy_line

_UNSEEN = frozenset({"uid", "sequence", "modified", "strings"})
"""The identity, and the words around what an author wrote: a better translation is no change of a session."""
_SEEN = tuple(field.name for field in fields(Entry) if field.name not in _UNSEEN)


@dataclass(frozen=True, slots=True)
class Sight:
    """A session with its title, place and details as calendars show them, and the digest of everything that they show."""

    session: Session
    title: str
    place: str
    digest: str
    details: Details


def sights(sessions: Iterable[Session], settings: Settings) -> tuple[Sight, ...]:
    """What followers see of each session."""
    return tuple(_sight(session, entry_of(session, settings)) for session in sessions)


def _sight(session: Session, entry: Entry) -> Sight:
    return Sight(session, tidy_line(session.title), entry.location, digest_of(entry), _details(session, entry))


def _details(session: Session, entry: Entry) -> Details:
    kind, *tags = map(_cut, entry.categories)
    hosts = tuple((host.slug, _cut(name)) for host, name in zip(session.named_hosts, entry.hosts, strict=True))
    own_title = "" if session.title == session.event.title else session.title
    online = "" if entry.location == tidy_line(session.online) else session.online
    texts = {"online": online, "note": session.note, "price": entry.price, "own_title": own_title}
    return Details(kind=kind, tags=tuple(tags), hosts=hosts, **{name: _cut(tidy_line(text)) for name, text in texts.items()})


def _cut(text: str) -> str:
    return text[:LONGEST_DETAIL]


def digest_elsewhere(session: Session, settings: Settings, address: str) -> str:
    """The digest that a session would have if its page had another address, given below the site's root."""
    return digest_of(entry_of(replace(session, address=address), settings))


def digest_of(entry: Entry) -> str:
    """32 hexadecimal digits, the same for entries that differ only in their identity.

    Fields that say nothing do not count, so that a field which a later version adds changes no digest. Prose counts as it is
    written: it is not rendered for this.
    """
    said = {name: _spelled(value) for name in _SEEN if (value := getattr(entry, name))}
    return blake2b(json.dumps(said, sort_keys=True, separators=(",", ":")).encode(), digest_size=16).hexdigest()


def _spelled(value: object) -> Any:  # noqa: ANN401 - whatever JSON can write
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return f"{value.replace(tzinfo=None).isoformat()}{' again' if value.fold else ''}"
    if isinstance(value, date):
        return value.isoformat()
    return _compound(value)


def _compound(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can write
    if isinstance(value, Prose):
        return _prose(value)
    if isinstance(value, tuple):
        return [_spelled(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        kind: Any = type(value)
        return {name: _spelled(part) for name in _compared(kind) if (part := getattr(value, name))}
    return str(value)


@cache
def _compared(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any dataclass
    """The fields by which two of a kind differ."""
    return tuple(field.name for field in fields(kind) if field.compare)


@lru_cache(4096)
def _prose(prose: Prose) -> dict[str, Any]:
    """All sessions of an event have one body."""
    return {"source": blake2b(prose.source.encode("utf-8", "surrogatepass")).hexdigest(), "links": [list(link) for link in prose.links]}
