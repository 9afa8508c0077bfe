"""A sheet for whoever leads a session: what happens when, what is needed, how people get in, whom to call, and what to do when it begins late.

Clock times run from the session's own beginning, as far as every step says how long it takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mcsite.model.event import Event, Session
from mcsite.model.library import Workshop
from mcsite.model.moment import When, instant
from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.model.settings import Settings
from mcsite.model.site import Site
from mcsite.render.desk import Occasion, Stationery, occasion_of
from mcsite.render.print import Sheet
from mcsite.render.strings import Strings
from mcsite.render.words_of_time import words

TEMPLATE = "running-order.typ"
MINUTE = timedelta(minutes=1)

Fact = tuple[str, str]
"""A label, and what it says."""


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the outline: when it begins, in words (empty where nobody can know), how many minutes it takes (or words, or nothing), what happens."""

    begins: str
    minutes: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningOrder:
    """Everything that is on it.

    ``facts`` are about the room and the people, ``contacts`` whom to call; ``length`` is said when the outline does not fill the time.
    """

    occasion: Occasion
    stationery: Stationery
    facts: tuple[Fact, ...] = ()
    note: str = ""
    prompt: str = ""
    steps: tuple[Step, ...] = ()
    length: str = ""
    outcomes: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    stop_if: tuple[str, ...] = ()
    if_late: tuple[str, ...] = ()
    access: tuple[Fact, ...] = ()
    contacts: tuple[Fact, ...] = ()

    @property
    def name(self) -> str:
        """For messages."""
        return f"the running order of '{self.occasion.title}'"

    @property
    def texts(self) -> tuple[str, ...]:
        """What editors wrote."""
        lists = (
            *self.outcomes,
            *self.materials,
            *self.stop_if,
            *self.if_late,
            *(part for fact in (*self.facts, *self.access, *self.contacts) for part in fact),
        )
        steps = (part for step in self.steps for part in (step.minutes, step.what))
        return (*self.occasion.texts, self.stationery.site, self.note, self.prompt, *lists, *steps)

    @property
    def origin(self) -> Origin:
        """The event's file."""
        return self.occasion.origin

    def sheet(self) -> Sheet:
        """Ready to be set."""
        lists = {"outcomes": self.outcomes, "materials": self.materials, "stop": self.stop_if, "late": self.if_late}
        tables = {"about": self.facts, "access": self.access, "contacts": self.contacts}
        steps = [(step.begins, step.minutes, step.what) for step in self.steps]
        own = {"note": self.note, "prompt": self.prompt, "steps": steps, "length": self.length, "words": _words(self.stationery.strings)}
        return Sheet(TEMPLATE, {**self.stationery.values, **self.occasion.values, **lists, **tables, **own})


def running_order_of(session: Session, site: Site, strings: Strings) -> RunningOrder:
    """The sheet of a session, whether or not it follows a workshop."""
    settings, workshop = site.settings, session.event.workshop
    plain = RunningOrder(
        occasion=occasion_of(session, settings, strings),
        stationery=Stationery.of(settings, strings),
        facts=tuple(_facts(session, settings, strings)),
        note=session.note,
        access=session.venue.access if session.venue else (),
        contacts=tuple(_contacts(session, site)),
    )
    return _following(workshop, plain, session.when, settings) if workshop else plain


def room_times(event: Event, when: When) -> When | None:
    """When the room of a session is needed, if that is longer than the session; nothing for whole days."""
    if when.whole_day or not (event.setup or event.clear_up):
        return None
    return When(_after(when.begins, -event.setup), _after(when.ends, event.clear_up), when.timezone)


def outline_minutes(workshop: Workshop) -> int | None:
    """How long an outline takes; unknown where a step does not say it."""
    minutes = [minutes for minutes, _ in workshop.outline]
    return sum(map(int, minutes)) if minutes and all(map(str.isdigit, minutes)) else None


