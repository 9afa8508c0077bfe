"""Smaller copies of every photograph that pages show, as WebP, so that a telephone need not load what a printer wants.

WebP and nothing beside it: of photographs in the sizes of pages, AVIF made at a bearable speed was no smaller for the same
likeness (measured as luma PSNR), and took more than twice as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from errno import EAGAIN
from hashlib import sha256
from pathlib import Path

from mcsite.build.artifact import Artifact
from mcsite.memo import remember
from mcsite.model import addresses
from mcsite.model.library import AssetFile
from mcsite.model.shown import pictures_of
from mcsite.model.site import Edition
from mcsite.render.theme import Theme

EFFORT = 50
"""A copy takes about as long as so many pages."""

SHARED = True
"""All languages of a site share it."""


def plan(edition: Edition, theme: Theme) -> Iterator[Artifact]:  # noqa: ARG001 - what every output is given
    """``assets/NAME-DIGEST/WIDTH.webp``, each once however many pages show it."""
    if edition.site.settings.makes("pages"):
        files = {file.path: file for file in edition.site.assets}
        sites = (edition.site, *(translation.site for translation in edition.translations))
        pictures = {picture.copies: picture for site in sites for picture in pictures_of(site) if picture.copies}
        for folder, picture in sorted(pictures.items()):
            for width in picture.widths:
                inputs = {"file": files[picture.path], "width": width}
                yield Artifact(addresses.copy_of(folder, width), copy, inputs, effort=EFFORT)


def copy(file: AssetFile, width: int) -> bytes:
    """The picture ``width`` pixels wide, as WebP. Raises ``OSError`` when the file is no longer what it was when the site was read."""
    return remember("picture", f"{file.digest} {width}".encode(), lambda: _made(file, width))


def _made(file: AssetFile, width: int) -> bytes:
    # Pillow takes 30 ms to come in: only when a copy must be made.
    from mcsite.render.pictures import shrunk  # noqa: PLC0415 - see above

    data = Path(file.source).read_bytes()
    if sha256(data).hexdigest() != file.digest:
        raise OSError(EAGAIN, "changed while the site was being built; build again", file.path)
    return shrunk(data, width)
