"""The digest of the program: whatever else than its inputs could change what an artifact looks like."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def program_digest() -> bytes:
    """Of every module of mcsite, the version of Python, and the names of all installed packages, which carry their versions.

    As they are when it is first asked for: what runs already is not changed by what is installed meanwhile.
    """
    whole = blake2b(sys.version.encode(), digest_size=16)
    for path in modules():
        data = path.read_bytes()
        whole.update(b"%d %d " % (len(path.name), len(data)) + path.name.encode() + data)
    for folder in package_folders():
        whole.update("\n".join(_packages(folder)).encode() + b"\0")
    return whole.digest()


def modules() -> list[Path]:
    """The source files of mcsite, in one order on every system; not what an installation has beside them."""
    found: list[Path] = []
    for folder, below, names in os.walk(PACKAGE):
        below[:] = (name for name in below if name not in {"__pycache__", "_shipped"})
        found += (Path(folder, name) for name in names if name.endswith(".py"))
    return sorted(found)


def package_folders() -> list[Path]:
    """The folders that this Python imports packages from, as far as something is installed in them."""
    folders = {Path(entry).resolve() for entry in sys.path if entry}
    return sorted(folder for folder in folders if folder.is_dir() and _packages(folder))


def _packages(folder: Path) -> list[str]:
    """``markdown-3.8.dist-info`` and the like (packaging.python.org, "Recording installed projects")."""
    return sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208 - names are all it takes
