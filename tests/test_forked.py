"""What a forked process works out is its parent's, and what becomes of it is its own."""

import os
import signal

import pytest

from mcsite import memo
from mcsite.forked import CAN_FORK, dismiss, fork, hear

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system works in one process")


@pytest.fixture
def child():
    children = []

    def hired(work):
        children.append(fork(work))
        return children[-1].reports

    yield hired
    dismiss(children)


def test_reports_are_heard_in_order_until_the_end(child):
    reports = child(lambda say: [say(number) for number in range(3)])
    assert [hear(reports) for _ in range(4)] == [(0,), (1,), (2,), ()]


def test_a_report_may_be_larger_than_a_pipe(child):
    assert hear(child(lambda say: say(b"x" * 5_000_000))) == (b"x" * 5_000_000,)


def test_a_report_of_nothing_is_a_report(child):
    assert hear(child(lambda say: say(None))) == (None,)


def test_what_a_child_worked_out_is_known_here_from_then_on(child):
    memo.forget()

    def work(say):
        memo.keep("word", b"key", b"by the child")
        say("done")

    hear(child(work))
    assert memo.recall("word", b"key") == b"by the child"


@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0, lambda: os._exit(3)])
def test_a_child_that_fails_says_nothing_and_harms_nobody(child, end):
    assert hear(child(lambda _: end())) == ()


def test_a_report_that_broke_off_is_none(child):
    def work(say):
        write = os.write
        os.write = lambda handle, data: (write(handle, data[:10]), os._exit(1))  # in the child alone
        say("cut off in the middle")

    assert hear(child(work)) == ()


def test_one_that_works_for_ever_is_dismissed():
    endless = fork(lambda _: signal.pause())
    dismiss([endless])
    with pytest.raises(ChildProcessError):
        os.waitpid(endless.process, 0)
