"""From the bytes of calendar files to files of the site, and everything there is to say about the way. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mcsite.content.options import Options
from mcsite.content.site import HOME, read_site
from mcsite.diagnostics import Severity
from mcsite.importing.bundles import bundled
from mcsite.importing.components import Component, calendars
from mcsite.importing.drafts import Draft, Drafting, Names, lasting_name
from mcsite.importing.lines import content_lines
from mcsite.importing.people import NewPerson, People
from mcsite.importing.places import NewVenue, Places
from mcsite.importing.proof import Proof, prove
from mcsite.importing.prose import from_text
from mcsite.importing.remarks import Remarks
from mcsite.importing.sessions import program
from mcsite.importing.vevents import Reader, Vevent
from mcsite.importing.writing import document
from mcsite.importing.zones import Zones
from mcsite.model.site import Edition
from mcsite.render.calendars import PRODUCT
from mcsite.source.files import Found, SourceFile
from mcsite.source.frontmatter import read

EVENTS, VENUES, PEOPLE = "content/events", "content/venues", "content/people"
_LONGEST_PLAIN = 3_000
"""Characters that are kept of a description that pages cannot show as it is."""
_COUNTED = {
    "VTODO": "tasks", "VJOURNAL": "journal entries", "VFREEBUSY": "entries of free and busy time", "VAVAILABILITY": "entries of availability",
    "VALARM": "alarms",
}  # fmt: skip
_DROPPED = {
    "ATTENDEE": "names and addresses of people who attend", "ORGANIZER": "names and addresses of organisers", "CONTACT": "contacts", "ATTACH": "attachments",
    "IMAGE": "pictures", "COMMENT": "comments", "RELATED-TO": "relations between events", "RESOURCES": "resources", "CONFERENCE": "addresses of video calls",
    "X-GOOGLE-CONFERENCE": "addresses of video calls", "X-MICROSOFT-SKYPETEAMSMEETINGURL": "addresses of video calls",
}  # fmt: skip

Progress = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and of how much."""


class NoCalendarError(Exception):
    """The file of this name holds no calendar; the second argument is how it begins."""


