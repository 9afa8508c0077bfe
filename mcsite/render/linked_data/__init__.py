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
from mcsite.model.settings import Settings
from mcsite.render.linked_data import events, parties, places
from mcsite.render.linked_data.nodes import Node, node


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

    def session(self, session: Session, over: bool) -> Node:
        """A session, on its own page."""
        return events.event(self.settings, session, over=over)

    def event(self, event: Event, told: Sequence[Session], over: bool, span: tuple[str, str]) -> Node:
        """An event, on its page: a one-off is its only session, ``told[0]``."""
        if event.is_series:
            return events.series(self.settings, event, told, span, over=over)
        return events.event(self.settings, told[0], over=over)

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
