"""Git on this disk alone, whatever the machine is set up for."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C",
    "GIT_AUTHOR_NAME": "Maren", "GIT_AUTHOR_EMAIL": "m@example.org", "GIT_COMMITTER_NAME": "Maren", "GIT_COMMITTER_EMAIL": "m@example.org",
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    """What git says when it is told something in a folder."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout
