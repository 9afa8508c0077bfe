"""Venues and the neighbourhoods they are in."""

from __future__ import annotations

from dataclasses import dataclass, field

from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A part of town: ``old-harbour``, ``Old Harbour``. Known by being named in a venue or an event."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where people meet. ``geo`` is latitude and longitude in degrees; ``access`` and ``hours`` are labelled facts in the author's order."""

    slug: str
    title: str
    address: str = ""
    postcode: str = ""
    neighbourhood: Neighbourhood | None = None
    geo: tuple[float, float] | None = None
    capacity: int | None = None
    hours: tuple[tuple[str, str], ...] = ()
    access: tuple[tuple[str, str], ...] = ()
    url: str = ""
    directions: str = ""
    summary: str = ""
    image: Picture | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)

    @property
    def location(self) -> str:
        """One line for a calendar: name, address, postcode."""
        return ", ".join(part for part in (self.title, self.address, self.postcode) if part)
