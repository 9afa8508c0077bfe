"""Cards: how pages are shown where people share them, as pictures of the sizes that networks ask for.

``card.png`` (1200 by 630; ``.jpg`` where it shows a photograph) beside each page that is shared; beside each coming session that is near also
``card-square`` (1080 by 1080) and ``card-story`` (1080 by 1920), to be posted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from mcsite.build.artifact import Artifact
from mcsite.diagnostics import Diagnostic
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.characters import lacking_characters
from mcsite.render.flyers import lacking_of as lacking_on_flyers
from mcsite.render.fonts import Fonts, fonts_of
from mcsite.render.print import available, no_typesetter
from mcsite.render.sharing import drawn_of, lacking_of
from mcsite.render.social_card import SocialCard, draw
from mcsite.render.social_cards import cards_of
from mcsite.render.theme import Theme
from mcsite.render.theme_sources import Prints


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """Every form of every card."""
    fonts = fonts_of(edition.site)
    for page, card in drawn_of(edition, theme.prints, theme.strings).items():
        for form in card.forms:
            inputs = {"card": card, "form": form, "prints": theme.prints, "fonts": fonts}
            yield Artifact(addresses.card(page, form, card.ending), make, inputs, origin=card.origin, unforked=True)


def make(card: SocialCard, form: str, prints: Prints, fonts: Fonts) -> bytes:
    """A card as PNG or JPEG."""
    return draw(card, form, prints, fonts)


def review(edition: Edition, theme: Theme) -> Iterator[Diagnostic]:
    """W661: no font has some of its characters, which is told once of each, and not of what is printed too; W664: nothing can be drawn here."""
    settings = edition.site.settings
    if settings.makes("cards") and not available():
        yield no_typesetter(settings.origin)
    told = set(chain.from_iterable(lacking_on_flyers(edition, theme.prints, theme.strings).values()))
    for page, lacking in lacking_of(edition, theme.prints, theme.strings).items():
        if lacking - told:
            card = cards_of(edition, theme.strings)[page]
            yield lacking_characters(card.origin.span("title"), f"the card of '{card.title}'", lacking - told, "drawn", "drawn")
            told |= lacking
