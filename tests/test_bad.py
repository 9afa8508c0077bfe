"""Every code has a folder with the smallest site that shows it, and the words that its author then reads.

``MCSITE_ACCEPT=1 python -m pytest tests/test_bad.py`` writes what the program says now into ``expected.txt``: read it,
and ask whether it would help someone who has never heard of YAML.

A folder holds ``README.md``, ``expected.txt`` and the site. It may leave ``content/site.md`` out: a plain one is added. It may
hold ``args.txt``, further arguments of the command, ``without.txt``, packages that are not there, and ``make.py``, which then
makes (or takes away) what a checkout cannot hold, with the site as its working folder.
"""

import contextlib
import os
import re
import runpy
import shutil
import sys
from pathlib import Path

import pytest
from story import NOW, REPOSITORY, SITE_MD

from mcsite.cli import run

BAD = REPOSITORY / "tests" / "bad"
CASES = sorted(folder for folder in BAD.iterdir() if folder.is_dir())
NOT_OF_THE_SITE = ("README.md", "expected.txt", "args.txt", "without.txt", "make.py")
DIAGNOSTIC = re.compile(r"^(?P<path>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): (?:error|warning)\[(?P<code>[EW]\d{3})\]: (?P<message>.+)$", re.MULTILINE)
LONGEST_MESSAGE = 200

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def set_up(case: Path, root: Path) -> None:
    """Make the site of a folder."""
    shutil.copytree(case, root, symlinks=True, ignore=shutil.ignore_patterns(*NOT_OF_THE_SITE))
    settings = root / "content" / "site.md"
    if not settings.exists():
        settings.parent.mkdir(exist_ok=True)
        settings.write_text(SITE_MD, "utf-8", newline="\n")
    if (case / "make.py").exists():
        with contextlib.chdir(root):
            runpy.run_path(str(case / "make.py"))


@every_case
def test_the_program_says_what_the_folder_expects(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    code = case.name[:4]
    for package in (case / "without.txt").read_text("utf-8").split() if (case / "without.txt").exists() else []:
        monkeypatch.setitem(sys.modules, package, None)
    site = tmp_path / "site"
    set_up(case, site)
    arguments = (case / "args.txt").read_text("utf-8").split() if (case / "args.txt").exists() else []
    status = run(["check", "--now", NOW, "--site", str(site), *arguments])
    text, aside = capsys.readouterr()
    assert aside == ""
    if os.environ.get("MCSITE_ACCEPT"):
        (case / "expected.txt").write_text(text, "utf-8", newline="\n")
    assert text == (case / "expected.txt").read_text("utf-8")
    assert str(tmp_path) not in text
    found = list(DIAGNOSTIC.finditer(text))
    assert {note["code"] for note in found} == {code}
    assert status == (1 if code.startswith("E") else 0)
    for note in found:
        assert len(note["message"]) <= LONGEST_MESSAGE
        assert_is_a_place(site, note)


def assert_is_a_place(root: Path, note: re.Match[str]) -> None:
    """A line that a diagnostic names is there, unless the file itself is what is missing."""
    line, column, file = int(note["line"]), int(note["column"]), root / note["path"]
    lines = (file.read_bytes() if file.is_file() else b"").splitlines() or [b""]
    assert 1 <= line <= len(lines) + 1
    if line <= len(lines):
        assert 1 <= column <= len(lines[line - 1].decode("utf-8", "replace")) + 1


@every_case
def test_the_explanation_is_short_and_shows_how_to_mend_it(case: Path) -> None:
    title, _, text = (case / "README.md").read_text("utf-8").partition("\n")
    assert re.fullmatch(rf"# {case.name[:4]}: \S.{{5,80}}", title)
    assert 3 <= len([line for line in text.splitlines() if line.strip()]) <= 25
