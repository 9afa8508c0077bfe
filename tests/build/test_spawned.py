"""Makers of the program itself: a process that begins anew does not know the functions of a test."""

import os
from time import perf_counter_ns

import pytest

from mcsite import stopwatch
from mcsite.build.artifact import Artifact
from mcsite.build.making import Made, MakerError, Task, WorkerLostError
from mcsite.build.spawned import SHARE, spawned
from mcsite.build.workers import make
from mcsite.outputs.public.hosting import cname

many = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system works in one process")


def tasks(count, maker=cname, **inputs):
    return [Task(Artifact(f"{number}.pdf", maker, inputs or {"domain": f"d{number}"}, unforked=True), b"") for number in range(count)]


def test_each_task_is_made_once_and_comes_back_by_its_number(tmp_path):
    with spawned(tasks(20), [*range(1, 20)], tmp_path, 2) as outcomes:
        found = {number: outcome for part in outcomes() for number, outcome in part.items()}
    assert found.keys() == set(range(1, 20))
    assert all(isinstance(made, Made) and (tmp_path / str(number)).read_bytes() == b"d%d\n" % number for number, made in found.items())


def test_a_bug_comes_back_with_its_trace(tmp_path):
    with spawned(tasks(1, domain=None, more=1), [0], tmp_path, 1) as outcomes:
        ((_, found),) = next(outcomes()).items()
    assert isinstance(found, MakerError)
    assert "Traceback" in found.trace


def test_a_process_that_is_stopped_is_noticed(tmp_path):
    with pytest.raises(WorkerLostError, match="stopped from outside"), spawned(tasks(1, os._exit, status=3), [0], tmp_path, 1) as outcomes:
        list(outcomes())


def test_what_takes_long_there_is_known_here(tmp_path):
    with stopwatch.measured(perf_counter_ns) as laps, spawned(tasks(1), [0], tmp_path, 1) as outcomes:
        list(outcomes())
    (lap,) = laps
    assert (lap.name, lap.detail, lap.process != os.getpid()) == ("hosting", "0.pdf", True)


@many
def test_of_many_one_process_and_several_make_the_same(tmp_path):
    sheets, kept = tasks(2 * SHARE), []
    for jobs in (1, 2):
        (folder := tmp_path / str(jobs)).mkdir()
        outcomes = make([*sheets, *tasks(300)], folder, jobs, lambda _: None)
        kept.append([(made.digest, (folder / made.file).read_bytes()) for made in outcomes])
    assert kept[0] == kept[1]
