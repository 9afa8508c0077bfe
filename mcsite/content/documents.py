"""What is in a file that is no picture, beyond what its name promises: whether a PDF opens and how it looks, how a text begins, what it gives away."""

from __future__ import annotations

from mcsite.diagnostics import Misread
from mcsite.render.first_page import first_page, size_of
from mcsite.render.hidden_positions import hides_position
from mcsite.source.downloads import Note, ending_of, judge_download

LARGE_PDF = 10_000_000
"""Bytes of a PDF from which on somebody on a train gives up."""
EXCERPT_LINES, EXCERPT_LENGTH = 12, 480
"""Lines and letters of a text that are shown before one downloads it."""

_TEXTS = (".txt", ".md", ".csv")
_END_OF_PDF = b"startxref"
"""Stands near the end of every PDF (ISO 32000-2, 7.5.5)."""


def look_into(data: bytes, digest: str, name: str) -> tuple[dict[str, object], list[Note]]:
    """Facts for an ``Asset``, and warnings. Raises ``Misread`` E406, E407, E410 or E412 for what is not to be handed out."""
    judge_download(data, name)
    if hides_position(data):
        raise Misread(
            "E410",
            f"'{name}' holds a picture or a film that says where it was taken, and the site cannot take that out of it",
            "save the photograph without its place first, then put it in again and export anew",
        )
    if ending_of(name) == ".pdf":
        return _of_pdf(data, digest, name)
    return ({"excerpt": _beginning(data.decode("utf-8-sig"))} if ending_of(name) in _TEXTS else {}), []


def _of_pdf(data: bytes, digest: str, name: str) -> tuple[dict[str, object], list[Note]]:
    if _END_OF_PDF not in data[-4096:]:
        raise Misread("E412", f"'{name}' is cut off: its end is missing", "copy it into assets/ again, or export it anew from the original")
    notes: list[Note] = []
    picture = first_page(data, digest, name)
    if not picture:
        notes.append(("W407", f"no picture could be made of the first page of '{name}'", "open it to see whether it is sound; if not, export it anew"))
    if len(data) > LARGE_PDF:
        help_ = "export it 'for the screen', or with smaller pictures; a few pages need no more than 2 MB"
        notes.append(("W406", f"'{name}' has {len(data) / 1_000_000:.1f} MB, and takes its time to download on the road", help_))
    width, height = size_of(picture) if picture else (0, 0)
    return {"width": width, "height": height}, notes


def _beginning(text: str) -> str:
    """The first lines of a text, whole as far as that goes."""
    lines = text.strip().splitlines()
    cut = "\n".join(line.rstrip() for line in lines[:EXCERPT_LINES])
    whole = len(lines) <= EXCERPT_LINES and len(cut) <= EXCERPT_LENGTH
    return cut if whole else f"{cut[:EXCERPT_LENGTH].rstrip()} …"
