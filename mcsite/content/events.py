"""Reads ``events/``: an event with its schedule and its sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from mcsite.content.bookings import Bookings
from mcsite.content.dates import DatesReader, end_of_change
from mcsite.content.drafts import Draft
from mcsite.content.entries import ChangeForm, PriceForm
from mcsite.content.forms import EventForm
from mcsite.content.lookup import Shelves
from mcsite.content.reading import Reading
from mcsite.content.understanding import form_of
from mcsite.diagnostics import Diagnostic, Misread, Severity
from mcsite.model.event import Event, Price, Status
from mcsite.model.library import Workshop
from mcsite.model.origin import Origin
from mcsite.model.people import Partner, Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.prose import Picture
from mcsite.model.schedule import Change, Day, Schedule
from mcsite.model.settings import PARTNER_HOURS, Kind
from mcsite.schedule.expand import expand
from mcsite.schedule.occurrence import Expansion
from mcsite.schedule.problem import Problem
from mcsite.source.document import Document

_ABOUT_DATES = frozenset({
    "start", "end", "duration", "when", "timezone", "repeat", "times", "until", "confirmed_until", "skip", "cancelled", "moved", "changed", "extra",
    "workshop", "full", "taken",
})  # fmt: skip
"""The fields of which each must be understood before anything can be said of the dates."""
_IN_A_SENTENCE = {"E335": "write behind it, for example, 'for 12 weeks' or 'until 31 March 2026'; or on a line of its own confirmed_until: 2026-03-31"}
"""What to write instead where the dates are a sentence, which the fields of the usual advice cannot stand beside."""


@dataclass(frozen=True, slots=True)
class _References:
    """What an event names; without what does not exist."""

    kind: Kind | None
    workshop: Workshop | None
    venue: Venue | None
    hosts: tuple[Person, ...]
    partner: Partner | None
    prices: tuple[Price, ...]


@dataclass(frozen=True, slots=True)
class _Dates:
    """When an event takes place, as it is said and as it comes out, and what is said of its places."""

    schedule: Schedule
    expansion: Expansion
    bookings: Bookings


@dataclass(frozen=True, slots=True)
class EventReader:
    """Reads one event file."""

    document: Document
    form: EventForm
    origin: Origin
    reading: Reading
    shelves: Shelves

    def read(self) -> Draft | None:
        """What its fields say, or ``None`` with every reason noted."""
        before, lost = len(self.reading.notes), self.reading.lost
        named = self.references()
        image = self.reading.picture(self.form, self.origin)
        dates = self._dates(named.workshop)
        broken = any(note.severity is Severity.ERROR for note in self.reading.notes[before:])
        if dates is None or named.kind is None or broken or self.reading.lost > lost:
            return None
        return Draft(self._event(named, named.kind, image, dates), dates.expansion.occurrences, dates.bookings)

    def look_over(self) -> None:
        """Of an event in which something was not understood, note what is wrong with the rest.

        What would look wrong only because of that stays unsaid: of its dates nothing unless all that is said of them was understood, but for the
        words of its rhythm, which stand by themselves.
        """
        named = self.references()
        if self.form.model_fields_set >= _ABOUT_DATES & self.document.fields.keys():
            self._dates(named.workshop)
        else:
            self._dates_reader().check_words()

    def references(self) -> _References:
        """Everything that the event names; what does not exist is noted."""
        form, origin, shelves = self.form, self.origin, self.shelves
        kind, partner = self._kind(), self.reading.one(shelves.partners, form.partner, origin, "partner")
        return _References(
            kind=kind,
            workshop=self.reading.one(shelves.workshops, form.workshop, origin, "workshop"),
            venue=self._venue(kind, partner),
            hosts=self.reading.many(shelves.people, form.hosts, origin, "hosts"),
            partner=partner,
            prices=tuple(self._price(price, position) for position, price in enumerate(form.prices)),
        )

    def _dates(self, workshop: Workshop | None) -> _Dates | None:
        """When it takes place; ``None`` when that cannot be understood. What is wrong with it is noted."""
        schedule = self._dates_reader().schedule(workshop, self._change, self.shelves.settings.closed)
        if schedule is None:
            return None
        expansion, bookings = expand(schedule), self._bookings(schedule.timezone)
        self.reading.notes += (self._placed(problem) for problem in (*expansion.problems, *bookings.problems(expansion.occurrences)))
        return _Dates(schedule, expansion, bookings)

    def _event(self, named: _References, kind: Kind, image: Picture | None, dates: _Dates) -> Event:
        form, origin, shelves, workshop = self.form, self.origin, self.shelves, named.workshop
        return Event(
            slug=self.document.slug,
            title=form.title,
            kind=kind,
            schedule=dates.schedule,
            identity=form.id,
            uid=form.uid,
            sequence=form.sequence,
            aliases=form.aliases,
            status=Status(form.status),
            workshop=workshop,
            venue=named.venue,
            online=form.online,
            hosts=named.hosts,
            partner=named.partner,
            tags=tuple(dict.fromkeys(self.reading.tag(tag) for tag in form.tags)),
            neighbourhood=self._neighbourhood(named.venue),
            capacity=form.capacity,
            setup=form.setup or 0,
            clear_up=form.clear_up or 0,
            prices=named.prices,
            signup=form.signup or shelves.settings.signup,
            summary=form.summary or (workshop.summary if workshop else ""),
            image=image or (workshop.image if workshop else None),
            draft=form.draft,
            publish_on=form.publish_on,
            skipped=dates.expansion.skipped,
            origin=origin,
        )

    def _bookings(self, timezone: str) -> Bookings:
        try:
            return Bookings.of(self.form.full, self.form.taken, timezone)
        except Misread as misread:
            self.reading.notes.append(misread.at(self.origin.span("taken", "as_of")))
            return Bookings(self.form.full)

    @property
    def _timezone(self) -> str:
        return self.form.timezone or self.shelves.settings.timezone

    def _dates_reader(self) -> DatesReader:
        return DatesReader(self.form, self.origin, self._timezone, self.reading.notes)

    def _change(self, form: ChangeForm, position: int, begins: Day) -> Change:
        way = ("changed", str(self.form.changed[position][0]))
        return Change(
            title=form.title,
            venue=self.reading.one(self.shelves.venues, form.venue, self.origin, *way, "venue"),
            hosts=None if form.hosts is None else self.reading.many(self.shelves.people, form.hosts, self.origin, *way, "hosts"),
            end=self._changed_end(form, begins, way),
            capacity=form.capacity,
            summary=form.summary,
            note=form.note,
            online=form.online,
        )

    def _changed_end(self, form: ChangeForm, begins: Day, way: tuple[str, str]) -> date | None:
        try:
            return end_of_change(begins, form.end, self._timezone)
        except Misread as misread:
            self.reading.notes.append(misread.at(self.origin.span(*way, "end")))
            return None

    def _kind(self) -> Kind | None:
        kinds = {kind.slug: kind for kind in self.shelves.settings.kinds}
        names = {kind.title.casefold(): kind for kind in kinds.values()} | kinds
        word = self.form.kind.casefold()
        if word in names:
            return names[word]
        close = get_close_matches(word, kinds, n=1)
        proposal = f"did you mean '{close[0]}'?" if close else f"known: {', '.join(kinds)}; more can be named under 'kinds' in site.md"
        self.reading.notes.append(Diagnostic(self.origin.span("kind"), "E205", f"there is no kind '{self.form.kind}'", proposal))
        return None

    def _venue(self, kind: Kind | None, partner: Partner | None) -> Venue | None:
        """Its own, or that of the partner whose hours they are."""
        form = self.form
        if kind and kind.slug == PARTNER_HOURS and partner and not (form.venue or form.online):
            return partner.venue
        return self.reading.one(self.shelves.venues, form.venue, self.origin, "venue")

    def _neighbourhood(self, venue: Venue | None) -> Neighbourhood | None:
        return self.reading.neighbourhood(self.form.neighbourhood) or (venue.neighbourhood if venue else None)

    def _price(self, form: PriceForm, position: int) -> Price:
        currency = form.unit or self.shelves.settings.currency
        if form.value != Decimal() and not currency:
            named = ("prices", form.name) in self.origin.places
            span = self.origin.span("prices", form.name) if named else self.origin.span("prices", position, "amount")
            self.reading.notes.append(Diagnostic(span, "E206", "a price needs a currency", "write 'currency: GBP' here or in site.md"))
        return Price(name=form.name, amount=form.value, currency=currency, url=form.url, audience=form.audience)

    def _placed(self, problem: Problem) -> Diagnostic:
        """A sentence is one field: what is wrong with any part of it is said there."""
        field = problem.way[1 if problem.way[0] == "@key" else 0]
        way = problem.way if not self.form.when or field in self.form.model_fields_set else ("when",)
        if way == ("end",) and not self.form.end:
            way = ("duration",) if self.form.duration else ("start",)
        span = self.origin.key(*way[1:]) if way[0] == "@key" else self.origin.span(*way)
        return Diagnostic(span, problem.code, problem.message, _IN_A_SENTENCE.get(problem.code, problem.help) if way == ("when",) else problem.help)


def draft_of(document: Document, reading: Reading, shelves: Shelves) -> Draft | None:
    """What the fields of an event say, or ``None`` with every reason noted; then with what is wrong with its text, too."""

    def look_over(form: EventForm, broken: Document) -> None:
        EventReader(broken, form, broken.origin, reading, shelves).look_over()

    read = form_of(EventForm, document, reading, look_over)
    draft = EventReader(document, *read, reading, shelves).read() if read else None
    if read and draft is None:
        reading.prose(document)
    return draft
