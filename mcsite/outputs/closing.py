"""The end of every plan: nothing that was ever published stops answering, and the memory of it is published too.

An address of the previous ledger that no artifact answers any more gets one: a feed goes on under its former name, or is empty when
what it was about is gone, and so is what other people's pages fetch; a page leads to its successor, or says what happened: nobody is
led to a list without a word, as if what was looked for were there. A venue, a person, a workshop or a partner whose file has
another name now is known by its title. ``feed.xml`` and ``events.json`` stay, without news, on a site
that makes no pages any more: ``public.atom`` and ``public.events_json`` see to that. ``ledger.json`` is made whatever ``outputs:``
asks for.

Where a site is in a language no more, what was published in it leads to the same in the main one, and its calendars go on in that.

Files of ``assets/`` are not kept: only their bytes could stand in for them, and who takes a photograph down, perhaps because the
person in it asked, must see it gone with the next build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from mcsite.build.artifact import Area, Artifact
from mcsite.ledger.document import is_kept, write
from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.ledger import Ledger, Published
from mcsite.model.site import Edition
from mcsite.render.calendars import calendar
from mcsite.render.entries import Entry, Head, entries_of, head_of
from mcsite.render.forwarding import farewell_page, forwarding_page
from mcsite.render.frame import collection_titles
from mcsite.render.sessions_json import sessions_json
from mcsite.render.strings import Strings
from mcsite.render.tidy import tidy_line
from mcsite.render.words_of_time import words

_TONGUE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*/", re.ASCII)
"""How the folder of a language looks; no collection has so short a name."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What is to be made besides what was planned, and every address ever published, with whose it is."""

    artifacts: tuple[Artifact, ...]
    addresses: tuple[tuple[str, str], ...]


def close(edition: Edition, strings: Strings, artifacts: Iterable[Artifact]) -> Closed:
    """The end of the plan of one language; that of the main one answers for languages in which the site is no more."""
    planned = {artifact.path: artifact for artifact in artifacts if artifact.area is Area.PUBLIC}
    closing = _Closing(edition, strings, planned)
    elsewhere = tuple(translation.site.settings.folder for translation in edition.translations)
    lost = [(address, whose) for address, whose in edition.ledger.addresses if addresses.file_of(address) not in planned]
    return Closed(tuple(closing.answer(*each) for each in lost if not elsewhere or not each[0].startswith(elsewhere)), closing.known())


def memory(edition: Edition, known: Iterable[tuple[str, str]]) -> Artifact:
    """``ledger.json``, of all languages. It is written here: to compare what it is made of would take as long."""
    return Artifact(addresses.LEDGER, record, {"document": write(Ledger(edition.ledger.sessions, tuple(sorted(known))))})


def record(document: bytes) -> bytes:
    """The bytes of ``ledger.json``."""
    return document


def feed(head: Head, entries: tuple[Entry, ...]) -> bytes:
    """A calendar that nothing else makes any more."""
    return calendar(head, entries)


