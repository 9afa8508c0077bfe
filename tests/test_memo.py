"""What was worked out once is not worked out again, and the cache can never change an answer."""

from __future__ import annotations

import os
import shutil
import sqlite3

import pytest

from mcsite import memo


@pytest.fixture(autouse=True)
def _clean():
    memo.forget()
    yield
    memo.detach()
    memo.forget()


def never():
    pytest.fail("computed although it was remembered")


def test_the_second_question_is_not_computed():
    assert memo.remember("prose", b"key", lambda: b"answer") == b"answer"
    assert memo.remember("prose", b"key", never) == b"answer"


def test_kinds_and_keys_do_not_run_into_each_other():
    memo.remember("ab", b"c", lambda: b"first")
    assert memo.remember("a", b"bc", lambda: b"second") == b"second"


def test_a_file_outlives_the_process(tmp_path):
    memo.attach(tmp_path / "new" / "memo.sqlite")
    memo.remember("prose", b"key", lambda: b"answer")
    memo.detach()
    memo.forget()
    memo.attach(tmp_path / "new" / "memo.sqlite")
    assert memo.remember("prose", b"key", never) == b"answer"


def test_a_damaged_file_is_replaced(tmp_path):
    path = tmp_path / "memo.sqlite"
    path.write_bytes(b"this is no database at all, but long enough to be taken for one" * 100)
    memo.attach(path)
    assert memo.remember("prose", b"key", lambda: b"answer") == b"answer"
    memo.detach()
    memo.forget()
    memo.attach(path)
    assert memo.remember("prose", b"key", never) == b"answer"


def test_a_damaged_entry_is_computed_anew(tmp_path):
    path = tmp_path / "memo.sqlite"
    memo.attach(path)
    memo.remember("prose", b"key", lambda: b"answer")
    memo.detach()
    memo.forget()
    file = sqlite3.connect(path)
    file.execute("UPDATE memo SET value = CAST(replace(value, 'swe', 'sme') AS BLOB)")
    file.commit()
    file.close()
    memo.attach(path)
    assert memo.remember("prose", b"key", lambda: b"answer again") == b"answer again"


def test_a_place_that_cannot_hold_a_file_is_no_hindrance(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    memo.attach(tmp_path / "file" / "memo.sqlite")
    assert memo.remember("prose", b"key", lambda: b"answer") == b"answer"


def test_a_file_locked_by_another_program_is_no_hindrance(tmp_path):
    path = tmp_path / "memo.sqlite"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    memo.attach(path)
    assert memo.remember("prose", b"key", lambda: b"answer") == b"answer"
    other.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system starts processes in another way")
def test_a_child_reads_the_file_and_hands_back_what_is_new(tmp_path):
    memo.attach(tmp_path / "memo.sqlite")
    memo.remember("prose", b"old", lambda: b"known")
    memo.detach()
    memo.forget()
    memo.attach(tmp_path / "memo.sqlite")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        old = memo.remember("prose", b"old", lambda: b"asked again")
        memo.remember("prose", b"new", lambda: b"worked out")
        os.write(writer, old + b"|" + b"|".join(value for _, value in memo.harvest()))
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reader, 100) == b"known|worked out"
    os.close(reader)
    os.close(writer)
    assert memo.remember("prose", b"old", never) == b"known"


def test_what_a_child_hands_back_is_written(tmp_path):
    memo.attach(tmp_path / "memo.sqlite")
    memo.remember("prose", b"key", lambda: b"answer")
    entries = memo.harvest()
    memo.detach()
    memo.forget()
    memo.attach(tmp_path / "memo.sqlite")
    memo.adopt(entries)
    memo.detach()
    memo.forget()
    memo.attach(tmp_path / "memo.sqlite")
    assert memo.remember("prose", b"key", never) == b"answer"


def test_without_a_file_a_child_hands_back_what_is_new_since_it_began():
    memo.remember("prose", b"before", lambda: b"known")
    assert memo.harvest() == ()
    memo.remember("prose", b"after", lambda: b"new")
    assert [value for _, value in memo.harvest()] == [b"new"]
    assert memo.harvest() == ()


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(memo, "MEMORY_LIMIT", 100)
    for number in range(50):
        memo.remember("prose", b"%d" % number, lambda: b"ten bytes.")
    assert memo.remember("prose", b"49", never) == b"ten bytes."
    assert memo.remember("prose", b"0", lambda: b"asked again") == b"asked again"


