"""Where a site will live: what a person says about it, as the host that publishes it and the address at which it will be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mcsite.diagnostics import Misread
from mcsite.scaffold.checkout import origin
from mcsite.source.addresses import site_address

HOSTS = ("github", "netlify")
"""Hosts for which there are files."""
LATER = "later"
_WORDS = {
    "github": ("github",), "github pages": ("github",), "netlify": ("netlify",),
    LATER: (), "elsewhere": (), "other": (), "none": (), "not yet": (),
}  # fmt: skip
_SUFFIXES = {".github.io": "github", ".netlify.app": "netlify"}
_OF_THE_HOSTS = {"github.com", "www.github.com", "netlify.com", "app.netlify.com"}
_REPOSITORY = re.compile(
    r"(?:(?:https?://|ssh://git@)?(?:www\.)?github\.com/|git@github\.com:)?([a-z\d](?:[a-z\d-]*[a-z\d])?)/([\w.-]+?)(?:\.git)?/?", re.IGNORECASE | re.ASCII
)


@dataclass(frozen=True, slots=True)
class Home:
    """``hosts`` publish the site, none when that is not yet said; ``address`` is its ``base_url``, empty when it is not yet known."""

    hosts: tuple[str, ...] = ()
    address: str = ""

    @property
    def domain(self) -> str:
        """The name of a host of one's own, ``moves.example``; empty for an address that a host gives."""
        name = urlsplit(self.address).hostname or ""
        return "" if name.endswith(tuple(_SUFFIXES)) else name


def home(text: str) -> Home:
    """What ``github``, ``later``, ``maren/moves``, ``maren.github.io/moves`` or ``moves.example`` say. Raises ``Misread``."""
    plain = " ".join(text.split())
    if plain.casefold() in _WORDS:
        return Home(_WORDS[plain.casefold()])
    if repository := _REPOSITORY.fullmatch(plain):
        return Home(("github",), pages_address(repository[1], repository[2]))
    if "." not in plain:
        raise Misread("E750", f"'{plain}' is no host and no address", "write github, netlify, later, or an address such as moves.example")
    address = site_address(plain if "://" in plain else f"https://{plain}").rstrip("/") + "/"
    name = urlsplit(address).hostname or ""
    if name in _OF_THE_HOSTS:
        raise Misread("E750", f"'{plain}' is not where a site can be", "write your repository, such as maren/moves, or an address such as moves.example")
    return Home(tuple(host for suffix, host in _SUFFIXES.items() if name.endswith(suffix)), address)


def pages_address(owner: str, repository: str) -> str:
    """Where GitHub Pages shows a repository: one named like the address itself is a person's own site, every other is below that."""
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if repository.lower() == host else f"https://{host}/{repository}/"


def of_clone(folder: Path) -> Home:
    """The home of a fresh clone from GitHub: its remote says whose it is. Of any other folder nothing is known."""
    remote = origin(folder)
    found = _REPOSITORY.fullmatch(remote) if "://github.com/" in remote else None
    return Home(("github",), pages_address(found[1], found[2])) if found else Home()


def placeholder(hosts: tuple[str, ...], slug: str) -> str:
    """An address of the right form, to be replaced when the real one is known."""
    return f"https://{slug}.netlify.app/" if hosts == ("netlify",) else f"https://example.github.io/{slug}/"
