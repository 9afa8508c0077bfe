"""What a request may have: a file of the public folder, another address, or nothing.

A path is decided by what the file system says it leads to, not by how it is spelled: nothing outside the folder is ever given, be it
asked for with dots, in percent signs once or twice, with backslashes, or by way of a link.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urlsplit

_NEVER = frozenset('\\:\0*?"<>|')
"""Signs that mean something to one system or another, and that no address of ours has."""
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request leads: a file, or another address; neither when there is nothing. ``address`` is below the site's root."""

    file: Path | None = None
    moved_to: str = ""
    address: str = ""


NOTHING = Target()


def resolve(requested: str, root: Path, base_path: str) -> Target:
    """The target of a request line's path. ``base_path`` begins and ends with ``/``; ``root`` is the public folder."""
    path = _decoded(requested)
    if path is None:
        return NOTHING
    if not path.startswith(base_path):
        return Target(moved_to=base_path) if path in {"/", base_path.rstrip("/")} else NOTHING
    address = path.removeprefix(base_path)
    if not _is_plain(address):
        return NOTHING
    return _found(address, root.resolve(), base_path)


def _found(address: str, root: Path, base_path: str) -> Target:
    place = Path(os.path.realpath(root / address))
    if not place.is_relative_to(root):
        return NOTHING
    if place.is_dir():
        if address and not address.endswith("/"):
            return Target(moved_to=quote(f"{base_path}{address}/")) if (place / "index.html").is_file() else NOTHING
        address, place = f"{address}index.html", Path(os.path.realpath(place / "index.html"))
    elif address.endswith("/"):
        return NOTHING
    return Target(place, address=address) if place.is_relative_to(root) and place.is_file() else NOTHING


def _decoded(requested: str) -> str | None:
    """The path of a request target, percent signs read once; none for what is no path of ours."""
    if len(requested) > _LONGEST or not requested.startswith("/") or requested.startswith("//"):
        return None
    try:
        return unquote_to_bytes(urlsplit(requested).path).decode()
    except ValueError:
        return None


def _is_plain(address: str) -> bool:
    if any(sign in _NEVER or ord(sign) < ord(" ") for sign in address):
        return False
    parts = address.split("/")
    return not any(part in {"", ".", ".."} for part in parts[:-1]) and parts[-1] not in {".", ".."}
