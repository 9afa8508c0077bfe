"""Every file of ``assets/`` looked at once: whether it may be published, and how large it is as a picture.

What was found is remembered by the digest of the bytes, so that a file is opened only when it is new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mcsite.diagnostics import Diagnostic, Misread, Span
from mcsite.memo import remember
from mcsite.model.library import AssetFile
from mcsite.source.downloads import FORMATS, PICTURES, Note, ending_of, refuse_heic

LARGEST = 95 * 1024 * 1024
"""Bytes of one file: GitHub takes no more than 100 MiB."""
LARGE_PICTURE = 3_000_000
"""Bytes of a picture from which on a telephone takes its time to load it."""
LONG_SIDE = 6000
"""Pixels of the longer side of a picture that no screen or printer of ours has a use for."""

TALLEST = 10
"""Times its width that a picture may be high to be copied: WebP ends at 16383 pixels."""

Size = tuple[int, int, bool]
"""Width, height, and whether it is ``still``."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that may be published. ``width`` and ``height`` in pixels are 0 for what is no picture, or a drawing without a size.

    ``still``: made of pixels that do not move, so that smaller copies can be made. ``form`` is what its format is called, ``excerpt`` how
    a text begins. Of a PDF, ``width`` and ``height`` are those of its first page as a picture, where one could be made.
    """

    file: AssetFile
    picture: bool
    width: int = 0
    height: int = 0
    still: bool = False
    form: str = ""
    excerpt: str = ""


def examine(files: Iterable[AssetFile]) -> tuple[dict[str, Asset], tuple[Diagnostic, ...]]:
    """What may be published, by path, and every problem. Raises ``OSError`` when the disk cannot be read."""
    found: dict[str, Asset] = {}
    notes: list[Diagnostic] = []
    for file in files:
        verdict = _verdict(file)
        notes += (Diagnostic(Span(file.path), *note) for note in verdict["notes"])
        if not any(code.startswith("E") for code, _, _ in verdict["notes"]):
            found[file.path] = Asset(file, **{name: fact for name, fact in verdict.items() if name != "notes"})
    return found, tuple(notes)


def _verdict(file: AssetFile) -> Any:  # noqa: ANN401 - as json reads what _judged gave
    return json.loads(remember("asset", f"{file.digest}\0{file.path}".encode(), lambda: json.dumps(_judged(file)).encode()))


def _judged(file: AssetFile) -> dict[str, object]:
    name = file.path.removeprefix("assets/")
    facts: dict[str, object] = {"picture": ending_of(name) in PICTURES}
    try:
        data = _read(file, name)
        found, notes = _of_picture(data, name) if facts["picture"] else _of_document(data, file.digest, name)
    except Misread as wrong:
        found, notes = {}, [(wrong.code, wrong.message, wrong.help)]
    return {**facts, **found, "form": FORMATS.get(ending_of(name), ""), "notes": notes}


def _read(file: AssetFile, name: str) -> bytes:
    if file.size > LARGEST:
        raise Misread("E408", f"'{name}' has {file.size // 1_000_000} MB; {LARGEST // 1_000_000} is the most that hosts take", "make it smaller, or link to it")
    data = Path(file.source).read_bytes()
    refuse_heic(data, name)
    return data


def _of_document(data: bytes, digest: str, name: str) -> tuple[dict[str, object], list[Note]]:
    from mcsite.content.documents import look_into  # noqa: PLC0415 - it comes with what starts a process and opens archives: for new files alone

    return look_into(data, digest, name)


def _of_picture(data: bytes, name: str) -> tuple[dict[str, object], list[Note]]:
    width, height, still = _measured(data, name)
    notes = [*_warnings(data, name, copied=still), *_too_long(max(width, height), name, still=still)]
    return {"width": width, "height": height, "still": still}, notes


def _measured(data: bytes, name: str) -> Size:
    # Pillow takes 30 ms to come in: only when there is a new picture.
    from mcsite.render.pictures import ENDINGS, inspect  # noqa: PLC0415 - see above

    seen = inspect(data, name)
    if ending_of(name) not in ENDINGS[seen.format]:
        ending = ENDINGS[seen.format][0]
        raise Misread("E407", f"'{name}' is not what its ending promises: inside it is {seen.format}", f"give it a name that ends in {ending}")
    return seen.width, seen.height, seen.still and seen.height <= TALLEST * seen.width


def _warnings(data: bytes, name: str, *, copied: bool) -> Iterator[Note]:
    from mcsite.render.positions import has_position, without_notes  # noqa: PLC0415 - it comes with _measured, for new pictures alone

    if has_position(without_notes(data)):
        raise Misread("E410", f"'{name}' says where it was taken, and the site cannot take that out of it", "save it as JPEG or WebP, or without its data")
    if has_position(data):
        yield (
            "W400",
            f"'{name}' says where it was taken",
            "the site's copy will not; remove the position from your own file too if others can see it, on GitHub for example",
        )
    if len(data) > LARGE_PICTURE:
        slow = "and whoever opens it loads all of it, though pages show smaller copies" if copied else "and will be slow on telephones"
        yield "W401", f"'{name}' has {len(data) / 1_000_000:.1f} MB, {slow}", "make it 2000 pixels wide and save it as JPEG or WebP"


def _too_long(side: int, name: str, *, still: bool) -> Iterator[Note]:
    if still and side > LONG_SIDE:
        yield "W401", f"'{name}' is {side} pixels long; nothing here shows more than 1600 of them", "make it 2000 pixels wide"
