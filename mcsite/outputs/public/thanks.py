"""``thanks/``: what people see when they have sent a sign-up form. Nobody comes here from a search.

A page of the site's own with that name, ``content/pages/thanks.md``, takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.theme import Theme, fill


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """One page, where some form leads to it."""
    frame = frame_of(edition, theme.strings)
    own = any(addresses.page(page.slug) == addresses.THANKS for page in edition.site.pages)
    if edition.site.settings.makes("pages") and frame.thanks and not own:
        yield Artifact(addresses.file_of(addresses.THANKS), fill, theme.inputs("thanks.html", frame, addresses.THANKS))
