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
from mcsite.scaffold.checkout import commit, origin


@dataclass(frozen=True, slots=True)
class Requirement:
    """``text`` is that of ``requirements.txt``; ``files`` are what it names, by their paths beside it."""

    text: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    complete: bool = True
    """Whether a host can install it as it stands, or its owner has to say first where the program is found."""


_CHECKED_OUT = """\
# What GitHub and Netlify install to build this site: mcsite as it is here. This commit must be there too: push it, if it is yours.
mcsite @ git+{origin}@{commit}
"""
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
        source = distribution("mcsite").read_text("direct_url.json")
    except PackageNotFoundError:  # run where it is written, without being installed
        return _UNREACHABLE
    return requirement(json.loads(source) if source else None)


def requirement(source: Mapping[str, Any] | None) -> Requirement:
    """That of a copy with this ``direct_url.json``, or none, which is one from an index."""
    if source is None:
        return Requirement(f"mcsite=={__version__}\n")
    url = source["url"]
    if not url.startswith("file:"):
        return Requirement(f"mcsite @ {_with_commit(url, source.get('vcs_info'))}\n")
    place = Path(url2pathname(urlsplit(url).path))
    if place.suffix == ".whl" and place.is_file():
        return Requirement(f"./{place.name}\n", {place.name: place.read_bytes()})
    return _checked_out(place) or _UNREACHABLE


def _checked_out(folder: Path) -> Requirement | None:
    """That of a folder that was cloned from the web and installed as it lies there."""
    address, head = origin(folder), commit(folder)
    return Requirement(_CHECKED_OUT.format(origin=address, commit=head)) if address and head else None


def _with_commit(url: str, version_control: Mapping[str, str] | None) -> str:
    return f"{version_control['vcs']}+{url}@{version_control['commit_id']}" if version_control else url
