"""The cache of a site while a command is at work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import cache_from_source
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
    program = program_digest().hex()[:12]
    name = f"memo-{program}.sqlite"
    for other in cache.glob("memo-*"):
        if not other.name.startswith(name):
            with suppress(OSError):
                other.unlink()
    memo.attach(cache / name, shelf_of(program))
    try:
        yield
    finally:
        with stage("Keeping what was worked out"):
            memo.detach()


def shelf_of(program: str) -> Path | None:
    """Where what comes with the program is kept compiled, beside its modules; none where Python is told to keep nothing there (PEP 3147).

    The shelves of other programs in this place go.
    """
    if sys.dont_write_bytecode or sys.implementation.cache_tag is None:
        return None
    folder, name = Path(cache_from_source(memo.__file__)).parent, f"templates.{sys.implementation.cache_tag}."
    for other in folder.glob(f"{name}*"):
        if other.name != name + program:
            with suppress(OSError):
                other.unlink()
    return folder / (name + program)
