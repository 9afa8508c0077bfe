"""What was worked out before, by content: rendered prose, VEVENTs, parsed documents.

``remember`` is transparent: the same kind and key always give the bytes that ``compute`` would give, so that makers that
use it stay pure. It works without any preparation, within one process. ``attach`` adds a file that outlives the process.
The file is a cache and no more: it may be deleted at any time, and when it is damaged, locked, or cannot be written, the
answers are computed. Each entry carries a checksum, so that a damaged file cannot give wrong bytes. And it is believed only
where it came about: a site's folder may hold what a stranger proposed, a cache among it, and what the cache says is run.

What is only about the program's own files, of whatever site, is of a kind that begins with ``SHIPPED``: it has a ``Shelf`` beside the
program, and is in the site's file only where that cannot be written.

Processes that a build forks look into the file too; what they compute anew they hand back (``harvest``), and the parent
keeps it (``adopt``). Only the parent writes: in ``detach``, and before when much has come together.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from stat import S_ISREG

from mcsite.shelf import Shelf

MEMORY_LIMIT = 96 * 1024 * 1024
"""Bytes of values kept in memory; the older half goes when there are more."""
FILE_LIMIT = 1024 * 1024 * 1024
"""Bytes of the file; the older half of the entries goes when it is larger. Ten thousand events fill a third of it."""
FRESH_LIMIT = 32 * 1024 * 1024
"""Bytes of values that wait to be written."""
_CHECK = 16
_AT_ONCE = 500
"""Keys in one question to the file; SQLite takes 999 in any of its versions (sqlite.org/limits.html 9)."""
_HERE = "here"
"""The file beside the cache by which a place knows itself."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS memo (key BLOB PRIMARY KEY, value BLOB NOT NULL)"

SHIPPED = "shipped "
"""How kinds begin whose answers depend on the program alone, and on files that come with it."""
_OF_THE_PROGRAM = SHIPPED.encode()

Entry = tuple[bytes, bytes]
"""A digest of kind and key, and the value."""


