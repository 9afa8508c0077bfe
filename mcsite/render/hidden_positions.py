"""Where a photograph or a film inside another file tells where it was taken: in documents of an office, PDFs and films.

``positions`` takes such things out of pictures; of these files the parts depend on each other, so they can only be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from mcsite.render.positions import has_position

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of an unpacked part beyond which it is no photograph, but a trap."""
_PHOTOGRAPH = re.compile(rb"\xff\xd8\xff[\xe0\xe1]")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_XMP_PLACE = b"exif:GPSLatitude"
_FILM_PLACES = (b"\xa9xyz", b"com.apple.quicktime.location.ISO6709")
"""A film's place: of Android and older cameras, and of Apple (QuickTime File Format, "Metadata")."""


def hides_position(data: bytes) -> bool:
    """Whether something in a document or a film says where it was taken."""
    if data.startswith(b"PK"):
        return any(has_position(part) for part in _parts(data))
    if b"%PDF-" in data[:1024]:
        return _XMP_PLACE in data or any(has_position(data[found.start() :]) for found in _PHOTOGRAPH.finditer(data))
    return data[4:8] == b"ftyp" and any(place in data for place in _FILM_PLACES)


def _parts(data: bytes) -> Iterator[bytes]:
    """The pictures in a zip. Parts that cannot be unpacked show nobody anything."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                if part.filename.lower().endswith(_PICTURES) and part.file_size <= LARGEST_PART:
                    yield archive.read(part)
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return
