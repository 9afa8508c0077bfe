"""What another process put together beside the site changes nothing but how long the next build takes."""

import os
import signal

import pytest

from mcsite.build import mirror
from mcsite.build.artifact import Artifact
from mcsite.build.mirror import mirroring
from mcsite.build.publish import Place
from mcsite.build.run import run
from mcsite.forked import CAN_FORK

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system works in one process")
SITE = {"index.html": "home", "calendar.ics": "feed", "events/index.html": "list", "events/swap/index.html": "swap"}


def page(text):
    return text.encode()


@pytest.fixture(autouse=True)
def _program(monkeypatch):
    monkeypatch.setattr("mcsite.build.comparison.program_digest", lambda: b"this program")
    monkeypatch.setattr(mirror, "WORTH", 2)


@pytest.fixture
def build(tmp_path):
    def built(pages, jobs=2):
        run([Artifact(path, page, {"text": text}) for path, text in pages.items()], tmp_path / "output", tmp_path / "cache", jobs=jobs)
        return files(tmp_path / "output" / "public")

    return built


def files(folder):
    return {path.relative_to(folder).as_posix(): (path.read_text(), path.stat().st_ino) for path in folder.rglob("*") if path.is_file()}


def texts(found):
    return {path: text for path, (text, _) in found.items()}


def place_of(root):
    own = root / "output" / ".mcsite-output"
    return Place(root / "output" / "public", own / "next" / "public", own / "between" / "public")


def test_every_file_is_linked_beside(build, tmp_path):
    published = build(SITE)
    with mirroring([place_of(tmp_path)], len(SITE), 2) as mirrored:
        mirrored()
    assert files(place_of(tmp_path).beside) == published


@pytest.mark.parametrize(("count", "jobs"), [(1, 2), (9, 1)])
def test_for_little_no_other_process_is_begun(build, tmp_path, count, jobs):
    build(SITE)
    with mirroring([place_of(tmp_path)], count, jobs) as mirrored:
        mirrored()
    assert not place_of(tmp_path).beside.exists()


def test_what_lies_beside_already_is_left_to_publishing(build, tmp_path):
    build(SITE)
    place_of(tmp_path).beside.mkdir(parents=True)
    with mirroring([place_of(tmp_path)], len(SITE), 2) as mirrored:
        mirrored()
    assert files(place_of(tmp_path).beside) == {}


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_build_after_the_first_publishes_the_same(build, jobs):
    before = build(SITE)
    edited = {"index.html": "home, edited", "calendar.ics": "feed, edited", "events/index.html": "list", "new/index.html": "new"}
    after = build(edited, jobs)
    assert texts(after) == edited
    assert after["events/index.html"] == before["events/index.html"]


@pytest.mark.parametrize("lost", ["at once", "half way"])
def test_a_process_that_is_lost_leaves_its_work_to_publishing(build, monkeypatch, lost):
    build(SITE)
    left = 0 if lost == "at once" else 2

    def failing(source, target):
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        os.link(source, target)

    monkeypatch.setattr(mirror, "link", failing)
    edited = SITE | {"index.html": "home, edited", "calendar.ics": "feed, edited"}
    assert texts(build(edited)) == edited
