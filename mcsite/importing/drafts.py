"""An event of the calendar as files of the site: mostly one; more where not all its sessions can stand in one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from itertools import groupby

from mcsite.importing.bundles import Bundle
from mcsite.importing.layout import MOST, Layout, shortened, spread, unmistakable, words
from mcsite.importing.own_words import differing, in_fields
from mcsite.importing.people import People
from mcsite.importing.places import Places, is_device
from mcsite.importing.prose import to_markdown
from mcsite.importing.remarks import Remarks
from mcsite.importing.sessions import Meant, Program
from mcsite.importing.vevents import Vevent
from mcsite.importing.writing import Fields, Value, document
from mcsite.ledger.settling import with_key
from mcsite.model.prose import Prose
from mcsite.model.schedule import Change, Day, Schedule
from mcsite.model.settings import Settings
from mcsite.render.prose import to_text
from mcsite.source.addresses import web_address
from mcsite.source.lists import FEW as MOST_TAGS
from mcsite.source.slugs import LONGEST, slug_of
from mcsite.source.texts import LONGEST_UID

_LONGEST_NOTE = 900
_CALLED_OFF = re.compile(r"(?:cancell?ed|abgesagt|annulée?|cancelado|annullato|geannuleerd|entfällt)\s*(?::|\s[-–—])\s*(?=\S)", re.IGNORECASE)
"""What programs put before the title of an event that is called off, as we do in feeds."""

_ONLY_SAID = "Its title says that it is cancelled, but the calendar does not: if it is, write 'cancelled:' with its day, or 'status: cancelled'."
_SAYS_OFF = re.compile(r"\W*cancell?ed\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be: ``sessions`` are those that it must mean, ``body`` its Markdown."""

    slug: str
    title: str
    fields: Fields
    body: str
    sessions: tuple[Meant, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The text of the file."""
        return document(self.fields, self.body)

    @property
    def venues(self) -> set[str]:
        """The slugs of the venues that it names."""
        changes = self.fields.get("changed", {})
        changed = {each["venue"] for each in changes.values() if isinstance(each, Mapping) and "venue" in each} if isinstance(changes, Mapping) else set()
        return {str(self.fields.get("venue", "")), *changed}


class Names:
    """Names of files that are free."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)

    def free(self, title: str, day: date) -> str:
        """That of the title; where there is one already, with the day, and then with a number."""
        plain = slug_of(title)[: LONGEST - 20].strip("-") or "event"
        dated, count = f"{plain}-{day}", 1
        name = plain if not is_device(plain) else dated
        while name in self.taken:
            name, count = (dated, count) if name == plain else (f"{dated}-{count + 1}", count + 1)
        self.taken.add(name)
        return name


@dataclass(frozen=True, slots=True)
class Drafting:
    """What all events of an import share. ``until`` is the day up to which series without end are certain."""

    settings: Settings
    places: Places
    people: People
    names: Names
    until: date
    remarks: Remarks

    def of(self, bundle: Bundle, program: Program) -> Iterator[Draft]:
        """The files of one event."""
        sessions = [self._fitting(each) for each in program.sessions if not each.says.private]
        parts = list(_parts(sessions))
        for number, part in enumerate(parts):
            endless = self.until if program.endless and number == len(parts) - 1 else None
            rule = program.rule if part[0].base is (bundle.master or part[0].base) else None
            yield from self._part(bundle, part, replace(program, rule=rule), endless, first=number == 0)
        if len(parts) > 1:
            self.remarks.event(
                bundle.first.title, f"Its sessions are written as {len(parts)} events, because what holds for all later ones changes in between."
            )

    def _part(self, bundle: Bundle, part: Sequence[Meant], program: Program, endless: date | None, *, first: bool) -> Iterator[Draft]:
        off = all(each.cancelled for each in part)
        shown = [replace(each, says=replace(each.says, cancelled=False)) for each in part] if off else part
        found = spread(shown, program.rule, bundle.first.zone, self.settings.closed, endless)
        if found.together:
            if endless and not found.together.repeat:
                self.remarks.event(
                    part[0].says.title, f"It goes on without an end, but no rule here means the same: its sessions up to {endless} are written one by one."
                )
            name = bundle.uid if first else _part_name(bundle.uid, part[0])
            yield self._draft(bundle, found.together, name, cancelled=off)
        for each in found.apart:
            yield self._apart(bundle, replace(each, says=replace(each.says, cancelled=each.cancelled or off)))

    def _apart(self, bundle: Bundle, session: Meant) -> Draft:
        """A session as an event of its own; in the words of UTC where its own do not name one moment."""
        alone = replace(session, planned=session.start, base=session.says)
        shown = replace(alone, says=replace(alone.says, cancelled=False))
        found = spread([shown], None, session.says.zone, self.settings.closed, None).together
        if found is None:
            shown, fixed = unmistakable(shown)
            self.remarks.event(
                session.says.title, f"Clocks go back in the night of {words(session.start):%Y-%m-%d}: its hours are written as those of {fixed}."
            )
            found = spread([shown], None, fixed, self.settings.closed, None).together
        elif bundle.master is not None and (bundle.master.rules or bundle.overrides):
            self.remarks.event(session.says.title, f"Its session of {words(session.start):%Y-%m-%d} is written as an event of its own.")
        if found is None:
            message = "a single session has no layout"
            raise ValueError(message)
        single = bundle.master is not None and not bundle.master.rules and not bundle.overrides and not bundle.master.added
        return self._draft(bundle, found, bundle.uid if single else _part_name(bundle.uid, session), cancelled=session.cancelled)

    def _fitting(self, session: Meant) -> Meant:
        short = shortened(session)
        if short is not session:
            self.remarks.event(session.says.title, f"It ends on {_last_day(session):%Y-%m-%d}, but a session has 31 days at most: it is cut there.")
        return short

    def _draft(self, bundle: Bundle, layout: Layout, uid: str, *, cancelled: bool) -> Draft:
        sessions = tuple(layout.of.values())
        base = sessions[0].base
        title = _CALLED_OFF.sub("", base.title, count=1) if cancelled else base.title
        where = self.places.where(base.location, base.geo)
        told, rest = in_fields(base.facts, self.people, self.settings, alone=len(sessions) == 1)
        kind, tags = self._kind_and_tags(base)
        fields: dict[str, Value] = {"title": title, **({"kind": kind} if kind else {}), **_dates(layout, self.settings)}
        fields |= self._changes(layout, base)
        optional: dict[str, Value] = {
            "status": "cancelled" if cancelled else "",
            "venue": where.venue,
            "online": where.online,
            "tags": tags,
            **told,
            **self._identity(bundle, base, uid),
        }
        fields |= {name: value for name, value in optional.items() if value}
        if base.tentative:
            self.remarks.drop("marks as tentative: those events are written as taking place")
        meant = tuple(replace(each, says=replace(each.says, cancelled=each.cancelled or cancelled)) for each in sessions)
        draft = Draft(self.names.free(title, _day(layout.schedule.start)), title, fields, self._body(base, rest), meant)
        for each in meant:
            if _SAYS_OFF.match(each.says.title) and not each.cancelled:
                self.remarks.event(f"{each.says.title} ({draft.slug}.md, {_day(words(each.start))})", _ONLY_SAID)
        return draft

    def _identity(self, bundle: Bundle, base: Vevent, uid: str) -> dict[str, Value]:
        if not uid:
            return {"id": lasting_name(bundle)}
        if len(uid) > LONGEST_UID or not uid.isprintable():
            self.remarks.event(base.title, "Its UID is too long, or holds signs that a UID cannot have: calendars that know it will show it anew.")
            return {"id": lasting_name(bundle)}
        return {"uid": uid, "sequence": str(bundle.sequence) if bundle.sequence else ""}

    def _kind_and_tags(self, event: Vevent) -> tuple[str, list[str]]:
        """A category that is the name of a kind is the event's kind, the others are tags."""
        kinds = {name.casefold(): kind.slug for kind in self.settings.kinds for name in (kind.slug, kind.title)}
        named = next((word for word in event.categories if word.casefold() in kinds), None)
        kind = kinds[named.casefold()] if named else ""
        tags = {slug_of(word): word.lstrip("#").strip() for word in reversed(event.categories) if word != named and slug_of(word) and len(word) < _LONGEST_NOTE}
        self.remarks.drop("categories beyond the first fifty of an event", max(0, len(tags) - MOST_TAGS))
        return ("" if kind == "event" else kind), list(reversed(tags.values()))[:MOST_TAGS]

    def _body(self, event: Vevent, lines: Sequence[str]) -> str:
        """The description, and lines below it; the event's own address at the end, unless it is in there."""
        text = to_markdown(_with_lines(event.description, lines), html=event.is_html)
        try:
            address = web_address(event.url) if event.url else ""
        except ValueError:
            self.remarks.event(event.title, f"Its address '{event.url[:60]}' is none of the web: left out.")
            address = ""
        return f"{text}\n\n<{address}>".strip() if address and address not in text and event.url not in text else text

    def _changes(self, layout: Layout, base: Vevent) -> Fields:
        """``changed``: what differs in single sessions besides their start."""
        ends = dict(layout.schedule.changed)
        keys, usual = _keys(layout), _hour(layout.schedule.start)
        moved = dict(layout.schedule.moved)
        found = {}
        for name, session in layout.of.items():
            known = keys[name] in moved or isinstance(keys[name], datetime) or _hour(words(session.start)) == usual
            change = self._change(session, ends.get(keys[name]), base, known=known)
            if change:
                found[_typed(keys[name])] = change
        return {"changed": found} if found else {}

    def _change(self, session: Meant, end: Change | None, base: Vevent, *, known: bool) -> dict[str, str]:
        """What differs in one session. Its end may be a time alone where it is ``known`` when it begins: not for an extra one at another hour."""
        says = session.says
        found: dict[str, str] = {}
        if end is not None and end.end is not None:
            found["end"] = _ending(words(session.start), end.end) if known else _typed(end.end)
        if says is base or says == replace(base, cancelled=says.cancelled):
            return found
        title = _CALLED_OFF.sub("", says.title, count=1) if session.cancelled else says.title
        if title != base.title:
            found["title"] = title
        found |= self._other_place(says, base)
        if (note := self._other_words(says, base)) != "":
            found["note"] = note
        return found

    def _other_place(self, says: Vevent, base: Vevent) -> dict[str, str]:
        here, usual = self.places.where(says.location, says.geo), self.places.where(base.location, base.geo)
        if here == usual:
            return {}
        if not says.cancelled and ((usual.venue and not here.venue) or (usual.online and not here.online)):
            self.remarks.event(
                base.title, f"On {words(says.start):%Y-%m-%d} it is not where it usually is, and the file does not say where: check that session."
            )
        return {name: value for name, value, before in (("venue", here.venue, usual.venue), ("online", here.online, usual.online)) if value and value != before}

    def _other_words(self, says: Vevent, base: Vevent) -> str:
        """A description that differs, as the note of its session: one line."""
        usual = _line(to_markdown(base.description, html=base.is_html))
        text = _line(to_markdown(_with_lines(says.description, differing(says.facts, base.facts)), html=says.is_html))
        if text == usual:
            return ""
        if len(text) > _LONGEST_NOTE:
            self.remarks.event(base.title, f"The description of {words(says.start):%Y-%m-%d} differs and is long: its beginning is the note of that session.")
            text = text[: _LONGEST_NOTE - 1].rpartition(" ")[0] + "…"
        if not text and not says.cancelled:
            self.remarks.event(base.title, f"On {words(says.start):%Y-%m-%d} it has no description of its own: that of the series is shown.")
        return text


def lasting_name(bundle: Bundle) -> str:
    """A permanent name for what has no UID that could be kept: the same whenever the same file is imported."""
    event = bundle.first
    digest = blake2b(f"{event.uid}|{event.start.isoformat()}|{event.title}|{event.location}".encode("utf-8", "replace"), digest_size=8).hexdigest()
    return f"imported-{digest}"


def _parts(sessions: Sequence[Meant]) -> Iterator[list[Meant]]:
    """Runs of sessions for which the same is said, none longer than a file holds."""
    for _, run in groupby(sessions, key=lambda each: id(each.base) if each.base.instance is None or each.base.following else 0):
        whole = list(run)
        yield from (whole[start : start + MOST] for start in range(0, len(whole), MOST))


def _part_name(uid: str, session: Meant) -> str:
    """The UID of what becomes an event of its own, derived from that of the whole."""
    start = words(session.start)
    return with_key(uid, f"{start:%Y-%m-%d-%H%M}" if isinstance(start, datetime) else f"{start:%Y-%m-%d}") if uid else ""


def _dates(layout: Layout, settings: Settings) -> Fields:
    schedule = layout.schedule
    start, ends = schedule.start, layout.ends
    lists: dict[str, Value] = {
        "skip": [_typed(days.first) for days in schedule.skip],
        "cancelled": [_typed(day) for day, _ in schedule.cancelled],
        "moved": {_typed(day): _typed(target) for day, target in schedule.moved},
        "extra": [_typed(day) for day in schedule.extra],
    }
    fields: dict[str, Value] = {
        "start": _typed(start),
        "end": _ending(start, ends) if ends != start else "",
        "timezone": schedule.timezone if schedule.timezone != settings.timezone else "",
        "repeat": layout.repeat,
        **_end_of_series(schedule),
        **lists,
    }
    return {name: value for name, value in fields.items() if value}


def _end_of_series(schedule: Schedule) -> dict[str, Value]:
    known = {"times": schedule.times, "until": schedule.until, "confirmed_until": schedule.confirmed_until}
    return {name: str(value) for name, value in known.items() if value}


def _keys(layout: Layout) -> dict[Day, Day]:
    """By which a file names its sessions: the day, with the time where a day has two."""
    on_day = Counter(_day(name) for name in layout.of)
    return {name: name if on_day[_day(name)] > 1 else _day(name) for name in layout.of}


def _typed(moment: Day) -> str:
    """As an editor writes it; with seconds only where there are any."""
    return f"{moment:%Y-%m-%d} {_clock(moment)}" if isinstance(moment, datetime) else moment.isoformat()


def _ending(start: Day, end: Day) -> str:
    """An end on the day of the start is a time alone."""
    return _clock(end) if isinstance(end, datetime) and end.date() == _day(start) else _typed(end)


def _last_day(session: Meant) -> date:
    return session.end.date() if isinstance(session.end, datetime) else session.end - timedelta(days=1)


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def _hour(moment: Day) -> time | None:
    return moment.time() if isinstance(moment, datetime) else None


def _day(moment: Day) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _with_lines(description: str, lines: Sequence[str]) -> str:
    return f"{description}\n\n{chr(10).join(lines)}".strip() if lines else description


def _line(markdown: str) -> str:
    return " ".join(to_text(Prose(markdown), "https://localhost/").split())
