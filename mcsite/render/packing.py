"""Zip files with the same bytes wherever and whenever they are made (APPNOTE.TXT 6.3): stored, in order of names, all from 1 January 1980.

Nothing is deflated: what goes in is compressed already (PDF, PNG, WebP) or short, and two versions of zlib deflate in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_STORED, ZipFile, ZipInfo

README = "README.txt"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format knows (4.4.6)."""
_UNIX, _MODE = 3, 0o100644 << 16
"""Made on a system with permissions, and anybody may read it (4.4.2, 4.4.15): the same from Windows."""


class _Piece(Protocol):
    """A file that goes in: its name there, and where its bytes are."""

    @property
    def name(self) -> str: ...
    @property
    def file(self) -> Path: ...


@dataclass(frozen=True, slots=True)
class Cover:
    """What ``README.txt`` says of a zip: its first paragraphs, the heading above the names of its files, and further lists with theirs.

    ``folder`` is the one in which everything lies, so that unpacking litters nothing.
    """

    folder: str
    head: tuple[str, ...]
    contents: str
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()


def zipped(pieces: Iterable[_Piece], cover: Cover, **texts: str) -> bytes:
    """A zip of files, of texts by their names without ``.txt``, and of a ``README.txt`` about them, which comes first."""
    files = {piece.name: piece.file.read_bytes() for piece in pieces}
    files |= {f"{name}.txt": text.encode() for name, text in texts.items()}
    lists = ((cover.contents, tuple(sorted(files))), *cover.lists)
    listed = (f"{heading}\n\n" + "\n".join(f"- {line}" for line in lines) for heading, lines in lists if lines)
    readme = "\n\n".join((*cover.head, *listed)) + "\n"
    return _archive((f"{cover.folder}/{name}", data) for name, data in [(README, readme.encode()), *sorted(files.items())])


def _archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in files:
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, data)
    return out.getvalue()
