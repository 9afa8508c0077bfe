"""A branch of a git repository that holds nothing but the built site. The only door to ghp-import, and to git."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from ghp_import import GhpError, ghp_import

from mcsite.model.addresses import LEDGER

_PATIENCE = 120
"""Seconds that a remote may take to answer."""


class NotPossibleError(Exception):
    """Git cannot do what is asked of it; says why, for a person."""


@dataclass(frozen=True)
class Branch:
    """The branch ``name`` of the repository that ``remote`` names, as seen from the folder of the site.

    ``environment`` is that in which git runs; ``GIT_TERMINAL_PROMPT=0`` in it keeps git from asking for a password.
    """

    site: Path
    remote: str
    name: str
    environment: Mapping[str, str]

    def fetch(self) -> bytes | None:
        """The published ``ledger.json``, as the remote has it now; none when there is no such branch yet, or no ledger on it.

        Raises ``NotPossibleError`` when the folder is in no repository, when it knows no such remote, or when that gives no answer.
        """
        if not self._succeeds("rev-parse", "--git-dir"):
            raise NotPossibleError(f"{self.site.resolve().name} is not in a git repository: 'git init' makes one, 'git remote add' says where it is kept.")
        if not self._succeeds("remote", "get-url", self.remote):
            raise NotPossibleError(f"the repository knows no remote '{self.remote}': 'git remote add {self.remote} ADDRESS', or --remote with another name.")
        there = self._run("ls-remote", "--heads", self.remote, f"refs/heads/{self.name}")
        if there.returncode:
            raise NotPossibleError(f"'{self.remote}' gives no answer: {_reason(there)}")
        if not there.stdout.strip():
            return None
        fetched = self._run("fetch", "--quiet", "--no-tags", self.remote, f"+refs/heads/{self.name}:refs/remotes/{self.remote}/{self.name}")
        if fetched.returncode:
            raise NotPossibleError(f"'{self.remote}' gives no answer: {_reason(fetched)}")
        shown = self._run("show", f"refs/remotes/{self.remote}/{self.name}:{LEDGER}")
        return None if shown.returncode else shown.stdout

    def push(self, folder: Path, message: str) -> None:
        """Publish the files of a folder, and nothing else, as one commit. Raises ``NotPossibleError`` when it is refused."""
        public = folder.resolve()
        try:
            with chdir(self.site):
                ghp_import(str(public), remote=self.remote, branch=self.name, mesg=message, push=True, force=False, nojekyll=True, followlinks=False)
        except GhpError as error:
            raise NotPossibleError(f"git refused it: {error.message}") from None
        except subprocess.CalledProcessError as error:
            raise NotPossibleError(f"git refused it, with status {error.returncode}; what it said is above.") from None

    def _succeeds(self, *arguments: str) -> bool:
        return self._run(*arguments).returncode == 0

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(["git", *arguments], cwd=self.site, env=self.environment, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603, S607 - no shell
        except FileNotFoundError:
            raise NotPossibleError("git is not installed on this machine (git-scm.com).") from None
        except subprocess.TimeoutExpired:
            raise NotPossibleError(f"'{self.remote}' gave no answer within {_PATIENCE} seconds.") from None


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """Git's own first line."""
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"git ended with status {done.returncode}"
