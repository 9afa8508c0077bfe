"""A site in another of its languages: the same things and sessions, each fact as it is, each word as it was translated.

What was not translated stays in the main language and says so (``Foreign``, ``Prose.language``); names of people and places are names
in every language. Nothing is read again, so no fact can differ, and a session is the same session: its identity is the one that it has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from mcsite.content.lookup import Named
from mcsite.content.summaries import opening
from mcsite.content.usual_kinds import titles_of_usual_kinds
from mcsite.content.voice import Voice
from mcsite.content.wordings import Wording
from mcsite.diagnostics import Diagnostic
from mcsite.model.event import Event, Session, Tag
from mcsite.model.library import LibraryEntry, Page, Workshop
from mcsite.model.people import Partner, Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.settings import Kind, NavigationItem, Settings, SiteLanguage
from mcsite.model.site import Site

T = TypeVar("T")


def translated(site: Site, language: SiteLanguage, wordings: Mapping[Named, Wording], notes: list[Diagnostic]) -> Site:
    """The site in one of its other languages. What is wrong with the ``wordings`` only now that they meet the site is noted."""
    usual = titles_of_usual_kinds(site.settings.language), titles_of_usual_kinds(language.code)
    made = _Translation(site, language, wordings, notes, wordings.get(("site", "site")) or Wording(), usual).whole()
    for wording in wordings.values():
        notes += wording.unused()
    return made


@dataclass(slots=True)
class _Translation:
    """One language. Things that others refer to are translated once, and known by kind and slug."""

    original: Site
    language: SiteLanguage
    wordings: Mapping[Named, Wording]
    notes: list[Diagnostic]
    of_site: Wording
    usual: tuple[Mapping[str, str], Mapping[str, str]]
    known: dict[Named, Any] = field(default_factory=dict)

    def whole(self) -> Site:
        site = self.original
        return Site(
            settings=self._settings(site.settings),
            events=tuple(self._event(event) for event in site.events),
            sessions=tuple(self._session(session) for session in site.sessions),
            workshops=tuple(self._workshop(workshop) for workshop in site.workshops),
            library=tuple(self._entry(entry) for entry in site.library),
            venues=tuple(self._venue(venue) for venue in site.venues),
            people=tuple(self._person(person) for person in site.people),
            partners=tuple(self._partner(partner) for partner in site.partners),
            pages=tuple(self._page(page) for page in site.pages),
            neighbourhoods=tuple(self._neighbourhood(each) for each in site.neighbourhoods),
            assets=site.assets,
        )

    def _settings(self, settings: Settings) -> Settings:
        said = self._voice("site", "site")
        return replace(
            settings,
            title=said.form.title or settings.title,
            base_url=settings.root_url + self.language.folder,
            folder=self.language.folder,
            language=self.language.code,
            description=said.text(said.form.description, settings.description),
            closed=tuple(said.days(days) for days in settings.closed),
            kinds=tuple(self._kind(kind) for kind in settings.kinds),
            signup=said.signup(settings.signup),
            consent=said.text(said.form.consent, settings.consent),
            navigation=tuple(NavigationItem(said.word(item.title), item.target) for item in settings.navigation),
            welcome=said.prose(said.body, settings.welcome),
        )

    def _event(self, event: Event) -> Event:
        return self._once("event", event.slug, lambda: self._event_anew(event))

    def _event_anew(self, event: Event) -> Event:
        said, workshop = self._voice("event", event.slug), event.workshop and self._workshop(event.workshop)
        return replace(
            event,
            title=said.text(said.form.title, event.title),
            kind=self._kind(event.kind),
            reason=said.word(event.reason),
            workshop=workshop,
            venue=event.venue and self._venue(event.venue),
            hosts=tuple(self._person(host) for host in event.hosts),
            partner=event.partner and self._partner(event.partner),
            tags=tuple(Tag(tag.slug, said.word(tag.title)) for tag in event.tags),
            neighbourhood=event.neighbourhood and self._neighbourhood(event.neighbourhood),
            prices=tuple(replace(price, name=said.word(price.name)) for price in event.prices),
            signup=said.signup(event.signup),
            summary=self._summary(said, event, workshop),
            image=workshop.image if workshop and event.workshop and event.image == event.workshop.image else said.picture(event.image),
            skipped=tuple(said.days(days) for days in event.skipped),
            body=said.prose(said.body, event.body),
            origin=said.origin or event.origin,
        )

    def _summary(self, said: Voice, event: Event, workshop: Workshop | None) -> str:
        """That of the translation, or else, as in the main language, that of the workshop or how the text begins."""
        if not said.form.summary and event.workshop and workshop and event.summary == event.workshop.summary:
            return workshop.summary
        return said.text(said.form.summary or opening(said.body, self.language.code), event.summary)

    def _session(self, session: Session) -> Session:
        original, event = session.event, self._event(session.event)
        said = self._voice("event", original.slug)
        return replace(
            session,
            event=event,
            reason=said.word(session.reason),
            title=event.title if session.title == original.title else said.word(session.title),
            summary=event.summary if session.summary == original.summary else said.word(session.summary),
            note=said.word(session.note),
            venue=session.venue and self._venue(session.venue),
            hosts=tuple(self._person(host) for host in session.hosts),
            neighbourhood=session.neighbourhood and self._neighbourhood(session.neighbourhood),
        )

    def _workshop(self, workshop: Workshop) -> Workshop:
        return self._once("workshop", workshop.slug, lambda: self._workshop_anew(workshop))

    def _workshop_anew(self, workshop: Workshop) -> Workshop:
        said = self._voice("workshop", workshop.slug)
        return replace(
            workshop,
            title=said.text(said.form.title, workshop.title),
            summary=said.text(said.form.summary, workshop.summary),
            outcomes=said.form.outcomes or said.words(workshop.outcomes),
            outline=self._outline(said, workshop),
            materials=said.form.materials or said.words(workshop.materials),
            takeaway=said.prose(said.takeaway, workshop.takeaway),
            follow_up=said.text(said.form.follow_up, workshop.follow_up),
            stop_if=said.form.stop_if or said.words(workshop.stop_if),
            image=said.picture(workshop.image),
            body=said.prose(said.body, workshop.body),
            origin=said.origin or workshop.origin,
        )

    def _outline(self, said: Voice, workshop: Workshop) -> tuple[tuple[str, str], ...]:
        """The steps in other words; how long each takes stands in the main file alone. E264 when the two do not have the same steps."""
        steps, here = workshop.outline, said.form.outline
        if not here:
            return tuple((time, said.word(text)) for time, text in steps)
        if len(here) == len(steps) and all(time in {"", length} for (time, _), (length, _) in zip(here, steps, strict=True)):
            return tuple((length, text) for (_, text), (length, _) in zip(here, steps, strict=True))
        message = f"the outline has other steps than the {len(steps)} of {workshop.origin.path}, or other minutes"
        self.notes.append(Diagnostic((said.origin or workshop.origin).span("outline"), "E264", message, "translate it step by step, without the minutes"))
        return steps

    def _entry(self, entry: LibraryEntry) -> LibraryEntry:
        said = self._voice("library", entry.slug)
        return replace(
            entry,
            title=said.text(said.form.title, entry.title),
            kind=said.word(entry.kind),
            summary=said.text(said.form.summary, entry.summary),
            owner=entry.owner and self._person(entry.owner),
            tags=said.words(entry.tags),
            filling=said.filling(entry.filling),
            image=said.picture(entry.image),
            body=said.prose(said.body, entry.body),
            origin=said.origin or entry.origin,
        )

    def _venue(self, venue: Venue) -> Venue:
        return self._once("venue", venue.slug, lambda: self._venue_anew(venue))

    def _venue_anew(self, venue: Venue) -> Venue:
        said = self._voice("venue", venue.slug)
        return replace(
            venue,
            title=said.form.title or venue.title,
            neighbourhood=venue.neighbourhood and self._neighbourhood(venue.neighbourhood),
            hours=said.pairs(venue.hours),
            access=said.form.access or said.pairs(venue.access),
            directions=said.text(said.form.directions, venue.directions),
            summary=said.text(said.form.summary, venue.summary),
            image=said.picture(venue.image),
            body=said.prose(said.body, venue.body),
            origin=said.origin or venue.origin,
        )

    def _person(self, person: Person) -> Person:
        return self._once("person", person.slug, lambda: self._person_anew(person))

    def _person_anew(self, person: Person) -> Person:
        said = self._voice("person", person.slug)
        return replace(
            person,
            title=said.form.title or person.title,
            role=said.text(said.form.role, person.role),
            summary=said.text(said.form.summary, person.summary),
            image=said.picture(person.image),
            body=said.prose(said.body, person.body),
            origin=said.origin or person.origin,
        )

    def _partner(self, partner: Partner) -> Partner:
        return self._once("partner", partner.slug, lambda: self._partner_anew(partner))

    def _partner_anew(self, partner: Partner) -> Partner:
        said = self._voice("partner", partner.slug)
        return replace(
            partner,
            title=said.form.title or partner.title,
            venue=partner.venue and self._venue(partner.venue),
            summary=said.text(said.form.summary, partner.summary),
            image=said.picture(partner.image),
            body=said.prose(said.body, partner.body),
            origin=said.origin or partner.origin,
        )

    def _page(self, page: Page) -> Page:
        said = self._voice("page", page.slug)
        return replace(
            page,
            title=said.text(said.form.title, page.title),
            summary=said.text(said.form.summary, page.summary),
            image=said.picture(page.image),
            body=said.prose(said.body, page.body),
            origin=said.origin or page.origin,
        )

    def _neighbourhood(self, part: Neighbourhood) -> Neighbourhood:
        """A part of town is called by its name, unless the site's ``words`` have another for it."""
        return Neighbourhood(part.slug, self._voice("site", "site").name(part.title))

    def _kind(self, kind: Kind) -> Kind:
        """The usual kinds are translated with the program; those of the site are ``words``."""
        mine, usual = self.usual[0].get(kind.slug), self.usual[1].get(kind.slug)
        return Kind(kind.slug, usual if usual and kind.title == mine else self._voice("site", "site").word(kind.title))

    def _voice(self, kind: str, slug: str) -> Voice:
        """How a thing speaks in this language."""
        return Voice(self.language, self.original.settings.language, self.wordings.get((kind, slug)) or Wording(), self.of_site)

    def _once(self, kind: str, slug: str, make: Callable[[], T]) -> T:
        if (kind, slug) not in self.known:
            self.known[kind, slug] = make()
        found: T = self.known[kind, slug]
        return found