def test_the_file_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(memo, "FILE_LIMIT", 100_000)
    path = tmp_path / "memo.sqlite"
    for turn in range(8):
        memo.attach(path)
        for number in range(20):
            memo.remember("prose", b"%d-%d" % (turn, number), lambda: b"x" * 1500)
        memo.detach()
    assert path.stat().st_size < 150_000


def remembered(path, answer):
    memo.attach(path)
    found = memo.remember("prose", b"key", lambda: answer)
    memo.detach()
    memo.forget()
    return found


def test_a_cache_that_came_from_elsewhere_is_not_believed(tmp_path):
    assert remembered(tmp_path / "theirs" / "memo.sqlite", b"<script>") == b"<script>"
    shutil.copytree(tmp_path / "theirs", tmp_path / "ours")
    assert remembered(tmp_path / "ours" / "memo.sqlite", b"answer") == b"answer"


def test_a_cache_that_was_put_beside_the_own_mark_is_not_believed(tmp_path):
    remembered(tmp_path / "theirs" / "memo.sqlite", b"<script>")
    assert remembered(tmp_path / "ours" / "old.sqlite", b"answer") == b"answer"
    shutil.copy(tmp_path / "theirs" / "memo.sqlite", tmp_path / "ours" / "memo.sqlite")
    assert remembered(tmp_path / "ours" / "memo.sqlite", b"answer") == b"answer"


def test_a_mark_with_known_contents_is_no_key(tmp_path):
    for place in ("theirs", "ours"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "here").write_bytes(b"known to everybody")
    remembered(tmp_path / "theirs" / "memo.sqlite", b"<script>")
    shutil.copy(tmp_path / "theirs" / "memo.sqlite", tmp_path / "ours" / "memo.sqlite")
    assert remembered(tmp_path / "ours" / "memo.sqlite", b"answer") == b"answer"


def test_what_is_foreseen_is_read_from_the_file_at_once(tmp_path, monkeypatch):
    memo.attach(tmp_path / "memo.sqlite")
    for number in range(1200):
        memo.remember("prose", b"%d" % number, lambda number=number: b"answer %d" % number)
    memo.detach()
    memo.forget()
    memo.attach(tmp_path / "memo.sqlite")
    memo.foresee("prose", [b"%d" % number for number in range(1300)])
    monkeypatch.setattr("mcsite.memo._memo._look_up", lambda _: pytest.fail("asked for one by one"))
    assert [memo.recall("prose", b"%d" % number) for number in (0, 1199, 1200)] == [b"answer 0", b"answer 1199", None]
    assert memo.remember("prose", b"1200", lambda: b"new") == b"new"
    assert memo.recall("prose", b"1200") == b"new"


def test_what_was_not_there_may_come(tmp_path):
    memo.attach(tmp_path / "memo.sqlite")
    memo.foresee("prose", [b"key"])
    assert memo.recall("prose", b"key") is None
    memo.keep("prose", b"key", b"answer")
    memo.detach()
    memo.forget()
    memo.attach(tmp_path / "memo.sqlite")
    assert memo.recall("prose", b"key") == b"answer"


def test_to_foresee_without_a_file_is_no_harm():
    memo.foresee("prose", [b"key"])
    assert memo.recall("prose", b"key") is None


def test_a_damaged_entry_is_not_foreseen(tmp_path):
    file = tmp_path / "memo.sqlite"
    memo.attach(file)
    memo.remember("prose", b"key", lambda: b"answer")
    memo.detach()
    memo.forget()
    with sqlite3.connect(file) as damaged:
        damaged.execute("UPDATE memo SET value = ?", (b"x" * 40,))
    damaged.close()
    memo.attach(file)
    memo.foresee("prose", [b"key"])
    assert memo.recall("prose", b"key") is None


def test_what_piles_up_is_written_before_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr(memo, "FRESH_LIMIT", 1000)
    file = tmp_path / "memo.sqlite"
    memo.attach(file)
    for number in range(20):
        memo.remember("prose", b"%d" % number, lambda: b"x" * 300)
    with sqlite3.connect(file) as other:
        assert other.execute("SELECT count(*) FROM memo").fetchone()[0] >= 16
    other.close()
    memo.detach()
    memo.forget()
    memo.attach(file)
    assert [memo.recall("prose", b"%d" % number) for number in range(20)] == [b"x" * 300] * 20


def test_a_process_that_hands_back_does_not_write(tmp_path, monkeypatch):
    monkeypatch.setattr(memo, "FRESH_LIMIT", 10)
    memo.attach(tmp_path / "memo.sqlite")
    memo.harvest()
    memo.remember("prose", b"key", lambda: b"x" * 300)
    assert [value for _, value in memo.harvest()] == [b"x" * 300]
