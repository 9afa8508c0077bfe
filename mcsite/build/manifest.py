"""What the last build made, and from what: the memory that lets the next one make only what differs.

One file in the cache folder for each output folder. It is only ever believed: it carries a checksum, the digest of the
program that wrote it, and for each file what the system says about it, so that a lost, damaged or old manifest, or a file
that somebody changed, costs a slower build and nothing else.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mcsite.build.fingerprint import Parts, digest

_KEPT = 8
"""Manifests of so many output folders are kept."""


class Record(NamedTuple):
    """One file of the last build: its maker, the fingerprints of its inputs, and the file: digest, size, time of change (ns)."""

    maker: str
    parts: Parts
    digest: bytes
    size: int
    modified: int


class Manifest(NamedTuple):
    """The files of the last build by their path from the output folder, and the digest of the program that made them."""

    program: bytes
    records: Mapping[str, Record]


EMPTY = Manifest(b"", {})


def place(cache: Path, output: Path) -> Path:
    """Where the manifest of an output folder lies."""
    return cache / f"output-{digest(os.fsencode(output.absolute())).hex()[:12]}"


def load(path: Path) -> Manifest:
    """The manifest of the last build; an empty one when there is none that can be believed."""
    try:
        data = path.read_bytes()
    except OSError:
        return EMPTY
    check, body = data[:16], data[16:]
    if digest(body) != check:  # marshal trusts its input
        return EMPTY
    try:
        program, records = marshal.loads(body)  # noqa: S302 - the checksum says that we wrote it
    except (ValueError, EOFError, TypeError):
        return EMPTY
    return Manifest(program, {path: Record(*record) for path, record in records.items()})


def save(path: Path, manifest: Manifest) -> None:
    """Note a build. A cache that cannot be written is no failure: the next build does without."""
    body = marshal.dumps((manifest.program, {path: tuple(record) for path, record in manifest.records.items()}))
    beside = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(digest(body) + body)
        beside.replace(path)
        _forget_old(path.parent)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _forget_old(cache: Path) -> None:
    kept = sorted(cache.glob("output-*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink()
