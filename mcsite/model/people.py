"""Those who hold the sessions, and those who lend the rooms."""

from __future__ import annotations

from dataclasses import dataclass, field

from mcsite.model.origin import Origin
from mcsite.model.places import Venue
from mcsite.model.prose import Picture, Prose
from mcsite.model.unpublished import UNPUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A therapist or a volunteer. Only those with ``public`` have a page and an address of mail on it."""

    slug: str
    title: str
    role: str = ""
    url: str = ""
    email: str = ""
    registration: str = ""
    public: bool = True
    summary: str = ""
    image: Picture | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A gym, café or surgery that lends a room and refers people. ``contact`` is for the organiser and is not published."""

    slug: str
    title: str
    venue: Venue | None = None
    url: str = ""
    code: str = field(default="", metadata=UNPUBLISHED)
    contact: str = field(default="", repr=False, metadata=UNPUBLISHED)
    summary: str = ""
    image: Picture | None = None
    body: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)
