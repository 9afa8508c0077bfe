"""Pictures that a text or a field names: a file in ``assets/`` with its size, and words for those who cannot see it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from mcsite.content.assets import Asset
from mcsite.content.targets import Index
from mcsite.diagnostics import Diagnostic, Misread, Span
from mcsite.model import addresses
from mcsite.model.library import LibraryFile
from mcsite.model.prose import Picture
from mcsite.source.addresses import scheme
from mcsite.source.downloads import PICTURES
from mcsite.source.nearest import nearest
from mcsite.source.slugs import slug_of

COLUMN, PORTRAIT = 640, 272
"""Pixels across that the picture of a thing, and of a person, has on a large screen."""

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_UP = re.compile(r"^(?:\.{0,2}/)+")


def picture_of(written: str, alt: str, index: Index) -> Picture:
    """The picture of a name such as ``stretch.jpg``, ``assets/stretch.jpg`` or ``../../assets/stretch.jpg``. Raises ``Misread``."""
    if _DRIVE.match(written) or scheme(written) == "file":
        raise Misread("E713", f"'{written}' is a file of one computer, not of this site", "put the file into the folder assets/, and write its name here")
    if scheme(written) or written.startswith("//"):
        raise Misread(
            "E401", "this picture lies on another site, which would learn of every visitor", "download it, put the file into assets/, and write its name here"
        )
    path = _path(written, index)
    asset = index.assets.get(path)
    if asset is None:
        return Picture(path, 0, 0, alt)
    if not asset.picture:
        raise Misread("E409", f"'{written}' is not a picture", f"pictures end in {', '.join(PICTURES)}; to a download one links: [words]({written})")
    return Picture(path, asset.width, asset.height, _words(alt, written), _copies(asset))


def blurred(picture: Picture, shown: int, span: Span) -> Iterator[Diagnostic]:
    """W402 for a photograph that is much narrower than it is shown."""
    if picture.copies and picture.width * 4 < shown * 3:
        message = f"this picture is only {picture.width} pixels wide, and is shown {shown} wide: it will look blurred"
        yield Diagnostic(span, "W402", message, f"use the original, or another that is at least {shown} pixels wide")


def preview_of(asset: Asset) -> LibraryFile:
    """A file as the library shows it."""
    file = asset.file
    return LibraryFile(path=file.path, digest=file.digest, size=file.size, source=file.source, form=asset.form, preview=_preview(asset), excerpt=asset.excerpt)


def _preview(asset: Asset) -> Picture | None:
    """The picture itself; of a PDF, its first page, which is among copies alone."""
    if asset.picture:
        return Picture(asset.file.path, asset.width, asset.height, "", _copies(asset))
    page = Picture("", asset.width, asset.height, "", _folder(asset))
    return replace(page, path=addresses.copy_of(page.copies, page.widths[-1])) if asset.width else None


def _copies(asset: Asset) -> str:
    return _folder(asset) if asset.still else ""


def _folder(asset: Asset) -> str:
    """Where copies of a picture lie, whatever it is called: names may hold letters that addresses spell in a roundabout way."""
    name = posixpath.basename(asset.file.path).rpartition(".")[0]
    return addresses.copies(slug_of(name)[:40].strip("-") or "picture", asset.file.digest)


def _path(written: str, index: Index) -> str:
    plain = _UP.sub("", unquote(written.partition("?")[0]).strip().replace("\\", "/"))
    for path in (f"assets/{plain}", plain):
        if index.has_file(path):
            return path
    known = sorted(path for path, asset in index.assets.items() if asset.picture)
    near = nearest(plain, [path.removeprefix("assets/") for path in known]) or nearest(posixpath.basename(plain), [posixpath.basename(path) for path in known])
    full = next((path.removeprefix("assets/") for path in known if path.removeprefix("assets/") == near or posixpath.basename(path) == near), None)
    advice = f"did you mean {full}?" if full else "put the file into the folder assets/; capitals and small letters count"
    raise Misread("E400", f"there is no picture '{plain}' in assets/", advice)


def _words(alt: str, written: str) -> str:
    name = posixpath.basename(written)
    if not alt.strip() or alt.strip().casefold() in (name.casefold(), name.rpartition(".")[0].casefold()):
        raise Misread(
            "E402",
            f"nothing says what the picture '{name}' shows, for those who cannot see it",
            f"write it between the square brackets, ![Six people stretch their arms]({name}); in the front matter under image_alt",
        )
    return alt
