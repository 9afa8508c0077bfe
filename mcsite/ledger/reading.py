"""``ledger.json`` read block by block, and each block only once: from one build to the next hardly any of its lines changes.

``document.write`` gives each session and each address a line, so that some lines on end are a ledger of their own when they are framed as
one. Where a block ends, its last line decides, so that a line which comes or goes leaves all other blocks as they are. Whatever was not
written in this way, or is not sound, is read as a whole: ``document.read`` says what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from zlib import crc32

from mcsite import memo
from mcsite.diagnostics import Misread
from mcsite.ledger.document import HEAD, LARGEST, MIDDLE, SEPARATOR, TAIL, read
from mcsite.model.ledger import Ledger
from mcsite.pickles import pickled, unpickled

_LINES = 32
"""Of a block, about."""
_KIND = "ledger"

Frame = tuple[bytes, bytes]
"""What makes a whole ledger of a block: what stands before it, and behind it."""
_SESSIONS = (HEAD, MIDDLE + TAIL)
_ADDRESSES = (HEAD + MIDDLE, TAIL)


def read_again(data: bytes) -> Ledger:
    """The ledger of these bytes, as ``document.read`` would give it. Raises ``Misread`` E900 where that would."""
    try:
        return _joined(data) or read(data)
    except Misread:
        return read(data)


def _joined(data: bytes) -> Ledger | None:
    """The ledger of all blocks together; none where it takes more than a block to tell. Raises ``Misread`` for a block that is unsound."""
    middle = data.find(MIDDLE)
    if len(data) > LARGEST or not data.startswith(HEAD) or middle < 0 or not data.endswith(TAIL):
        return None
    sessions = _blocks(data[len(HEAD) : middle], _SESSIONS)
    addresses = _blocks(data[middle + len(MIDDLE) : -len(TAIL)], _ADDRESSES)
    memo.foresee(_KIND, [key for key, _ in (*sessions, *addresses)])
    found = [session for block in sessions for session in _read(block).sessions]
    known = [address for block in addresses for address in _read(block).addresses]
    if len({session.uid for session in found}) < len(found) or len(dict(known)) < len(known):
        return None
    return Ledger(tuple(sorted(found, key=lambda session: session.uid)), tuple(sorted(known)))


def _blocks(lines: bytes, frame: Frame) -> list[tuple[bytes, bytes]]:
    """Each block as a ledger, with the key under which it is remembered."""
    before, behind = frame
    framed = (b"".join((before, SEPARATOR.join(block), behind)) for block in _divided(lines.split(SEPARATOR)))
    return [(blake2b(block, digest_size=20).digest(), block) for block in framed]


def _divided(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    block: list[bytes] = []
    for line in lines:
        block.append(line)
        if crc32(line) % _LINES == 0:
            yield block
            block = []
    if block:
        yield block


def _read(block: tuple[bytes, bytes]) -> Ledger:
    key, data = block
    ledger: Ledger = unpickled(memo.remember(_KIND, key, lambda: pickled(read(data))))
    return ledger
