"""What a host has to install to build the site with this very program: ``requirements.txt``, and a wheel if that needs one.

A package that was not installed from an index says where it came from, in ``direct_url.json`` (PEP 610).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from mcsite import __version__


@dataclass(frozen=True, slots=True)
class Requirement:
    """``text`` is that of ``requirements.txt``; ``files`` are what it names, by their paths beside it."""

    text: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    complete: bool = True
    """Whether a host can install it as it stands, or its owner has to say first where the program is found."""


_UNREACHABLE = Requirement(
    f"""\
# What GitHub and Netlify install to build this site. Here mcsite was installed from a folder, which they cannot see.
# Take away the # in front of one of these lines: the repository that your copy is from, or a wheel beside this file,
# which 'pip wheel --no-deps FOLDER' makes.
# mcsite @ git+https://github.com/OWNER/mcsite@COMMIT
# ./mcsite-{__version__}-py3-none-any.whl
""",
    complete=False,
)


def this_program() -> Requirement:
    """That of the copy that is running."""
    try:
        origin = distribution("mcsite").read_text("direct_url.json")
    except PackageNotFoundError:  # run where it is written, without being installed
        return _UNREACHABLE
    return requirement(json.loads(origin) if origin else None)


def requirement(origin: Mapping[str, Any] | None) -> Requirement:
    """That of a copy with this ``direct_url.json``, or none, which is one from an index."""
    if origin is None:
        return Requirement(f"mcsite=={__version__}\n")
    url = origin["url"]
    if not url.startswith("file:"):
        return Requirement(f"mcsite @ {_with_commit(url, origin.get('vcs_info'))}\n")
    wheel = Path(url2pathname(urlsplit(url).path))
    if wheel.suffix == ".whl" and wheel.is_file():
        return Requirement(f"./{wheel.name}\n", {wheel.name: wheel.read_bytes()})
    return _UNREACHABLE


def _with_commit(url: str, version_control: Mapping[str, str] | None) -> str:
    return f"{version_control['vcs']}+{url}@{version_control['commit_id']}" if version_control else url
