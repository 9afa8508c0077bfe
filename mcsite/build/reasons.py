"""Whether an artifact must be made, and why: a pure question to the last build, with an answer for ``--explain``."""

from __future__ import annotations

from collections.abc import Callable

from mcsite.build.fingerprint import Parts
from mcsite.build.folder import Seen
from mcsite.build.manifest import Record


def why(maker: str, parts: Parts, record: Record | None, seen: Seen | None, content: Callable[[], bytes]) -> str:
    """The reason to make a file, or nothing when the one that is there is what would be made.

    ``record`` is what the last build knew, ``seen`` what the system says about the file now; ``content`` gives the digest
    of its bytes, and is only asked when the system's word leaves a doubt.
    """
    if record is None:
        return "it is new" if seen is None else "nothing is remembered of it"
    return _in_the_making(maker, parts, record) or _in_the_file(record, seen, content)


def _in_the_making(maker: str, parts: Parts, record: Record) -> str:
    if record.maker != maker:
        return "it is made in another way"
    return _changed(dict(record.parts), dict(parts)) if record.parts != parts else ""


def _in_the_file(record: Record, seen: Seen | None, content: Callable[[], bytes]) -> str:
    if seen is None:
        return "the file is missing"
    doubtful = (seen.size, seen.modified) != (record.size, record.modified)
    return "the file was changed by something else" if doubtful and content() != record.digest else ""


def _changed(before: dict[str, bytes], now: dict[str, bytes]) -> str:
    names = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    return f"{_listed(names)} changed"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
