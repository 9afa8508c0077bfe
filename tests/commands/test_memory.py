"""A command remembers in the site's cache, and only what the same program worked out."""

from __future__ import annotations

import pytest

from mcsite import memo
from mcsite.commands import memory
from mcsite.commands.memory import remembering


@pytest.fixture(autouse=True)
def _forgetful():
    memo.forget()
    yield
    memo.forget()


def asked(cache):
    with remembering(cache):
        memo.forget()
        return memo.remember("prose", b"key", lambda: b"%d" % id(object))


def test_what_was_worked_out_is_known_next_time(tmp_path, monkeypatch):
    answers = iter((b"first", b"second"))
    for _ in range(2):
        with remembering(tmp_path / "cache"):
            assert memo.remember("prose", b"key", lambda: next(answers)) == b"first"
        memo.forget()
    monkeypatch.setattr(memory, "program_digest", lambda: b"another program")
    with remembering(tmp_path / "cache"):
        assert memo.remember("prose", b"key", lambda: next(answers)) == b"second"
    assert len(list((tmp_path / "cache").glob("memo-*"))) == 1


def test_without_a_cache_nothing_is_written(tmp_path):
    with remembering(None):
        assert memo.remember("prose", b"key", lambda: b"answer") == b"answer"
    assert list(tmp_path.iterdir()) == []
