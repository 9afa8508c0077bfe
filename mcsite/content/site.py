"""From found files to an edition of the site: every reader in turn, in the order in which kinds refer to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from mcsite import kept
from mcsite.content.dependence import Dependence
from mcsite.content.drafts import Draft
from mcsite.content.editions import in_all_languages, translations_of
from mcsite.content.links import Index
from mcsite.content.lookup import Lookup, Shelves
from mcsite.content.menu import menu_of, privacy_of
from mcsite.content.options import Options
from mcsite.content.pictures import picture_of
from mcsite.content.reading import Reading
from mcsite.content.remembered import Memory
from mcsite.content.remembered_documents import DocumentRead, documents_of
from mcsite.content.remembered_groups import Groups
from mcsite.content.remembered_settings import settings_of_home
from mcsite.content.sessions import in_order
from mcsite.content.standing import Standing, keep_standing, standing_again
from mcsite.content.withheld import published_assets
from mcsite.diagnostics import Diagnostic, Misread, Severity, Span
from mcsite.ledger.digest import Sight
from mcsite.ledger.settling import Settled, settle
from mcsite.ledger.vanished import Source, missing, questions
from mcsite.model.event import Event
from mcsite.model.moment import zone
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture
from mcsite.model.settings import NO_ADDRESS, Settings
from mcsite.model.site import Edition, Site
from mcsite.source.answers import yes_or_no
from mcsite.source.dates import day
from mcsite.source.document import Document
from mcsite.source.files import Found, SourceFile
from mcsite.source.translations import told_apart
from mcsite.stopwatch import stage

T = TypeVar("T")

HOME = "content/site.md"


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A file that is not published yet, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a folder says. What could not be read is left out of the edition and named in the diagnostics."""

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]
    held_back: tuple[HeldBack, ...]


def read_site(found: Found, options: Options) -> Read:
    """The edition as of ``options.now``, every problem, and what is held back."""
    notes: list[Diagnostic] = []
    home = _home(found, options, notes)
    settings = _settings(home, options, notes)
    if home is None or settings is None:
        _documents(found, options, notes)
        return Read(None, tuple(notes), ())
    understood = not any(note.severity is Severity.ERROR for note in notes)
    found = told_apart(found, settings.language, [language.code for language in settings.languages[1:]])
    notes += found.diagnostics
    with stage("Front matter") as reading_them:
        documents = _documents(found, options, notes)
        reading_them.counted(len(documents), "file")
    now = _now(options, settings)
    held_back = _held_back(documents, now, options)
    waiting = frozenset(held.path for held in held_back)
    shown = tuple(document for document in documents if document.path not in waiting)
    reading = Reading(Index.of((*shown, *_unread(found, documents)), found.assets, {held.path: held.reason for held in held_back}), notes)
    notes += reading.index.notes
    seen, site = _Assembly(shown, found, options, settings, reading).site()
    with stage("Ledger") as settling:
        settled = settle(seen, settings, options.previous, now)
        settling.counted(len(settled.sessions), "session")
    source = _source(found, site, settled, held_back)
    # What settings that are not understood made of a series is no change of it: such as days on which the site is closed.
    vanished = missing(settled.vanished, source) if understood else ()
    notes += questions(vanished, source)
    menu = menu_of(settings.navigation, home, settings.origin, reading.index, notes)
    privacy = privacy_of(settings, home, reading.index, notes)
    originals = {(document.kind, document.slug): document for document in shown}
    translations = translations_of(found.translations, found.files, originals, notes)
    held = (*translations.held, *(document for document in documents if document.path in waiting))
    assets = published_assets(found.assets, (*shown, *translations.documents), held)
    settings = replace(settings, welcome=reading.prose(home), navigation=menu, privacy=privacy, logo=_logo(home, settings, reading))
    settings = kept.the_same(settings, home)
    site = replace(site, settings=settings, sessions=in_order(settled.sessions), assets=assets)
    edition = Edition(site, now, settled.ledger, options.previous, vanished)
    return Read(in_all_languages(edition, translations, originals, reading.index, notes), tuple(notes), held_back)


def address_of(found: Found, options: Options) -> str | None:
    """``base_url`` alone, or none when there is none that can be understood; what is wrong is said by ``read_site``."""
    settings = _settings(_home(found, options, []), options, [])
    return settings.base_url if settings and settings.base_url != NO_ADDRESS else None


