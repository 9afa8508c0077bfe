"""Zip files with the same bytes wherever and whenever they are made (APPNOTE.TXT 6.3): stored, in order of names, all from 1 January 1980.

Nothing is deflated: what goes in is compressed already (PDF, PNG, WebP) or short, and two versions of zlib deflate in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

README = "README.txt"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format knows (4.4.6)."""
_UNIX, _MODE = 3, 0o100644 << 16
"""Made on a system with permissions, and anybody may read it (4.4.2, 4.4.15): the same from Windows."""


def packed(folder: str, files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of files, by their names, in one folder, so that unpacking litters nothing. ``README.txt`` comes first."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in sorted(files, key=lambda file: (file[0] != README, file[0])):
            entry = ZipInfo(f"{folder}/{name}", _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, data)
    return out.getvalue()
