"""The archive: past sessions by year, latest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.event import Card
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.listing import leaves, soonest
from mcsite.render.theme import Theme, fill

LATEST = 40
"""Sessions on the archive's first page, whatever their year."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``archive/index.html``, ``archive/2025/index.html``, ``archive/2025/page/2/index.html`` and so on."""
    if not edition.site.settings.makes("pages"):
        return
    frame, past = frame_of(edition, theme.strings), edition.past_cards
    years = tuple((year, tuple(cards)) for year, cards in groupby(sorted(past, key=_year, reverse=True), _year))
    counts = tuple((year, addresses.archive_year(year), len(cards)) for year, cards in years)
    inputs = theme.inputs("archive.html", frame, addresses.ARCHIVE, latest=soonest(past, LATEST), years=counts)
    yield Artifact(addresses.file_of(addresses.ARCHIVE), fill, inputs)
    for year, cards in years:
        for leaf in leaves(cards, addresses.archive_year(year)):
            yield Artifact(addresses.file_of(leaf.address), fill, theme.inputs("archive_year.html", frame, leaf.address, year=year, leaf=leaf, years=counts))


def _year(card: Card) -> int:
    return card.when.first_day.year
