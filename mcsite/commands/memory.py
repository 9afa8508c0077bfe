"""The cache of a site while a command is at work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mcsite import memo
from mcsite.build.program import program_digest
from mcsite.stopwatch import stage


@contextmanager
def remembering(cache: Path | None) -> Iterator[None]:
    """Let what is worked out be remembered in this cache, if there is one. Another program has another memory; the old one goes."""
    if cache is None:
        yield
        return
    name = f"memo-{program_digest().hex()[:12]}.sqlite"
    for other in cache.glob("memo-*"):
        if not other.name.startswith(name):
            with suppress(OSError):
                other.unlink()
    memo.attach(cache / name)
    try:
        yield
    finally:
        with stage("Keeping what was worked out"):
            memo.detach()
