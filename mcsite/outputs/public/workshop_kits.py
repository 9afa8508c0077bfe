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
from mcsite.render.packing import README, packed
from mcsite.render.packs import Pack, may_go_along, outline_of, pack_of_workshop
from mcsite.render.strings import Strings
from mcsite.render.theme import Theme

_NO_PIECES = (".html", ".zip")


def plan(edition: Edition, theme: Theme) -> Iterator[Gathering]:
    """One for each workshop with a licence that lets it be passed on."""
    if edition.site.settings.makes("pages"):
        for workshop in edition.site.workshops:
            if workshop.terms.lets_pass_on:
                yield _gathering(edition, theme.strings, workshop)


def make(pieces: tuple[Piece, ...], slug: str, outline: str, head: tuple[str, ...], pack: Pack, strings: Strings) -> bytes:
    """The bytes of the zip. ``head`` are the first paragraphs of its README."""
    files = [*((piece.name, piece.file.read_bytes()) for piece in pieces), ("outline.txt", outline.encode())]
    names = sorted(name for name, _ in files)
    parts = (strings.say("Files"), names), (strings.say("Licences"), pack.terms), (strings.say("Left out"), pack.left_out)
    lists = (f"{heading}\n\n" + "\n".join(f"- {line}" for line in lines) for heading, lines in parts if lines)
    return packed(slug, [*files, (README, ("\n\n".join((*head, *lists)) + "\n").encode())])


def _gathering(edition: Edition, strings: Strings, workshop: Workshop) -> Gathering:
    page, settings, licence = addresses.entry("workshops", workshop.slug), edition.site.settings, workshop.terms
    pack, with_handout = pack_of_workshop(edition, workshop, strings), may_go_along(edition, workshop)
    head = (
        f"{workshop.title}\n{settings.title}\n{addresses.absolute(settings, page)}",
        strings.say("Everything you need to run this workshop yourself. Please say where it comes from: %(site)s.", site=settings.title),
        strings.say("Licence: %(licence)s", licence=f"{licence.name}, {licence.url}"),
    )
    inputs = {"slug": workshop.slug, "outline": outline_of(workshop, edition.site, strings), "head": head, "pack": pack, "strings": strings}
    return Gathering(
        addresses.workshop_kit(workshop.slug), make, inputs, folders=((page, ""),) if with_handout else (), files=pack.files, leaves_out=_NO_PIECES
    )
