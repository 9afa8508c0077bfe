"""A sheet for the door on which those who come write their names: names only, and the day by which it is shredded.

It has as many lines as there are places, so that the one who finds none left knows it. Names lie open on a table: nothing else is
asked, and what is kept are two numbers, how many came, and how many for the first time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from mcsite.model.event import Session
from mcsite.model.origin import Origin
from mcsite.model.settings import Settings
from mcsite.render.desk import Occasion, Stationery, occasion_of
from mcsite.render.print import Sheet
from mcsite.render.strings import Strings
from mcsite.render.words_of_time import words

TEMPLATE = "sign-in.typ"
ROWS = 20
"""Lines for a session of which nobody said how many can come."""
MOST_ROWS = 120
"""Where more can come, the sheet goes on on its back: five pages of names are more than a table at a door holds."""
KEPT = timedelta(days=7)
"""How long after a session its sheet may be kept: until the numbers are written down, and nobody asks any more who was there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """``rows`` are the lines for names; ``more`` is whether others may follow on its back; ``shred`` is the last day it may be kept, in words."""

    occasion: Occasion
    stationery: Stationery
    rows: int
    more: bool
    shred: str

    @property
    def name(self) -> str:
        """For messages."""
        return f"the sign-in sheet of '{self.occasion.title}'"

    @property
    def texts(self) -> tuple[str, ...]:
        """What editors wrote."""
        return (*self.occasion.texts, self.stationery.site)

    @property
    def origin(self) -> Origin:
        """The event's file."""
        return self.occasion.origin

    def sheet(self) -> Sheet:
        """Ready to be set."""
        say = self.stationery.strings.say
        said = {
            "kind": say("Sign-in sheet"),
            "number": say("Number"),
            "name": say("Name"),
            "lead": " ".join((say("A first name is enough."), say("Please write nothing about your health here. Tell us when we meet."))),
            "came": say("How many came"),
            "new": say("For the first time"),
            "shred": say("Shred this sheet by %(day)s.", day=self.shred),
            "more": say("More names: on the back.") if self.more else "",
        }
        return Sheet(TEMPLATE, {**self.stationery.values, **self.occasion.values, "rows": self.rows, "words": said})


def sign_in_of(session: Session, settings: Settings, strings: Strings) -> SignIn:
    """The sheet of a session at which people meet."""
    rows = min(session.capacity or ROWS, MOST_ROWS)
    return SignIn(
        occasion=occasion_of(session, settings, strings),
        stationery=Stationery.of(settings, strings),
        rows=rows,
        more=session.capacity != rows,
        shred=words(settings.language).day(session.when.last_day + KEPT),
    )


def is_met(session: Session) -> bool:
    """Whether people come through a door: it takes place, and not only online."""
    return session.status.takes_place and (session.venue is not None or not session.online)
