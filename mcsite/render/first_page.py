"""The first page of a PDF as a picture, so that one sees what one would download, and that it can be opened at all.

A stranger's PDF may bring down whoever reads it, or keep it busy for ever (a form that draws itself twice). So it is opened in a process of its
own, which is given some seconds; what was found is remembered by the content, so that this happens once for each file.
"""

from __future__ import annotations

import struct
from multiprocessing import get_context
from multiprocessing.connection import Connection

from mcsite.diagnostics import Misread
from mcsite.memo import remember
from mcsite.render.print import Closed, available, scan

PATIENCE = 30
"""Seconds that a page may take: a hundred times what an ordinary one does, for busy machines too."""
_LOCKED = b"locked"


def first_page(data: bytes, digest: str, name: str) -> bytes:
    """PNG, 1600 pixels at the longer side; nothing when none can be made, as without a typesetter. Raises ``Misread`` E412 for what asks for a password."""
    answer = remember("first page", digest.encode(), lambda: _opened(data)) if available() else b""
    if answer == _LOCKED:
        raise Misread("E412", f"'{name}' asks for a password, and visitors have none", "save it again without a password")
    return answer


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels (W3C PNG 11.2.1)."""
    width, height = struct.unpack_from(">II", png, 16)
    return width, height


def _opened(data: bytes) -> bytes:
    """What a process of its own finds; that it ended without a word, or not in time, says enough."""
    here, there = get_context("spawn").Pipe(duplex=False)
    child = get_context("spawn").Process(target=_answer, args=(there, data), daemon=True)
    child.start()
    there.close()
    try:
        return here.recv_bytes() if here.poll(PATIENCE) else b""
    except EOFError:
        return b""
    finally:
        child.kill()
        child.join()
        here.close()


def _answer(to: Connection, data: bytes) -> None:
    """The other process."""
    try:
        to.send_bytes(scan(data))
    except Closed as reason:
        to.send_bytes(_LOCKED if reason.locked else b"")
