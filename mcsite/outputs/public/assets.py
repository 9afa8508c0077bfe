"""The files of ``assets/``: pictures and downloads, copied byte for byte, but that no photograph tells what its camera noted: place, time, owner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mcsite.build.artifact import Artifact
from mcsite.model.library import AssetFile
from mcsite.model.site import Edition
from mcsite.render.positions import without_notes
from mcsite.render.theme import Theme

SHARED = True
"""All languages of a site share it."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:  # noqa: ARG001 - what every output is given
    """One artifact a file, at the path it has below the site."""
    for file in edition.site.assets:
        yield Artifact(file.path, copy, {"file": file})


def copy(file: AssetFile) -> bytes:
    """The bytes of the file, without the notes of a camera."""
    return without_notes(Path(file.source).read_bytes())
