"""The same site is read, whoever reads which file."""

import os

import pytest

from mcsite import memo
from mcsite.content import shared_out
from mcsite.content.shared_out import SHARE, in_turn
from mcsite.forked import CAN_FORK, fork

several = pytest.mark.skipif(not CAN_FORK, reason="this system works in one process")
THINGS = range(2 * SHARE)


def reader(thing):
    return memo.remember("reader", b"%d" % thing, lambda: b"%d" % os.getpid())


def prepared_anew(site, jobs):
    memo.forget()
    return site.prepare(jobs=jobs)


def readers(anew, jobs):
    memo.forget()
    return {reader(thing) for thing in in_turn(THINGS, anew, reader, jobs)}


@pytest.mark.parametrize(("anew", "jobs"), [(2 * SHARE, 1), (2 * SHARE - 1, 2), (0, 8)])
def test_one_process_reads_what_is_little(anew, jobs):
    assert readers(anew, jobs) == {b"%d" % os.getpid()}


@several
def test_many_things_are_read_by_several_and_each_by_one():
    assert len(readers(2 * SHARE, 2)) == 2


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_order_is_that_of_the_things(jobs):
    assert list(in_turn(THINGS, 3 * SHARE, reader, jobs)) == list(THINGS)


@several
def test_what_a_lost_child_should_have_read_is_read_here():
    parent = os.getpid()

    def stumbling(thing):
        return reader(thing) if os.getpid() == parent else os._exit(1)

    memo.forget()
    assert {stumbling(thing) for thing in in_turn(THINGS, 2 * SHARE, stumbling, 2)} == {b"%d" % parent}


@several
def test_whoever_stops_half_way_leaves_no_process_behind(monkeypatch):
    children = []
    monkeypatch.setattr(shared_out, "fork", lambda work: children.append(fork(work)) or children[-1])
    reading = in_turn(THINGS, 2 * SHARE, reader, 2)
    next(reading)
    reading.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(children[0].process, os.WNOHANG)


@several
def test_a_site_read_by_several_is_the_site_read_by_one(site):
    for number in range(3 * SHARE):
        tag, wrong = ("Desk Work", "desk work")[number % 2], "colour: red\n" if number % 100 == 7 else ""
        site.write(
            f"events/e{number}.md",
            f"---\ntitle: Swap {number}\nstart: 2026-01-06 18:00-19:00\ntags: [{tag}]\n{wrong}---\nTo [[swap]] and [one](e{number // 2}.md).\n",
        )
    alone, together = (prepared_anew(site, jobs) for jobs in (1, 3))
    assert together.diagnostics == alone.diagnostics != ()
    assert together.edition.site == alone.edition.site
    assert [artifact.path for artifact in together.artifacts] == [artifact.path for artifact in alone.artifacts]
