"""Everything that a colleague needs to run a workshop in one file, ``workshops/SLUG/kit.zip``: made of those that name a licence which allows it.

The outline as text, the handout, and the pictures and library files that go with the workshop, each with its licence. What has none that
lets it be passed on is left out, and ``README.txt`` says so and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.gathering import Gathering, Piece
from mcsite.model import addresses
from mcsite.model.library import Workshop
from mcsite.model.site import Edition
from mcsite.render.packing import Cover, zipped
from mcsite.render.packs import may_go_along, outline_of, pack_of_workshop
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme

_NO_PIECES = (".html", ".zip")


def plan(edition: Edition, theme: Theme) -> Iterator[Gathering]:
    """One for each workshop with a licence that lets it be passed on."""
    if edition.site.settings.makes("pages"):
        for workshop in edition.site.workshops:
            if workshop.terms.lets_pass_on:
                yield _gathering(edition, theme.strings, workshop)


def make(pieces: tuple[Piece, ...], cover: Cover, workshop: Workshop, base_url: str, strings: Strings) -> bytes:
    """The bytes of the zip."""
    return zipped(pieces, cover, outline=outline_of(workshop, base_url, strings))


def _gathering(edition: Edition, strings: Strings, workshop: Workshop) -> Gathering:
    page, settings = addresses.entry("workshops", workshop.slug), edition.site.settings
    pack = pack_of_workshop(edition, workshop, strings)
    head = (
        f"{workshop.title}\n{settings.title}\n{addresses.absolute(settings, page)}",
        strings.say("Everything you need to run this workshop yourself. Please say where it comes from: %(site)s.", site=settings.title),
        strings.say("Licence: %(licence)s", licence=f"{workshop.terms.name}, {workshop.terms.url}"),
    )
    lists = (strings.say("Licences"), pack.terms), (strings.say("Left out"), pack.left_out)
    cover = Cover(workshop.slug, head, strings.say("Files"), lists)
    inputs = {"cover": cover, "workshop": workshop, "base_url": settings.base_url, "strings": strings}
    printed = ((page, ""),) if may_go_along(edition, workshop) else ()
    return Gathering(addresses.workshop_kit(workshop.slug), make, inputs, folders=printed, files=pack.files, leaves_out=_NO_PIECES)
