"""What a host shows for an address that does not exist. Its links begin at the root: it is shown at any depth."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model.site import Edition
from mcsite.render.frame import frame_of
from mcsite.render.theme import Theme, fill

FILE = "404.html"


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``404.html``."""
    if edition.site.settings.makes("pages"):
        yield Artifact(FILE, fill, theme.inputs("404.html", frame_of(edition, theme.strings), FILE))
