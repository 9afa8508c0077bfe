"""What comes of an edition's templates: for each entry of the library that is one, a copy for every session, or event, that is near.

A template of sessions is filled in for those of the next six weeks, and of each event for its next one, however far that is. Sessions that
do not take place are left out, unless the template says ``{{ session.status }}``: nobody is invited to what is called off. A copy in
which something would be missing is not made; ``holes`` say what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import lru_cache

from mcsite.model import addresses
from mcsite.model.event import Event, Session, Status
from mcsite.model.filling import SESSION, DrawingTemplate, Filling, Slot
from mcsite.model.library import LibraryEntry
from mcsite.model.moment import When
from mcsite.model.origin import Origin
from mcsite.model.prose import Prose
from mcsite.model.site import Edition
from mcsite.render.drawing_pictures import can_be_pictured
from mcsite.render.drawing_templates import fitted, words_of
from mcsite.render.merge_values import Subject, values_of
from mcsite.render.merging import Values, filled_text
from mcsite.render.print import available
from mcsite.render.strings import Strings

AHEAD = timedelta(weeks=6)
"""How long before a session its copies are made; those of an event's next session always are."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One filled drawing: its address without an ending, what is to be read in it, and whether it is also made as PNG."""

    address: str
    template: DrawingTemplate
    words: str
    pictured: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An entry filled in for one event, or one session of it.

    ``address`` is that of its files below the site's root, without their endings, ``page`` that of what it is about. ``when``, ``uid`` and
    ``status`` are the session's. ``values`` are what its placeholders became, and ``text`` its Markdown, empty where only drawings are filled in.
    """

    title: str
    address: str
    page: str
    when: When | None = None
    uid: str = ""
    status: Status = Status.SCHEDULED
    values: Values = ()
    text: Prose = field(default_factory=Prose)
    drawings: tuple[Drawn, ...] = ()


@dataclass(frozen=True, slots=True)
class Hole:
    """A copy that cannot be made, and the placeholders that have no value there."""

    copy: Copy
    event: Event
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """All copies of one entry, in order of time, and those that have holes."""

    entry: LibraryEntry
    filling: Filling
    copies: tuple[Copy, ...]
    holes: tuple[Hole, ...]
    origin: Origin = field(compare=False, repr=False)


@lru_cache(maxsize=2)
def filled_of(edition: Edition, strings: Strings) -> dict[str, Filled]:
    """What comes of each template, by the slug of its entry."""
    desk = _Desk(edition, strings)
    return {entry.slug: desk.filled(entry, entry.filling) for entry in edition.site.library if entry.filling}


class _Desk:
    def __init__(self, edition: Edition, strings: Strings) -> None:
        self.edition, self.strings, self.settings = edition, strings, edition.site.settings
        self.pictures = self.settings.makes("cards") and available()
        self.held: dict[str, tuple[Session, ...]] = {}
        for session in edition.coming:
            if session.status.takes_place:
                self.held[session.event.slug] = (*self.held.get(session.event.slug, ()), session)

    def filled(self, entry: LibraryEntry, filling: Filling) -> Filled:
        copies: list[Copy] = []
        holes: list[Hole] = []
        for subject in self._subjects(filling):
            copy, missing = self._copy(entry, filling, subject)
            if missing:
                holes.append(Hole(copy, subject.event, missing))
            else:
                copies.append(copy)
        return Filled(entry, filling, tuple(copies), tuple(holes), entry.origin)

    def _subjects(self, filling: Filling) -> Iterator[Subject]:
        wanted = [session for session in self.edition.coming if _is_meant(filling, session.event)]
        if filling.each == SESSION:
            yield from (self._subject(session.event, session) for session in self._near(wanted, called_off=filling.says("session.status")))
        else:
            events = dict.fromkeys(session.event.slug for session in wanted if session.status.takes_place)
            yield from (self._subject(self.held[slug][0].event, None) for slug in events)

    def _near(self, sessions: list[Session], *, called_off: bool) -> Iterator[Session]:
        """The sessions of the next weeks, and of each event the first."""
        begun: set[str] = set()
        for session in sessions:
            if session.status.takes_place or called_off:
                if session.event.slug not in begun or session.when.first_day <= self.edition.today + AHEAD:
                    yield session
                begun.add(session.event.slug)

    def _subject(self, event: Event, session: Session | None) -> Subject:
        return Subject(self.settings, self.strings, event, session, self.held.get(event.slug, ()))

    def _copy(self, entry: LibraryEntry, filling: Filling, subject: Subject) -> tuple[Copy, tuple[Slot, ...]]:
        values = values_of(subject, (slot.name for slot in filling.slots))
        known, session = dict(values), subject.session
        missing = tuple(slot for slot in filling.slots if not known[slot.name] and slot.instead is None)
        stem = f"{subject.event.slug}-{session.key}" if session and subject.event.is_series else subject.event.slug
        address = addresses.filled(entry.slug, stem)
        copy = Copy(
            title=session.title if session else subject.event.title,
            address=address,
            page=session.address if session else addresses.event(subject.event.slug),
            when=session.when if session else None,
            uid=session.identity.uid if session else "",
            status=session.status if session else Status.SCHEDULED,
        )
        if missing:
            return copy, missing
        text = filled_text(filling.text, known) if filling.text else Prose()
        drawings = tuple(self._drawn(_address(address, drawing, filling), drawing, values) for drawing in filling.drawings)
        return replace(copy, values=values, text=text, drawings=drawings), ()

    def _drawn(self, address: str, drawing: DrawingTemplate, values: Values) -> Drawn:
        svg, _ = fitted(drawing.parts, values)
        return Drawn(address, drawing, words_of(svg), self.pictures and can_be_pictured(svg, drawing))


def _is_meant(filling: Filling, event: Event) -> bool:
    return not filling.only or event.slug in filling.only or event.kind.slug in filling.only


def _address(address: str, drawing: DrawingTemplate, filling: Filling) -> str:
    """The address of a filled drawing without its ending: of several, each has its own name."""
    return address if len(filling.drawings) == 1 else f"{address}-{drawing.name}"
