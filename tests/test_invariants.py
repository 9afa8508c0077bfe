"""What holds of every site, whatever is in it."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from edits import Editor
from links import dead_links
from story import NOW, SITE_MD, Story, surroundings
from town import found_town

from mcsite import kept, memo
from mcsite.build import workers

BASES = ("https://example.org/", "https://example.org/repo/", "https://example.org/a/b/")
BUILD = ("build", "--now", NOW)


@pytest.fixture
def town(site: Story) -> Story:
    return found_town(site)


def built(site: Story, *arguments: str, **surroundings: object) -> dict[str, bytes]:
    """The public files that the program makes of a site, from nothing."""
    done = site.command(*BUILD, *arguments, **surroundings)
    assert done.returncode == 0, done.stdout + done.stderr
    return site.files()


def states(folder: Path) -> dict[str, tuple[int, int]]:
    """What shows that a file was written: its inode and its time of change."""
    found = ((path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (status.st_ino, status.st_mtime_ns) for path, status in found}


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_a_build_is_what_a_clean_build_would_be(town: Story, tmp_path: Path, seed: int) -> None:
    editor = Editor(town, random.Random(seed))
    town.build()
    for number in range(10):
        _edit_and_build_twice(editor, tmp_path / f"clean-{number}")


@pytest.mark.parametrize("seed", range(4, 10))
def test_after_any_edits_a_process_that_goes_on_makes_what_another_would(town: Story, tmp_path: Path, seed: int) -> None:
    editor = Editor(town, random.Random(seed))
    with kept.keeping():
        town.build()
        for number in range(10):
            kept.next_build()
            _edit_and_build_twice(editor, tmp_path / f"clean-{number}")


def _edit_and_build_twice(editor: Editor, elsewhere: Path) -> None:
    """Once where it is, and once from nothing, by who knows nothing of it."""
    editor.edit()
    town, previous = editor.site, editor.site.ledger
    outcome = town.build()
    assert outcome.report is not None, (outcome.diagnostics, editor.done)
    memo.forget()
    clean = Story(elsewhere).copy_of(town.root)
    with kept.keeping():
        clean.build(previous=previous)
    assert differences(town, clean) == [], editor.done


def differences(one: Story, two: Story) -> list[str]:
    """The public files in which two sites differ."""
    here, there = one.files(), two.files()
    return sorted(path for path in here.keys() | there.keys() if here.get(path) != there.get(path))


def test_an_edit_of_one_body_writes_few_files(town: Story) -> None:
    town.build()
    editor = Editor(town, random.Random(0))
    editor.replace("pages/about.md", "Who we are.", "Who we have become.")
    written = town.build().written
    index = {path for path in written if path.startswith("search/index/")}
    assert written - index == {"about/index.html"}
    assert len(index) == 4  # what is said of the page, the words of the site, and two that name these


def test_the_second_build_writes_no_file(town: Story) -> None:
    built(town)
    before = states(town.root)
    built(town)
    assert states(town.root) == before


def test_a_build_by_another_way_of_the_same_content_writes_no_file(town: Story) -> None:
    town.build()
    before = states(town.output / "public")
    outcome = town.build(jobs=2)
    assert (outcome.written, outcome.removed) == (set(), set())
    assert states(town.output / "public") == before


def test_the_order_in_which_the_system_lists_files_is_of_no_importance(town: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town.build()
    listed, scanned = os.listdir, os.scandir
    monkeypatch.setattr(os, "listdir", lambda *path: sorted(listed(*path), reverse=True))
    monkeypatch.setattr(os, "scandir", lambda *path: Backwards(scanned(*path)))
    memo.forget()
    other = found_town(Story(tmp_path / "other"))
    other.build()
    assert differences(town, other) == []


class Backwards(AbstractContextManager["Backwards"], Iterator["os.DirEntry[str]"]):
    """A listing of a folder from its end."""

    def __init__(self, entries: "os._ScandirIterator[str]") -> None:
        with entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __next__(self) -> "os.DirEntry[str]":
        return next(self.entries)

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.entries = iter(())


def test_sub_folders_are_the_editors_own_order(town: Story, tmp_path: Path) -> None:
    town.build()
    other = found_town(Story(tmp_path / "other"))
    other.path("events/2026").mkdir()
    other.rename("events/open-day.md", "events/2026/open-day.md")
    other.build()
    assert differences(town, other) == []


def test_several_processes_make_what_one_makes(town: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town.build(jobs=1)
    monkeypatch.setattr(workers, "SHARE", 1)
    memo.forget()
    other = found_town(Story(tmp_path / "other"))
    other.build(jobs=2)
    assert differences(town, other) == []


VARIANTS = {
    "optimised": {"python": ("-O",)},
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "yet another hash seed": {"PYTHONHASHSEED": "4711"},
    "east of Greenwich": {"TZ": "Pacific/Chatham"},
    "west of Greenwich": {"TZ": "America/St_Johns"},
    "no locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "another working folder": {"cwd": Path("/")},
    "another time of building": {"SOURCE_DATE_EPOCH": "1"},
}


@pytest.fixture(scope="session")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the program makes of the town in the usual surroundings."""
    return built(found_town(Story(tmp_path_factory.mktemp("usual"))), PYTHONHASHSEED="0")


@pytest.mark.parametrize("surroundings", VARIANTS.values(), ids=VARIANTS.keys())
def test_the_surroundings_change_no_byte(town: Story, usual: dict[str, bytes], surroundings: dict[str, object]) -> None:
    assert built(town, **surroundings) == usual


@pytest.mark.parametrize("base", BASES)
def test_every_link_works_below_the_path_of_the_site(town: Story, base: str) -> None:
    town.build(base_url=base)
    assert dead_links(town.files(), base) == []


