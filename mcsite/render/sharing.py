"""How pages are shown where people share their addresses: by a card, where one can be drawn.

Pages without a card of their own, such as the calendar, are shown by that of the home page.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from mcsite.model import addresses
from mcsite.model.event import Session
from mcsite.model.prose import Picture
from mcsite.model.site import Edition
from mcsite.render.characters import are_signs, characters, unprintable
from mcsite.render.fonts import fonts_of
from mcsite.render.social_card import WIDE, SocialCard, as_picture, texts_of
from mcsite.render.social_cards import cards_of, folder_of
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.theme import Theme
from mcsite.render.theme_sources import Prints


@lru_cache(maxsize=2)
def lacking_of(edition: Edition, prints: Prints, strings: Strings = ENGLISH) -> dict[str, frozenset[str]]:
    """The characters of each card that no font here has, by the address of its page. Raises ``ThemeError``."""
    texts = {page: characters(texts_of(card)) for page, card in cards_of(edition, strings).items()}
    missing = unprintable(("".join(text) for text in texts.values()), prints, fonts_of(edition.site)) if texts else frozenset()
    return {page: missing & text for page, text in texts.items()}


@lru_cache(maxsize=2)
def drawn_of(edition: Edition, prints: Prints, strings: Strings = ENGLISH) -> dict[str, SocialCard]:
    """Those cards that can be drawn, without the signs that no font has. The site's own always is, if need be without its title."""
    lacking, host = lacking_of(edition, prints, strings), edition.site.settings.host
    drawn = {}
    for page, card in cards_of(edition, strings).items():
        if are_signs(lacking[page]):
            drawn[page] = replace(card, left_out="".join(sorted(lacking[page])))
        elif page == addresses.HOME:
            drawn[page] = replace(card, title=host, summary="", site=host)
    return drawn


def shown_by(edition: Edition, theme: Theme, page: str) -> Picture | None:
    """The card by which a page is shown elsewhere; none where there is none of its own."""
    card = drawn_of(edition, theme.prints, theme.strings).get(page)
    return as_picture(page, card) if card else None


def shown_for(edition: Edition, theme: Theme, session: Session) -> Picture | None:
    """The card by which the page of a session is shown: its own, or else that of its event.

    One that followers were told a change of has another address, since those who show pictures remember them by their address.
    """
    page = folder_of(session)
    card = drawn_of(edition, theme.prints, theme.strings).get(page)
    if card is None:
        return shown_by(edition, theme, addresses.event(session.event.slug))
    return as_picture(page, card, session.identity.sequence)


def files_of(edition: Edition, theme: Theme, session: Session) -> tuple[str, ...]:
    """The addresses of what those take who tell of a session themselves: its square picture, its story, and what to say; or nothing."""
    page = folder_of(session)
    card = drawn_of(edition, theme.prints, theme.strings).get(page)
    posted = [addresses.card(page, form, card.ending) for form in card.forms if form != WIDE] if card else []
    return (*posted, addresses.captions(page)) if posted else ()
