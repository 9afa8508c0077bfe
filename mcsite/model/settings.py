"""The settings of a site, ``content/site.md``."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose
from mcsite.model.schedule import Days
from mcsite.model.signup import Intake, Signup

FAMILIES = ("pages", "sessions", "calendars", "prints", "cards", "search", "mails", "editor")
"""The families of outputs that ``outputs:`` chooses from; all by default."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of gathering an event is: ``pop-up``, ``Pop-up``."""

    slug: str
    title: str


NO_ADDRESS = "https://site.invalid/"
"""Stands in for the address of a site whose own cannot be understood; it leads nowhere (RFC 2606)."""
PARTNER_HOURS = "partner-hours"
"""The kind of gathering that a partner has at its own place."""
KINDS = (
    Kind("event", "Event"),
    Kind("pop-up", "Pop-up"),
    Kind("workshop", "Workshop"),
    Kind(PARTNER_HOURS, "Partner hours"),
    Kind("circle", "Circle"),
    Kind("class", "Class"),
)
"""The kinds that every site has; ``site.md`` may add to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organiser:
    """Who answers for the site."""

    name: str
    email: str = ""
    phone: str = ""
    url: str = ""
    registration: str = ""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A link of the site's menu: to an address below the site's root (``events/``), or to another site (``https://…``)."""

    title: str
    target: str


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """One of the languages of a site in several: its code (BCP 47), and the folder below the site's root where it is, ``de/``; the main one has none."""

    code: str
    folder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for the whole site.

    ``base_url`` ends with a slash; on the days of ``closed`` no series meets; ``welcome`` is the home page's introduction.
    ``withdrawn`` are the addresses of pages of events and sessions that were published and never meant. A change of a session
    within ``late_change_hours`` of its start is told as a late one; 0 is never. ``accent`` is ``#rrggbb``, or empty for that of the ``mood``.
    ``privacy`` is the address of the page about people's data, below the site's root or elsewhere; empty if there is none.

    ``languages`` are those of a site in several, the main one first; of a site in one there are none. The settings of each have their own
    ``language``, ``folder`` and words, and a ``base_url`` that ends with the folder.
    """

    title: str
    base_url: str
    timezone: str
    language: str = "en"
    languages: tuple[SiteLanguage, ...] = ()
    folder: str = ""
    description: str = ""
    organiser: Organiser | None = None
    theme: str = "default"
    mood: str = "warm"
    accent: str = ""
    logo: Picture | None = None
    closed: tuple[Days, ...] = ()
    kinds: tuple[Kind, ...] = KINDS
    signup: Signup | None = None
    consent: str = ""
    privacy: str = ""
    secure_intake: Intake | None = None
    currency: str = ""
    feed_past_months: int = 12
    feed_future_months: int = 12
    late_change_hours: int = 24
    navigation: tuple[NavigationItem, ...] = ()
    outputs: tuple[str, ...] = FAMILIES
    withdrawn: tuple[str, ...] = ()
    welcome: Prose = field(default_factory=Prose)
    origin: Origin = field(compare=False, repr=False)

    @property
    def base_path(self) -> str:
        """The path of the site on its host, with a slash at both ends: ``/moves/``."""
        return urlsplit(self.base_url).path

    @property
    def root_url(self) -> str:
        """``base_url`` of the main language, where everything is that all languages share."""
        return self.base_url.removesuffix(self.folder)

    @property
    def root_path(self) -> str:
        """The path of ``root_url``, with a slash at both ends."""
        return urlsplit(self.root_url).path

    @property
    def host(self) -> str:
        """The name of the host, without a port."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def has_own_colours(self) -> bool:
        """Whether others than the theme's own are asked for."""
        return self.mood != "warm" or bool(self.accent)

    def makes(self, family: str) -> bool:
        """Whether ``outputs:`` asks for this family."""
        return family in self.outputs
