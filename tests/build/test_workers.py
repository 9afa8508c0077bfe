"""The same comes of the same tasks, whoever does them."""

from __future__ import annotations

import os
import signal

import pytest

from mcsite import memo
from mcsite.build import spawned
from mcsite.build.artifact import Artifact
from mcsite.build.fingerprint import digest
from mcsite.build.making import Made, MakerError, Task, WorkerLostError
from mcsite.build.workers import SHARE, _chunks, make
from mcsite.diagnostics import Diagnostic, Span
from mcsite.render.theme_error import ThemeError

many = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system works in one process")


def page(number):
    return memo.remember("page", b"%d" % number, lambda: b"page %d" % number)


def broken(number):
    message = f"no page {number}"
    raise LookupError(message)


def badly_themed(number):
    raise ThemeError(Diagnostic(Span("themes/mine/page.html", number), "E501", "no such name"))


def unreadable(number):
    raise PermissionError(13, "Permission denied", f"assets/{number}.jpg")


def stopped(number):  # noqa: ARG001 - makers are called with their inputs
    os.kill(os.getpid(), signal.SIGKILL)


def tasks(count=2 * SHARE, maker=page, before=b""):
    return [Task(Artifact(f"events/e{number}/index.html", maker, {"number": number}), before) for number in range(count)]


def work(tmp_path, tasks, jobs):
    done = []
    folder = tmp_path / f"jobs{jobs}"
    folder.mkdir()
    outcomes = make(tasks, folder, jobs, done.append)
    assert sum(done) == len(tasks)
    return [(made.digest, made.size, (folder / made.file).read_bytes()) if isinstance(made, Made) and made.file else made for made in outcomes]


@many
def test_one_process_and_several_make_the_same(tmp_path):
    expected = [(digest(b"page %d" % number), len(b"page %d" % number), b"page %d" % number) for number in range(2 * SHARE)]
    assert work(tmp_path, tasks(), 1) == work(tmp_path, tasks(), 3) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_bytes_that_are_published_already_are_not_written(tmp_path, jobs):
    same = [Task(task.artifact, digest(page(number))) for number, task in enumerate(tasks())]
    assert all(made.file == "" for made in make(same, tmp_path, jobs, lambda _: None))
    assert list(tmp_path.iterdir()) == []


def count_calls(number, things=()):
    parts = [memo.remember("part", b"%d" % part, lambda: b"%d" % os.getpid()) for part in range(number, number + 1 + len(things))]
    return b" ".join(parts)


@many
@pytest.mark.parametrize("attached", [True, False])
def test_what_is_gathered_from_many_uses_what_was_worked_out_for_each(tmp_path, attached):
    memo.forget()
    if attached:
        memo.attach(tmp_path / "memo")
    single = [Task(Artifact(f"events/e{number}/index.html", count_calls, {"number": number}), b"") for number in range(2 * SHARE)]
    feeds = [Task(Artifact(f"feed{number}", count_calls, {"number": 0, "things": tuple(range(2 * SHARE - 1))}), b"") for number in range(4)]
    made = work(tmp_path, [*feeds, *single], 2)
    parts = [data for _, _, data in made[4:]]
    assert all(data.split(b" ") == parts for _, _, data in made[:4])
    assert len(set(parts)) >= 2
    memo.detach()
    memo.forget()


@many
def test_what_the_others_worked_out_is_remembered_here(tmp_path):
    memo.forget()
    memo.attach(tmp_path / "memo")
    work(tmp_path, tasks(), 2)
    assert memo.remember("page", b"7", lambda: pytest.fail("forgotten")) == b"page 7"
    memo.detach()
    memo.forget()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_in_a_maker_comes_back_with_the_artifact_and_the_trace(tmp_path, jobs):
    outcome = work(tmp_path, [*tasks(), *tasks(1, broken)], jobs)[-1]
    assert isinstance(outcome, MakerError)
    assert str(outcome) == "events/e0/index.html: LookupError: no page 0"
    assert "in broken" in outcome.trace


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mistake_of_the_theme_comes_back_as_its_diagnostic(tmp_path, jobs):
    outcome = work(tmp_path, [*tasks(), *tasks(1, badly_themed)], jobs)[-1]
    assert isinstance(outcome, ThemeError)
    assert outcome.diagnostic.code == "E501"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_refusal_of_the_machine_comes_back_as_it_was(tmp_path, jobs):
    outcome = work(tmp_path, [*tasks(), *tasks(1, unreadable)], jobs)[-1]
    assert isinstance(outcome, PermissionError)
    assert (outcome.errno, outcome.filename) == (13, "assets/0.jpg")


@many
def test_a_process_that_is_stopped_is_noticed(tmp_path):
    with pytest.raises(WorkerLostError, match="stopped from outside"):
        make([*tasks(), *tasks(1, stopped)], tmp_path, 2, lambda _: None)


FEW = 2 * spawned.SHARE - 1
"""Of what cannot be made in a fork: too few for processes that begin anew."""


def who(number):
    return b"%d made by %d" % (number, os.getpid())


@many
def test_what_cannot_be_made_in_a_fork_is_made_in_the_first_process(tmp_path):
    apart = [Task(Artifact(f"{number}.pdf", who, {"number": number}, unforked=True), b"") for number in range(FEW)]
    make([*apart, *tasks()], tmp_path, 2, lambda _: None)
    assert {(tmp_path / str(number)).read_bytes() for number in range(FEW)} == {who(number) for number in range(FEW)}


def who_made_it(number):
    return b"%d by %d" % (number, os.getpid())


@many
def test_a_few_files_that_take_long_are_shared_out_too(tmp_path):
    heavy = [Task(Artifact(f"assets/p{number // 2}/{number}.webp", who_made_it, {"number": number}, effort=SHARE // 2), b"") for number in range(8)]
    assert all(not data.endswith(b" %d" % os.getpid()) for _, _, data in work(tmp_path, heavy, 2))
    assert _chunks(heavy, range(8)) == [[0, 1], [2, 3], [4, 5], [6, 7]]
