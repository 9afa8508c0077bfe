"""What was worked out of the program's own files, kept beside the program, as Python keeps what it compiles of its modules.

The first site that is built fills it; every other site, and every build without a cache, finds the templates compiled. It is one small file,
read as a whole. Whoever can write it can write the program, so it is believed as the program is; its checksum tells a torn one.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

LIMIT = 16 * 1024 * 1024
"""Bytes of values; what no longer belongs to the program's files goes when there are more."""
_CHECK = 16


class Shelf:
    """Values by their keys. A shelf that cannot be read is empty, and one that cannot be written stays as it is."""

    def __init__(self, path: Path) -> None:
        """``path`` is named after the program's digest: another program, another shelf."""
        self.path = path
        self._values: Mapping[bytes, bytes] | None = None

    def get(self, key: bytes) -> bytes | None:
        """The value of a key; none when it is not there."""
        if self._values is None:
            self._values = _read(self.path)
        return self._values.get(key)

    def put(self, values: Mapping[bytes, bytes]) -> bool:
        """Add to it, in one step; whether that could be done."""
        there = {**_read(self.path), **values}
        if sum(map(len, there.values())) > LIMIT:
            there = dict(values)
        body = marshal.dumps(there)
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            beside.write_bytes(_checksum(body) + body)
            beside.replace(self.path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            return False
        self._values = there
        return True


def _read(path: Path) -> dict[bytes, bytes]:
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    check, body = data[:_CHECK], data[_CHECK:]
    if _checksum(body) != check:  # marshal trusts its input
        return {}
    found: dict[bytes, bytes] = marshal.loads(body)  # noqa: S302 - it lies where the program lies
    return found


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECK).digest()
