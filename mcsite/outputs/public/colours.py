"""The site's own colours, where ``mood`` or ``accent`` in ``site.md`` ask for others than the theme's."""

from __future__ import annotations

from collections.abc import Iterator

from mcsite.build.artifact import Artifact
from mcsite.model import addresses
from mcsite.model.site import Edition
from mcsite.render.colours import stylesheet
from mcsite.render.theme import Theme

SHARED = True
"""All languages of a site share it."""


def plan(edition: Edition, _theme: Theme) -> Iterator[Artifact]:
    """``theme/colours.css``; none where the theme's own colours are meant."""
    settings = edition.site.settings
    if settings.makes("pages") and settings.has_own_colours:
        yield Artifact(addresses.COLOURS, make, {"mood": settings.mood, "accent": settings.accent})


def make(mood: str, accent: str) -> bytes:
    """Custom properties for day and night."""
    return stylesheet(mood, accent).encode()
