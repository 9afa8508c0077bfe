"""How one puts one's name down for a session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Provider(StrEnum):
    """Who takes the sign-ups."""

    LINK = "link"
    MAIL = "mail"
    NETLIFY = "netlify"
    FORMSPREE = "formspree"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Signup:
    """A way to sign up: the provider, and its target.

    The target is an address of the web (``link``), an address of mail (``mail``), Formspree's form id
    (``formspree``), or empty.
    """

    provider: Provider
    target: str = ""