def _following(workshop: Workshop, plain: RunningOrder, when: When, settings: Settings) -> RunningOrder:
    """A running order with what a workshop says."""
    strings = plain.stationery.strings
    return replace(
        plain,
        prompt=workshop.prompt,
        steps=tuple(_steps(workshop, when, settings)),
        length=_length(workshop, when, settings, strings),
        outcomes=workshop.outcomes,
        materials=workshop.materials,
        stop_if=workshop.stop_if,
        if_late=workshop.if_late or _to_save(workshop, settings, strings),
    )


def _steps(workshop: Workshop, when: When, settings: Settings) -> Iterator[Step]:
    now = None if when.whole_day else when.begins
    for minutes, what in workshop.outline:
        yield Step(words(settings.language).hour(now) if now else "", minutes, what)
        now = _after(now, int(minutes)) if now and minutes.isdigit() else None


def _after(moment: datetime, minutes: int) -> datetime:
    """So many minutes later, as the clock then shows it."""
    return (instant(moment) + minutes * MINUTE).astimezone(moment.tzinfo)


def _length(workshop: Workshop, when: When, settings: Settings, strings: Strings) -> str:
    """What to say of an outline that takes longer or shorter than the session."""
    known, held = outline_minutes(workshop), (instant(when.ends) - instant(when.begins)) // MINUTE
    if when.whole_day or known is None or known == held:
        return ""
    speech = words(settings.language)
    return strings.say("The outline takes %(outline)s, the session %(session)s.", outline=speech.minutes(known), session=speech.minutes(held))


def _to_save(workshop: Workshop, settings: Settings, strings: Strings) -> tuple[str, ...]:
    """The plan for a late beginning of a workshop that has none of its own: the longest step has most to spare."""
    known = [(int(minutes), what) for minutes, what in workshop.outline if minutes.isdigit()]
    if len(known) < 2:
        return ()
    minutes, what = max(known, key=lambda step: step[0])
    saved = strings.say("The longest step has most to spare: %(step)s (%(minutes)s).", step=what, minutes=words(settings.language).minutes(minutes))
    return (strings.say("End on time all the same: people have plans."), saved)


def _facts(session: Session, settings: Settings, strings: Strings) -> Iterator[Fact]:
    speech, room = words(settings.language), room_times(session.event, session.when)
    if session.venue:
        yield strings.say("Where"), session.venue.location
    if session.online:
        yield strings.say("Online"), session.online
    if room:
        yield strings.say("The room is ours"), speech.clock(room)
    if session.hosts:
        yield strings.say("With"), strings.joined(tuple(host.title for host in session.hosts))
    if session.capacity:
        yield strings.say("Places"), speech.number(session.capacity)


def _contacts(session: Session, site: Site) -> Iterator[Fact]:
    """Whom to call, those who are nearest first."""
    organiser = site.settings.organiser
    yield from ((partner.title, partner.contact) for partner in site.partners if partner.contact and _is_near(partner, session))
    yield from ((host.title, host.email) for host in session.hosts if host.email)
    if organiser and (organiser.phone or organiser.email):
        yield organiser.name, "\n".join(part for part in (organiser.phone, organiser.email) if part)


def _is_near(partner: Partner, session: Session) -> bool:
    """Whether a partner has to do with a session: it is named there, or the room is its own."""
    named, room = session.event.partner, session.venue
    return (named is not None and named.slug == partner.slug) or (room is not None and partner.venue is not None and partner.venue.slug == room.slug)


def _words(strings: Strings) -> dict[str, str]:
    say = strings.say
    return {
        "kind": say("Running order"), "note": say("Please note"), "prompt": say("To begin with"), "steps": say("How it goes"), "when": say("When"),
        "minutes": say("Minutes"), "what": say("What happens"), "outcomes": say("What people leave with"), "materials": say("What is needed"),
        "stop": say("Stop if"), "late": say("If it begins late"), "access": say("Getting in"), "contacts": say("Whom to call"), "notes": say("My notes"),
    }  # fmt: skip
