"""What a folder's ``.git`` says of itself (gitrepository-layout(5)): where it was cloned from, and at which commit it stands.

Read as files, because a new site may be begun where there is no git.
"""

from __future__ import annotations

import re
from pathlib import Path

_ORIGIN = re.compile(r'^\[remote "origin"\][^\[]*?^\s*url\s*=\s*(\S+)', re.MULTILINE)
_SHORT = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/](.+)")
_SECRET = re.compile(r"//[^/@]*@")
"""A name and a token, as some tools write them into the address."""
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def origin(folder: Path) -> str:
    """The address on the web of the repository that the folder was cloned from; nothing when it is no clone, or one from this computer."""
    remote = _ORIGIN.search(_text(folder / ".git" / "config"))
    address = _SECRET.sub("//", _SHORT.sub(r"https://\1/\2", remote[1])) if remote else ""
    return address if address.startswith(("https://", "http://")) else ""


def commit(folder: Path) -> str:
    """The commit that is checked out; nothing when there is none yet."""
    head = _text(folder / ".git" / "HEAD").strip()
    branch = head.removeprefix("ref: ")
    found = head if branch == head else _text(folder / ".git" / branch).strip() or _packed(folder, branch)
    return found if _COMMIT.fullmatch(found) else ""


def _packed(folder: Path, name: str) -> str:
    lines = (line.split(" ") for line in _text(folder / ".git" / "packed-refs").splitlines() if line.endswith(f" {name}"))
    return next((first for first, *_ in lines), "")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
