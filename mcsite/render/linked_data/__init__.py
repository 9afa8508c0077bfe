"""What a page says of itself to search engines and other programs: schema.org, as JSON-LD in a data block.

It is worked out while a page is drawn, from what the page was given to show: so it cannot say anything else, and no page needs
more inputs for it. ``events`` says which page describes what. Scripts in a page are forbidden by its policy; a data block is no
script and never run (HTML 4.12.1), so the policy has nothing to say of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mcsite.model import addresses
from mcsite.model.event import Event, Session
from mcsite.model.people import Partner, Person
from mcsite.model.places import Neighbourhood, Venue
from mcsite.model.prose import Picture
from mcsite.model.settings import Settings
from mcsite.render.linked_data import events, parties, places
from mcsite.render.linked_data.nodes import Node, node, pictured


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What templates may say of a site with these ``settings``."""

    settings: Settings

    def site(self) -> Node:
        """The site, for its home page."""
        return parties.website(self.settings)

    def organiser(self) -> Node:
        """Who answers for the site."""
        return parties.organiser(self.settings)

    def session(self, session: Session, over: bool, card: Picture | None = None) -> Node:
        """A session, on its own page. ``card`` is the picture by which the page is shown elsewhere."""
        return self._with_card(events.event(self.settings, session, over=over), card)

    def event(self, event: Event, told: Sequence[Session], over: bool, span: tuple[str, str], card: Picture | None = None) -> Node:
        """An event, on its page: a one-off is its only session, ``told[0]``."""
        if event.is_series:
            return self._with_card(events.series(self.settings, event, told, span, over=over), card)
        return self._with_card(events.event(self.settings, told[0], over=over), card)

    def _with_card(self, node: Node, card: Picture | None) -> Node:
        """Its own picture first, if it has one: search engines ask for several, of other shapes."""
        own = node.get("image", [])
        return {**node, "image": [*(own if isinstance(own, list) else [own]), *pictured(self.settings, card)]} if card else node

    def venue(self, venue: Venue) -> Node:
        """A venue, on its page."""
        return places.place(self.settings, venue)

    def neighbourhood(self, part: Neighbourhood, venues: Iterable[Venue]) -> Node:
        """A part of town, with its venues."""
        return places.neighbourhood(self.settings, part, venues)

    def person(self, person: Person) -> Node:
        """Somebody, on their page."""
        return parties.person(self.settings, person)

    def partner(self, partner: Partner) -> Node:
        """A partner, on its page."""
        return parties.partner(self.settings, partner)

    def trail(self, *steps: tuple[str, str]) -> Node:
        """The way from the home page to this one: a name and an address below the site's root for each step after the first."""
        way = ((self.settings.title, addresses.HOME), *steps)
        items = [node("ListItem", position=number, name=name, item=addresses.absolute(self.settings, address)) for number, (name, address) in enumerate(way, 1)]
        return node("BreadcrumbList", itemListElement=items)
