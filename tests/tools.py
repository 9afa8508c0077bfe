"""Programs from outside that a test can use: browsers, readers of calendars, a checker of pages.

Outside CI a test that lacks its program is skipped, with the reason; in CI, where ``.ci/run`` has installed all of them, it fails.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest

ORACLES = Path(__file__).resolve().parent / "oracles"
PACKAGES = ORACLES / "node_modules"


def missing(program: str, remedy: str) -> NoReturn:
    """End the test: nothing was shown."""
    reason = f"needs {program} ({remedy})"
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, which .ci/run installs", pytrace=False)
    pytest.skip(reason)


def program(*names: str, remedy: str) -> str:
    """The path of the first of these programs that this machine has."""
    for name in names:
        if found := shutil.which(name):
            return found
    missing(names[0], remedy)


def package(path: str) -> Path:
    """A file of an npm package that ``package-lock.json`` names."""
    if not (PACKAGES / path).exists():
        missing(f"the npm package of {path}", "npm ci --ignore-scripts --prefix tests/oracles")
    return PACKAGES / path


@dataclass(frozen=True)
class Node:
    """Runs the scripts of ``tests/oracles``."""

    executable: str

    def __call__(self, script: str, *arguments: str | Path, timezone: str = "UTC") -> Any:
        """What a script prints, read as JSON."""
        command = [self.executable, ORACLES / script, *arguments]
        return json.loads(_output(command, {**os.environ, "TZ": timezone}))


@dataclass(frozen=True)
class Libical:
    """Reads a calendar with the engine of GNOME's and KDE's calendars, in the Python that has it."""

    executable: str

    def __call__(self, last_day: str, *files: Path) -> Any:
        """``{"errors", "valid", "sessions"}`` for each file, as ``libical_sessions.py`` says."""
        return json.loads(_output([self.executable, ORACLES / "libical_sessions.py", last_day, *files], dict(os.environ)))


@dataclass(frozen=True)
class Nu:
    """The W3C's checker of HTML, CSS and SVG."""

    java: str
    jar: Path

    def __call__(self, folder: Path) -> list[str]:
        """Everything that it has to say about the files of a folder, a line each, but what it cannot know.

        Reading files instead of asking a host, it takes a page's own style sheet for one of a stranger; and it takes data for a script,
        which no browser runs or blocks (HTML 4.12.1).
        """
        options = ("--format", "json", "--also-check-css", "--also-check-svg", "--skip-non-html", "--exit-zero-always")
        done = subprocess.run([self.java, "-Xss4m", "-jar", self.jar, *options, folder], capture_output=True, check=True)
        found = json.loads(done.stderr)["messages"]
        known = [note for note in found if not _cannot_be_known(note)]
        return [f"{note.get('url', '')}:{note.get('lastLine', 0)}: {note['type']}: {note['message']}" for note in known]


def _cannot_be_known(note: dict[str, Any]) -> bool:
    is_data = '<script type="application/ld+json">' in note.get("extract", "")
    return note["message"].startswith("Resource violates Content Security Policy") or (is_data and note["message"].startswith("Inline script violates"))


def node() -> Node:
    package("ical.js/package.json")
    return Node(program("node", remedy="install Node.js"))


def libical() -> Libical:
    """A Python that has libical's typelib: usually the system's own, not that of a virtual environment."""
    probe = "import gi; gi.require_version('ICalGLib', '3.0')"
    for python in ("/usr/bin/python3", shutil.which("python3"), sys.executable):
        if python and Path(python).exists() and not subprocess.run([python, "-c", probe], capture_output=True, check=False).returncode:
            return Libical(python)
    missing("libical", "apt-get install gir1.2-ical-3.0 python3-gi")


def nu() -> Nu:
    return Nu(program("java", remedy="apt-get install default-jre-headless"), package("vnu-jar/build/dist/vnu.jar"))


def chromium() -> str:
    return program("chromium", "chromium-browser", "google-chrome", remedy="apt-get install chromium")


def _output(command: Iterable[str | Path], environment: dict[str, str]) -> bytes:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False, env=environment)
    if done.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n{done.stderr.decode()}")
    return done.stdout
