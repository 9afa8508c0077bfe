"""The theme's static files: styles, script, and whatever else a theme brings.

Names stay the same from build to build; pages add a part of the digest to the address, so that a changed file is fetched anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mcsite.build.artifact import Artifact
from mcsite.model.site import Edition
from mcsite.render.theme import Theme, ThemeFile

SHARED = True
"""All languages of a site share it."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """``theme/NAME`` for every file below the theme's ``static/``."""
    if edition.site.settings.makes("pages"):
        for file in theme.statics():
            yield Artifact(f"theme/{file.name}", copy, {"file": file})


def copy(file: ThemeFile) -> bytes:
    """The bytes of a static file; its digest is the input."""
    return Path(file.source).read_bytes()
