"""Every way in which files change is noticed, and nothing else."""

from threading import Thread

import pytest

from mcsite.serve.watch import Watch

PATIENCE = 20


@pytest.fixture(params=[False, True], ids=["told", "polled"])
def polls(request):
    return request.param


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content" / "events").mkdir(parents=True)
    (tmp_path / "output").mkdir()
    (tmp_path / "content" / "site.md").write_text("one")
    (tmp_path / "content" / "old.md").write_text("old")
    return tmp_path


def write(root):
    (root / "content" / "site.md").write_text("two and more")


def rename_over(root):
    (root / "content" / ".site.md.new").write_text("three")
    (root / "content" / ".site.md.new").replace(root / "content" / "site.md")


def delete(root):
    (root / "content" / "old.md").unlink()


def make_deep(root):
    (root / "content" / "events" / "2027").mkdir()
    (root / "content" / "events" / "2027" / "swap.md").write_text("title: Swap")


def bring_a_folder(root):
    (root / "assets").mkdir()
    (root / "assets" / "a.jpg").write_bytes(b"a")


@pytest.mark.parametrize("change", [write, rename_over, delete, make_deep, bring_a_folder])
def test_a_change_is_noticed(root, polls, change):
    with Watch(root, ("content", "assets"), poll=polls) as watch:
        change(root)
        assert watch.changed.wait(PATIENCE)


def test_many_changes_are_waited_out(root):
    with Watch(root, ("content",)) as watch:
        for number in range(300):
            (root / "content" / "events" / f"{number}.md").write_text("x")
        watch.wait(quiet=0.2)
        assert not watch.changed.is_set()


def test_a_folder_that_goes_and_comes_is_watched_again(root):
    with Watch(root, ("content",)) as watch:
        (root / "content").rename(root / "aside")
        assert watch.changed.wait(PATIENCE)
        watch.wait(quiet=0.2)
        (root / "aside").rename(root / "content")
        assert watch.changed.wait(PATIENCE)
        watch.wait(quiet=0.2)
        write(root)
        assert watch.changed.wait(PATIENCE)


def test_reading_and_building_are_no_changes(root):
    with Watch(root, ("content",)) as watch:
        (root / "content" / "site.md").read_text()
        (root / "output" / "index.html").write_text("page")
        (root / "notes.txt").write_text("other")
        assert not watch.changed.wait(0.5)


def test_waiting_ends_with_a_change(root):
    with Watch(root, ("content",)) as watch:
        waiting = Thread(target=watch.wait, args=(0.05,), daemon=True)
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
        write(root)
        waiting.join(PATIENCE)
        assert not waiting.is_alive()