class _Closing:
    """What the present edition can answer with."""

    def __init__(self, edition: Edition, strings: Strings, planned: Mapping[str, Artifact]) -> None:
        self.edition, self.strings, self.planned = edition, strings, planned
        self.settings = edition.site.settings

    def known(self) -> tuple[tuple[str, str], ...]:
        """Every address ever published, and whose it is."""
        answered = (addresses.answered_by(path) for path in self.planned)
        present = {address: self._owners.get(address, "") for address in answered if is_kept(address) and not self._is_of_a_preview(address)}
        return tuple(sorted((dict(self.edition.ledger.addresses) | present).items()))

    def answer(self, address: str, whose: str) -> Artifact:
        """An artifact for an address that would not answer any more."""
        folder, rest = _in_a_folder(address)
        if folder in self._former_languages:
            return self._in_the_main_language(address, rest, whose)
        path, renamed = addresses.file_of(address), self._under_its_new_name(address, whose)
        if renamed and address.endswith((".ics", ".json")):
            return replace(self.planned[renamed], path=path)
        if address.endswith(".ics"):
            return self._calendar(address, whose)
        if address.endswith(addresses.EVENTS_JSON):
            return Artifact(path, sessions_json, {"as_of": self.edition.today, "cards": (), "base_url": self.settings.base_url})
        successor = renamed or self._successor(address, whose)
        if successor is None:
            return Artifact(path, farewell_page, self._farewell(address, self._gone.get(whose)))
        return self._forwarding(path, successor)

    def _forwarding(self, path: str, successor: str) -> Artifact:
        """A page that leads on."""
        title = self._titles.get(successor, self.settings.title)
        target = {"href": addresses.href(self.settings, successor), "canonical": addresses.absolute(self.settings, successor)}
        return Artifact(path, forwarding_page, {"title": title, **target, "strings": self.strings})

    def _in_the_main_language(self, address: str, rest: str, whose: str) -> Artifact:
        """What answers for an address of a language that the site is in no more: the same in the main one."""
        path, main = addresses.file_of(address), self.planned.get(addresses.file_of(rest))
        if main is None:
            return replace(self.answer(rest, whose), path=path)
        return self._forwarding(path, rest) if main.path.endswith(".html") else replace(main, path=path)

    def _answers(self, address: str) -> bool:
        return addresses.file_of(address) in self.planned

    def _under_its_new_name(self, address: str, whose: str) -> str | None:
        """What an address of a venue, a person, a workshop or a partner is called now that its file has another name, and the same title."""
        alike = ((now, slug) for title, slug, present in self._named if title == whose for now in present)
        found = [now for now, slug in alike if _differs_in_name_only(address, now, slug) and self._answers(now)]
        return found[0] if len(found) == 1 else None

    def _successor(self, address: str, whose: str) -> str | None:
        """The page that took the place of one."""
        event, session = self._events.get(whose), self._sessions.get(whose)
        wanted = [addresses.event(event.slug)] if event else []
        if session:
            wanted += [session.address, addresses.event(session.event.slug)]
        if event and address.startswith("s/"):
            wanted.insert(0, addresses.short(event.slug))
        return next((page for page in wanted if self._answers(page)), self._nearest(address) if _is_of_a_list(address) else None)

    def _nearest(self, address: str) -> str | None:
        """The page above: of a month the calendar, of a venue all venues, of the rest the home page."""
        while address:
            address = address[: address.rstrip("/").rfind("/") + 1]
            if self._answers(address):
                return address
        return None

    def _farewell(self, address: str, gone: Published | None) -> dict[str, object]:
        onward = self._nearest(address)
        title = gone.title if gone else self.settings.title
        return {
            "title": title,
            "message": self._what_happened(gone) if gone else self.strings.say("This page is no longer here."),
            "link": self._titles.get(onward or addresses.HOME, self.strings.say("What is on")),
            "href": addresses.href(self.settings, onward) if onward is not None else "",
            "language": self.settings.language,
        }

    def _what_happened(self, gone: Published) -> str:
        day = words(self.settings.language).days(gone.when)
        if gone.withdrawn:
            return self.strings.say("%(title)s, %(day)s, was announced by mistake: it does not take place.", title=gone.title, day=day)
        return self.strings.say("%(title)s, %(day)s, is over.", title=gone.title, day=day)

    def _calendar(self, address: str, whose: str) -> Artifact:
        """The calendar of the same event or session under its present name, or one of what is left of it."""
        event, session = self._events.get(whose), self._sessions.get(whose)
        name = address.rpartition("/")[2]
        present = [addresses.event_rule(event.slug), addresses.event_feed(event.slug)] if event else []
        if session:
            present.append(addresses.session_file(session.event.slug, session.key if session.event.is_series else ""))
        same = [path for path in present if path.endswith(f"/{name}") and path in self.planned] or [path for path in present[1:] if path in self.planned]
        if same:
            return replace(self.planned[same[0]], path=address)
        title, page, sessions = self._left(address, event, session)
        head = head_of(self.edition, self.strings, address, title, page)
        entries = entries_of(self.edition, self.strings)
        return Artifact(address, feed, {"head": head, "entries": tuple(entries[each.event.slug, each.key] for each in sessions)})

    def _left(self, address: str, event: Event | None, session: Session | None) -> tuple[str, str, tuple[Session, ...]]:
        """What a calendar that nothing else makes holds of the site, its page and its sessions."""
        if event:
            return event.title, addresses.event(event.slug), self.edition.sessions_of[event.slug]
        if session:
            return session.title, session.address, (session,)
        if address == addresses.FEED_ALL:
            return "", addresses.CALENDAR, self.edition.site.sessions
        for facet, sessions in self.edition.facets.items():
            if address == addresses.facet_feed(facet.name, facet.slug):
                return facet.title, addresses.CALENDAR, sessions
        return "", addresses.CALENDAR, ()

    @cached_property
    def _former_languages(self) -> frozenset[str]:
        """Their folders: of those in which the programme or the calendar of a whole site was published once, and nothing is now."""
        roots = (_in_a_folder(address) for address, _ in self.edition.ledger.addresses)
        present = {language.folder for language in self.settings.languages}
        return frozenset(folder for folder, rest in roots if rest in {addresses.EVENTS, addresses.FEED_ALL} and _TONGUE.fullmatch(folder)) - present

    @cached_property
    def _events(self) -> dict[str, Event]:
        """The events by their permanent names."""
        return {session.identity.series: session.event for session in self.edition.site.sessions}

    @cached_property
    def _sessions(self) -> dict[str, Session]:
        return {session.identity.uid: session for session in self.edition.site.sessions}

    @cached_property
    def _gone(self) -> dict[str, Published]:
        """What is only remembered, by UID and, of whole events, by permanent name: the last session of each."""
        gone = sorted((known for known in self.edition.ledger.sessions if known.uid not in self._sessions), key=lambda known: known.key)
        return {known.series: known for known in gone if known.series not in self._events} | {known.uid: known for known in gone}

    @cached_property
    def _titles(self) -> dict[str, str]:
        """What a link to a page says."""
        titles = {addresses.HOME: self.settings.title, addresses.CALENDAR: self.strings.say("Calendar")}
        titles |= {f"{name}/": title for name, title in collection_titles(self.strings).items()}
        titles |= {addresses.session(session.event.slug, session.key): session.title for session in self.edition.site.sessions}
        return titles | {addresses.event(event.slug): event.title for event in self.edition.site.events}

    @cached_property
    def _owners(self) -> dict[str, str]:
        """Whose the addresses of events and sessions are."""
        owners: dict[str, str] = {}
        for session in self.edition.site.sessions:
            event, series, uid = session.event, session.identity.series, session.identity.uid
            for slug in (*event.aliases, event.slug):
                owners[addresses.session(slug, session.key)] = uid
                owners[addresses.session_file(slug, session.key if event.is_series else "")] = uid
                owners |= dict.fromkeys((addresses.event(slug), addresses.event_feed(slug), addresses.event_rule(slug), addresses.short(slug)), series)
        return {**owners, **{address: title for title, _, present in self._named for address in present}}

    @cached_property
    def _named(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """What has a file, a page and perhaps calendars of its own: its title, its slug and its addresses."""
        site = self.edition.site
        things = [
            *(("venues", venue.title, venue.slug) for venue in site.venues),
            *(("people", person.title, person.slug) for person in site.people if person.public),
            *(("workshops", workshop.title, workshop.slug) for workshop in site.workshops),
            *(("partners", partner.title, partner.slug) for partner in site.partners),
        ]
        return tuple((tidy_line(title)[:200], slug, _addresses_of(collection, slug)) for collection, title, slug in things)

    def _is_of_a_preview(self, address: str) -> bool:
        """What is looked at before it is announced: its addresses need not last."""
        return address in self._owners and self._owners[address] in self._of_previews

    @cached_property
    def _of_previews(self) -> frozenset[str]:
        today = self.edition.today
        identities = [session.identity for session in self.edition.site.sessions if not session.event.is_announced(today)]
        return frozenset(name for identity in identities for name in (identity.uid, identity.series))


def _in_a_folder(address: str) -> tuple[str, str]:
    """``de/events/swap/`` → ``de/``, ``events/swap/``."""
    folder, slash, rest = address.partition("/")
    return folder + slash, rest


def _addresses_of(collection: str, slug: str) -> tuple[str, ...]:
    page = addresses.entry(collection, slug)
    return page, addresses.embed(page), addresses.embed_json(page), addresses.facet_feed({"people": "hosts"}.get(collection, collection), slug)


def _differs_in_name_only(then: str, now: str, slug: str) -> bool:
    before, _, after = now.rpartition(slug)
    return then.startswith(before) and then.endswith(after) and "/" not in then[len(before) : len(then) - len(after)]


def _is_of_a_list(address: str) -> bool:
    """A part of a list that comes and goes with time: a month, a year of the archive, the second page of all events."""
    return address.startswith((addresses.CALENDAR, addresses.ARCHIVE)) or "/page/" in address
