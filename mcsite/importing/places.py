"""Where events are: a LOCATION as a venue of the site, a new one, or an address on the web."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mcsite.content.lookup import plain_title
from mcsite.diagnostics import Misread
from mcsite.importing.remarks import Remarks
from mcsite.importing.writing import Fields
from mcsite.model.places import Venue
from mcsite.source.addresses import web_address
from mcsite.source.slugs import LONGEST, slug_of

_NOWHERE = {"tbc", "tba", "tbd", "?", "-", "n/a", "none", "unknown", "to be confirmed", "to be announced", "to be decided"}
_ONLINE = re.compile(r"(?:online|virtual(?:ly)?|zoom|google meet|(?:microsoft )?teams|webinar|live ?stream)(?: (?:only|event|meeting|call))*", re.IGNORECASE)
_LONGEST_LINE = 900


@dataclass(frozen=True, slots=True)
class Where:
    """The slug of a venue, or an address on the web, or neither."""

    venue: str = ""
    online: str = ""


@dataclass(frozen=True, slots=True)
class NewVenue:
    """A venue that the site has not yet. ``title`` and ``address``, with a comma between them, are the LOCATION."""

    slug: str
    title: str
    address: str
    geo: tuple[float, float] | None

    @property
    def fields(self) -> Fields:
        """Its front matter."""
        place = {"geo": [f"{degrees:.6f}".rstrip("0").rstrip(".") for degrees in self.geo]} if self.geo else {}
        return {"title": self.title, **({"address": self.address} if self.address else {}), **place}


class Places:
    """The venues of the site, and those that are added. ``taken`` are the slugs of all its files for venues."""

    def __init__(self, venues: Iterable[Venue], taken: Iterable[str], remarks: Remarks) -> None:
        self.remarks = remarks
        self.venues = tuple(venues)
        self.taken = set(taken)
        self.new: dict[str, NewVenue] = {}
        self.known = {plain_title(name): Where(venue.slug) for venue in self.venues for name in (venue.location, venue.title) if name}

    def where(self, location: str, geo: tuple[float, float] | None) -> Where:
        """What a LOCATION means; a place that is met for the first time becomes a venue."""
        text = " ".join(location.split())
        if not text or text.casefold().strip(". ") in _NOWHERE:
            if geo:
                self.remarks.drop("places on the map without a name")
            return Where()
        key = plain_title(text)
        if key not in self.known:
            self.known[key] = self._of_the_web(text) or self._of_the_site(text) or self._added(text, geo)
        return self.known[key]

    def _of_the_web(self, text: str) -> Where | None:
        if _ONLINE.fullmatch(text):
            self.remarks.once(f"Of events at '{text}' the file does not say the address at which one takes part.")
            return Where()
        if not re.match(r"https?://\S+$", text, re.IGNORECASE):
            return None
        try:
            return Where(online=web_address(text))
        except Misread:
            return None

    def _of_the_site(self, text: str) -> Where | None:
        """A venue of which the LOCATION says the title and the address, be it with more or less of town and country."""
        name, _, rest = text.partition(",")
        for venue in self.venues:
            if plain_title(name) == plain_title(venue.title) and (not venue.address or plain_title(venue.address) in plain_title(rest)):
                return Where(venue.slug)
        return None

    def _added(self, text: str, geo: tuple[float, float] | None) -> Where:
        name, _, rest = text.partition(",")
        title, address = (name.strip(), rest.strip(" ,")) if slug_of(name) and len(name) <= _LONGEST_LINE else (text[:_LONGEST_LINE], "")
        slug = self._free(slug_of(title)[: LONGEST - 10].strip("-"))
        if not slug:
            self.remarks.drop(f"the place '{text[:40]}', which has no letters")
            return Where()
        self.new[slug] = NewVenue(slug, title, address[:_LONGEST_LINE], geo)
        return Where(slug)

    def _free(self, wanted: str) -> str:
        """Not the name of another venue, nor one that Windows keeps for itself."""
        name, count = wanted, 1
        while name and (name in self.taken or is_device(name)):
            count += 1
            name = f"{wanted}-{count}"
        self.taken.add(name)
        return name


def is_device(name: str) -> bool:
    """Whether Windows can store no file of this name."""
    return bool(re.fullmatch(r"con|prn|aux|nul|(?:com|lpt)\d", name))
