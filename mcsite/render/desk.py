"""What the sheets for the door and the desk share: which sessions are near enough, their words, and how a sheet becomes a file.

A sheet is plain values; its words are worked out when it is planned, and it is set when it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

from mcsite.diagnostics import Diagnostic
from mcsite.model.event import Session
from mcsite.model.origin import Origin
from mcsite.model.settings import Settings
from mcsite.model.site import Edition
from mcsite.render.characters import are_signs, lacking_characters, lacking_of_each
from mcsite.render.fonts import Fonts
from mcsite.render.handout import has_long_words, language_of
from mcsite.render.print import Sheet, available, pdf
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.theme_sources import Prints
from mcsite.render.words_of_time import paper, words


class Printing(Protocol):
    """Something that is printed."""

    @property
    def name(self) -> str:
        """What a message calls it."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What of it editors wrote."""

    @property
    def origin(self) -> Origin:
        """The file that it comes from."""

    def sheet(self) -> Sheet:
        """Its values in a template."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What all sheets of a site are printed on and in: its name at the head, its language, and the paper of its country."""

    site: str
    language: str = "en"
    strings: Strings = ENGLISH

    @classmethod
    def of(cls, settings: Settings, strings: Strings) -> Stationery:
        """That of a site."""
        return cls(settings.title, settings.language, strings)

    @property
    def values(self) -> dict[str, Any]:
        """For a template."""
        return {"site": self.site, **language_of(self.language), "paper": paper(self.language)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The session that a sheet is for, in words: ``number`` is ``3 of 12``, ``place`` the name of the venue, or that it is online."""

    title: str
    day: str
    hours: str
    number: str
    place: str
    origin: Origin = field(compare=False, repr=False)

    @property
    def texts(self) -> tuple[str, ...]:
        """What editors wrote."""
        return (self.title, self.place)

    @property
    def values(self) -> dict[str, str]:
        """For a template."""
        facts = (self.day, self.hours, self.place, self.number)
        return {"document": f"{self.title}, {self.day}", "title": self.title, "facts": " · ".join(fact for fact in facts if fact)}


def occasion_of(session: Session, settings: Settings, strings: Strings) -> Occasion:
    """A session in the words of a site's language."""
    speech = words(settings.language)
    return Occasion(
        title=session.title,
        day=speech.days(session.when),
        hours=speech.clock(session.when),
        number=number_of(session, strings),
        place=session.venue.title if session.venue else strings.say("Online") if session.online else "",
        origin=session.event.origin,
    )


def number_of(session: Session, strings: Strings) -> str:
    """``3 of 12``; nothing for a session that is not counted so."""
    return strings.say("%(number)s of %(total)s", number=session.number, total=session.of) if session.number and session.of else ""


def near(edition: Edition, ahead: timedelta) -> Iterator[Session]:
    """The sessions that are not over and begin within some days from today, soonest first."""
    return (session for session in edition.coming if session.when.first_day <= edition.today + ahead)


def printable(things: Mapping[str, Printing], prints: Prints, fonts: Fonts) -> Iterator[tuple[str, dict[str, object]]]:
    """The paths of those whose characters can be printed, each with the inputs of ``printed``. Raises ``ThemeError``."""
    for path, lacking in _lacking(things, prints, fonts).items():
        if are_signs(lacking):
            yield path, {"thing": things[path], "left_out": "".join(sorted(lacking)), "prints": prints, "fonts": fonts}


def printed(thing: Printing, left_out: str, prints: Prints, fonts: Fonts) -> bytes:
    """Its PDF."""
    return pdf(sheet_of(thing, left_out), prints, fonts)


def sheet_of(thing: Printing, left_out: str = "") -> Sheet:
    """Ready to be set, without some characters; with words that are longer than a column, it says so."""
    sheet = thing.sheet()
    return Sheet(sheet.template, {**sheet.data, "long": has_long_words(thing.texts)}, sheet.pictures, left_out)


def unprintables(things: Mapping[str, Printing], prints: Prints, fonts: Fonts) -> Iterator[Diagnostic]:
    """W661 for what no font here has, once for each character: one font mends all that lacks it. Raises ``ThemeError``."""
    told = set[str]()
    for path, lacking in _lacking(things, prints, fonts).items():
        if lacking - told:
            told |= lacking
            yield lacking_characters(things[path].origin.span("title"), things[path].name, lacking)


def _lacking(things: Mapping[str, Printing], prints: Prints, fonts: Fonts) -> dict[str, frozenset[str]]:
    return lacking_of_each({path: thing.texts for path, thing in things.items()}, prints, fonts) if available() else {}
