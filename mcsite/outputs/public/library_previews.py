"""The first page of every PDF of the library as a picture, in the widths in which pages show it: ``assets/NAME-DIGEST/WIDTH.webp``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mcsite.build.artifact import Artifact
from mcsite.memo import remember
from mcsite.model import addresses
from mcsite.model.library import AssetFile
from mcsite.model.site import Edition
from mcsite.render.theme import Theme

EFFORT = 80
"""A preview takes about as long as so many pages."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:  # noqa: ARG001 - what every output is given
    """One artifact a width, however many entries have the file."""
    if edition.site.settings.makes("pages"):
        pages = {file.path: (file, file.preview) for entry in edition.site.library for file in entry.files if file.preview and not file.is_picture}
        for file, page in pages.values():
            for width in page.widths:
                yield Artifact(addresses.copy_of(page.copies, width), preview, {"file": _bare(file), "width": width}, effort=EFFORT)


def preview(file: AssetFile, width: int) -> bytes:
    """The first page of a PDF ``width`` pixels wide, as WebP."""
    return remember("preview", f"{file.digest} {width}".encode(), lambda: _made(file, width))


def _bare(file: AssetFile) -> AssetFile:
    return AssetFile(file.path, file.digest, file.size, file.source)


def _made(file: AssetFile, width: int) -> bytes:
    from mcsite.render.first_page import first_page  # noqa: PLC0415 - the same holds for what opens a PDF
    from mcsite.render.pictures import shrunk  # noqa: PLC0415 - pillow takes 30 ms to come in: only when a preview must be made

    return shrunk(first_page(Path(file.source).read_bytes(), file.digest, file.path), width)
