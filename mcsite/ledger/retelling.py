"""What was announced of the sessions, in another language of the site.

The ledger says it in the main language. A late change is told from it beside what holds now, so it must speak as the rest of the page does: a place
and a person that are still there are called as the language calls them now, and so is whatever the session still says. What nobody finds there
any more stays as it was announced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from mcsite.ledger.digest import Sight, sights
from mcsite.model.ledger import Details, Earlier, Ledger, Published
from mcsite.model.site import Site
from mcsite.render.tidy import tidy_line

Said = TypeVar("Said", Earlier, Published)

_AFTER_THE_NAME = ", "
"""As ``Venue.location`` joins name, address and postcode."""


def retold(ledger: Ledger, main: Site, translated: Site) -> Ledger:
    """The ledger with everything from which a late change may be told in the words of the language of ``translated``."""
    changed = {known.uid for known in ledger.sessions if known.earlier}
    if not changed:
        return ledger
    retelling = _Retelling.between(main, translated)
    own, here = (_sights_of(site, changed) for site in (main, translated))
    words = {uid: _Words.between(own[uid], here[uid]) for uid in own.keys() & here.keys()}
    return replace(ledger, sessions=tuple(retelling.of(known, words.get(known.uid, _Words())) if known.earlier else known for known in ledger.sessions))


@dataclass(frozen=True, slots=True)
class _Words:
    """What one session says now, in the main language and in the other: ``texts`` are its titles and its note, ``places`` its place."""

    texts: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def between(cls, own: Sight, here: Sight) -> _Words:
        texts = ((tidy_line(sight.session.event.title), sight.title, sight.details.note) for sight in (own, here))
        return cls(dict(zip(*texts, strict=True)), {own.place: here.place})

    def of(self, text: str) -> str:
        """The same text in the other language, or as it is if the session does not say it any more."""
        return self.texts.get(text, text) if text else ""


@dataclass(frozen=True, slots=True)
class _Retelling:
    """What things are called: ``places`` and ``people`` by their titles in the main language, ``by_slug`` people by that."""

    places: Mapping[str, str]
    people: Mapping[str, str]
    by_slug: Mapping[str, str]

    @classmethod
    def between(cls, main: Site, translated: Site) -> _Retelling:
        venues, parts, people = (_titles(main, translated, kind) for kind in ("venues", "neighbourhoods", "people"))
        return cls(_names((*venues, *parts)), _names(people), {person.slug: tidy_line(person.title) for person in translated.people})

    def of(self, known: Published, words: _Words) -> Published:
        """A session; ``words`` are those that it says itself."""
        earlier = tuple(self._announced(was, words) for was in known.earlier)
        return replace(self._announced(known, words), earlier=earlier)

    def _announced(self, said: Said, words: _Words) -> Said:
        place = words.places.get(said.place) or self._place(said.place)
        return replace(said, title=words.of(said.title), place=place, details=self._details(said.details, words))

    def _place(self, place: str) -> str:
        """A line that begins with the name of a place; its address stays as it was announced."""
        if place in self.places:
            return self.places[place]
        names = (name for name in self.places if place.startswith(name + _AFTER_THE_NAME))
        longest = max(names, key=len, default="")
        return self.places.get(longest, "") + place.removeprefix(longest)

    def _details(self, said: Details, words: _Words) -> Details:
        hosts = tuple((slug, self.by_slug.get(slug) or self.people.get(name, name)) for slug, name in said.hosts)
        return replace(said, hosts=hosts, note=words.of(said.note), own_title=words.of(said.own_title))


def _sights_of(site: Site, uids: Iterable[str]) -> dict[str, Sight]:
    wanted = frozenset(uids)
    found = sights((session for session in site.sessions if session.identity.uid in wanted), site.settings)
    return {sight.session.identity.uid: sight for sight in found}


def _titles(main: Site, translated: Site, kind: str) -> tuple[tuple[str, str], ...]:
    """What each thing of a kind is called in both, in the order that both have."""
    pairs = zip(getattr(main, kind), getattr(translated, kind), strict=True)
    return tuple((tidy_line(own.title), tidy_line(here.title)) for own, here in pairs)


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What stands for each name; a name of several that are called differently is none."""
    found: dict[str, set[str]] = {}
    for name, here in pairs:
        found.setdefault(name, set()).add(here)
    return {name: here.pop() for name, here in found.items() if len(here) == 1}