class _Memo:
    def __init__(self) -> None:
        self.known: dict[bytes, bytes] = {}
        self.absent: set[bytes] = set()
        self.size = 0
        self.fresh: dict[bytes, bytes] = {}
        self.fresh_size = 0
        self.harvested = False
        self.path: Path | None = None
        self.file: sqlite3.Connection | None = None
        self.secret = b""
        self.shelf: Shelf | None = None
        self.process = os.getpid()

    def get(self, key: bytes) -> bytes | None:
        found = self.known.get(key)
        if found is None and self.shelf is not None and key.startswith(_OF_THE_PROGRAM):
            found = self.shelf.get(key)
        if found is None and self.path is not None and key not in self.absent and (found := self._look_up(key)) is not None:
            self._keep(key, found)
        return found

    def add(self, key: bytes, value: bytes) -> None:
        self._keep(key, value)
        self.absent.discard(key)
        if self.path is not None or self.harvested:
            self.fresh[key] = value
            self.fresh_size += len(value)
            if self.fresh_size > FRESH_LIMIT and not self.harvested:
                self._write_down()

    def _write_down(self) -> None:
        """Write what is new, so that it does not pile up in memory."""
        own = {key: value for key, value in self.fresh.items() if key.startswith(_OF_THE_PROGRAM)}
        if own and self.shelf is not None and self.shelf.put(own):
            self.fresh = {key: value for key, value in self.fresh.items() if key not in own}
        if (file := self._own_file()) is not None:
            _write(file, self.secret, self.fresh)
        self.fresh, self.fresh_size = {}, 0

    def attach(self, path: Path, shelf: Path | None) -> None:
        self.detach()
        self.shelf = Shelf(shelf) if shelf else None
        if secret := _secret_of(path.parent):
            self.path, self.file, self.secret, self.process = path, _open(path), secret, os.getpid()

    def detach(self) -> None:
        self._write_down()
        file = self._own_file()
        self.path, self.file, self.absent, self.shelf = None, None, set(), None
        if file is not None:
            with closing(file):
                _shrink(file)

    def _keep(self, key: bytes, value: bytes) -> None:
        self.size += len(value) - len(self.known.get(key, b""))
        self.known[key] = value
        if self.size > MEMORY_LIMIT:
            for old in list(self.known)[: len(self.known) // 2 + 1]:
                self.size -= len(self.known.pop(old))

    def _look_up(self, key: bytes) -> bytes | None:
        file = self._own_file()
        if file is None:
            return None
        try:
            row = file.execute("SELECT value FROM memo WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self.file = None
            return None
        return _unseal(self.secret, key, row[0]) if row else None

    def foresee(self, keys: Iterable[bytes]) -> None:
        wanted = [key for key in keys if key not in self.known and key not in self.absent]
        file = self._own_file() if wanted and self.path is not None else None
        if file is None:
            return
        try:
            for first in range(0, len(wanted), _AT_ONCE):
                some = wanted[first : first + _AT_ONCE]
                rows = file.execute(f"SELECT key, value FROM memo WHERE key IN ({', '.join('?' * len(some))})", some)  # noqa: S608 - question marks
                for key, sealed in rows.fetchall():
                    if (found := _unseal(self.secret, key, sealed)) is not None:
                        self._keep(key, found)
            self.absent.update(key for key in wanted if key not in self.known)
        except sqlite3.Error:
            self.file = None

    def _own_file(self) -> sqlite3.Connection | None:
        """The connection of this process: one that was open before a fork belongs to the parent."""
        if self.process != os.getpid():
            self.process = os.getpid()
            _BEFORE_FORK.append(self.file)
            self.file = _open(self.path) if self.path is not None else None
        return self.file


_BEFORE_FORK: list[sqlite3.Connection | None] = []
"""Keeps a parent's connection from being closed by its child, which would drop the parent's locks (sqlite.org/howtocorrupt.html 2.6)."""
_memo = _Memo()


def remember(kind: str, key: bytes, compute: Callable[[], bytes]) -> bytes:
    """The bytes that ``compute`` gives for this kind and key, computed at most once while remembered.

    ``key`` holds everything that the answer depends on, besides the program itself.
    """
    found = recall(kind, key)
    if found is None:
        found = compute()
        keep(kind, key, found)
    return found


def recall(kind: str, key: bytes) -> bytes | None:
    """What is remembered, if anything is; for answers that are not always worth keeping."""
    return _memo.get(_digest(kind, key))


def keep(kind: str, key: bytes, value: bytes) -> None:
    """Remember an answer."""
    _memo.add(_digest(kind, key), value)


def foresee(kind: str, keys: Iterable[bytes]) -> None:
    """Say what will be asked for soon. The file is then asked once for all of it, which is five times as quick as one by one."""
    _memo.foresee([_digest(kind, key) for key in keys])


def attach(path: Path, shelf: Path | None = None) -> None:
    """Remember in this file too, and on this shelf, until ``detach``. The caller names them after the program's digest: another program, other files."""
    _memo.attach(path, shelf)


def detach() -> None:
    """Write what is new to the attached file, if there is one, and close it."""
    _memo.detach()


def harvest() -> tuple[Entry, ...]:
    """What this process computed since it was last asked, for the process that writes. A forked child asks first when it begins."""
    fresh = tuple(_memo.fresh.items())
    _memo.fresh, _memo.fresh_size, _memo.harvested = {}, 0, True
    return fresh


def adopt(entries: Iterable[Entry]) -> None:
    """Take over what another process computed."""
    for key, value in entries:
        _memo.add(key, value)


def forget() -> None:
    """Forget everything in memory; the attached file stays."""
    _memo.known.clear()
    _memo.fresh.clear()
    _memo.size, _memo.fresh_size, _memo.harvested = 0, 0, False


def _digest(kind: str, key: bytes) -> bytes:
    name = kind.encode()
    begin = _OF_THE_PROGRAM if name.startswith(_OF_THE_PROGRAM) else b""
    return begin + blake2b(len(name).to_bytes(4, "big") + name + key, digest_size=20).digest()


def _secret_of(folder: Path) -> bytes:
    """What nobody can know who has not been here: a random file, and when and where this system stored it; nothing where none can be left.

    Whoever sends the file along (a checkout, an archive, a copy) cannot say under which number and at which moment it will be stored.
    """
    mark = folder / _HERE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), mark.open("xb") as file:
            file.write(os.urandom(32))
        facts = mark.lstat()
        if not S_ISREG(facts.st_mode):
            return b""
        with mark.open("rb") as file:
            return blake2b(file.read(32), key=f"{facts.st_ino} {facts.st_ctime_ns}".encode()).digest()
    except OSError:
        return b""


def _seal(secret: bytes, key: bytes, value: bytes) -> bytes:
    return blake2b(key + value, digest_size=_CHECK, key=secret).digest() + value


def _unseal(secret: bytes, key: bytes, sealed: object) -> bytes | None:
    if isinstance(sealed, bytes) and compare_digest(sealed, _seal(secret, key, sealed[_CHECK:])):
        return sealed[_CHECK:]
    return None


def _open(path: Path) -> sqlite3.Connection | None:
    """A connection, or none when the file cannot be used; a damaged file is replaced by an empty one."""
    for again in (True, False):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _connect(path)
        except sqlite3.OperationalError:
            return None
        except (sqlite3.DatabaseError, OSError):
            if again:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
    return None


def _connect(path: Path) -> sqlite3.Connection:
    file = sqlite3.connect(path, timeout=1, isolation_level=None, check_same_thread=False)
    try:
        file.execute("PRAGMA synchronous = OFF")  # a lost cache costs one slow build; the checksums catch a torn one
        file.execute(_SCHEMA)
        file.execute("SELECT value FROM memo LIMIT 1").fetchone()
    except sqlite3.Error:
        file.close()
        raise
    return file


def _write(file: sqlite3.Connection, secret: bytes, entries: dict[bytes, bytes]) -> None:
    if not entries:
        return
    with suppress(sqlite3.Error):
        file.execute("BEGIN IMMEDIATE")
        file.executemany("INSERT OR REPLACE INTO memo VALUES (?, ?)", ((key, _seal(secret, key, value)) for key, value in entries.items()))
        file.execute("COMMIT")


def _shrink(file: sqlite3.Connection) -> None:
    """Drop the older half of the entries when the file is too large."""
    with suppress(sqlite3.Error):
        pages, size = (file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size > FILE_LIMIT:
            file.execute("DELETE FROM memo WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM memo)")
            file.execute("VACUUM")