def test_a_site_that_moves_takes_all_its_links_along(town: Story) -> None:
    town.build(base_url=BASES[0])
    town.build(base_url=BASES[1])
    assert dead_links(town.files(), BASES[1]) == []


def test_every_link_of_the_sample_community_works(sample: Story) -> None:
    assert dead_links(sample.files(), "https://example.github.io/harbour-hands/") == []


def test_nothing_private_is_published(town: Story) -> None:
    secrets = {
        "people/quiet.md": "---\ntitle: Quiet Quinn\npublic: false\nemail: SECRET-MAIL@example.org\n---\nSECRET-BODY",
        "partners/harbour-gym.md": "title: Harbour Gym\nvenue: harbour-cowork\ncontact: SECRET-CONTACT, 01632 960999",
        "events/plan.md": "---\ntitle: SECRET-DRAFT\nstart: 2026-02-02 10:00\nvenue: park-pavilion\ndraft: true\n---\nSECRET-DRAFT",
        "events/later.md": "---\ntitle: SECRET-LATER\nstart: 2026-03-02 10:00\nvenue: park-pavilion\npublish_on: 2026-02-01\n---\nSECRET-LATER",
        "records/attendance.csv": "date,event,SECRET-RECORD\n2026-01-01,pop-up,4\n",
    }
    for path, text in secrets.items():
        town.write(path, text)
    town.write("events/desk-evening.md", "title: Desk Evening\nstart: 2026-01-20 18:30\nvenue: harbour-cowork\nhosts: [quiet, maren]\npartner: harbour-gym")
    outcome = town.build()
    assert outcome.report is not None, outcome.diagnostics
    told = {path for path, data in town.files().items() if b"SECRET" in data or b"secret" in path.encode()}
    assert told == set()
    assert "people/quiet/index.html" not in town.files()
    assert str(town.root).encode() not in b"".join(town.files().values())


def test_drafts_are_made_when_asked_for(town: Story) -> None:
    town.write("events/plan.md", "title: A Plan\nstart: 2026-02-02 10:00\nvenue: park-pavilion\ndraft: true")
    town.build(drafts=True)
    assert "A Plan" in town.read("events/plan/index.html")


def test_one_broken_file_among_many_is_named_with_all_others_and_nothing_is_published(site: Story) -> None:
    for number in range(60):
        site.write(f"events/morning-{number}.md", f"title: Morning {number}\nstart: 2026-02-{number % 28 + 1:02} 10:00\nonline: https://meet.example/")
    good = built(site)
    site.write("events/morning-7.md", "title: Morning 7\nstrat: 2026-02-07 10:00")
    site.write("events/morning-8.md", "title: Morning 8\nstart: 2026-02-30 10:00")
    site.write("events/morning-9.md", b"---\ntitle: Morning \xff\xfe\n---\n")
    site.write("venues/hall.md", "title: Hall\ncapacity: many")
    done = site.command(*BUILD)
    assert done.returncode == 1
    for path in ("events/morning-7.md", "events/morning-8.md", "events/morning-9.md", "venues/hall.md"):
        assert f"content/{path}" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert site.files() == good


@pytest.mark.skipif(sys.platform == "win32", reason="resource and groups of processes are of POSIX")
def test_memory_grows_so_slowly_that_three_thousand_events_need_less_than_a_gigabyte(site: Story) -> None:
    for number in range(1000):
        repeat = "repeat: weekly\ntimes: 5\n" if number % 10 == 0 else ""
        body = "Slow movement for **stiff** shoulders.\n\n- a chair\n- a wall\n\n" * 10
        when = f"start: 2026-{number % 12 + 1:02}-{number % 28 + 1:02} 18:00\nend: 19:00\n{repeat}"
        site.write(f"events/evening-{number}.md", f"---\ntitle: Evening {number}\n{when}online: https://meet.example/\ntags: [t{number % 30}]\n---\n{body}")
    measure = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    command = [sys.executable, "-c", measure, sys.executable, "-m", "mcsite", *BUILD, "--jobs", "2", "--site", str(site.root)]
    done = subprocess.run(command, env=surroundings(), capture_output=True, encoding="utf-8", check=True)
    largest = int(done.stdout) * (1 if sys.platform == "darwin" else 1024)
    assert len(site.files()) > 3000
    assert 3 * largest < 1024**3


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are of POSIX")
def test_a_build_that_is_killed_leaves_a_whole_generation(town: Story, tmp_path: Path) -> None:
    generations = [one_generation(tmp_path / name, f"Moving {name}") for name in ("one", "two")]
    dice = random.Random(0)
    began = time.monotonic()
    town.write("site.md", titled("Moving one"))
    assert built(town) == generations[0]
    whole = time.monotonic() - began
    for number in range(12):
        town.write("site.md", titled(f"Moving {('two', 'one')[number % 2]}"))
        killed_after(town, dice.uniform(0.3, 1.1) * whole)
        assert town.files() in generations
    town.write("site.md", titled("Moving one"))
    assert built(town) == generations[0]
    assert [path.name for path in (town.output / ".mcsite-output").glob("made.*")] == []


def titled(title: str) -> str:
    return SITE_MD.replace("Moving Well", title)


def one_generation(root: Path, title: str) -> dict[str, bytes]:
    return built(found_town(Story(root)).write("site.md", titled(title)))


def killed_after(site: Story, seconds: float) -> None:
    command = [sys.executable, "-m", "mcsite", *BUILD, "--jobs", "2", "--site", str(site.root)]
    build = subprocess.Popen(command, start_new_session=True, env=surroundings(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        build.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
