"""Everything that there is for an event in one file, ``events/SLUG/pieces.zip``: for the partner, the volunteer, the group chat.

Whatever public files lie below the event's address, but pages: flyers, cards, captions, handouts, the calendar; its text, ready to paste; and
the pictures and library files that its page and its workshop's page show or link to. Made while something of the event is still to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mcsite.build.gathering import Gathering, Piece
from mcsite.model import addresses
from mcsite.model.event import Session, Status
from mcsite.model.moment import When
from mcsite.model.site import Edition
from mcsite.render.entries import Entry, entries_of
from mcsite.render.packing import Cover, zipped
from mcsite.render.packs import pack_of_event
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme
from mcsite.render.words_of_time import words

DATES = 12
"""At most so many dates are spelled out in the text; the calendar has them all."""
_OF_ONE_SESSION: dict[str, Any] = {"number": None, "of": None, "full": False, "note": "", "status": Status.SCHEDULED, "moved_from": None}
"""What the text of the whole event does not say."""
_NO_PIECES = (".html", ".zip", "/session.ics")
"""Pages live on the site; a session's own calendar file says nothing that the event's does not."""


def plan(edition: Edition, theme: Theme) -> Iterator[Gathering]:
    """One for each event of which a session that takes place is still to come."""
    settings = edition.site.settings
    if not (settings.makes("pages") and (settings.makes("prints") or settings.makes("cards"))):
        return
    coming: dict[str, list[Session]] = {}
    for session in edition.coming:
        if session.status.takes_place:
            coming.setdefault(session.event.slug, []).append(session)
    for slug, sessions in sorted(coming.items()):
        yield _gathering(edition, theme.strings, addresses.event(slug), sessions)


def make(pieces: tuple[Piece, ...], cover: Cover, entry: Entry, dates: tuple[When, ...]) -> bytes:
    """The bytes of the zip."""
    speech = words(entry.language)
    days = (entry.strings.joined((speech.days(when), speech.clock(when))) for when in dates)
    text = "\n\n".join(part for part in (entry.title, "\n".join(days), entry.location, entry.description) if part)
    return zipped(pieces, cover, text=f"{text}\n")


def _gathering(edition: Edition, strings: Strings, page: str, sessions: list[Session]) -> Gathering:
    settings, event = edition.site.settings, sessions[0].event
    pack = pack_of_event(edition, page, event.workshop, strings)
    url = addresses.absolute(settings, page)
    head = (f"{event.title}\n{settings.title}\n{url}", strings.say("Everything there is for this event: to print, to post and to pass on."))
    inputs = {
        "cover": Cover(event.slug, head, strings.say("Files"), ((strings.say("Licences"), pack.terms),)),
        "entry": replace(entries_of(edition, strings)[event.slug, sessions[0].key], title=event.title, url=url, **_OF_ONE_SESSION),
        "dates": tuple(session.when for session in sessions[:DATES]),
    }
    return Gathering(addresses.event_pack(event.slug), make, inputs, folders=((page, ""),), files=pack.files, leaves_out=_NO_PIECES)
