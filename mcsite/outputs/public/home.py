"""The home page: what the community is, what comes next, and the first lines of the programme."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.late_notices import late_notices
from mcsite.render.listing import soonest
from mcsite.render.theme import Theme, fill

SHOWN = 12
"""Sessions of the programme on the home page."""
CANDIDATES = 4
"""Sessions from which a browser picks the next one until the site is built again."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``index.html``."""
    settings = edition.site.settings
    if settings.makes("pages"):
        inputs = theme.inputs(
            "home.html",
            frame_of(edition, theme.strings),
            addresses.HOME,
            welcome=settings.welcome,
            candidates=_candidates(edition.coming_cards),
            coming=soonest(edition.coming_cards, SHOWN),
            late=late_notices(edition, theme.strings),
        )
        yield Artifact(addresses.file_of(addresses.HOME), fill, inputs, origin=settings.origin)


def _candidates(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    return tuple(islice((card for card in cards if card.status.takes_place), CANDIDATES))