@dataclass(frozen=True)
class _Assembly:
    """Every reader in turn, or what it found before."""

    documents: tuple[Document, ...]
    found: Found
    options: Options
    settings: Settings
    reading: Reading

    @cached_property
    def _dependence(self) -> Dependence:
        return Dependence(self.found, self.options, self.reading.index)

    def site(self) -> tuple[tuple[Sight, ...], Site]:
        """What followers see of its sessions, and the site, as yet without them; without what could not be read."""
        standing = self._standing()
        with stage("Events and their dates") as reading_them:
            events, seen = self._events(Shelves(self.settings, standing.venues, standing.people, standing.partners, standing.workshops))
            reading_them.counted(len(events), "event")
        neighbourhoods = self.reading.neighbourhoods
        return seen, Site(
            settings=self.settings,
            events=events,
            workshops=_by_slug(standing.workshops),
            library=_by_slug(standing.library),
            venues=_by_slug(standing.venues),
            people=_by_slug(standing.people),
            partners=_by_slug(standing.partners),
            pages=_by_slug(standing.pages),
            neighbourhoods=tuple(neighbourhoods[slug] for slug in sorted(neighbourhoods)),
        )

    def _standing(self) -> Standing:
        if known := standing_again(self._dependence, self.reading):
            return known
        from mcsite.content.shelving import standing_of  # noqa: PLC0415 - it comes with all forms, which take a while

        before = len(self.reading.notes)
        standing = standing_of(self.documents, self.found, self.settings, self.reading)
        if len(self.reading.notes) == before:
            keep_standing(standing, self._dependence, self.reading)
        return standing

    def _events(self, shelves: Shelves) -> tuple[tuple[Event, ...], tuple[Sight, ...]]:
        groups = Groups(Memory(self._dependence, self.reading, shelves), self.options.jobs)
        documents = tuple(document for document in self.documents if document.kind == "event")
        read = list(groups.events_of(documents, lambda document: self._draft(document, shelves)))
        events = sorted((event for event, _ in read), key=lambda event: event.slug)
        return tuple(events), tuple(sight for _, seen in read for sight in seen)

    def _draft(self, document: Document, shelves: Shelves) -> Draft | None:
        from mcsite.content.events import draft_of  # noqa: PLC0415 - the same

        return draft_of(document, self.reading, shelves)


def _home(found: Found, options: Options, notes: list[Diagnostic]) -> Document | None:
    """``site.md``: which files are what depends on the languages that it names."""
    return next(iter(_documents(replace(found, files=tuple(file for file in found.files if file.kind == "site")), options, notes)), None)


def _documents(found: Found, options: Options, notes: list[Diagnostic]) -> tuple[Document, ...]:
    documents = []
    for document, wrong in documents_of(found.files, _document, options.jobs):
        notes += wrong
        if document is not None:
            documents.append(document)
    return tuple(documents)


def _document(file: SourceFile) -> DocumentRead:
    from mcsite.content.opened import opened  # noqa: PLC0415 - the readers of YAML and all forms take a while to come in

    return opened(file)


def _unread(found: Found, documents: Iterable[Document]) -> Iterator[Document]:
    """Files that could not be read, as empty documents: links to them are no mistake of their own."""
    read_paths = {document.path for document in documents}
    return (Document(file.path, file.kind, file.slug, origin=Origin(file.path)) for file in found.files if file.path not in read_paths)


def _settings(home: Document | None, options: Options, notes: list[Diagnostic]) -> Settings | None:
    if home is None:
        if not any(note.span.path == HOME for note in notes):
            notes.append(Diagnostic(Span(HOME), "E010", "this folder has no content/site.md, so it is not a site yet", "'mcsite init NAME' makes a new site"))
        return None
    return settings_of_home(home, options, notes)


def _logo(home: Document, settings: Settings, reading: Reading) -> Picture | None:
    """The picture that stands for the site; it says no more than the name beside it."""
    named = home.fields.get("logo")
    if not isinstance(named, str) or not named.strip():
        return None
    try:
        return replace(picture_of(named.strip(), settings.title, reading.index), alt="")
    except Misread as misread:
        reading.notes.append(misread.at(settings.origin.span("logo")))
        return None


def _now(options: Options, settings: Settings) -> datetime:
    here = zone(settings.timezone)
    return options.now.astimezone(here) if options.now.tzinfo else options.now.replace(tzinfo=here)


def _held_back(documents: Iterable[Document], now: datetime, options: Options) -> tuple[HeldBack, ...]:
    """Drafts and events whose day of publication has not come; none for a preview. What is unfinished in a draft is nobody's business yet."""
    reasons = ((document.path, _reason(document, now, options)) for document in documents if document.kind == "event")
    return tuple(HeldBack(path, reason) for path, reason in reasons if reason)


def _reason(document: Document, now: datetime, options: Options) -> str:
    if options.drafts:
        return ""
    if _reads(yes_or_no, document.fields.get("draft")):
        return "it is a draft"
    publish_on = _reads(day, document.fields.get("publish_on"))
    return f"it is to be published on {publish_on}" if publish_on and publish_on > now.date() else ""


def _reads(reader: Callable[[str], T], raw: object) -> T | None:
    """A field's value, if it can be understood; if not, the event's own reader says so."""
    try:
        return reader(raw) if isinstance(raw, str) and raw else None
    except Misread:
        return None


def _source(found: Found, site: Site, settled: Settled, held_back: tuple[HeldBack, ...]) -> Source:
    """What there is instead of what has vanished."""
    held = {held.path: held.reason for held in held_back}
    files = [file for file in found.files if file.kind == "event"]
    return Source(
        settings=site.settings,
        events={settled.known[event.slug]: event for event in site.events if event.slug in settled.known},
        held_back={file.slug: (file.path, held[file.path]) for file in files if file.path in held},
        complete=len(files) == len(site.events) + len(held),
    )


def _by_slug(lookup: Lookup[T]) -> tuple[T, ...]:
    return tuple(lookup.things[slug] for slug in sorted(lookup.things))
