"""Two builds do not run in one folder, and no lock is left behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mcsite.build.lock import locked

HOLD = """
import sys
from pathlib import Path
from mcsite.build.lock import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_build_says_that_it_waits_and_then_goes_on(tmp_path, holder):
    said = []

    def waiting():
        said.append("waiting")
        holder.communicate("go on\n", timeout=10)

    with locked(tmp_path / "lock", waiting):
        assert said == ["waiting"]
        assert holder.returncode == 0


def test_a_killed_build_leaves_no_lock(tmp_path, holder):
    holder.kill()
    holder.wait()
    with locked(tmp_path / "lock", lambda: pytest.fail("the lock was still held")):
        pass
