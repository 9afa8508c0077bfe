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
from mcsite.model.site import Edition
from mcsite.render.entries import Entry, entries_of
from mcsite.render.packing import README, packed
from mcsite.render.packs import Pack, pack_of_event
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


def make(pieces: tuple[Piece, ...], slug: str, entry: Entry, dates: tuple[str, ...], pack: Pack, site: str, strings: Strings) -> bytes:
    """The bytes of the zip."""
    text = "\n\n".join(part for part in (entry.title, "\n".join(dates), entry.location, entry.description) if part) + "\n"
    files = [*((piece.name, piece.file.read_bytes()) for piece in pieces), ("text.txt", text.encode())]
    names = "\n".join(f"- {name}" for name in sorted(name for name, _ in files))
    terms = f"{strings.say('Licences')}\n\n" + "\n".join(f"- {line}" for line in pack.terms) if pack.terms else ""
    purpose = strings.say("Everything there is for this event: to print, to post and to pass on.")
    readme = "\n\n".join(part for part in (f"{entry.title}\n{site}\n{entry.url}", purpose, f"{strings.say('Files')}\n\n{names}", terms) if part)
    return packed(slug, [*files, (README, f"{readme}\n".encode())])


def _gathering(edition: Edition, strings: Strings, page: str, sessions: list[Session]) -> Gathering:
    site, event, speech = edition.site, sessions[0].event, words(edition.site.settings.language)
    pack = pack_of_event(edition, page, event.workshop, strings)
    dates = tuple(strings.joined((speech.days(session.when), speech.clock(session.when))) for session in sessions[:DATES])
    inputs = {
        "slug": event.slug,
        "entry": replace(
            entries_of(edition, strings)[event.slug, sessions[0].key], title=event.title, url=addresses.absolute(site.settings, page), **_OF_ONE_SESSION
        ),
        "dates": dates,
        "pack": pack,
        "site": site.settings.title,
        "strings": strings,
    }
    return Gathering(addresses.event_pack(event.slug), make, inputs, folders=((page, ""),), files=pack.files, leaves_out=_NO_PIECES)
