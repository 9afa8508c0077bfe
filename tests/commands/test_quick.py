"""The fast door opens only when nothing at all has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mcsite.commands import quick
from mcsite.commands.quick import NOTE, Look, Note, answer

REPOSITORY = Path(__file__).resolve().parent.parent.parent
ARGUMENTS = ["build"]
LONG_AGO = time.time() - 1000.123


@pytest.fixture(autouse=True)
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for path in ("content/site.md", "content/events/swap.md", "output/public/index.html", "packages/markdown.dist-info/METADATA"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    for path in tmp_path.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return tmp_path


def look():
    return Look(["content", "assets"], ["packages"])


def leave(since=None, until=None, arguments=ARGUMENTS):
    seen = look()
    status = Path("output/public/index.html").stat()
    files = {"output/public/index.html": (status.st_size, status.st_mtime_ns)}
    holds = None if since is None or until is None else (since, until)
    Note.of(arguments, seen, files, holds, ("[]\n", "Nothing changed")).leave(".")


def test_when_nothing_changed_the_last_word_is_repeated():
    leave()
    assert answer(ARGUMENTS) == ("[]\n", "Nothing changed")


def test_without_a_note_there_is_no_answer():
    assert answer(ARGUMENTS) is None


CHANGES = {
    "an edit": lambda: write("content/events/swap.md", "edited"),
    "an edit of the same size and time": lambda: (
        write("content/events/swap.md", "content/events/SWAP.md"),
        os.utime("content/events/swap.md", (LONG_AGO, LONG_AGO)),
    ),
    "a new file": lambda: write("content/events/new.md", ""),
    "a new folder of assets": lambda: (Path("assets").mkdir(), write("assets/a.svg", "")),
    "a removed file": lambda: Path("content/events/swap.md").unlink(),
    "a renamed file": lambda: Path("content/events/swap.md").rename("content/events/swop.md"),
    "a removed folder": lambda: shutil.rmtree("content"),
    "a link to a folder": lambda: Path("content/etc").symlink_to("/etc"),
    "a link to nowhere": lambda: Path("content/nowhere.md").symlink_to("nowhere"),
    "an edited output": lambda: write("output/public/index.html", "defaced"),
    "a touched output": lambda: os.utime("output/public/index.html"),
    "a removed output": lambda: shutil.rmtree("output"),
    "another version of a package": lambda: Path("packages/markdown.dist-info").rename("packages/markdown-2.dist-info"),
    "no packages": lambda: shutil.rmtree("packages"),
    "a damaged note": lambda: write(NOTE, "damaged"),
    "a note cut short": lambda: os.truncate(NOTE, 50),
    "an empty note": lambda: os.truncate(NOTE, 0),
    "another moment": lambda: os.environ.__setitem__("SOURCE_DATE_EPOCH", "1767225600"),
}


def write(path, text):
    Path(path).write_text(text)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_leads_the_long_way(monkeypatch, change):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    leave()
    assert answer(ARGUMENTS) is not None
    change()
    assert answer(ARGUMENTS) is None


@pytest.mark.parametrize("arguments", [["build", "--drafts"], ["build", "--strict"], ["check"], [], ["--site", "elsewhere", "build"]])
def test_another_question_leads_the_long_way(arguments):
    leave()
    assert answer(arguments) is None


def test_the_same_question_from_another_folder_leads_the_long_way(site, monkeypatch):
    arguments = ["build", "--site", str(site)]
    leave(arguments=arguments)
    assert answer(arguments) is not None
    monkeypatch.chdir("content")
    assert answer(arguments) is None


@pytest.mark.parametrize("spelling", [["--site", "{}", "build"], ["build", "--site={}"], ["build", "--site", "{}"]])
def test_the_site_is_found_however_it_is_said(site, spelling):
    arguments = [word.format(site) for word in spelling]
    leave(arguments=arguments)
    assert answer(arguments) is not None


@pytest.mark.parametrize(("since", "until", "holds"), [(-10, 10, True), (-10, -1, False), (10, 20, False)])
def test_the_answer_holds_for_its_time(since, until, holds):
    now = time.time()
    leave(now + since, now + until)
    assert (answer(ARGUMENTS) is not None) == holds


@pytest.mark.parametrize(("age", "settled"), [(0, False), (0.02, False), (5.5, True)])
def test_a_file_that_was_just_saved_may_change_unseen(monkeypatch, age, settled):
    monkeypatch.setattr(quick.time, "time_ns", lambda: Path("content/site.md").stat().st_ctime_ns + int(age * 1e9))
    assert look().settled == settled


def test_where_the_clock_is_coarse_it_takes_longer(monkeypatch):
    os.utime("content/site.md", (1_767_225_600, 1_767_225_600))
    changed = Path("content/site.md").stat().st_ctime_ns
    monkeypatch.setattr(quick.time, "time_ns", lambda: changed + 1_000_000_000)
    assert not look().settled


def test_a_link_to_a_folder_is_never_settled():
    Path("content/etc").symlink_to("/etc")
    assert not look().settled


def test_a_note_that_cannot_be_written_is_none():
    write(".mcsite", "in the way")
    leave()
    assert answer(ARGUMENTS) is None


def test_nothing_heavy_is_imported_before_the_answer_is_known():
    code = "import os, sys; before = set(sys.modules); import mcsite.__main__; print(*sorted(set(sys.modules) - before))"
    found = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(REPOSITORY)}).stdout
    assert found.split() == ["__future__", "gc", "mcsite", "mcsite.__main__", "mcsite.commands", "mcsite.commands.quick", "zlib"]
