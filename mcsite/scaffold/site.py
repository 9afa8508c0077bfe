"""A new site: the starter's files, and those that GitHub Pages or Netlify need to build it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from mcsite.scaffold.answers import Answers, filled
from mcsite.scaffold.days import dated
from mcsite.scaffold.requirement import Requirement

_HERE = Path(__file__).resolve().parent
STARTER = _HERE / "starter"
_CHECK = {".github/workflows/check.yml": "check.yml"}
_DEPLOY = {
    "github": {**_CHECK, ".github/workflows/pages.yml": "pages.yml"},
    "netlify": {**_CHECK, ".github/workflows/nightly.yml": "nightly.yml", "netlify.toml": "netlify.toml"},
}
"""Files for a host, and what they are made from."""
_OF_NO_ACCOUNT = {".git"}


class NotEmptyError(Exception):
    """There is something in the folder already."""


def refuse_what_is_in_use(folder: Path) -> None:
    """Raises ``NotEmptyError`` unless the folder is new or empty; a fresh clone counts as empty."""
    if folder.exists() and (not folder.is_dir() or any(entry.name not in _OF_NO_ACCOUNT for entry in folder.iterdir())):
        raise NotEmptyError(folder)


def new_site(folder: Path, today: date, answers: Answers, hosts: Collection[str] = (), program: Requirement | None = None) -> tuple[str, ...]:
    """Write a site into a new or empty folder, its events after ``today``; gives the paths of its files. Raises ``NotEmptyError``, and ``OSError``.

    ``program`` is what the ``hosts`` have to install.
    """
    refuse_what_is_in_use(folder)
    files = {path.relative_to(STARTER).as_posix(): _starting(path, today, answers) for path in sorted(STARTER.rglob("*")) if _is_content(path)}
    files[".gitignore"] = _deploy_file("gitignore", answers)
    for host in hosts:
        files |= {path: _deploy_file(name, answers) for path, name in _DEPLOY[host].items()}
    if program:
        files |= {"requirements.txt": program.text.encode(), **program.files}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return tuple(sorted(files))


def _is_content(path: Path) -> bool:
    """Not what a system or Python leaves in every folder."""
    return path.is_file() and path.name != ".DS_Store" and path.suffix != ".pyc"


def _starting(path: Path, today: date, answers: Answers) -> bytes:
    data = path.read_bytes()
    return filled(dated(data.decode(), today), answers).encode() if path.suffix == ".md" else data


def _deploy_file(name: str, answers: Answers) -> bytes:
    return filled((_HERE / "deploy" / name).read_text("utf-8"), answers).encode()
