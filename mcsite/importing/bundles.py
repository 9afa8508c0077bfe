"""Which VEVENTs belong together: those of one UID are one event and what differs in single sessions of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mcsite.importing.remarks import Remarks
from mcsite.importing.vevents import Point, Vevent
from mcsite.ledger.settling import with_key


@dataclass(frozen=True, slots=True)
class Bundle:
    """One event of the calendar. Without a ``master`` only single sessions of it are in the file; then ``overrides`` is not empty."""

    uid: str
    master: Vevent | None
    overrides: tuple[Vevent, ...] = ()

    @property
    def first(self) -> Vevent:
        """The event that says what it is."""
        return self.master or self.overrides[0]

    @property
    def sequence(self) -> int:
        """The highest that calendars were told under this UID."""
        return max(each.sequence for each in (self.first, *self.overrides))


def bundled(events: Iterable[Vevent], remarks: Remarks) -> tuple[Bundle, ...]:
    """The events of one or several files, in their order; without what is private and what was replaced by a later version."""
    by_uid: dict[str, list[Vevent]] = {}
    for number, event in enumerate(events):
        by_uid.setdefault(event.uid or f"\n{number}", []).append(event)
    found: list[Bundle] = []
    for uid, group in by_uid.items():
        found += _of_one_uid("" if uid.startswith("\n") else uid, group, remarks)
    return tuple(found)


def _of_one_uid(uid: str, group: list[Vevent], remarks: Remarks) -> list[Bundle]:
    masters = _latest([event for event in group if event.instance is None], remarks)
    overrides = _latest_of_each([event for event in group if event.instance is not None], remarks)
    if any(event.private for event in masters[:1] or overrides[:1]):
        remarks.drop("private or confidential events", len(masters) or 1)
        return []
    hidden = [event for event in overrides if event.private]
    if hidden:
        remarks.drop("private or confidential single sessions", len(hidden))
    main = Bundle(uid, masters[0] if masters else None, tuple(overrides))
    return [main, *(_namesake(uid, event) for event in masters[1:] if not event.private)]


def _latest(masters: list[Vevent], remarks: Remarks) -> list[Vevent]:
    """The last version; or all where nothing says which is later and they begin at different times: a program that gave one UID to several events."""
    if not masters:
        return []
    last = max(_version(event) for event in masters)
    remarks.drop("earlier versions of events", sum(_version(event) < last for event in masters))
    alike: dict[Point, Vevent] = {}
    for event in masters:
        if _version(event) == last:
            alike.setdefault(event.start, event)
    found = list(alike.values())
    remarks.drop("events that stand twice in the file", sum(_version(event) == last for event in masters) - len(found))
    for event in found[1:]:
        remarks.event(event.title, "It has the UID of another event in the file, so calendars that know it may show it anew.")
    return found


def _latest_of_each(overrides: list[Vevent], remarks: Remarks) -> list[Vevent]:
    found: dict[Point, Vevent] = {}
    for event in overrides:
        if event.instance is not None and (event.instance not in found or _version(event) >= _version(found[event.instance])):
            found[event.instance] = event
    remarks.drop("earlier versions of single sessions", len(overrides) - len(found))
    return list(found.values())


def _version(event: Vevent) -> tuple[int, str]:
    """RFC 5546 2.1.5: by SEQUENCE, then by time."""
    return event.sequence, event.changed


def _namesake(uid: str, event: Vevent) -> Bundle:
    name = with_key(uid, f"{event.start:%Y-%m-%d}")
    return Bundle(name, replace(event, uid=name))
