"""How one puts one's name down for a session, what is asked of people, and how many places are taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Provider(StrEnum):
    """Who takes the sign-ups."""

    LINK = "link"
    MAIL = "mail"
    TELEPHONE = "telephone"
    WHATSAPP = "whatsapp"
    NETLIFY = "netlify"
    FORMSPREE = "formspree"
    BASIN = "basin"
    NONE = "none"

    @property
    def takes_forms(self) -> bool:
        """Whether people fill in a form on our own page, which is sent there."""
        return self in {Provider.NETLIFY, Provider.FORMSPREE, Provider.BASIN}


PLACEHOLDERS = ("event", "date", "time", "session", "url", "referral")
"""What a link to a form elsewhere may have in braces, ``{date}``: filled in for each session."""


class Asked(StrEnum):
    """What sort of answer a question wants; of the first three, browsers know the answer of whoever asks them to."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form. ``label`` is what people read; empty for those that every site asks in its own language.

    ``elsewhere``: it is answered in the site's secure intake, and here only a link to that is shown.
    """

    asked: Asked
    label: str = ""
    optional: bool = False
    elsewhere: bool = False


LEAST = (Question(Asked.NAME), Question(Asked.EMAIL))
"""What is asked where nobody says otherwise: enough to tell people of a change."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Where people tell about their health: a place made for that, with its name, never a form of ours."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Signup:
    """A way to sign up: the provider, and its target.

    The target is an address of the web, perhaps with placeholders (``link``), an address of mail (``mail``), a number with its
    country (``telephone``, ``whatsapp``), the id of a form there (``formspree``, ``basin``), or empty. ``consent`` is what people agree
    to, if not the site's own words. With a ``waiting_list`` the same way is open for a session that is full.
    """

    provider: Provider
    target: str = ""
    questions: tuple[Question, ...] = LEAST
    consent: str = ""
    waiting_list: bool = False


HOLDS = timedelta(days=1)
"""A number of places is no longer told when it was counted longer ago."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many places of a session were taken when somebody counted them; ``as_of`` is aware."""

    taken: int
    as_of: datetime

    @property
    def until(self) -> datetime:
        """The instant from which it is too old to be told."""
        return self.as_of + HOLDS

    def holds(self, now: datetime) -> bool:
        """Whether it was counted before ``now``, and not too long before."""
        return self.as_of <= now < self.until
