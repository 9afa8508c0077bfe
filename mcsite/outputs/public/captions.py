"""What to say beside the pictures of a session, for each network, and the alternative text: ``captions.txt`` beside its cards."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.captions import Post, captions, post_of
from mcsite.render.sharing import drawn_of
from mcsite.render.social_cards import folder_of
from mcsite.render.theme import Theme


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """One for each session that can be posted."""
    drawn, settings = drawn_of(edition, theme.prints, theme.strings), edition.site.settings
    for session in edition.coming:
        card = drawn.get(folder_of(session))
        if card and card.address:
            inputs = {"post": post_of(session, settings, theme.strings, card)}
            yield Artifact(addresses.captions(folder_of(session)), make, inputs, origin=session.event.origin)


def make(post: Post) -> bytes:
    """The captions as text."""
    return captions(post)