class NoSiteError(Exception):
    """The site has no settings that could be read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A calendar file: its name, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Wish:
    """What is imported into which site: ``until`` is the day up to which endless series are certain, ``folder`` where events go, from the site."""

    found: Found
    options: Options
    until: date
    folder: str = EVENTS


@dataclass(frozen=True, slots=True)
class Imported:
    """``files`` are new texts by their paths from the site, ``venues`` and ``people`` how many of them are such.

    ``known`` counts events that the site has already. ``read`` are VEVENTs.
    """

    files: Mapping[str, str]
    drafts: Sequence[Draft]
    venues: int
    people: int
    read: int
    known: int
    endless: int
    remarks: Remarks


def imported(sources: Sequence[Source], wish: Wish, progress: Progress) -> Imported:
    """The files that the calendars come to. Raises ``NoCalendarError`` and ``NoSiteError``."""
    site = read_site(wish.found, wish.options)
    edition = site.edition
    if edition is None or any(note.severity is Severity.ERROR and note.span.path == HOME for note in site.diagnostics):
        raise NoSiteError
    remarks = Remarks()
    events = [event for source in sources for event in _events(source, edition.site.settings.timezone, remarks, progress)]
    return _Import(wish, edition, remarks, progress).of(events)


def _events(source: Source, home: str, remarks: Remarks, progress: Progress) -> Iterator[Vevent]:
    found = calendars(content_lines(source.data, remarks))
    if not found:
        raise NoCalendarError(source.name, source.data[:40].decode("utf-8", "replace").strip())
    if any(not calendar.closed for calendar in found):
        remarks.once(f"{source.name} ends in the middle: what comes after is missing.")
    for calendar in found:
        _count(calendar, remarks)
        zones = Zones(calendar, home, remarks)
        if zones.default != home:
            remarks.once(f"Its times are those of {zones.default}, the site's those of {home}: each event says so.")
        reader = Reader(zones, remarks, called_off=calendar.text("METHOD").upper() == "CANCEL", ours=calendar.text("PRODID") == PRODUCT)
        parts = list(calendar.walk("VEVENT"))
        for number, part in enumerate(parts):
            progress("reading", number, len(parts))
            if (event := reader.read(part)) is not None:
                yield event


def _count(calendar: Component, remarks: Remarks) -> None:
    for name, words in _COUNTED.items():
        remarks.drop(words, sum(1 for _ in calendar.walk(name)))
    for event in calendar.walk("VEVENT"):
        for line in event.lines:
            if line.name in _DROPPED:
                remarks.drop(_DROPPED[line.name])
            elif line.name == "DESCRIPTION" and "-::~:~::" in line.value:
                remarks.drop("addresses of video calls")


class _Import:
    """One import into one site."""

    def __init__(self, wish: Wish, edition: Edition, remarks: Remarks, progress: Progress) -> None:
        self.wish, self.remarks, self.progress = wish, remarks, progress
        files = wish.found.files
        self.places = Places(edition.site.venues, (file.slug for file in files if file.kind == "venue"), remarks)
        self.people = People(edition.site.people, (file.slug for file in files if file.kind == "person"))
        aliases = (alias for event in edition.site.events for alias in event.aliases)
        names = Names((*(file.slug for file in files if file.kind == "event"), *aliases))
        self.drafting = Drafting(edition.site.settings, self.places, self.people, names, wish.until, remarks)
        self.known = set(_identities(files))

    def of(self, events: Sequence[Vevent]) -> Imported:
        bundles = bundled(events, self.remarks)
        new = [bundle for bundle in bundles if (bundle.uid or lasting_name(bundle)) not in self.known]
        drafts, endless = list[Draft](), 0
        for number, bundle in enumerate(new):
            self.progress("laying out", number, len(new))
            found = program(bundle, self.wish.until, self.remarks)
            endless += found.endless
            drafts += self.drafting.of(bundle, found)
        drafts = self._proved(drafts)
        venues, people = _texts(VENUES, self._needed(drafts)), _texts(PEOPLE, self._leading(drafts))
        written = {f"{self.wish.folder}/{draft.slug}.md": draft.text for draft in drafts}
        return Imported({**venues, **people, **written}, drafts, len(venues), len(people), len(events), len(bundles) - len(new), endless, self.remarks)

    def _proved(self, drafts: list[Draft]) -> list[Draft]:
        """Those that are read as they were meant; of others first the description is made plain, and what is wrong then is left out, and said."""
        self.progress("comparing", 0, len(drafts))
        proof = self._proof(drafts)
        if proof.wrong:
            drafts = [self._plainer(draft) if draft.slug in proof.wrong else draft for draft in drafts]
            proof = self._proof(drafts)
        for draft in drafts:
            if draft.slug in proof.wrong:
                self.remarks.event(draft.title, f"It could not be written so that this site can read it: not imported ({proof.wrong[draft.slug][0].message}).")
            elif draft.slug in proof.differing:
                self.remarks.event(draft.title, f"{proof.differing[draft.slug]}: look at {draft.slug}.md.")
        return [draft for draft in drafts if draft.slug not in proof.wrong]

    def _proof(self, drafts: Sequence[Draft]) -> Proof:
        others = {"venue": _texts(VENUES, self.places.new.values()), "person": _texts(PEOPLE, self.people.new.values())}
        return prove(self.wish.found, drafts, others, self.wish.folder, replace(self.wish.options, drafts=True))

    def _plainer(self, draft: Draft) -> Draft:
        self.remarks.event(draft.title, "Its description is long or tangled: only its beginning is kept, as plain text.")
        words = " ".join(draft.body.split())[:_LONGEST_PLAIN].rpartition(" ")[0]
        return replace(draft, body=from_text(words))

    def _needed(self, drafts: Iterable[Draft]) -> list[NewVenue]:
        """The new venues that an event names."""
        named = {name for draft in drafts for name in draft.venues}
        return [venue for venue in self.places.new.values() if venue.slug in named]

    def _leading(self, drafts: Iterable[Draft]) -> list[NewPerson]:
        """The new people who lead one."""
        named = {name for draft in drafts for name in draft.fields.get("hosts", ())}
        return [person for person in self.people.new.values() if person.slug in named]


def _texts(folder: str, things: Iterable[NewVenue | NewPerson]) -> dict[str, str]:
    """Their files by their paths."""
    return {f"{folder}/{thing.slug}.md": document(thing.fields, "") for thing in things}


def _identities(files: Iterable[SourceFile]) -> Iterator[str]:
    """What the events of the site are known by already."""
    for file in files:
        if file.kind == "event" and (document_ := read(file).document) is not None:
            yield from (value for name in ("uid", "id") if isinstance(value := document_.fields.get(name), str) and value)
