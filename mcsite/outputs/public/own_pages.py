"""The site's own pages: about, privacy, a first visit."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.sharing import shown_by
from mcsite.render.theme import Theme, fill


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``SLUG/index.html`` of every page."""
    if edition.site.settings.makes("pages"):
        frame = frame_of(edition, theme.strings)
        for page in edition.site.pages:
            here = addresses.page(page.slug)
            inputs = theme.inputs("page.html", frame, here, page=page, shown_as=shown_by(edition, theme, here))
            yield Artifact(addresses.file_of(here), fill, inputs, origin=page.origin)
