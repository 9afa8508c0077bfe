"""The programme: every coming session, soonest first, on as many pages as it takes."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.filters import filters_of
from mcsite.render.frame import frame_of
from mcsite.render.listing import leaves
from mcsite.render.theme import Theme, fill


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``events/index.html``, ``events/page/2/index.html`` and so on."""
    if edition.site.settings.makes("pages"):
        frame = frame_of(edition, theme.strings)
        filters = filters_of(edition)
        for leaf in leaves(edition.coming_cards, addresses.EVENTS):
            yield Artifact(addresses.file_of(leaf.address), fill, theme.inputs("programme.html", frame, leaf.address, leaf=leaf, filters=filters))
